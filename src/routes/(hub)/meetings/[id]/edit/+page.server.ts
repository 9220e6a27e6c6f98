/** Title, date and place of a meeting that has not been invited to. */
import { error } from '@sveltejs/kit';
import { edit } from '#concepts/meetings/commands.server.ts';
import { meetingForm, timesFrom } from '#concepts/meetings/form.server.ts';
import { parseForm } from '#platform/form.server.ts';
import { answer, meetingFor } from '../meeting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await meetingFor(locals.actor, params.id, 'leads');
	if (!found.meeting.mayEdit) error(404);
	return found;
};
export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, meetingForm());
		if (!parsed.ok) return parsed.refusal;
		const input = { title: parsed.value.title, ...timesFrom(parsed.value) };
		return answer(await edit(locals.actor, params.id, input), parsed.values, `/meetings/${params.id}`);
	}
};
