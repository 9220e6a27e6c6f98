/** The red thread of any thing: the whole chain on one page. */
import { error } from '@sveltejs/kit';
import { threadOf } from '#concepts/steering/thread.queries.server.ts';
import { isComplete } from '#concepts/steering/thread.ts';
import { stagesOf } from '#concepts/steering/thread.stages.ts';
import { getLocale } from '#i18n/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const seen = await threadOf(locals.actor, params.type, params.id, url.searchParams.get('gap'));
	if (!seen) error(404);
	const { from, gaps, facts } = seen;
	return {
		from,
		gaps,
		gap: facts
			? { id: facts.gap.id, number: facts.gap.number, title: facts.gap.title, visible: facts.gap.visible }
			: null,
		stages: facts ? stagesOf(facts, params.type, getLocale()) : [],
		done: facts !== null && isComplete(facts)
	};
};
