/** The verbs on measures. The responsible unit accepts and reports itself; the office approves. */
import { change, type Change, type Tell } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { m } from '#i18n/paraglide/messages.js';
import { moveGap } from '#concepts/gaps/commands.server.ts';
import { tellsOf as tellsBehind } from '#concepts/gaps/evidence.server.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { gapsOf } from '#concepts/proposals/commands.server.ts';
import { helpersFor, type Helper } from './helping.server.ts';
import { isOverdue, measureSteps, type MeasureState, type MeasureStep } from './measures.rules.ts';
import * as store from './measures.store.server.ts';
import type { Measure } from './measures.store.server.ts';
import { mayMeasure } from './policy.ts';
import { openReviews, planReviews } from './reviews.store.server.ts';
import type { measure } from './tables.server.ts';

export type MeasureStepInput = {
	/** Sachstand */
	text?: string;
	nextStep?: string;
	delayReason?: string;
	/** what blocks it */
	blockedBy?: string;
	/** who can help, `o:` an organisation or `a:` somebody by name */
	helper?: string;
	/** the new due date that is asked for */
	dueOn?: string;
	/** the office's word to the unit */
	remark?: string;
};
/** `ask` is the hub's own step, taken when the review falls due. */
export type TakenStep = Exclude<MeasureStep, 'ask'>;
const reporting: readonly MeasureStep[] = ['report', 'block', 'finish'];

export const takeMeasureStep = (
	actor: Actor,
	id: string,
	step: TakenStep,
	input: MeasureStepInput = {}
): Promise<Result<{ state: MeasureState }>> =>
	change(actor, async (c) => {
		const found = await store.lock(c.tx, id);
		if (!found || !isSomebody(actor) || !mayMeasure(actor, 'read', found)) return no('not_found');
		if (!mayMeasure(actor, step, found)) return no('forbidden');
		if (!fits<MeasureState>(measureSteps[step], found.state)) return no('wrong_state');
		const helper =
			step === 'block' ? await helpersFor(c.tx).then((all) => all.find((h) => h.value === input.helper)) : undefined;
		const issues = await lacks(c, step, found, input, helper);
		if (issues.length) return no('incomplete', issues);
		if (reporting.includes(step)) await store.addReport(c.tx, reportOf(found, actor.id, step, input, helper));
		const { to } = measureSteps[step];
		if (!(await store.setState(c.tx, found, to, brings(step, found, input, helper)))) return no('conflict');
		const data = {
			from: found.state,
			to,
			...(step === 'grant_extension' ? { oldDueOn: found.dueOn, dueOn: found.requestedDueOn ?? '' } : {})
		};
		const tells = [...(await tellsOf(c, found, measureSteps[step].tells)), ...(helper?.tells ?? []).map(toMeasure)];
		c.record(`measure.${step}`, thing(id), data, tells);
		if (step === 'approve') await planReviews(c, found, today());
		if (step === 'drop') await haltGaps(c, found);
		return yes({ state: to });
	});

/** Where no measure is left, nothing is being implemented. */
async function haltGaps(c: Change, found: Measure): Promise<void> {
	if (!found.proposalId || (await store.hasOthers(c.tx, found))) return;
	for (const gapId of await gapsOf(c.tx, found.proposalId)) await moveGap(c, gapId, 'halt', { measureId: found.id });
}

async function lacks(
	c: Change,
	step: MeasureStep,
	found: Measure,
	input: MeasureStepInput,
	helper: Helper | undefined
): Promise<Issue[]> {
	const issues: Issue[] = [];
	const needs = (field: keyof MeasureStepInput, message: () => string) => {
		if (!input[field]?.trim()) issues.push({ field, message: message() });
	};
	if (reporting.includes(step)) {
		needs('text', m.steering_issue_report);
		if (step !== 'finish') needs('nextStep', m.steering_issue_next_step);
		if (step === 'block') needs('blockedBy', m.steering_issue_blocked_by);
		if (step === 'block' && !helper) issues.push({ field: 'helper', message: m.steering_issue_helper() });
		if (isOverdue(found, today())) needs('delayReason', m.steering_issue_delay);
	}
	if (step === 'request_extension') {
		needs('delayReason', m.steering_issue_delay);
		if (!input.dueOn || input.dueOn <= found.dueOn || input.dueOn <= today()) {
			issues.push({ field: 'dueOn', message: m.steering_issue_later() });
		}
	}
	if (step === 'send_back' || step === 'drop' || step === 'refuse_extension') needs('remark', m.steering_issue_remark);
	if (step === 'close' && (await openReviews(c.tx, found.id)) > 0) {
		issues.push({ field: '', message: m.steering_issue_reviews_open() });
	}
	return issues;
}

const reportOf = (
	found: Measure,
	authorId: string,
	step: MeasureStep,
	input: MeasureStepInput,
	helper: Helper | undefined
) => ({
	measureId: found.id,
	authorId,
	text: input.text!.trim(),
	blockedBy: step === 'block' ? input.blockedBy!.trim() : '',
	helper: helper?.label ?? '',
	nextStep: input.nextStep?.trim() ?? '',
	delayReason: input.delayReason?.trim() ?? ''
});

const nobodyHelps = { helperOrganisationId: null, helperId: null };
function brings(
	step: MeasureStep,
	found: Measure,
	input: MeasureStepInput,
	helper: Helper | undefined
): Partial<typeof measure.$inferInsert> {
	const delayReason = input.delayReason?.trim() || found.delayReason;
	if (step === 'block') {
		const { organisationId, accountId } = helper!;
		return {
			blockedBy: input.blockedBy!.trim(),
			delayReason,
			helperOrganisationId: organisationId,
			helperId: accountId
		};
	}
	if (step === 'report' || step === 'finish') return { blockedBy: '', ...nobodyHelps, delayReason };
	if (step === 'request_extension') return { requestedDueOn: input.dueOn!, delayReason };
	if (step === 'grant_extension')
		return { dueOn: found.requestedDueOn ?? found.dueOn, requestedDueOn: null, remark: '' };
	if (step === 'refuse_extension') return { requestedDueOn: null, remark: input.remark!.trim() };
	if (step === 'send_back' || step === 'drop') return { remark: input.remark!.trim() };
	if (step === 'approve') return { approvedAt: now(), remark: '' };
	return {};
}

async function tellsOf(c: Change, found: Measure, whom: readonly string[]): Promise<Tell[]> {
	const tells: Tell[] = [];
	if (whom.includes('office')) tells.push(...(await officeOf(c.tx)).map(toMeasure));
	if (whom.includes('unit')) {
		tells.push(...[found.contactId, found.deputyId].filter((id) => id !== null).map(toMeasure));
	}
	if (whom.includes('behind') && found.proposalId) {
		for (const gapId of await gapsOf(c.tx, found.proposalId)) tells.push(...(await tellsBehind(c.tx, gapId)));
	}
	return tells;
}

const toMeasure = (to: string): Tell => ({ to, note: 'measure' });
const thing = (id: string) => ({ type: 'measure', id });
