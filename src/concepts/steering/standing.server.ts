/** Refuses a decision that the committee may not take: not enough who may vote are there, or the counts do not fit. */
import type { Transaction } from '#platform/change.server.ts';
import { no, yes, type No, type Result } from '#platform/result.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Tally } from './circulation.rules.ts';
import { isQuorate, voteLack, type Standing, type VoteLack } from './quorum.rules.ts';
import { standingIn } from './quorum.store.server.ts';
import type { DecisionResult } from './rules.ts';
import type { Sitting } from './store.server.ts';

/** What is kept of it with the decision. */
export type Counted = {
	votesYes: number | null;
	votesNo: number | null;
	votesAbstained: number | null;
	voters: number;
	present: number;
	notCounted: string[];
};

const voteWords: Record<VoteLack, (present: number) => string> = {
	too_many: (present) => m.steering_issue_votes_many({ present }),
	no_majority: () => m.steering_issue_votes_majority(),
	majority_against: () => m.steering_issue_votes_against()
};

/** `number`: of the proposal, where there are several. */
export function notQuorate(s: Standing, number = ''): No {
	const said = { present: s.present.length, voters: s.voters.length, needed: s.needed };
	return no('wrong_state', [
		{ field: '', message: [number, m.steering_issue_quorum(said)].filter(Boolean).join(': ') }
	]);
}

export async function countedIn(
	tx: Transaction,
	sitting: Sitting,
	proposalId: string | null,
	given: { result: DecisionResult; votes: Tally | null }
): Promise<Result<{ standing: Standing; kept: Counted }>> {
	const standing = await standingIn(tx, { bodyId: sitting.bodyId, meetingId: sitting.id }, proposalId);
	if (!isQuorate(standing)) return notQuorate(standing);
	// where no quorum is needed attendance may be unknown: then all who may vote could have
	const most = standing.needed === 0 ? standing.voters.length : standing.present.length;
	const lack = voteLack(given.votes, most, given.result);
	if (lack) return no('incomplete', [{ field: 'votesYes', message: voteWords[lack](most) }]);
	return yes({ standing, kept: keptOf(standing, given.votes) });
}

export const keptOf = (s: Standing, votes: Tally | null): Counted => ({
	votesYes: votes?.yes ?? null,
	votesNo: votes?.no ?? null,
	votesAbstained: votes?.abstained ?? null,
	voters: s.voters.length,
	present: s.present.length,
	notCounted: s.notCounted
});
