/** Effect reviews: three questions to those who reported, and what their answers mean for the gap. */
import type { Step } from '#platform/step.ts';

export const reviewStates = ['planned', 'asked', 'passed', 'reopen_proposed', 'reopened'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewSteps = {
	ask: { from: ['planned'], to: 'asked', tells: ['behind'] },
	pass: { from: ['asked'], to: 'passed', tells: ['office'] },
	propose_reopening: { from: ['asked'], to: 'reopen_proposed', tells: ['office'] },
	reopen: { from: ['reopen_proposed'], to: 'reopened', tells: ['office'] }
} as const satisfies Record<string, Step<ReviewState>>;
export type ReviewStep = keyof typeof reviewSteps;

export const stillHappens = ['gone', 'better', 'same', 'worse'] as const;
export type StillHappens = (typeof stillHappens)[number];
export type Answers = Record<StillHappens, number>;
export const noAnswers: Answers = { gone: 0, better: 0, same: 0, worse: 0 };

/** What most answers say; null when there are none or they balance: then the office decides. */
export function verdictOf(answers: Answers): 'pass' | 'propose_reopening' | null {
	const good = answers.gone + answers.better;
	const bad = answers.same + answers.worse;
	if (good === bad) return null;
	return good > bad ? 'pass' : 'propose_reopening';
}

/** Below this a count is shown as „fewer than 5“ to all but the office. */
export const cellSize = 5;
export const isSmall = (n: number): boolean => n > 0 && n < cellSize;

/** The same day `months` later, or the last day of a shorter month. */
export function monthsLater(day: string, months: number): string {
	const [y, mo, d] = day.split('-').map(Number) as [number, number, number];
	const last = new Date(Date.UTC(y, mo + months, 0)).getUTCDate();
	return new Date(Date.UTC(y, mo - 1 + months, Math.min(d, last))).toISOString().slice(0, 10);
}
