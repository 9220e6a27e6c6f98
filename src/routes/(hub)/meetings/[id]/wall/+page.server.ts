/** The running meeting for the wall of the room; asked anew every few seconds. */
import { meetingFor } from '../meeting.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('meeting:wall');
	const { meeting } = await meetingFor(locals.actor, params.id, 'all');
	const open = meeting.items.findIndex((i) => i.state === 'called');
	const shown = meeting.items.map(({ id, title, minutes, rapporteur, kind, state, calledAt }, n) => {
		return { id, title, minutes, rapporteur, kind, state, calledAt, n: n + 1 };
	});
	return {
		meeting: { id: meeting.id, title: meeting.title, bodyName: meeting.bodyName, state: meeting.state },
		called: shown[open] ?? null,
		next: shown.slice(open + 1).find((i) => i.state === 'scheduled') ?? null
	};
};
