/** Statements: what may be answered, the states of a request, when somebody is reminded. Pure. */
import { addDays } from '#platform/clock.ts';
import { fits, type Step } from '#platform/step.ts';
import type { Outline, ProposalState } from './rules.ts';

export const statementAnswers = ['agree', 'agree_with_conditions', 'refuse', 'none'] as const;
export type StatementAnswer = (typeof statementAnswers)[number];
export const statementStates = ['asked', 'answered', 'withdrawn'] as const;
export type StatementState = (typeof statementStates)[number];

export const statementSteps = {
	draft: { from: ['asked'], to: 'asked' },
	answer: { from: ['asked'], to: 'answered', tells: ['asker', 'office'] },
	withdraw: { from: ['asked'], to: 'withdrawn', tells: ['asked'] }
} as const satisfies Record<string, Step<StatementState>>;

/** A draft is the group's alone; from consultation on others are asked, until the committee has it before it. */
export const askable: readonly ProposalState[] = ['in_consultation', 'returned', 'recommended', 'submitted'];
/** Whoever was asked in time may answer until it is decided. */
export const answerable: readonly ProposalState[] = [
	...askable,
	'draft',
	'admitted',
	'in_circulation',
	'scheduled',
	'postponed'
];

export const questionLimit = 1000;
export const statementLimit = 4000;

/** Of a proposal, whoever is asked reads this and no more: neither evidence nor comments. */
export const shownParts = ['resolution', 'problem', 'solution'] as const satisfies readonly (keyof Outline)[];
export type TextSeen = { title: string } & Record<(typeof shownParts)[number], string>;
export const textSeen = (p: { title: string; outline: Outline }): TextSeen => ({
	title: p.title,
	resolution: p.outline.resolution ?? '',
	problem: p.outline.problem ?? '',
	solution: p.outline.solution ?? ''
});
export const isSameText = (a: TextSeen, b: TextSeen): boolean =>
	a.title === b.title && shownParts.every((part) => a[part] === b[part]);

/** Conditions and a refusal are nothing without words. */
export const needsWords = (answer: StatementAnswer): boolean =>
	answer === 'agree_with_conditions' || answer === 'refuse';

export type FrozenStatement = {
	organisation: string;
	person: string;
	question: string;
	answer: StatementAnswer;
	text: string;
	/** 'YYYY-MM-DD' */
	answeredOn: string;
};

export const isStatementOverdue = (s: { state: StatementState; dueOn: string }, today: string): boolean =>
	fits(statementSteps.answer, s.state) && s.dueOn < today;
export type StatementReminder = 'soon' | 'overdue';
/** `days`: how many days before its day; on the day itself it is still in time. */
export function reminderOf(
	s: { state: StatementState; dueOn: string },
	today: string,
	days: number
): StatementReminder | null {
	if (!fits(statementSteps.answer, s.state)) return null;
	if (s.dueOn < today) return 'overdue';
	return s.dueOn <= addDays(today, days) ? 'soon' : null;
}
