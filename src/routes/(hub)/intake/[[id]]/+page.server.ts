/** The intake: the queue, the report that is open beside similar gaps, what the office may do with it; and requests to reopen. */
import { error, redirect } from '@sveltejs/kit';
import { settleReopening } from '#concepts/gaps/after.commands.server.ts';
import { reopeningsAsked } from '#concepts/gaps/after.queries.server.ts';
import { codingLists, reportLabels } from '#concepts/gaps/catalogues.server.ts';
import {
	codeForm,
	declineForm,
	gapChoiceForm,
	gapForm,
	questionForm,
	requestForm,
	splitForm,
	undoForm,
	urgentForm
} from '#concepts/gaps/forms.server.ts';
import {
	askSender,
	assignToGap,
	assignToNewGap,
	declineReport,
	markUrgent
} from '#concepts/gaps/intake.commands.server.ts';
import { intakePage, intakeReport, nextInQueue } from '#concepts/gaps/intake.queries.server.ts';
import { codeReports, splitReport } from '#concepts/gaps/triage.commands.server.ts';
import { undoStep } from '#concepts/gaps/undo.commands.server.ts';
import { refusalWords } from '#concepts/gaps/words.ts';
import { parseForm, refused, type Typed } from '#platform/form.server.ts';
import { pageOf } from '#platform/paging.ts';
import type { Result } from '#platform/result.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const stateOf = (url: URL): string => url.searchParams.get('state') ?? '';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const [state, open] = [stateOf(url), params.id ?? ''];
	const page = url.searchParams.has('page') ? pageOf(url) : undefined;
	const intake = await intakePage(locals.actor, { state, page, open });
	const report = open ? await intakeReport(locals.actor, open, state) : null;
	if (!intake || (open && !report)) error(404);
	const [labels, lists, requests] = await Promise.all([
		reportLabels(),
		codingLists(),
		open ? [] : reopeningsAsked(locals.actor)
	]);
	return { ...intake, report, state, labels, lists, requests, done: url.searchParams.get('done') ?? '' };
};

/** On to a report of the same view: after a step the next that waits, so that the place is kept. */
async function goOn({ locals, params, url }: RequestEvent, done: string, to?: string): Promise<never> {
	const id = to ?? (await nextInQueue(locals.actor, params.id ?? '', stateOf(url)));
	const query = new URLSearchParams({ ...(stateOf(url) && { state: stateOf(url) }), done });
	redirect(303, `/intake${id && `/${id}`}?${query}`);
}
const after = async (event: RequestEvent, result: Result<unknown>, typed: Typed, done: string, to?: string) =>
	result.ok ? goOn(event, done, to) : refused(result, typed, refusalWords[result.why]());

async function settle(event: RequestEvent, step: 'grant' | 'refuse') {
	const parsed = await parseForm(event.request, requestForm());
	if (!parsed.ok) return parsed.refusal;
	const settled = await settleReopening(event.locals.actor, parsed.value.id, step, parsed.value.answer);
	return after(event, settled, parsed.values, 'settled', '');
}

export const actions: Actions = {
	reopen: (event) => settle(event, 'grant'),
	keepClosed: (event) => settle(event, 'refuse'),
	assign: async (event) => {
		const parsed = await parseForm(event.request, gapChoiceForm());
		if (!parsed.ok) return parsed.refusal;
		const { actor } = event.locals;
		const assigned = await assignToGap(actor, event.params.id ?? '', parsed.value.gapId);
		return after(event, assigned, parsed.values, 'assigned');
	},
	create: async (event) => {
		const parsed = await parseForm(event.request, gapForm());
		if (!parsed.ok) return parsed.refusal;
		const created = await assignToNewGap(event.locals.actor, event.params.id ?? '', parsed.value);
		return after(event, created, parsed.values, 'assigned');
	},
	ask: async (event) => {
		const parsed = await parseForm(event.request, questionForm());
		if (!parsed.ok) return parsed.refusal;
		const asked = await askSender(event.locals.actor, event.params.id ?? '', parsed.value.question);
		return after(event, asked, parsed.values, 'asked');
	},
	decline: async (event) => {
		const parsed = await parseForm(event.request, declineForm());
		if (!parsed.ok) return parsed.refusal;
		const { reason, answer } = parsed.value;
		const declined = await declineReport(event.locals.actor, event.params.id ?? '', reason, answer);
		return after(event, declined, parsed.values, 'declined');
	},
	urgent: async (event) => {
		const parsed = await parseForm(event.request, urgentForm());
		if (!parsed.ok) return parsed.refusal;
		const marked = await markUrgent(event.locals.actor, event.params.id ?? '', parsed.value.urgent);
		return after(event, marked, parsed.values, 'urgent', event.params.id);
	},
	split: async (event) => {
		const parsed = await parseForm(event.request, splitForm());
		if (!parsed.ok) return parsed.refusal;
		const split = await splitReport(event.locals.actor, event.params.id ?? '', parsed.value);
		return after(event, split, parsed.values, 'split', split.ok ? split.value.id : '');
	},
	code: async (event) => {
		const parsed = await parseForm(event.request, codeForm());
		if (!parsed.ok) return parsed.refusal;
		const coded = await codeReports(event.locals.actor, parsed.value.id, parsed.value);
		return after(event, coded, parsed.values, 'coded', event.params.id ?? '');
	},
	undo: async (event) => {
		const parsed = await parseForm(event.request, undoForm());
		if (!parsed.ok) return parsed.refusal;
		const undone = await undoStep(event.locals.actor, parsed.value.stepId);
		return after(event, undone, parsed.values, 'undone', undone.ok ? undone.value.id : '');
	}
};
