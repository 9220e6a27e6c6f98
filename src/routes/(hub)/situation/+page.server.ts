/** The situation picture with its filters. */
import { error } from '@sveltejs/kit';
import { filterFrom, queryOf } from '#concepts/situation/forms.server.ts';
import { situationPage } from '#concepts/situation/queries.server.ts';
import { eventText } from '#wiring.events.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const since = url.searchParams.get('since') ?? '';
	const seen = await situationPage(locals.actor, filterFrom(url), since);
	if (!seen) error(404);
	const { changes } = seen;
	const latest = changes?.latest.map((c) => ({ ...c, text: eventText(c.kind, {}) })) ?? [];
	return { ...seen, latest, query: queryOf(seen.filter), since: changes ? since : '' };
};
