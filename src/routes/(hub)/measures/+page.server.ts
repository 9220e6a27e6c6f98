/** Measures: the own house's, those that wait for the office, all. */
import { error } from '@sveltejs/kit';
import { has, isInside, isOffice } from '#concepts/people/actor.ts';
import { measurePageSize, measuresPage, measureTabs } from '#concepts/steering/measures.queries.server.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const a = locals.actor;
	const start = isOffice(a) ? 'waiting' : isInside(a) && !has(a, 'responsible_unit') ? 'all' : 'mine';
	const tab = measureTabs.find((t) => t === url.searchParams.get('tab')) ?? start;
	const page = pageOf(url);
	const found = await measuresPage(a, tab, page);
	if (!found) error(404);
	return { ...found, tab, page, pages: pagesFor(found.total, measurePageSize) };
};
