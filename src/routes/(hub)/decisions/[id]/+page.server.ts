/** One decision: wording, measures, and the answers owed to those behind the gaps. */
import { error, redirect } from '@sveltejs/kit';
import { giveFeedback } from '#concepts/gaps/commands.server.ts';
import { refusalWords } from '#concepts/proposals/words.ts';
import { feedbackForm, issueForm, issueFrom } from '#concepts/steering/form.server.ts';
import { issue } from '#concepts/steering/issue.server.ts';
import { decisionPage } from '#concepts/steering/queries.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await decisionPage(locals.actor, params.id);
	if (!found) error(404);
	return found;
};

export const actions: Actions = {
	feedback: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, feedbackForm());
		if (!parsed.ok) return parsed.refusal;
		const given = await giveFeedback(locals.actor, parsed.value.feedbackId, parsed.value.text);
		if (!given.ok) return refused(given, parsed.values, refusalWords[given.why]());
		redirect(303, `/decisions/${params.id}#feedback`);
	},
	issue: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, issueForm());
		if (!parsed.ok) return parsed.refusal;
		const made = await issue(locals.actor, params.id, issueFrom(parsed.value));
		if (!made.ok) return refused(made, parsed.values, refusalWords[made.why]());
		redirect(303, `/decisions/${params.id}#measures`);
	}
};
