/** Founds a body. */
import { error, redirect } from '@sveltejs/kit';
import { found } from '#concepts/bodies/commands.server.ts';
import { bodyForm } from '#concepts/bodies/form.server.ts';
import { mayFound } from '#concepts/bodies/policy.ts';
import { refusalWords } from '#concepts/bodies/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!mayFound(locals.actor)) error(404);
};
export const actions: Actions = {
	default: async ({ locals, request }) => {
		const parsed = await parseForm(request, bodyForm());
		if (!parsed.ok) return parsed.refusal;
		const made = await found(locals.actor, parsed.value);
		if (!made.ok) return refused(made, parsed.values, refusalWords[made.why]());
		redirect(303, `/bodies/${made.value}/members`);
	}
};
