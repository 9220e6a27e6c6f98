/** A result sheet while it is a draft, for its author. */
import { error, redirect } from '@sveltejs/kit';
import { dismissedFrom } from '#concepts/anonymity/field-marks.ts';
import { checked } from '#concepts/gaps/report.check.server.ts';
import { editSheet } from '#concepts/results/commands.server.ts';
import { sheetForm, sheetTextOf } from '#concepts/results/form.server.ts';
import { sheetDraft } from '#concepts/results/queries.server.ts';
import { checkedTexts } from '#concepts/results/rules.ts';
import { refusalWords } from '#concepts/results/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const draft = await sheetDraft(locals.actor, params.id);
	if (!draft) error(404);
	return { draft, id: params.id, marks: (await checked(checkedTexts(draft), [])).marks };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, sheetForm());
		if (!parsed.ok) return parsed.refusal;
		const dismissed = dismissedFrom(parsed.value.dismissed);
		const saved = await editSheet(locals.actor, params.id, sheetTextOf(parsed.value), dismissed);
		if (!saved.ok) return refused(saved, parsed.values, refusalWords[saved.why]());
		redirect(303, `/results/${params.id}`);
	}
};
