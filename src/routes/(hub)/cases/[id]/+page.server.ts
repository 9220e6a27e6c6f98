/** One case analysis: read by all inside once released, by its author and a reviewer before. */
import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	archiveCase,
	deleteCase,
	recallCase,
	recordReading,
	releaseCase,
	returnCase,
	submitCase
} from '#concepts/cases/commands.server.ts';
import { caseCatalogues } from '#concepts/cases/form.server.ts';
import { casePage, recalledCase } from '#concepts/cases/queries.server.ts';
import { findings, readable } from '#concepts/cases/rules.ts';
import { concludeCase } from '#concepts/gaps/cases.commands.server.ts';
import { gapsOfCase } from '#concepts/gaps/cases.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { parseForm, refused, textField } from '#platform/form.server.ts';
import { isId } from '#platform/ids.ts';
import type { No, Result } from '#platform/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!isId(params.id)) error(404);
	const found = await casePage(locals.actor, params.id);
	const recalled = found ? null : await recalledCase(locals.actor, params.id);
	if (recalled) return { recalled };
	if (!found) error(404);
	const q = url.searchParams.get('q') ?? '';
	const [lists, gaps] = await Promise.all([
		caseCatalogues(),
		gapsOfCase(locals.actor, params.id, { offer: found.steps.includes('evaluate'), q }),
		readable.includes(found.state) ? recordReading(locals.actor, params.id) : undefined
	]);
	const did = ['saved', 'submitted', 'evaluated'].find((d) => url.searchParams.has(d)) ?? null;
	return { recalled: null, case: found, lists, gaps, q, did };
};

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
	return refused(
		answer,
		values,
		answer.why === 'forbidden' ? m.cases_refused_forbidden() : m.cases_refused_wrong_state()
	);
}
const many = v.optional(v.array(v.string()), []);

export const actions: Actions = {
	submit: async ({ locals, params }) => {
		if (!isId(params.id)) error(404);
		const done = await submitCase(locals.actor, params.id);
		if (done.ok) redirect(303, `/cases/${params.id}?submitted`);
		if (done.why === 'incomplete') redirect(303, `/cases/${params.id}/edit?check`);
		return sorry(done, {});
	},
	delete: step(deleteCase, () => '/cases?tab=mine'),
	archive: step(archiveCase, (id) => `/cases/${id}`),
	recall: step(recallCase, () => '/cases?recalled'),
	return: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		const parsed = await parseForm(request, v.object({ comment: textField({ max: 2000 }) }));
		if (!parsed.ok) return parsed.refusal;
		const done = await returnCase(locals.actor, params.id, parsed.value.comment);
		if (done.ok) redirect(303, '/cases/review?done=returned');
		return sorry(done, parsed.values);
	},
	release: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		const parsed = await parseForm(request, v.object({ ticked: many }));
		if (!parsed.ok) return parsed.refusal;
		const done = await releaseCase(locals.actor, params.id, parsed.value.ticked);
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
