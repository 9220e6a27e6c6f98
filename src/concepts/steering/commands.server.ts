/** Gate 2: the committee decides a proposal – exactly once – with all that follows from it. */
import { change, type Change } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { no, type Issue, type No, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { m } from '#i18n/paraglide/messages.js';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { latestVersion, lockProposal } from '#concepts/proposals/commands.server.ts';
import { may as mayProposal } from '#concepts/proposals/policy.ts';
import { steps as proposalSteps, type ProposalState } from '#concepts/proposals/rules.ts';
import type { Tally } from './circulation.rules.ts';
import { takeEffect, type Decided } from './effect.server.ts';
import { measureIssues, type MeasureInput } from './issue.server.ts';
import { mayDecideIn, mayDecideSomewhere } from './policy.ts';
import { effects, isDecidable, lacksOf, startsMeasure, type DecisionLack, type Gate2Result } from './rules.ts';
import * as store from './store.server.ts';
import { countedIn } from './standing.server.ts';
import { resultWords } from './words.ts';

export type Deciding = {
	proposalId: string;
	result: Gate2Result;
	wording: string;
	reason: string;
	/** whom it is referred or passed on to */
	target: string;
	/** postponed to, back from where it was referred to by, or day of resubmission */
	targetOn: string | null;
	/** Said in words, where it was not counted. */
	vote?: string;
	votes?: Tally | null;
	measures: MeasureInput[];
};
export type { Decided } from './effect.server.ts';

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
		const counted = await countedIn(c.tx, sitting, p.id, { result: input.result, votes: input.votes ?? null });
		if (!counted.ok) return counted;
		const { standing, kept } = counted.value;
		const d = await store.insertDecision(c.tx, store.inSitting(sitting), {
			...textsOf(input),
			...kept,
			gate: 2,
			proposalId: p.id,
			proposalVersion: version?.version ?? null,
			proposedWording: proposed,
			decidedBy: actor.id
		});
		return takeEffect(c, d, { ...input, title: p.title, conflictedVoting: standing.conflictedVoting });
	});

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
	vote: input.vote?.trim() ?? ''
});
