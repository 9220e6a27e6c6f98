/** The papers of the committee: what can be made, what was made, how far it is. */
import { error, redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/bodies/words.ts';
import { orderAgain, orderPaper } from '#concepts/steering/papers.commands.server.ts';
import { againForm, orderForm } from '#concepts/steering/papers.form.server.ts';
import { papersPage, paperPageSize } from '#concepts/steering/papers.queries.server.ts';
import { latestKeyDate } from '#concepts/steering/papers.rules.ts';
import { today } from '#platform/clock.ts';
import { parseForm, refused, type Typed } from '#platform/form.server.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { Result } from '#platform/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = pageOf(url);
	const found = await papersPage(locals.actor, page);
	if (!found) error(404);
	const meetingId = url.searchParams.get('meeting') ?? '';
	return { ...found, page, pages: pagesFor(found.total, paperPageSize), latest: latestKeyDate(today()), meetingId };
};

/** Back to the list; a build that was finished between two clicks is there. */
function answer(done: Result<{ id: string }>, values: Typed) {
	if (!done.ok && done.why !== 'conflict') return refused(done, values, refusalWords[done.why]());
	redirect(303, '/papers#built');
}

export const actions: Actions = {
	order: async ({ locals, request }) => {
		const parsed = await parseForm(request, orderForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(await orderPaper(locals.actor, parsed.value), parsed.values);
	},
	again: async ({ locals, request }) => {
		const parsed = await parseForm(request, againForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(await orderAgain(locals.actor, parsed.value.id), parsed.values);
	}
};
