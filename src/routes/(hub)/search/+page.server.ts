/** Search over everything one may see. */
import { searchPage } from '#concepts/steering/search.queries.server.ts';
import { isSearchType, mostHits, searchPageSize } from '#concepts/steering/search.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const wanted = url.searchParams.get('type');
	const type = isSearchType(wanted) ? wanted : null;
	const page = pageOf(url);
	const seen = await searchPage(locals.actor, url.searchParams.get('q') ?? '', { type, page });
	const count = seen.found.find((f) => f.type === type)?.count ?? 0;
	return { ...seen, type, page, pages: pagesFor(count, searchPageSize), count, most: mostHits };
};
