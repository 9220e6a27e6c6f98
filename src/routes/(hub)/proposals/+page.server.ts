/** All proposals that this reader may see, with filters. */
import { error } from '@sveltejs/kit';
import { list, pageSize } from '#concepts/proposals/queries.server.ts';
import { proposalStates } from '#concepts/proposals/rules.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const state = url.searchParams.get('state') ?? '';
	const filter = {
		states: proposalStates.filter((s) => s === state),
		bodyId: url.searchParams.get('group') ?? '',
		page: pageOf(url)
	};
	const found = await list(locals.actor, filter);
	if (!found) error(404);
	return {
		...found,
		filter: { state, group: filter.bodyId },
		page: filter.page,
		pages: pagesFor(found.total, pageSize)
	};
};
