/** Name and purpose of a body; closing and resuming it. */
import { error, redirect } from '@sveltejs/kit';
import { edit, takeBodyStep } from '#concepts/bodies/commands.server.ts';
import { bodyForm, bodyStepForm } from '#concepts/bodies/form.server.ts';
import { bodyPage } from '#concepts/bodies/queries.server.ts';
import { refusalWords } from '#concepts/bodies/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const body = await bodyPage(locals.actor, params.id);
	if (!body?.mayEdit) error(404);
	return { body };
};
export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, bodyForm());
		if (!parsed.ok) return parsed.refusal;
		const saved = await edit(locals.actor, params.id, parsed.value);
		if (!saved.ok) return refused(saved, parsed.values, refusalWords[saved.why]());
		redirect(303, `/bodies/${params.id}`);
	},
	step: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, bodyStepForm());
		if (!parsed.ok) return parsed.refusal;
		const taken = await takeBodyStep(locals.actor, params.id, parsed.value.step);
		if (!taken.ok) return refused(taken, parsed.values, refusalWords[taken.why]());
		redirect(303, `/bodies/${params.id}`);
	}
};
