/** One case analysis: read by all inside once released, by its author and a reviewer before; that it was recalled, by those who settle it. */
import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	archiveCase,
	deleteCase,
	eraseCase,
	recallCase,
	releaseCase,
	restoreCase,
	returnCase,
	submitCase
} from '#concepts/cases/commands.server.ts';
import { caseCatalogues } from '#concepts/cases/form.server.ts';
import { casePage, recalledCase } from '#concepts/cases/queries.server.ts';
import { recordReading } from '#concepts/cases/readings.commands.server.ts';
import { passagesFrom, releaseSchema, returnSchema } from '#concepts/cases/review.form.server.ts';
import { marksInOrder } from '#concepts/cases/review.ts';
import { findings, readable, recallReasons } from '#concepts/cases/rules.ts';
import { passageWords } from '#concepts/cases/words.ts';
import { concludeCase } from '#concepts/gaps/cases.commands.server.ts';
import { gapsOfCase } from '#concepts/gaps/cases.queries.server.ts';
import { bringCase } from '#concepts/meetings/cases.commands.server.ts';
import { meetingsForCase } from '#concepts/meetings/cases.queries.server.ts';
import { may as mayOfPeople } from '#concepts/people/policy.ts';
import { m } from '#i18n/paraglide/messages.js';
import { parseForm, refused, textField } from '#platform/form.server.ts';
import { isId } from '#platform/ids.ts';
import { no, type No, type Result } from '#platform/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!isId(params.id)) error(404);
	const found = await casePage(locals.actor, params.id);
	const recalled = found ? null : await recalledCase(locals.actor, params.id);
	if (recalled) return { recalled: { ...recalled, mayReadLog: mayOfPeople(locals.actor, 'read_log_names') } };
	if (!found) error(404);
	const q = url.searchParams.get('q') ?? '';
	const chosen = {
		finding: url.searchParams.get('finding') ?? '',
		gapIds: url.searchParams.getAll('gapIds').filter(isId)
	};
	const released = readable.includes(found.state);
	const [lists, gaps, meetings, seen] = await Promise.all([
		caseCatalogues(),
		gapsOfCase(locals.actor, params.id, { offer: found.steps.includes('evaluate'), q, keep: chosen.gapIds }),
		released ? meetingsForCase(locals.actor, params.id) : null,
		recordReading(locals.actor, params.id)
	]);
	// recalled while the page was put together
	if (!seen) error(404);
	const { review, ...shown } = found;
	const marks = review?.marks ? marksInOrder(found, review.marks) : null;
	return {
		recalled: null,
		case: shown,
		review: review && { marks, risk: review.risk },
		lists,
		gaps,
		meetings,
		q,
		chosen,
		did: dids.find((d) => url.searchParams.has(d)) ?? null
	};
};
const dids = ['saved', 'submitted', 'evaluated', 'restored', 'discuss', 'archived'] as const;

/** A step without a form of its own. */
const step =
	(run: (actor: App.Locals['actor'], id: string) => Promise<Result<unknown>>, then: (id: string) => string) =>
	async ({ locals, params }: { locals: App.Locals; params: { id: string } }) => {
		if (!isId(params.id)) error(404);
		const done = await run(locals.actor, params.id);
		if (done.ok) redirect(303, then(params.id));
		return sorry(done, {});
	};
function sorry(answer: No, values: Record<string, string | string[]>) {
	if (answer.why === 'not_found') error(404);
	const words = { forbidden: m.cases_refused_forbidden, conflict: m.cases_conflict_review };
	return refused(answer, values, (words[answer.why as keyof typeof words] ?? m.cases_refused_wrong_state)());
}
const many = v.optional(v.array(v.string()), []);
const sure = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check(
			(s) => s === 'on',
			() => m.cases_erase_sure_missing()
		)
	);

export const actions: Actions = {
	submit: async ({ locals, params }) => {
		if (!isId(params.id)) error(404);
		const done = await submitCase(locals.actor, params.id);
		if (done.ok) redirect(303, `/cases/${params.id}?submitted`);
		if (done.why === 'incomplete') redirect(303, `/cases/${params.id}/edit?check`);
		return sorry(done, {});
	},
	delete: step(deleteCase, () => '/cases?tab=mine'),
	archive: step(archiveCase, (id) => `/cases/${id}?archived`),
	restore: step(restoreCase, (id) => `/cases/${id}?restored`),
	erase: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		const parsed = await parseForm(request, v.object({ sure: sure() }));
		if (!parsed.ok) return parsed.refusal;
		const done = await eraseCase(locals.actor, params.id);
		if (done.ok) redirect(303, '/cases?tab=recalled&erased');
		return sorry(done, parsed.values);
	},
	discuss: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		const parsed = await parseForm(request, v.object({ meetingId: textField({ max: 40 }) }));
		if (!parsed.ok) return parsed.refusal;
		const done = await bringCase(locals.actor, params.id, parsed.value.meetingId);
		if (done.ok) redirect(303, `/cases/${params.id}?discuss`);
		return sorry(done, parsed.values);
	},
	recall: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		const reason = v.optional(
			v.picklist(recallReasons, () => m.cases_recall_reason_missing()),
			'other'
		);
		const parsed = await parseForm(request, v.object({ reason }));
		if (!parsed.ok) return parsed.refusal;
		const done = await recallCase(locals.actor, params.id, parsed.value.reason);
		if (done.ok) redirect(303, '/cases?recalled');
		return sorry(done, parsed.values);
	},
	return: async ({ locals, params, request }) => {
		const found = isId(params.id) ? await casePage(locals.actor, params.id) : null;
		if (!found) error(404);
		const parsed = await parseForm(request, returnSchema);
		if (!parsed.ok) return parsed.refusal;
		const { version, comment, passageField: field, passageQuote: quote, passageComment } = parsed.value;
		if (found.review && found.version !== version) return sorry(no('conflict'), parsed.values);
		const { notes, issues } = passagesFrom({ field, quote, comment: passageComment }, found);
		if (issues[0]) {
			const message = passageWords[issues[0].why]({ quote: issues[0].quote });
			return fail(422, { values: parsed.values, issues: [{ field: 'passages', message }] });
		}
		const done = await returnCase(locals.actor, params.id, { comment, passages: notes, version });
		if (done.ok) redirect(303, '/cases/review?done=returned');
		return sorry(done, parsed.values);
	},
	release: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		const parsed = await parseForm(request, releaseSchema);
		if (!parsed.ok) return parsed.refusal;
		const done = await releaseCase(locals.actor, params.id, parsed.value);
		if (done.ok) redirect(303, '/cases/review?done=released');
		return sorry(done, parsed.values);
	},
	evaluate: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		const schema = v.object({ finding: v.picklist(findings, () => m.cases_missing_finding()), gapIds: many });
		const parsed = await parseForm(request, schema);
		if (!parsed.ok) return parsed.refusal;
		const done = await concludeCase(locals.actor, params.id, parsed.value.finding, parsed.value.gapIds);
		if (done.ok) redirect(303, `/cases/${params.id}?evaluated`);
		return sorry(done, parsed.values);
	}
};
