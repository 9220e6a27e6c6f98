/** The situation picture for machines: the figures of the page, with its filters. */
import { error, json } from '@sveltejs/kit';
import { filterFrom } from '#concepts/situation/forms.server.ts';
import { jsonOf } from '#concepts/situation/paper.ts';
import { situation } from '#concepts/situation/queries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const seen = await situation(locals.actor, filterFrom(url));
	if (!seen) error(404);
	return json(jsonOf(seen), {
		headers: { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }
	});
};
