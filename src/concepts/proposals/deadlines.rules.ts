/** The days that press: until when proposals are submitted for a meeting, until when a returned one is expected back. Pure. */
import { addDays, daysBetween } from '#platform/clock.ts';
import type { ProposalState } from './rules.ts';

/** `closesOn`: the last day on which a proposal may be submitted for this meeting. */
export type Countdown = {
	meetingOn: string;
	closesOn: string;
	days: number;
	missed: { meetingOn: string; closedOn: string } | null;
};

/** The next meeting that can still be reached; `missed` is the one before it that cannot. Null when none is planned. */
export function countdownTo(meetingDays: readonly string[], today: string, deadlineDays: number): Countdown | null {
	const ahead = [...meetingDays].filter((day) => day >= today).sort();
	const next = ahead.find((day) => addDays(day, -deadlineDays) >= today);
	const missed = ahead.findLast((day) => addDays(day, -deadlineDays) < today);
	if (!next) return null;
	const closesOn = addDays(next, -deadlineDays);
	return {
		meetingOn: next,
		closesOn,
		days: daysBetween(today, closesOn),
		missed: missed ? { meetingOn: missed, closedOn: addDays(missed, -deadlineDays) } : null
	};
}
/** Where a submission is still ahead. */
export const countsDown: readonly ProposalState[] = ['draft', 'in_consultation', 'recommended', 'returned'];

/** What is left of the time in which a returned proposal comes back; null where no clock runs. */
export function returnClock(
	p: { state: ProposalState; returnDueOn: string | null },
	today: string
): { dueOn: string; days: number; overdue: boolean } | null {
	if (!p.returnDueOn || !returnRuns.includes(p.state)) return null;
	const days = daysBetween(today, p.returnDueOn);
	return { dueOn: p.returnDueOn, days, overdue: days < 0 };
}
/** From the return until it is submitted again, whatever the group does with it meanwhile. */
export const returnRuns: readonly ProposalState[] = ['returned', 'in_consultation', 'draft', 'recommended'];
