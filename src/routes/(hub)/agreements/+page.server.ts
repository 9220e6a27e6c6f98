/** The register of agreements. */
import { error } from '@sveltejs/kit';
import { filterFrom } from '#concepts/agreements/form.server.ts';
import { agreementList } from '#concepts/agreements/queries.server.ts';
import { itemsOf } from '#concepts/people/catalogues.queries.server.ts';
import { pageOf } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = filterFrom(url);
	const page = pageOf(url);
	const found = await agreementList(locals.actor, filter, page);
	if (!found) error(404);
	return { ...found, filter, page, domains: await itemsOf('legalDomain') };
};
