/** Who read which case analysis, for data protection. */
import { error } from '@sveltejs/kit';
import { askedReadings, filterOf } from '#concepts/cases/readings.filter.ts';
import { readingsOf, readingsPageSize } from '#concepts/cases/readings.queries.server.ts';
import { pageOf } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = askedReadings(url);
	const page = Math.min(pageOf(url), 200);
	const found = await readingsOf(locals.actor, filterOf(asked), { size: readingsPageSize, page });
	if (!found) error(404);
	return { ...found, asked, page, pageSize: readingsPageSize };
};
