/** How good the check of case analyses is, for everybody who works with them. */
import { error } from '@sveltejs/kit';
import figures from '#concepts/anonymity/data/figures.json' with { type: 'json' };
import { qualityPage } from '#concepts/anonymity/settings.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const page = await qualityPage(locals.actor);
	if (!page) error(404);
	return { ...page, figures };
};
