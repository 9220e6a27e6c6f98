/** Gives a mandate to a working group. */
import { error, redirect } from '@sveltejs/kit';
import { give } from '#concepts/bodies/commands.server.ts';
import { mandateForm } from '#concepts/bodies/form.server.ts';
import { bodyPage } from '#concepts/bodies/queries.server.ts';
import { refusalWords } from '#concepts/bodies/words.ts';
import { addDays, today } from '#platform/clock.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const body = await bodyPage(locals.actor, params.id);
	if (!body?.mayGive) error(404);
	return { body: { id: body.id, name: body.name }, tomorrow: addDays(today(), 1) };
};
export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, mandateForm());
		if (!parsed.ok) return parsed.refusal;
		const { goal, dueOn, interimDueOn } = parsed.value;
		const given = await give(locals.actor, { bodyId: params.id, goal, dueOn, interimDueOn: interimDueOn || null });
		if (!given.ok) return refused(given, parsed.values, refusalWords[given.why]());
		redirect(303, `/mandates/${given.value.id}`);
	}
};
