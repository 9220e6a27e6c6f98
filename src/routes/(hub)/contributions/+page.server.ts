/** „Meine Beiträge“: reports, confirmations and analyses of one's own, what became of them, and what is said later on. */
import { redirect } from '@sveltejs/kit';
import { casesPage } from '#concepts/cases/list.queries.server.ts';
import { addObservation, askReopening } from '#concepts/gaps/after.commands.server.ts';
import { contributionsPage, gapsBehindCases } from '#concepts/gaps/contributions.queries.server.ts';
import { laterForm } from '#concepts/gaps/forms.server.ts';
import { may } from '#concepts/gaps/policy.ts';
import { refusalWords } from '#concepts/gaps/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { pageOf } from '#platform/paging.ts';
import type { Actions, PageServerLoad } from './$types';

const casesShown = 10;

export const load: PageServerLoad = async ({ locals, url }) => {
	const [contributions, cases] = await Promise.all([
		contributionsPage(locals.actor, pageOf(url)),
		casesPage(locals.actor, 'mine', 1)
	]);
	const shown = cases?.rows.slice(0, casesShown) ?? [];
	const gaps = await gapsBehindCases(
		locals.actor,
		shown.map((c) => c.id)
	);
	return {
		...contributions,
		cases: shown.map((c) => ({ ...c, gaps: gaps.get(c.id) ?? [] })),
		allCases: cases?.total ?? 0,
		mayReport: may(locals.actor, 'report'),
		done: ['observed', 'asked'].find((name) => url.searchParams.has(name)) ?? ''
	};
};

export const actions: Actions = {
	observe: async ({ locals, request }) => {
		const parsed = await parseForm(request, laterForm());
		if (!parsed.ok) return parsed.refusal;
		const done = await addObservation(locals.actor, parsed.value.gapId, parsed.value.text);
		if (!done.ok) return refused(done, parsed.values, refusalWords[done.why]());
		redirect(303, '/contributions?observed');
	},
	reopen: async ({ locals, request }) => {
		const parsed = await parseForm(request, laterForm());
		if (!parsed.ok) return parsed.refusal;
		const done = await askReopening(locals.actor, parsed.value.gapId, parsed.value.text);
		if (!done.ok) return refused(done, parsed.values, refusalWords[done.why]());
		redirect(303, '/contributions?asked');
	}
};
