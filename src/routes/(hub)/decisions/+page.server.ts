/** All decisions, by meeting. */
import { error } from '@sveltejs/kit';
import { decisionsPage, pageSize } from '#concepts/steering/queries.server.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = pageOf(url);
	const found = await decisionsPage(locals.actor, page);
	if (!found) error(404);
	return { ...found, page, pages: pagesFor(found.total, pageSize) };
};
