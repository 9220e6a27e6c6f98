/** What the frame of each page behind the login shows. No guard: hooks.server.ts is. */
import { unreadCount } from '#concepts/people/inbox.queries.server.ts';
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import { trialMode } from '#platform/env.server.ts';
import { navigationOf } from '../../wiring.navigation.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, depends }) => {
	depends('hub:inbox');
	const [unread, settings] = await Promise.all([unreadCount(locals.actor), settingsForPages()]);
	return {
		me: { id: locals.actor.id ?? '', name: locals.actor.name },
		nav: navigationOf(locals.actor),
		unread,
		county: settings.countyName,
		trial: trialMode()
	};
};
