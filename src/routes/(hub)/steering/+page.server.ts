/** The committee's page: what is expected, what has changed, what was decided. */
import { error, redirect } from '@sveltejs/kit';
import { review } from '#concepts/meetings/minutes.commands.server.ts';
import { refusalWords } from '#concepts/proposals/words.ts';
import { pictureNow } from '#concepts/situation/queries.server.ts';
import { cockpit } from '#concepts/steering/cockpit.queries.server.ts';
import { confirmForm, pullForm } from '#concepts/steering/form.server.ts';
import { pull } from '#concepts/steering/listing.commands.server.ts';
import { smallPicture } from '#concepts/steering/situation.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const found = await cockpit(locals.actor);
	if (!found) error(404);
	const picture = await pictureNow(locals.actor);
	const done = url.searchParams.get('done');
	return { ...found, picture: picture && smallPicture(picture), done };
};

export const actions: Actions = {
	confirm: async ({ locals, request }) => {
		const parsed = await parseForm(request, confirmForm());
		if (!parsed.ok) return parsed.refusal;
		const { meetingId, seen } = parsed.value;
		const done = await review(locals.actor, meetingId, { confirmed: true, objection: '', seen });
		if (!done.ok) return refused(done, parsed.values, refusalWords[done.why]());
		redirect(303, '/steering?done=minutes');
	},
	pull: async ({ locals, request }) => {
		const parsed = await parseForm(request, pullForm());
		if (!parsed.ok) return parsed.refusal;
		const { proposalId, word } = parsed.value;
		const done = await pull(locals.actor, proposalId, word);
		if (!done.ok) return refused(done, parsed.values, refusalWords[done.why]());
		redirect(303, `/steering?done=pull#proposal-${proposalId}`);
	}
};
