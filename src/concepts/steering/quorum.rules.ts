/** Who is counted when the committee decides: votes of external members, conflicts of interest, quorum, majorities. */
import { neededOf, votes } from '#concepts/meetings/approval.rules.ts';
import type { Tally } from './circulation.rules.ts';
import { castIn } from './circulation.rules.ts';
import type { DecisionResult } from './rules.ts';

export type Seated = { accountId: string; organisationKind: string; present: boolean };
export type Standing = {
	/** Account ids of those who may vote on this. */
	voters: string[];
	/** Those of them who are there. */
	present: string[];
	/** Members who do not vote on this for a conflict of interest. */
	notCounted: string[];
	/** Members with a conflict of interest who all the same vote on this: in a meeting those who are there. */
	conflictedVoting: string[];
	/** How many have to be there; 0: no quorum is needed. */
	needed: number;
};

/** Who has a conflict of interest is counted neither as a voter nor as present – unless the county lets them vote. */
export function standingOf(
	seats: readonly Seated[],
	rule: { externalMembersVote: boolean; conflictedMembersVote: boolean; quorumShare: number },
	conflicted: readonly string[] = [],
	inMeeting = true
): Standing {
	const entitled = seats.filter((s) => votes(s, rule.externalMembersVote));
	const out = rule.conflictedMembersVote ? [] : conflicted;
	const counted = entitled.filter((s) => !out.includes(s.accountId));
	const isThere = counted.filter((s) => s.present);
	// where no quorum is needed attendance may be unknown: then all who may vote could have
	const voting = inMeeting && (isThere.length || rule.quorumShare > 0) ? isThere : counted;
	return {
		voters: counted.map((s) => s.accountId),
		present: isThere.map((s) => s.accountId),
		notCounted: entitled.filter((s) => out.includes(s.accountId)).map((s) => s.accountId),
		conflictedVoting: voting.filter((s) => conflicted.includes(s.accountId)).map((s) => s.accountId),
		needed: rule.quorumShare === 0 ? 0 : neededOf(counted.length, rule.quorumShare)
	};
}
export const isQuorate = (s: Standing): boolean => s.present.length >= s.needed;

/** Results that need more yes than no where votes were counted; a rejection needs the contrary. */
const carried: readonly DecisionResult[] = ['adopted', 'adopted_with_changes', 'passed_on'];
export type VoteLack = 'too_many' | 'no_majority' | 'majority_against';
export function voteLack(t: Tally | null, present: number, result: DecisionResult): VoteLack | null {
	if (!t) return null;
	if (castIn(t) > present) return 'too_many';
	if (carried.includes(result) && t.yes <= t.no) return 'no_majority';
	return result === 'rejected' && t.yes > t.no ? 'majority_against' : null;
}
