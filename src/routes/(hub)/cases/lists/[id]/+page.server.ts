/** What is stored of one list; for its own organisation alone. */
import { error } from '@sveltejs/kit';
import { labelLists } from '#concepts/cases/lists.labels.ts';
import { listPage } from '#concepts/cases/lists.queries.server.ts';
import { catalogues } from '#concepts/people/catalogues.queries.server.ts';
import { isId } from '#platform/ids.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const list = isId(params.id) ? await listPage(locals.actor, params.id) : null;
	if (!list) error(404);
	return { list, lists: await catalogues(labelLists), sent: url.searchParams.has('sent') };
};
