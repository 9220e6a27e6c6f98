/** One matter that was passed on: letter, resubmission, answer. */
import { error, redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/proposals/words.ts';
import { takeEscalationStep } from '#concepts/steering/escalations.commands.server.ts';
import { escalationPage } from '#concepts/steering/escalations.queries.server.ts';
import { escalationForm } from '#concepts/steering/form.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { today } from '#platform/clock.ts';
import { eventText } from '#wiring.events.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await escalationPage(locals.actor, params.id);
	if (!found) error(404);
	const history = found.history.map((h) => ({ at: h.at, text: eventText(h.kind, h.data) }));
	return { matter: { ...found, history }, today: today(), done: url.searchParams.has('done') };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, escalationForm());
		if (!parsed.ok) return parsed.refusal;
		const { step, ...input } = parsed.value;
		const taken = await takeEscalationStep(locals.actor, params.id, step, input);
		if (!taken.ok) return refused(taken, parsed.values, refusalWords[taken.why]());
		redirect(303, `/passed-on/${params.id}?done`);
	}
};
