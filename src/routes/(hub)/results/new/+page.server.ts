/** A new result sheet, begun with what the gap and the decision on it say. */
import { error, redirect } from '@sveltejs/kit';
import { dismissedFrom } from '#concepts/anonymity/field-marks.ts';
import { checked } from '#concepts/gaps/report.check.server.ts';
import { createSheet } from '#concepts/results/commands.server.ts';
import { sheetForm, sheetTextOf } from '#concepts/results/form.server.ts';
import { gapForSheet } from '#concepts/results/queries.server.ts';
import { checkedTexts, emptySheet, limits } from '#concepts/results/rules.ts';
import { refusalWords } from '#concepts/results/words.ts';
import { aroundGap } from '#concepts/steering/around-gap.queries.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const gap = await gapForSheet(locals.actor, url.searchParams.get('gap') ?? '');
	if (!gap) error(404);
	const decided = (await aroundGap(locals.actor, gap.id)).filter((l) => l.type === 'decision').at(-1)?.title ?? '';
	const text = {
		...emptySheet,
		title: gap.title.slice(0, limits.title),
		background: gap.description.slice(0, limits.background),
		decided: decided.slice(0, limits.decided)
	};
	return { gap, text, marks: (await checked(checkedTexts(text), [])).marks };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const parsed = await parseForm(request, sheetForm());
		if (!parsed.ok) return parsed.refusal;
		const { gapId, dismissed } = parsed.value;
		const made = await createSheet(locals.actor, gapId, sheetTextOf(parsed.value), dismissedFrom(dismissed));
		if (!made.ok) return refused(made, parsed.values, refusalWords[made.why]());
		redirect(303, `/results/${made.value.id}`);
	}
};
