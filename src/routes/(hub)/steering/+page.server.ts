/** The committee's page: what is expected, what has changed, what was decided. */
import { error } from '@sveltejs/kit';
import { cockpit } from '#concepts/steering/cockpit.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const found = await cockpit(locals.actor);
	if (!found) error(404);
	return found;
};
