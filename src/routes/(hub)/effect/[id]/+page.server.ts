/** One effect review: three questions for those who were asked, counts for the others, the outcome for the office. */
import { error, redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/proposals/words.ts';
import { answerForm, closeForm, keepClosedForm } from '#concepts/steering/form.server.ts';
import { reviewPage } from '#concepts/steering/reviews.queries.server.ts';
import {
	answerReview,
	askNow,
	closeReview,
	keepClosed,
	reopenGap
} from '#concepts/steering/reviews.commands.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await reviewPage(locals.actor, params.id);
	if (!found) error(404);
	return { ...found, thanks: url.searchParams.has('thanks') };
};

export const actions: Actions = {
	answer: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, answerForm());
		if (!parsed.ok) return parsed.refusal;
		const given = await answerReview(locals.actor, params.id, parsed.value);
		if (!given.ok) return refused(given, parsed.values, refusalWords[given.why]());
		redirect(303, `/effect/${params.id}?thanks`);
	},
	close: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, closeForm());
		if (!parsed.ok) return parsed.refusal;
		const closed = await closeReview(locals.actor, params.id, parsed.value.choice);
		if (!closed.ok) return refused(closed, parsed.values, refusalWords[closed.why]());
		redirect(303, `/effect/${params.id}`);
	},
	ask: async ({ locals, params }) => {
		const asked = await askNow(locals.actor, params.id);
		if (!asked.ok) return refused(asked, {}, refusalWords[asked.why]());
		redirect(303, `/effect/${params.id}`);
	},
	keep: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, keepClosedForm());
		if (!parsed.ok) return parsed.refusal;
		const kept = await keepClosed(locals.actor, params.id, parsed.value.reason);
		if (!kept.ok) return refused(kept, parsed.values, refusalWords[kept.why]());
		redirect(303, `/effect/${params.id}`);
	},
	reopen: async ({ locals, params }) => {
		const reopened = await reopenGap(locals.actor, params.id);
		if (!reopened.ok) return refused(reopened, {}, refusalWords[reopened.why]());
		redirect(303, `/effect/${params.id}`);
	}
};
