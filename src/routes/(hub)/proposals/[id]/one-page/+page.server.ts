/** A proposal on one page: what is to be decided, why, at what cost, with what behind it. */
import { error } from '@sveltejs/kit';
import { onePage } from '#concepts/proposals/one-page.queries.server.ts';
import { circulationFor } from '#concepts/steering/circulation.queries.server.ts';
import { maySteer } from '#concepts/steering/policy.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await onePage(locals.actor, params.id);
	if (!found) error(404);
	return {
		...found,
		circulation: await circulationFor(locals.actor, params.id),
		steers: maySteer(locals.actor)
	};
};
