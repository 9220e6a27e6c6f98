/** Starts a circulation vote on an admitted proposal (?proposal=). */
import { error, redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/proposals/words.ts';
import { startCirculation } from '#concepts/steering/circulation.commands.server.ts';
import { circulating } from '#concepts/steering/circulation.queries.server.ts';
import { circulateForm, circulatingFrom } from '#concepts/steering/form.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

const about = (url: URL): string => url.searchParams.get('proposal') ?? '';

export const load: PageServerLoad = async ({ locals, url }) => {
	const found = await circulating(locals.actor, about(url));
	if (!found) error(404);
	return found;
};

export const actions: Actions = {
	start: async ({ locals, request, url }) => {
		const parsed = await parseForm(request, circulateForm());
		if (!parsed.ok) return parsed.refusal;
		const made = await startCirculation(locals.actor, circulatingFrom(about(url), parsed.value));
		if (!made.ok) return refused(made, parsed.values, refusalWords[made.why]());
		redirect(303, `/circulations/${made.value.id}`);
	}
};
