/** The review queue: what others have submitted, oldest first, without their names. */
import { error } from '@sveltejs/kit';
import { pageSize } from '#concepts/cases/list.queries.server.ts';
import { reviewQueue } from '#concepts/cases/review.queries.server.ts';
import { catalogue } from '#concepts/people/catalogues.queries.server.ts';
import { pageOf } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = pageOf(url);
	const found = await reviewQueue(locals.actor, page);
	if (!found) error(404);
	return {
		...found,
		page,
		pages: Math.ceil(found.total / pageSize),
		domains: await catalogue('legalDomain'),
		done: url.searchParams.get('done')
	};
};
