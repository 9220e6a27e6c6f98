/** The forms of decisions, measures and effect reviews, parsed; made for each request in the reader's language. */
import * as v from 'valibot';
import { m } from '#i18n/paraglide/messages.js';
import { dueDay } from '#concepts/proposals/form.server.ts';
import { textField } from '#platform/form.server.ts';
import { voteKinds, type Tally } from './circulation.rules.ts';
import type { Deciding } from './commands.server.ts';
import type { Prioritising } from './gate1.commands.server.ts';
import type { MeasureInput } from './issue.server.ts';
import { escalationSteps, type EscalationStep } from './escalations.rules.ts';
import { lists } from './listing.rules.ts';
import { measureSteps } from './measures.rules.ts';
import type { TakenStep } from './measures.commands.server.ts';
import { stillHappens } from './reviews.rules.ts';
import { gate2Results, priorities } from './rules.ts';

const limited = (max: number) => textField({ max, tooLong: m.proposals_issue_long({ max }) });
const id = () => textField({ max: 40 });

const count = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^\d{0,3}$/, m.steering_issue_votes_number()),
		v.transform((s) => (s === '' ? null : Number(s)))
	);
const votesFields = () => ({ votesYes: count(), votesNo: count(), votesAbstained: count() });
type VotesFields = { votesYes: number | null; votesNo: number | null; votesAbstained: number | null };
/** Left all empty, nobody has counted; one that is given makes the others nought. */
const votesFrom = (f: VotesFields): Tally | null =>
	f.votesYes === null && f.votesNo === null && f.votesAbstained === null
		? null
		: { yes: f.votesYes ?? 0, no: f.votesNo ?? 0, abstained: f.votesAbstained ?? 0 };

const measureFields = () => ({
	measureTitle: limited(200),
	contactId: id(),
	deputyId: id(),
	measureDueOn: dueDay(),
	indicator: limited(1000)
});
type MeasureFields = {
	measureTitle: string;
	contactId: string;
	deputyId: string;
	measureDueOn: string;
	indicator: string;
};
const measureFrom = (f: MeasureFields): MeasureInput => ({
	title: f.measureTitle,
	contactId: f.contactId,
	deputyId: f.deputyId || null,
	dueOn: f.measureDueOn,
	indicator: f.indicator
});

export const decidingForm = () =>
	v.object({
		result: v.picklist(gate2Results, m.steering_issue_result()),
		wording: limited(4000),
		reason: limited(2000),
		target: limited(300),
		targetOn: dueDay(),
		...votesFields(),
		...measureFields()
	});
/** Left all empty, the measure counts as not given. */
export function decidingFrom(proposalId: string, f: v.InferOutput<ReturnType<typeof decidingForm>>): Deciding {
	const given = [f.measureTitle, f.contactId, f.measureDueOn].some((x) => x !== '');
	return {
		proposalId,
		result: f.result,
		wording: f.wording,
		reason: f.reason,
		target: f.target,
		targetOn: f.targetOn || null,
		votes: votesFrom(f),
		measures: given ? [measureFrom(f)] : []
	};
}

export const prioritisingForm = () =>
	v.object({
		meetingId: id(),
		priority: v.picklist(priorities, m.steering_issue_priority()),
		reason: limited(2000),
		...votesFields(),
		bodyId: id(),
		goal: limited(1000),
		dueOn: dueDay(),
		interimDueOn: dueDay()
	});
/** Without a group and a goal no mandate is meant. */
export const prioritisingFrom = (
	gapId: string,
	f: v.InferOutput<ReturnType<typeof prioritisingForm>>
): Prioritising => ({
	gapId,
	meetingId: f.meetingId,
	priority: f.priority,
	reason: f.reason,
	votes: votesFrom(f),
	mandate:
		f.bodyId || f.goal ? { bodyId: f.bodyId, goal: f.goal, dueOn: f.dueOn, interimDueOn: f.interimDueOn || null } : null
});

export const issueForm = () => v.object(measureFields());
export const issueFrom = measureFrom;
export const feedbackForm = () =>
	v.object({
		feedbackId: id(),
		text: textField({
			required: m.steering_issue_feedback(),
			max: 2000,
			tooLong: m.proposals_issue_long({ max: 2000 })
		})
	});

const takenSteps = Object.keys(measureSteps).filter((s): s is TakenStep => s !== 'ask');
export const measureForm = () =>
	v.object({
		step: v.picklist(takenSteps, m.proposals_refused_wrong_state()),
		text: limited(2000),
		nextStep: limited(1000),
		delayReason: limited(1000),
		blockedBy: limited(1000),
		helper: limited(40),
		dueOn: dueDay(),
		remark: limited(1000)
	});

const letterSteps = Object.keys(escalationSteps) as EscalationStep[];
export const escalationForm = () =>
	v.object({
		step: v.picklist(letterSteps, m.proposals_refused_wrong_state()),
		addressee: limited(600),
		subject: limited(200),
		reason: limited(6000),
		request: limited(3000),
		sentOn: dueDay(),
		resubmitOn: dueDay(),
		answeredOn: dueDay(),
		answer: limited(4000),
		feedback: limited(2000),
		outcome: limited(20)
	});
export const noteForm = () => v.object({ meetingId: id() });
export const answerForm = () =>
	v.object({
		stillHappens: v.optional(v.nullable(v.picklist(stillHappens, m.steering_issue_still_happens())), null),
		changed: limited(2000),
		missing: limited(2000)
	});
export const keepClosedForm = () => v.object({ reason: limited(1000) });
export const closeForm = () =>
	v.object({ choice: v.optional(v.picklist(['pass', 'propose_reopening'], m.steering_issue_verdict())) });

export const placeForm = () => v.object({ proposalId: id(), list: v.picklist(lists) });
export const pullForm = () => v.object({ proposalId: id(), word: limited(500) });
export const conflictForm = () => v.object({ proposalId: id(), accountId: id(), on: v.picklist(['on', 'off']) });
export const consentForm = () => v.object({ proposals: v.array(id()) });
export const circulateForm = () => v.object({ untilOn: dueDay(), reason: limited(1000), ...measureFields() });
export const circulatingFrom = (proposalId: string, f: v.InferOutput<ReturnType<typeof circulateForm>>) => ({
	proposalId,
	untilOn: f.untilOn,
	reason: f.reason,
	measure: measureFrom(f)
});
export const voteForm = () => v.object({ vote: v.picklist(voteKinds, m.steering_issue_vote()), reason: limited(1000) });
export const demandForm = () => v.object({ word: limited(500) });
export const confirmForm = () => v.object({ meetingId: id(), seen: textField({ max: 80 }) });
