/** What the buttons of the writing page do: every one saves first, apart from the question about the risk. */
import { error, fail, isHttpError, redirect, type ActionFailure } from '@sveltejs/kit';
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { parseForm, refused, type Refusal } from '#platform/form.server.ts';
import type { Result } from '#platform/result.ts';
import { saveCase, startCase, submitCase } from './commands.server.ts';
import { caseCatalogues, caseSchema, contentFrom, issuesAtStations, type CaseTyped } from './form.server.ts';
import { mayWrite } from './policy.ts';
import { casePage } from './queries.server.ts';
import { contentOf, type Content } from './rules.ts';
import { examine } from './writing.queries.server.ts';
import type { RiskWords } from './writing.risk.ts';
import { refusalWords } from './writing.words.ts';

/** The draft as another device has saved it meanwhile. */
type Conflict = { id: string; version: number; content: Content };
type Asked = { actor: Actor; request: Request; id?: string; locale: 'de' | 'en' };

type Written =
	| { risk: RiskWords | null }
	| { kept: { id: string; version: number } }
	| ActionFailure<Refusal & { conflict?: Conflict }>;

/** Without `id` the draft is made with the first save. */
export async function written({ actor, request, id, locale }: Asked): Promise<Written> {
	// nobody else makes us check a text
	if (!mayWrite(actor)) error(404);
	const parsed = await parsedOrTooMuch(request);
	if (!parsed) return fail(413, { values: {}, issues: [{ field: '', message: m.cases_form_too_much() }] });
	if (!parsed.ok) {
		const { values } = parsed.refusal.data;
		return fail(parsed.refusal.status, { values, issues: issuesAtStations(parsed.refusal.data) });
	}
	const { step, draft } = parsed.value;
	const lists = await caseCatalogues();
	const content = contentFrom(parsed.value, lists);
	if (step === 'weigh' && id && !(await casePage(actor, id))?.maySave) error(404);
	if (step === 'weigh') return { risk: (await examine(actor, content, { id, lists, locale })).risk };

	const saved = await saveTo(actor, id, content, parsed.value);
	if (!saved.ok) {
		const other = saved.why === 'conflict' ? await casePage(actor, id ?? draft) : null;
		if (!other) return refused(saved, parsed.values, refusalWords[saved.why]());
		const conflict = { id: other.id, version: other.version, content: contentOf(other) };
		return fail(409, { values: parsed.values, issues: [{ field: '', message: refusalWords.conflict() }], conflict });
	}
	if (step === 'keep') return { kept: saved.value };
	const at = `/cases/${saved.value.id}`;
	if (step === 'save') redirect(303, `${at}?saved`);
	if (step.startsWith('coarsen:')) redirect(303, `${at}/edit#risk`);
	if (step !== 'submit') redirect(303, `${at}/edit#stations`);
	const submitted = await submitCase(actor, saved.value.id);
	redirect(303, submitted.ok ? `${at}?submitted` : `${at}/edit?check`);
}

/** Null when it is more than the hub takes; then what was typed is not known here. */
const parsedOrTooMuch = (request: Request) =>
	parseForm(request, caseSchema).catch((e: unknown) => {
		if (isHttpError(e, 413)) return null;
		throw e;
	});

const saveTo = (
	actor: Actor,
	id: string | undefined,
	content: Content,
	{ version, draft, step }: CaseTyped
): Promise<Result<{ id: string; version: number }>> =>
	id
		? saveCase(actor, id, content, { version: version ? Number(version) : undefined, typing: step === 'keep' })
		: startCase(actor, content, draft || undefined);
