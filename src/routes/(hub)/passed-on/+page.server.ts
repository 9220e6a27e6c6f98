/** What was passed on to the Land or the Bund. */
import { error } from '@sveltejs/kit';
import { escalationList, escalationPageSize } from '#concepts/steering/escalations.queries.server.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = pageOf(url);
	const found = await escalationList(locals.actor, page);
	if (!found) error(404);
	return { ...found, page, pages: pagesFor(found.total, escalationPageSize) };
};
