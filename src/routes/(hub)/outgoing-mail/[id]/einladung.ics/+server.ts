/** Trial mode only: the calendar entry of a mail. */
import { error, type RequestHandler } from '@sveltejs/kit';
import { outgoingCalendar } from '#concepts/people/outgoing.queries.server.ts';

export const GET: RequestHandler = async ({ locals, params }) => {
	const calendar = await outgoingCalendar(locals.actor, params.id ?? '');
	if (!calendar) error(404);
	return new Response(calendar, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="einladung.ics"'
		}
	});
};
