/** Effect reviews: three questions to those who reported, and what their answers mean for the gap. */
import type { Step } from '#platform/step.ts';

export const reviewStates = ['planned', 'asked', 'passed', 'reopen_proposed', 'reopened', 'kept_closed'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewSteps = {
	ask: { from: ['planned'], to: 'asked', tells: ['behind'] },
	pass: { from: ['asked'], to: 'passed', tells: ['office'] },
	propose_reopening: { from: ['asked'], to: 'reopen_proposed', tells: ['office'] },
	reopen: { from: ['reopen_proposed'], to: 'reopened', tells: ['office'] },
	/** The committee saw it and left it at that. */
	keep_closed: { from: ['reopen_proposed'], to: 'kept_closed', tells: ['office'] }
} as const satisfies Record<string, Step<ReviewState>>;
export type ReviewStep = keyof typeof reviewSteps;

export const stillHappens = ['gone', 'better', 'same', 'worse'] as const;
export type StillHappens = (typeof stillHappens)[number];
export type Answers = Record<StillHappens, number>;
export const noAnswers: Answers = { gone: 0, better: 0, same: 0, worse: 0 };

/** `share`: above it the gap proposes its own reopening; `least`: with fewer answers nothing follows by itself. */
export type Bar = { share: number; least: number };
export const goodOf = (a: Answers): number => a.gone + a.better;
/** „besteht fort“ */
export const badOf = (a: Answers): number => a.same + a.worse;

/** What the answers say; null when they are too few or exactly at the bar: then the office decides. */
export function verdictOf(answers: Answers, { share, least }: Bar): 'pass' | 'propose_reopening' | null {
	const bad = badOf(answers);
	const answered = goodOf(answers) + bad;
	if (answered < least || bad === share * answered) return null;
	return bad > share * answered ? 'propose_reopening' : 'pass';
}

export type Shown = number | 'few';
export type ShownAnswers = Record<StillHappens | 'asked' | 'answered' | 'persists', Shown>;
/**
 * What all but the office see. Security: with one part held back the rest of its sum is held back, too, or it could be
 * reckoned from it: of the four answers all or none, of better and worse both or neither.
 */
export function shownAnswers(asked: number, answers: Answers, cellSize: number, isOffice: boolean): ShownAnswers {
	const small = (n: number): boolean => !isOffice && n > 0 && n < cellSize;
	const answered = goodOf(answers) + badOf(answers);
	const hidesAll = small(answered);
	const hidesSides = hidesAll || small(goodOf(answers)) || small(badOf(answers));
	const hidesEach = hidesSides || stillHappens.some((s) => small(answers[s]));
	const each = Object.fromEntries(stillHappens.map((s) => [s, hidesEach ? 'few' : answers[s]])) as Record<
		StillHappens,
		Shown
	>;
	return {
		...each,
		asked: small(asked) ? 'few' : asked,
		answered: hidesAll ? 'few' : answered,
		persists: hidesSides ? 'few' : badOf(answers)
	};
}
/** Whoever was asked has this long to answer; then the answers that there are count. */
export const answerDays = 28;

/** The same day `months` later, or the last day of a shorter month. */
export function monthsLater(day: string, months: number): string {
	const [y, mo, d] = day.split('-').map(Number) as [number, number, number];
	const last = new Date(Date.UTC(y, mo + months, 0)).getUTCDate();
	return new Date(Date.UTC(y, mo - 1 + months, Math.min(d, last))).toISOString().slice(0, 10);
}
