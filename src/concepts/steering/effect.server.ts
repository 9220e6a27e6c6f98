/** What a decision of the second gate does, wherever it was taken: proposal, gaps, agenda, feedback, measures. */
import type { Change } from '#platform/change.server.ts';
import { yes, type Result } from '#platform/result.ts';
import { memberIdsOf } from '#concepts/bodies/queries.server.ts';
import { moveGap, oweFeedback } from '#concepts/gaps/commands.server.ts';
import type { GapStep } from '#concepts/gaps/rules.ts';
import { itemDecided } from '#concepts/meetings/handed.commands.server.ts';
import { gapsOf, markDecided } from '#concepts/proposals/commands.server.ts';
import { draftEscalation } from './escalations.commands.server.ts';
import { issueMeasures, type MeasureInput } from './issue.server.ts';
import { namesOf } from './quorum.store.server.ts';
import { effects, startsMeasure, type Gate2Result } from './rules.ts';
import type { Decision } from './store.server.ts';
import { conflictVotingText, notCountedText, votesText } from './votes.words.ts';
import { resultWords } from './words.ts';

export type Decided = { id: string; number: string };
/** `target`: whom it is referred or passed on to. */
export type Effecting = {
	proposalId: string;
	title: string;
	result: Gate2Result;
	target: string;
	reason: string;
	measures: readonly MeasureInput[];
	/** Who was counted in spite of a conflict of interest. */
	conflictedVoting: readonly string[];
};

/** Everything a decision does, in the order in which rows are locked everywhere: proposal, gaps, agenda. */
export async function takeEffect(c: Change, d: Decision, input: Effecting): Promise<Result<Decided>> {
	const effect = effects[input.result];
	const data = { decisionId: d.id, result: d.result };
	const comment = [input.target, input.reason].filter(Boolean).join(' – ');
	const marked = await markDecided(c, input.proposalId, effect.proposal, data, { comment, dueOn: d.targetOn });
	if (!marked.ok) return marked;
	for (const gapId of await gapsOf(c.tx, input.proposalId)) {
		await follow(c, gapId, effect.gap, data, input.target);
		await oweFeedback(c, { gapId, meetingId: d.meetingId, decisionId: d.id });
	}
	if (d.meetingId) {
		const wording = await recorded(c, d, input);
		const about = { meetingId: d.meetingId, proposalId: input.proposalId, wording, title: input.title };
		const item = await itemDecided(c, about);
		if (!item.ok) return item;
	}
	const told = (await memberIdsOf(c.tx, d.bodyId)).map((to) => ({ to, note: 'decision' }));
	c.record(
		'decision.decide',
		{ type: 'decision', id: d.id },
		{
			...data,
			number: d.number,
			proposalId: input.proposalId,
			meetingId: d.meetingId,
			circulationId: d.circulationId
		},
		told
	);
	if (startsMeasure(input.result)) await issueMeasures(c, d.id, input.measures);
	if (input.result === 'passed_on') {
		const { target: addressee, reason, wording: request } = d;
		const subject = input.title.slice(0, 200);
		await draftEscalation(c, { decisionId: d.id, addressee, resubmitOn: d.targetOn!, subject, reason, request });
	}
	return yes({ id: d.id, number: d.number });
}

/** What the minutes say under the item, in German: result, wording, votes, who had a conflict of interest. */
async function recorded(c: Change, d: Decision, input: Effecting): Promise<string> {
	const de = { locale: 'de' } as const;
	const names = (await namesOf(c.tx, d.notCounted)).map((n) => n.name);
	const voted = (await namesOf(c.tx, input.conflictedVoting)).map((n) => n.name);
	const lines = [
		`${resultWords[input.result]({}, de)}: ${d.wording}`,
		votesText(d, de),
		notCountedText(names, de),
		conflictVotingText(voted, de)
	];
	return lines.filter(Boolean).join('\n');
}

/** A gap that another decision has already brought further stays where it is. */
async function follow(
	c: Change,
	gapId: string,
	steps: readonly GapStep[],
	data: Record<string, string>,
	target: string
): Promise<void> {
	for (const step of steps) await moveGap(c, gapId, step, data, step === 'escalate' ? { escalatedTo: target } : {});
}
