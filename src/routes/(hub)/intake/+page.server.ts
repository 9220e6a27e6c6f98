/** The intake: what waits for the office, urgent first, then oldest first. */
import { error } from '@sveltejs/kit';
import { codingLabels } from '#concepts/gaps/catalogues.server.ts';
import { intakePage } from '#concepts/gaps/intake.queries.server.ts';
import { pageOf } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const state = url.searchParams.get('state') ?? '';
	const intake = await intakePage(locals.actor, { state, page: pageOf(url) });
	if (!intake) error(404);
	return { ...intake, state, lists: await codingLabels(), done: url.searchParams.get('done') ?? '' };
};
