/** Gate 2: the committee decides a proposal – exactly once – with all that follows from it. */
import { change, type Change } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { no, yes, type Issue, type No, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { m } from '#i18n/paraglide/messages.js';
import { memberIdsOf } from '#concepts/bodies/queries.server.ts';
import { moveGap, oweFeedback } from '#concepts/gaps/commands.server.ts';
import type { GapStep } from '#concepts/gaps/rules.ts';
import { itemDecided } from '#concepts/meetings/handed.commands.server.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { gapsOf, latestVersion, lockProposal, markDecided } from '#concepts/proposals/commands.server.ts';
import { may as mayProposal } from '#concepts/proposals/policy.ts';
import { steps as proposalSteps, type ProposalState } from '#concepts/proposals/rules.ts';
import { draftEscalation } from './escalations.commands.server.ts';
import { issueMeasures, measureIssues, type MeasureInput } from './issue.server.ts';
import { mayDecideIn, mayDecideSomewhere } from './policy.ts';
import { effects, isDecidable, lacksOf, startsMeasure, type DecisionLack, type Gate2Result } from './rules.ts';
import * as store from './store.server.ts';
import type { Decision, Sitting } from './store.server.ts';
import { resultWords } from './words.ts';

export type Deciding = {
	proposalId: string;
	result: Gate2Result;
	wording: string;
	reason: string;
	/** whom it is referred or passed on to */
	target: string;
	/** postponed to, or day of resubmission */
	targetOn: string | null;
	vote: string;
	measures: MeasureInput[];
};
export type Decided = { id: string; number: string };

export const decide = (actor: Actor, input: Deciding): Promise<Result<Decided>> =>
	change(actor, async (c) => {
		const p = await lockProposal(c.tx, input.proposalId);
		if (!p || !isSomebody(actor) || !mayProposal(actor, 'read', p)) return no('not_found');
		if (!mayDecideSomewhere(actor)) return no('forbidden');
		if (!fits<ProposalState>(proposalSteps[effects[input.result].proposal], p.state)) return beaten(c, p.id);
		const sitting = await store.lockSitting(c.tx, p.meetingId);
		if (!sitting) return no('wrong_state', [{ field: '', message: m.steering_issue_not_scheduled() }]);
		if (!mayDecideIn(actor, sitting)) return no('forbidden');
		if (!isDecidable(2, sitting.state))
			return no('wrong_state', [{ field: '', message: m.steering_issue_not_running() }]);
		const version = await latestVersion(c.tx, p.id);
		const proposed = version?.outline.resolution ?? p.outline.resolution;
		const issues = await lacks(c, input, proposed);
		if (issues.length) return no('incomplete', issues);
		const d = await store.insertDecision(c.tx, sitting, {
			...textsOf(input),
			gate: 2,
			proposalId: p.id,
			proposalVersion: version?.version ?? null,
			proposedWording: proposed,
			decidedBy: actor.id
		});
		return takeEffect(c, d, sitting, input, p.title);
	});

/** Everything a decision does, in the order in which rows are locked everywhere: proposal, gaps, agenda. */
async function takeEffect(
	c: Change,
	d: Decision,
	sitting: Sitting,
	input: Deciding,
	title: string
): Promise<Result<Decided>> {
	const effect = effects[input.result];
	const data = { decisionId: d.id, result: d.result };
	const marked = await markDecided(
		c,
		input.proposalId,
		effect.proposal,
		data,
		[input.target, input.reason].filter(Boolean).join(' – ')
	);
	if (!marked.ok) return marked;
	for (const gapId of await gapsOf(c.tx, input.proposalId)) {
		await follow(c, gapId, effect.gap, data, input);
		await oweFeedback(c, { gapId, meetingId: sitting.id, decisionId: d.id });
	}
	const wording = `${resultWords[input.result]()}: ${d.wording}`;
	const item = await itemDecided(c, { meetingId: sitting.id, proposalId: input.proposalId, wording, title });
	if (!item.ok) return item;
	const members = await memberIdsOf(c.tx, sitting.bodyId);
	const told = members.map((to) => ({ to, note: 'decision' }));
	c.record(
		'decision.decide',
		{ type: 'decision', id: d.id },
		{ ...data, number: d.number, proposalId: input.proposalId, meetingId: sitting.id },
		told
	);
	if (startsMeasure(input.result)) await issueMeasures(c, d.id, input.measures);
	if (input.result === 'passed_on')
		await draftEscalation(c, {
			decisionId: d.id,
			addressee: d.target,
			resubmitOn: d.targetOn!,
			subject: title.slice(0, 200),
			reason: d.reason,
			request: d.wording
		});
	return yes({ id: d.id, number: d.number });
}

/** A gap that another decision has already brought further stays where it is. */
async function follow(
	c: Change,
	gapId: string,
	steps: readonly GapStep[],
	data: Record<string, string>,
	input: Deciding
): Promise<void> {
	for (const step of steps)
		await moveGap(c, gapId, step, data, step === 'escalate' ? { escalatedTo: input.target } : {});
}

/** Somebody was faster: says who won, so that nobody types the same again. */
async function beaten(c: Change, proposalId: string): Promise<No> {
	const winner = await store.lastDecisionOn(c.tx, proposalId);
	if (!winner) return no('wrong_state', [{ field: '', message: m.steering_issue_not_scheduled() }]);
	const said = { number: winner.number, result: resultWords[winner.result]() };
	return no('conflict', [{ field: '', message: m.steering_issue_decided(said) }]);
}

async function lacks(c: Change, input: Deciding, proposed: string): Promise<Issue[]> {
	const lacking = lacksOf({ ...input, measures: input.measures.length }, proposed);
	const issues = lacking.map((lack) => ({ field: lackFields[lack], message: lackWords[lack]() }));
	if (startsMeasure(input.result)) issues.push(...(await measureIssues(c.tx, input.measures)));
	if (input.targetOn && input.targetOn <= today())
		issues.push({ field: 'targetOn', message: m.steering_issue_future() });
	return issues;
}
const lackFields: Record<DecisionLack, string> = {
	wording: 'wording',
	target: 'target',
	targetOn: 'targetOn',
	reason: 'reason',
	measure: 'measureTitle',
	unchanged: 'wording'
};
const lackWords: Record<DecisionLack, () => string> = {
	wording: m.steering_issue_wording,
	target: m.steering_issue_target,
	targetOn: m.steering_issue_target_on,
	reason: m.steering_issue_reason,
	measure: m.steering_issue_measure,
	unchanged: m.steering_issue_unchanged
};

const textsOf = (input: Deciding) => ({
	result: input.result,
	wording: input.wording.trim(),
	reason: input.reason.trim(),
	target: input.target.trim(),
	targetOn: input.targetOn,
	vote: input.vote.trim()
});
