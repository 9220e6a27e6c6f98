/** The calendar entry of a meeting, for those who may read it. */
import { error } from '@sveltejs/kit';
import { entryOf } from '#concepts/meetings/invitation.mail.server.ts';
import { calendarPage } from '#concepts/meetings/invitation.queries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const found = await calendarPage(locals.actor, params.id);
	if (!found) error(404);
	return new Response(entryOf(found, found.state === 'cancelled' ? 'CANCEL' : 'PUBLISH'), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="sitzung.ics"'
		}
	});
};
