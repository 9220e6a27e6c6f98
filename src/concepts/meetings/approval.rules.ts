/** How minutes are approved: by whom, in what way, and what the end of a period brings. Pure. */

import type { BodyKind } from '#concepts/people/rules.ts';

/**
 * leader – by those who lead a group; period – the time for objections ended without one (groups);
 * circulation – the members were asked between meetings (committee); meeting – under an item of a later meeting.
 */
export const approvalWays = ['leader', 'period', 'circulation', 'meeting'] as const;
export type ApprovalWay = (typeof approvalWays)[number];
/** The committee approves by an item of its next meeting, or by circulation. */
export const approvesByLeaders = (bodyKind: BodyKind): boolean => bodyKind !== 'steering_committee';
/** What a meeting says about the minutes of an earlier one. */
export const approvalOutcomes = ['approved', 'objections'] as const;
export type ApprovalOutcome = (typeof approvalOutcomes)[number];

export type Answer = { accountId: string; confirmed: boolean };
export type Round = {
	committee: boolean;
	/** Last days, included, 'YYYY-MM-DD'. */
	reviewUntil: string | null;
	approvalUntil: string | null;
	answers: readonly Answer[];
	/** Account ids of those who vote in the body today. */
	voters: readonly string[];
	/** The share of the voters that has to take part, 0 to 1. */
	quorumShare: number;
};

/** How many voters have to confirm: the quorum of the body, and never nobody. */
export const neededOf = (voters: number, quorumShare: number): number => Math.max(1, Math.ceil(voters * quorumShare));
export const confirmedBy = ({ answers, voters }: Pick<Round, 'answers' | 'voters'>): number =>
	answers.filter((a) => a.confirmed && voters.includes(a.accountId)).length;

/**
 * An objection stands until whoever made it confirms instead: an answer to it settles nothing by itself. Minutes of a
 * committee that is not asked by circulation wait for its next meeting.
 */
export function endOfPeriod(
	round: Round,
	today: string
): 'waits' | 'approved_by_period' | 'objections' | 'approved_by_circulation' | 'to_meeting' {
	const last = round.committee ? round.approvalUntil : round.reviewUntil;
	if (last === null || today <= last) return 'waits';
	const objected = round.answers.some((a) => !a.confirmed);
	if (!round.committee) return objected ? 'objections' : 'approved_by_period';
	const quorate = confirmedBy(round) >= neededOf(round.voters.length, round.quorumShare);
	return !objected && quorate ? 'approved_by_circulation' : 'to_meeting';
}

/** Members from outside the county administration vote where the settings say so. */
export const votes = (member: { organisationKind: string }, externalMembersVote: boolean): boolean =>
	externalMembersVote || member.organisationKind === 'county';
