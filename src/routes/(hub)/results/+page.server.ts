/** The result sheets, and for the office the links by which their feed is read. */
import { error, redirect } from '@sveltejs/kit';
import { makeFeedLink, revokeFeedLink } from '#concepts/results/distribution.commands.server.ts';
import { linkForm, linkIdForm } from '#concepts/results/form.server.ts';
import { sheetList, sheetPageSize } from '#concepts/results/queries.server.ts';
import { refusalWords } from '#concepts/results/words.ts';
import { baseUrl } from '#platform/env.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = pageOf(url);
	const found = await sheetList(locals.actor, page);
	if (!found) error(404);
	return { ...found, page, pages: pagesFor(found.total, sheetPageSize), feedUrl: `${baseUrl()}/results.atom` };
};

export const actions: Actions = {
	link: async ({ locals, request }) => {
		const parsed = await parseForm(request, linkForm());
		if (!parsed.ok) return parsed.refusal;
		const made = await makeFeedLink(locals.actor, parsed.value);
		if (!made.ok) return refused(made, parsed.values, refusalWords[made.why]());
		const url = `${baseUrl()}/results.atom?key=${made.value.token}`;
		return { made: { url, until: made.value.expiresAt.toISOString() } };
	},
	unlink: async ({ locals, request }) => {
		const parsed = await parseForm(request, linkIdForm());
		if (!parsed.ok) return parsed.refusal;
		const ended = await revokeFeedLink(locals.actor, parsed.value.linkId);
		if (!ended.ok) return refused(ended, parsed.values, refusalWords[ended.why]());
		redirect(303, '/results');
	}
};
