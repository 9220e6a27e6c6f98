/** One result sheet: released by two, sent, read by a link. */
import { error, redirect } from '@sveltejs/kit';
import { releaseSheet, returnSheet, submitSheet, withdrawSheet } from '#concepts/results/commands.server.ts';
import {
	distribute,
	makeSheetLink,
	recordAnswer,
	revokeSheetLink
} from '#concepts/results/distribution.commands.server.ts';
import { answerForm, handForm, linkForm, linkIdForm, remarkForm, sendingForm } from '#concepts/results/form.server.ts';
import { sheetPage } from '#concepts/results/queries.server.ts';
import { refusalWords } from '#concepts/results/words.ts';
import { today } from '#platform/clock.ts';
import { baseUrl } from '#platform/env.server.ts';
import { parseForm, refused, type Typed } from '#platform/form.server.ts';
import type { Result } from '#platform/result.ts';
import { eventText } from '#wiring.events.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await sheetPage(locals.actor, params.id);
	if (!found) error(404);
	const history = found.history.map((h) => ({ at: h.at, text: eventText(h.kind, h.data) }));
	return { sheet: { ...found, history }, today: today() };
};

function answered(id: string, done: Result<unknown>, values: Typed) {
	if (!done.ok) return refused(done, values, refusalWords[done.why]());
	redirect(303, `/results/${id}`);
}

export const actions: Actions = {
	submit: async ({ locals, params }) => answered(params.id, await submitSheet(locals.actor, params.id), {}),
	release: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, handForm());
		if (!parsed.ok) return parsed.refusal;
		return answered(params.id, await releaseSheet(locals.actor, params.id, parsed.value.hand), parsed.values);
	},
	return: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, remarkForm());
		if (!parsed.ok) return parsed.refusal;
		return answered(params.id, await returnSheet(locals.actor, params.id, parsed.value.remark), parsed.values);
	},
	withdraw: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, remarkForm());
		if (!parsed.ok) return parsed.refusal;
		return answered(params.id, await withdrawSheet(locals.actor, params.id, parsed.value.remark), parsed.values);
	},
	distribute: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, sendingForm());
		if (!parsed.ok) return parsed.refusal;
		return answered(params.id, await distribute(locals.actor, params.id, parsed.value), parsed.values);
	},
	answer: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, answerForm());
		if (!parsed.ok) return parsed.refusal;
		const { distributionId, answer } = parsed.value;
		return answered(params.id, await recordAnswer(locals.actor, params.id, distributionId, answer), parsed.values);
	},
	link: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, linkForm());
		if (!parsed.ok) return parsed.refusal;
		const made = await makeSheetLink(locals.actor, params.id, parsed.value);
		if (!made.ok) return refused(made, parsed.values, refusalWords[made.why]());
		return { made: { url: `${baseUrl()}/r/${made.value.token}`, until: made.value.expiresAt.toISOString() } };
	},
	unlink: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, linkIdForm());
		if (!parsed.ok) return parsed.refusal;
		return answered(params.id, await revokeSheetLink(locals.actor, params.id, parsed.value.linkId), parsed.values);
	}
};
