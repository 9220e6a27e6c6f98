/** One list of the catalogues, chosen by ?list=. */
import { error } from '@sveltejs/kit';
import { catalogueItems } from '#concepts/people/admin.queries.server.ts';
import { isCatalogueList } from '#concepts/people/catalogues.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = url.searchParams.get('list') ?? '';
	const list = isCatalogueList(asked) ? asked : 'legalDomain';
	const items = await catalogueItems(locals.actor, list);
	if (!items) error(404);
	return { list, items, saved: url.searchParams.has('saved') };
};
