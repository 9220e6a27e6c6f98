/** How a circulation ends, inside the transaction that ends it: adopted with a decision, or on the next agenda. */
import type { Change, Tell } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayText } from '#ui/dates.ts';
import { acknowledgeIn, lockNext } from '#concepts/meetings/acknowledging.commands.server.ts';
import type { Locked } from '#concepts/meetings/store.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { endCirculation, latestVersion, lockProposal } from '#concepts/proposals/commands.server.ts';
import { castIn, circulationSteps, endingOf, tallyOf, type CirculationState, type Tally } from './circulation.rules.ts';
import { setCirculation, votesIn, type Circulation } from './circulation.store.server.ts';
import { takeEffect } from './effect.server.ts';
import { measureIssues } from './issue.server.ts';
import { measureOf, preparedFor } from './listing.store.server.ts';
import type { Standing } from './quorum.rules.ts';
import { namesOf, standingIn } from './quorum.store.server.ts';
import * as store from './store.server.ts';
import type { Decision } from './store.server.ts';
import { conflictVotingText, notCountedText } from './votes.words.ts';

const thing = (id: string) => ({ type: 'circulation', id });

/** Without a decision: the proposal goes on the next agenda, or waits for the office where no meeting is ahead. */
export async function stopCirculation(
	c: Change,
	found: Circulation,
	step: 'demand' | 'fail',
	of: { also?: Partial<Circulation>; tells: readonly Tell[] }
): Promise<Result<{ state: CirculationState; meetingId: string | null }>> {
	const { to } = circulationSteps[step];
	if (!(await setCirculation(c.tx, found, to, of.also))) return no('conflict');
	const p = await lockProposal(c.tx, found.proposalId);
	const next = p ? await lockNext(c.tx, found.bodyId) : null;
	const meetingId = next?.id ?? null;
	const back = await endCirculation(c, found.proposalId, { circulationId: found.id, meetingId });
	if (!back.ok) return back;
	c.record(`circulation.${step}`, thing(found.id), { proposalId: found.proposalId, meetingId }, of.tells);
	return yes({ state: to, meetingId });
}

/** What the votes say; a measure that nobody could carry out any more goes to a meeting, too. */
export async function settleCirculation(
	c: Change,
	found: Circulation,
	tells: readonly Tell[]
): Promise<Result<{ state: CirculationState }>> {
	const { quorumShare } = await settingsOf(c.tx);
	// as things stood on the last day of the vote, however late this runs
	const place = { bodyId: found.bodyId, meetingId: null };
	const standing = await standingIn(c.tx, place, found.proposalId, found.untilOn);
	const tally = tallyOf(await votesIn(c.tx, found.id), standing.voters);
	const prepared = await preparedFor(c.tx, found.proposalId);
	const measures = prepared ? [measureOf(prepared)] : [];
	const isFeasible = measures.length > 0 && !(await measureIssues(c.tx, measures, found.untilOn)).length;
	if (!isFeasible || endingOf(tally, standing.voters.length, quorumShare) === 'fail')
		return stopCirculation(c, found, 'fail', { tells });
	return adopt(c, found, { standing, tally, measures, tells });
}

type Adopting = { standing: Standing; tally: Tally; measures: ReturnType<typeof measureOf>[]; tells: readonly Tell[] };

/** The next meeting is locked before the gaps, as where a meeting itself decides. */
async function adopt(
	c: Change,
	found: Circulation,
	{ standing, tally, measures, tells }: Adopting
): Promise<Result<{ state: CirculationState }>> {
	const p = await lockProposal(c.tx, found.proposalId);
	if (!p) return no('not_found');
	const next = await lockNext(c.tx, found.bodyId);
	const version = await latestVersion(c.tx, p.id);
	const wording = version?.outline.resolution ?? p.outline.resolution;
	const { to } = circulationSteps.adopt;
	if (!(await setCirculation(c.tx, found, to))) return no('conflict');
	const d = await store.insertDecision(
		c.tx,
		{ bodyId: found.bodyId, meetingId: null, circulationId: found.id, on: today() },
		{
			gate: 2,
			proposalId: p.id,
			proposalVersion: version?.version ?? null,
			result: 'adopted',
			wording,
			proposedWording: wording,
			votesYes: tally.yes,
			votesNo: tally.no,
			votesAbstained: tally.abstained,
			voters: standing.voters.length,
			present: castIn(tally),
			notCounted: standing.notCounted,
			decidedBy: found.startedBy
		}
	);
	const { conflictedVoting } = standing;
	const of = { proposalId: p.id, title: p.title, result: 'adopted' as const, target: '', reason: '', measures };
	const effect = await takeEffect(c, d, { ...of, conflictedVoting });
	if (!effect.ok) return effect;
	await offer(c, next, d, { title: p.title, untilOn: found.untilOn, conflictedVoting });
	const data = { proposalId: p.id, decisionId: d.id, number: d.number };
	c.record('circulation.adopt', thing(found.id), data, tells);
	return yes({ state: to });
}

/** Kept in German, like everything the committee puts on record. */
type Offering = { title: string; untilOn: string; conflictedVoting: readonly string[] };
async function offer(c: Change, next: Locked | null, d: Decision, of: Offering) {
	const de = { locale: 'de' } as const;
	const namesIn = async (ids: readonly string[]) => (await namesOf(c.tx, ids)).map((n) => n.name);
	await acknowledgeIn(c, next, {
		bodyId: d.bodyId,
		proposalId: d.proposalId!,
		title: m.steering_acknowledge_title({ number: d.number, title: of.title }, de),
		words: [
			m.steering_acknowledge_wording({ number: d.number, wording: d.wording }, de),
			m.steering_acknowledge_votes(
				{ day: dayText(of.untilOn, 'de'), yes: d.votesYes ?? 0, no: d.votesNo ?? 0, abstained: d.votesAbstained ?? 0 },
				de
			),
			notCountedText(await namesIn(d.notCounted), de),
			conflictVotingText(await namesIn(of.conflictedVoting), de)
		].filter(Boolean)
	});
}
