/** One mandate: goal, due date, reports, history – and the steps this actor may take. */
import { error, redirect } from '@sveltejs/kit';
import { takeMandateStep } from '#concepts/bodies/commands.server.ts';
import { mandateStepForm } from '#concepts/bodies/form.server.ts';
import { mandatePage } from '#concepts/bodies/queries.server.ts';
import { refusalWords } from '#concepts/bodies/words.ts';
import { labelsOf } from '#concepts/steering/directory.queries.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { eventText } from '#wiring.events.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const mandate = await mandatePage(locals.actor, params.id);
	if (!mandate) error(404);
	const meeting = mandate.meetingId ? { type: 'meeting', id: mandate.meetingId } : null;
	const labels = await labelsOf(locals.actor, meeting ? [meeting] : []);
	const history = mandate.history.map((e) => ({ at: e.at, text: eventText(e.kind, e.data), dueOn: e.data.dueOn }));
	return {
		mandate: { ...mandate, history },
		meeting: meeting && (labels.get(`meeting:${meeting.id}`) ?? null),
		hasMeeting: meeting !== null
	};
};
export const actions: Actions = {
	step: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, mandateStepForm());
		if (!parsed.ok) return parsed.refusal;
		const { step, text, dueOn } = parsed.value;
		const taken = await takeMandateStep(locals.actor, params.id, step, { text, dueOn });
		if (!taken.ok) return refused(taken, parsed.values, refusalWords[taken.why]());
		redirect(303, `/mandates/${params.id}`);
	}
};
