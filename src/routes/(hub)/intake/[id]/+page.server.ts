/** One report in the intake, beside similar gaps, with what the office may do. */
import { error, redirect } from '@sveltejs/kit';
import { codingLists, reportLabels } from '#concepts/gaps/catalogues.server.ts';
import { declineForm, gapChoiceForm, gapForm, questionForm, urgentForm } from '#concepts/gaps/forms.server.ts';
import {
	askSender,
	assignToGap,
	assignToNewGap,
	declineReport,
	markUrgent
} from '#concepts/gaps/intake.commands.server.ts';
import { intakeReport } from '#concepts/gaps/intake.queries.server.ts';
import { refusalWords } from '#concepts/gaps/words.ts';
import { parseForm, refused, type Typed } from '#platform/form.server.ts';
import type { Result } from '#platform/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const report = await intakeReport(locals.actor, params.id);
	if (!report) error(404);
	return { report, labels: await reportLabels(), lists: await codingLists() };
};

const after = (result: Result<unknown>, typed: Typed, to: string) =>
	result.ok ? redirect(303, to) : refused(result, typed, refusalWords[result.why]());

export const actions: Actions = {
	assign: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, gapChoiceForm());
		if (!parsed.ok) return parsed.refusal;
		return after(
			await assignToGap(locals.actor, params.id, parsed.value.gapId),
			parsed.values,
			'/intake?done=assigned'
		);
	},
	create: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, gapForm());
		if (!parsed.ok) return parsed.refusal;
		return after(await assignToNewGap(locals.actor, params.id, parsed.value), parsed.values, '/intake?done=assigned');
	},
	ask: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, questionForm());
		if (!parsed.ok) return parsed.refusal;
		return after(await askSender(locals.actor, params.id, parsed.value.question), parsed.values, '/intake?done=asked');
	},
	decline: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, declineForm());
		if (!parsed.ok) return parsed.refusal;
		const { reason, answer } = parsed.value;
		return after(await declineReport(locals.actor, params.id, reason, answer), parsed.values, '/intake?done=declined');
	},
	urgent: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, urgentForm());
		if (!parsed.ok) return parsed.refusal;
		return after(await markUrgent(locals.actor, params.id, parsed.value.urgent), parsed.values, `/intake/${params.id}`);
	}
};
