/** Who carries a proposal out until when, if it is adopted without a word. */
import { error, redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/proposals/words.ts';
import { preparing } from '#concepts/steering/before.queries.server.ts';
import { issueForm, issueFrom } from '#concepts/steering/form.server.ts';
import { prepare } from '#concepts/steering/listing.commands.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { isId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = isId(params.proposal) ? await preparing(locals.actor, params.proposal, params.id) : null;
	if (!found) error(404);
	return found;
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, issueForm());
		if (!parsed.ok) return parsed.refusal;
		const done = await prepare(locals.actor, params.proposal, issueFrom(parsed.value));
		if (!done.ok) return refused(done, parsed.values, refusalWords[done.why]());
		redirect(303, `/steering/${params.id}#proposal-${params.proposal}`);
	}
};
