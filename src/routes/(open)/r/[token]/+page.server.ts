/** A released result sheet for whoever holds a link; 404 for everything else. */
import { error } from '@sveltejs/kit';
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import { sheetByLink } from '#concepts/results/queries.server.ts';
import type { PageServerLoad } from './$types';

/** Security: the address is the key. No search engine keeps it, and no page learns of it. */
export const load: PageServerLoad = async ({ params, setHeaders }) => {
	setHeaders({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow, noarchive' });
	const sheet = await sheetByLink(params.token);
	if (!sheet) error(404);
	const { id: _, ...shown } = sheet;
	return { sheet: shown, countyName: (await settingsForPages()).countyName, token: params.token };
};
