/** The own page of whoever was asked for a statement: the question, the text it is about, the answer. */
import { error, redirect } from '@sveltejs/kit';
import { statementForm, statementFrom } from '#concepts/proposals/beside.form.server.ts';
import { answerStatement, draftStatement } from '#concepts/proposals/statements.commands.server.ts';
import { statementPage } from '#concepts/proposals/statements.queries.server.ts';
import { refusalWords } from '#concepts/proposals/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await statementPage(locals.actor, params.id);
	if (!found) error(404);
	return { ...found, drafted: url.searchParams.has('drafted'), thanks: url.searchParams.has('thanks') };
};

export const actions: Actions = {
	draft: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, statementForm());
		if (!parsed.ok) return parsed.refusal;
		const saved = await draftStatement(locals.actor, params.id, statementFrom(parsed.value).given);
		if (!saved.ok) return refused(saved, parsed.values, refusalWords[saved.why]());
		redirect(303, `/statements/${params.id}?drafted`);
	},
	answer: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, statementForm());
		if (!parsed.ok) return parsed.refusal;
		const { given, seen } = statementFrom(parsed.value);
		const answered = await answerStatement(locals.actor, params.id, given, seen);
		if (!answered.ok) return refused(answered, parsed.values, refusalWords[answered.why]());
		redirect(303, `/statements/${params.id}?thanks`);
	}
};
