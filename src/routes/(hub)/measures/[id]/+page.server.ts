/** One measure: the unit accepts and reports, the office approves. */
import { error, redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/proposals/words.ts';
import { measureForm } from '#concepts/steering/form.server.ts';
import { takeMeasureStep } from '#concepts/steering/measures.commands.server.ts';
import { measurePage } from '#concepts/steering/measures.queries.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await measurePage(locals.actor, params.id);
	if (!found) error(404);
	return { ...found, done: url.searchParams.has('done') };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, measureForm());
		if (!parsed.ok) return parsed.refusal;
		const { step, ...input } = parsed.value;
		const taken = await takeMeasureStep(locals.actor, params.id, step, input);
		if (!taken.ok) return refused(taken, parsed.values, refusalWords[taken.why]());
		redirect(303, `/measures/${params.id}?done`);
	}
};
