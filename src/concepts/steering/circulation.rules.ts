/** Circulation votes: their states, what their end brings, when somebody is reminded. */
import { neededOf } from '#concepts/meetings/approval.rules.ts';
import { addDays } from '#platform/clock.ts';
import type { Step } from '#platform/step.ts';

export const circulationStates = ['open', 'adopted', 'not_adopted', 'stopped'] as const;
export type CirculationState = (typeof circulationStates)[number];

/** `tells`: voters – all who may vote; missing – those of them who have not; committee – its members; office. */
export const circulationSteps = {
	vote: { from: ['open'], to: 'open' },
	remind: { from: ['open'], to: 'open', tells: ['missing'] },
	/** Any voting member wants a meeting instead: at once, whatever the votes say. */
	demand: { from: ['open'], to: 'stopped', tells: ['committee', 'office'] },
	adopt: { from: ['open'], to: 'adopted', tells: ['committee', 'office'] },
	fail: { from: ['open'], to: 'not_adopted', tells: ['committee', 'office'] }
} as const satisfies Record<string, Step<CirculationState>>;
export type CirculationStep = keyof typeof circulationSteps;
/** How a circulation ends by itself. */
export type Ending = 'adopt' | 'fail';

export const voteKinds = ['yes', 'no', 'abstain'] as const;
export type Vote = (typeof voteKinds)[number];
export type Tally = { yes: number; no: number; abstained: number };
export const noVotes: Tally = { yes: 0, no: 0, abstained: 0 };

/** Votes of those who may vote; what others have cast before they left does not count. */
export function tallyOf(cast: readonly { accountId: string; vote: Vote }[], voters: readonly string[]): Tally {
	const counted = cast.filter((c) => voters.includes(c.accountId));
	const of = (vote: Vote) => counted.filter((c) => c.vote === vote).length;
	return { yes: of('yes'), no: of('no'), abstained: of('abstain') };
}
export const castIn = (t: Tally): number => t.yes + t.no + t.abstained;

/**
 * More yes than no; abstentions are neither, but whoever abstains has taken part. Enough of the voters must have: with a
 * share of 0 no quorum is needed, though never nobody.
 */
export const isAdopted = (t: Tally, voters: number, quorumShare: number): boolean =>
	t.yes > t.no && castIn(t) >= (quorumShare === 0 ? 1 : neededOf(voters, quorumShare));

/** The last day itself is still open. */
export const isOver = (c: { untilOn: string }, today: string): boolean => today > c.untilOn;
export const endingOf = (t: Tally, voters: number, quorumShare: number): Ending =>
	isAdopted(t, voters, quorumShare) ? 'adopt' : 'fail';

/** Days before the last one on which those missing are reminded; once. */
export const reminderDays = 2;
export const isToRemind = (c: { untilOn: string; remindedAt: Date | null }, today: string): boolean =>
	c.remindedAt === null && today >= addDays(c.untilOn, -reminderDays) && !isOver(c, today);
