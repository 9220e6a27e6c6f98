/** Asking for a closed gap to be taken up again: for twelve months, and the office decides. */
import type { Step } from '#platform/step.ts';

export type RequestState = 'open' | 'granted' | 'refused';
export const requestSteps = {
	grant: { from: ['open'], to: 'granted', tells: ['author'] },
	refuse: { from: ['open'], to: 'refused', tells: ['author'] }
} as const satisfies Record<string, Step<RequestState>>;
export type RequestStep = keyof typeof requestSteps;

const months = 12;
/** The last moment to ask; a day that the month lacks is its last. */
export function askableUntil(closedAt: Date): Date {
	const until = new Date(closedAt);
	until.setUTCMonth(until.getUTCMonth() + months);
	if (until.getUTCDate() !== closedAt.getUTCDate()) until.setUTCDate(0);
	return until;
}
