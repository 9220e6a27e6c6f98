/** Begins a proposal in a group, for gaps or without. */
import { error, redirect } from '@sveltejs/kit';
import { create } from '#concepts/proposals/commands.server.ts';
import { newForm } from '#concepts/proposals/form.server.ts';
import { beginning } from '#concepts/proposals/queries.server.ts';
import { refusalWords } from '#concepts/proposals/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const bodyId = url.searchParams.get('body') ?? '';
	const found = await beginning(locals.actor, bodyId);
	if (!found) error(404);
	return { ...found, bodyId, gapIds: url.searchParams.getAll('gap') };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const parsed = await parseForm(request, newForm());
		if (!parsed.ok) return parsed.refusal;
		const made = await create(locals.actor, parsed.value);
		if (!made.ok) return refused(made, parsed.values, refusalWords[made.why]());
		redirect(303, `/proposals/${made.value.id}`);
	}
};
