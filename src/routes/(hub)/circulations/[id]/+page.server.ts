/** One circulation vote: what it is about, one's own vote, how the others have voted. */
import { error, redirect } from '@sveltejs/kit';
import { onePage } from '#concepts/proposals/one-page.queries.server.ts';
import { refusalWords } from '#concepts/proposals/words.ts';
import { castVote, demandSitting } from '#concepts/steering/circulation.commands.server.ts';
import { circulationPage } from '#concepts/steering/circulation.queries.server.ts';
import { conflictForm, demandForm, voteForm } from '#concepts/steering/form.server.ts';
import { setConflict } from '#concepts/steering/listing.commands.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await circulationPage(locals.actor, params.id);
	if (!found) error(404);
	const about = await onePage(locals.actor, found.circulation.proposalId);
	return {
		...found,
		me: locals.actor.id,
		outline: about?.outline ?? null,
		responsible: about?.responsible ?? '',
		dissents: about?.dissents ?? []
	};
};

export const actions: Actions = {
	vote: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, voteForm());
		if (!parsed.ok) return parsed.refusal;
		const done = await castVote(locals.actor, params.id, parsed.value);
		if (!done.ok) return refused(done, parsed.values, refusalWords[done.why]());
		redirect(303, `/circulations/${params.id}`);
	},
	demand: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, demandForm());
		if (!parsed.ok) return parsed.refusal;
		const done = await demandSitting(locals.actor, params.id, parsed.value.word);
		if (!done.ok) return refused(done, parsed.values, refusalWords[done.why]());
		redirect(303, `/circulations/${params.id}`);
	},
	conflict: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, conflictForm());
		if (!parsed.ok) return parsed.refusal;
		const { proposalId, accountId, on } = parsed.value;
		const done = await setConflict(locals.actor, proposalId, accountId, on === 'on');
		if (!done.ok) return refused(done, parsed.values, refusalWords[done.why]());
		redirect(303, `/circulations/${params.id}`);
	}
};
