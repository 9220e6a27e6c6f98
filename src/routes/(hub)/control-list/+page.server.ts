/** The control list with its filters; the committee takes note of what is done. */
import { error, redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/proposals/words.ts';
import { noteDone } from '#concepts/steering/control.commands.server.ts';
import { filterFrom } from '#concepts/steering/control.ts';
import { controlList, controlPageSize } from '#concepts/steering/control.queries.server.ts';
import { noteForm } from '#concepts/steering/form.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = filterFrom(url);
	const page = pageOf(url);
	const found = await controlList(locals.actor, filter, page);
	if (!found) error(404);
	const noted = Number(url.searchParams.get('noted')) || 0;
	return { ...found, filter, page, pages: pagesFor(found.total, controlPageSize), noted };
};

export const actions: Actions = {
	note: async ({ locals, request }) => {
		const parsed = await parseForm(request, noteForm());
		if (!parsed.ok) return parsed.refusal;
		const done = await noteDone(locals.actor, parsed.value.meetingId);
		if (!done.ok) return refused(done, parsed.values, refusalWords[done.why]());
		redirect(303, `/control-list?tab=done&noted=${done.value.noted}`);
	}
};
