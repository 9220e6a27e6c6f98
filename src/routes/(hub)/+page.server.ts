/** The start page. */
import { error } from '@sveltejs/kit';
import { startPage } from '#concepts/steering/start.queries.server.ts';
import { quickActions } from '#concepts/steering/start.ts';
import { eventText } from '#wiring.events.server.ts';
import { iconOf } from '#wiring.words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const seen = await startPage(locals.actor);
	if (!seen) error(404);
	const news = seen.news.map(({ kind, data, ...n }) => ({
		...n,
		text: eventText(kind, data),
		icon: iconOf(n.label.type)
	}));
	return { ...seen, news, actions: quickActions(locals.actor) };
};
