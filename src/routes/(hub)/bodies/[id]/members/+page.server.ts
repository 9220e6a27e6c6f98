/** Seats of a body, added and ended by the office. */
import { error, redirect } from '@sveltejs/kit';
import { endSeat, join } from '#concepts/bodies/commands.server.ts';
import { endSeatForm, seatForm } from '#concepts/bodies/form.server.ts';
import { bodyPage, seatChoices } from '#concepts/bodies/queries.server.ts';
import { refusalWords } from '#concepts/bodies/words.ts';
import { today } from '#platform/clock.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const body = await bodyPage(locals.actor, params.id);
	if (!body?.mayEdit) error(404);
	return { body, choices: await seatChoices(locals.actor), today: today() };
};
export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, seatForm());
		if (!parsed.ok) return parsed.refusal;
		const { on: _on, ...seat } = parsed.value;
		const added = await join(locals.actor, params.id, { ...seat, untilOn: seat.untilOn || null });
		if (!added.ok) return refused(added, parsed.values, refusalWords[added.why]());
		redirect(303, `/bodies/${params.id}/members`);
	},
	end: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, endSeatForm());
		if (!parsed.ok) return parsed.refusal;
		const ended = await endSeat(locals.actor, params.id, parsed.value.membershipId, parsed.value.untilOn);
		if (!ended.ok) return refused(ended, parsed.values, refusalWords[ended.why]());
		redirect(303, `/bodies/${params.id}/members`);
	}
};
