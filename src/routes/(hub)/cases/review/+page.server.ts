/** The review queue: what others have submitted, oldest first, without their names. */
import { error } from '@sveltejs/kit';
import { casesPage, pageSize } from '#concepts/cases/queries.server.ts';
import { catalogue } from '#concepts/people/catalogues.queries.server.ts';
import { pageOf } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = pageOf(url);
	const found = await casesPage(locals.actor, 'review', page);
	if (!found) error(404);
	return {
		...found,
		page,
		pages: Math.ceil(found.total / pageSize),
		domains: await catalogue('legalDomain'),
		done: url.searchParams.get('done')
	};
};
