/** A new date or place after the invitation: everyone invited is told. */
import { error } from '@sveltejs/kit';
import { postponeForm, timesFrom } from '#concepts/meetings/form.server.ts';
import { postpone } from '#concepts/meetings/postponing.commands.server.ts';
import { parseForm } from '#platform/form.server.ts';
import { answer, meetingFor } from '../meeting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await meetingFor(locals.actor, params.id, 'leads');
	if (!found.meeting.steps.includes('postpone')) error(404);
	return found;
};
export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, postponeForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await postpone(locals.actor, params.id, timesFrom(parsed.value)),
			parsed.values,
			`/meetings/${params.id}`
		);
	}
};
