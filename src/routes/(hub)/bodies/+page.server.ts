/** The bodies, own ones first. */
import { error } from '@sveltejs/kit';
import { mayFound } from '#concepts/bodies/policy.ts';
import { bodies } from '#concepts/bodies/queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const rows = await bodies(locals.actor);
	if (!rows.length && !mayFound(locals.actor)) error(404);
	return { rows, mayFound: mayFound(locals.actor) };
};
