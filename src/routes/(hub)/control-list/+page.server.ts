/** The control list with its filters. */
import { error } from '@sveltejs/kit';
import { filterFrom } from '#concepts/steering/control.ts';
import { controlList, controlPageSize } from '#concepts/steering/control.queries.server.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = filterFrom(url);
	const page = pageOf(url);
	const found = await controlList(locals.actor, filter, page);
	if (!found) error(404);
	return { ...found, filter, page, pages: pagesFor(found.total, controlPageSize) };
};
