/** The waiting room of released analyses: how many wait for what, and the release of a batch by hand. */
import { error, redirect } from '@sveltejs/kit';
import { releaseBatch } from '#concepts/cases/waiting.commands.server.ts';
import { waitingRoom } from '#concepts/cases/waiting.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const room = await waitingRoom(locals.actor);
	if (!room) error(404);
	return { room, released: url.searchParams.has('released') };
};

export const actions: Actions = {
	release: async ({ locals }) => {
		const done = await releaseBatch(locals.actor);
		if (done.ok) redirect(303, '/cases/waiting?released');
		return refused(done, {}, m.cases_refused_forbidden());
	}
};
