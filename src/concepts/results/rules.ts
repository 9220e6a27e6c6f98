/** Result sheets: what was reached, in fixed parts, for other networks – released by two people who did not write it. */
import type { FieldText } from '#concepts/anonymity/field-marks.ts';
import type { GapState } from '#concepts/gaps/rules.ts';
import type { Step } from '#platform/step.ts';

export const sheetStates = ['draft', 'in_review', 'released', 'withdrawn'] as const;
export type SheetState = (typeof sheetStates)[number];

export const sheetSteps = {
	edit: { from: ['draft'], to: 'draft', tells: [] },
	submit: { from: ['draft'], to: 'in_review', tells: ['releasing'] },
	return: { from: ['in_review'], to: 'draft', tells: ['author'] },
	/** By one of two; with the second the sheet is released. */
	release: { from: ['in_review'], to: 'released', tells: ['author'] },
	withdraw: { from: ['released'], to: 'withdrawn', tells: ['author'] }
} as const satisfies Record<string, Step<SheetState>>;
export type SheetStep = keyof typeof sheetSteps;

/** Something was decided on it: there is a result to tell. */
export const reportable: readonly GapState[] = [
	'decided',
	'in_implementation',
	'effect_review',
	'closed',
	'escalated',
	'reopened'
];

/** Both must have released the same text, each another person, none of them the author. */
export const hands = ['office', 'reviewer'] as const;
export type Hand = (typeof hands)[number];

export const parts = ['title', 'background', 'decided', 'changes', 'audience', 'contact'] as const;
export type SheetPart = (typeof parts)[number];
export type SheetText = Record<SheetPart, string>;
export const emptySheet: SheetText = { title: '', background: '', decided: '', changes: '', audience: '', contact: '' };
export const limits: Record<SheetPart, number> = {
	title: 160,
	background: 1200,
	decided: 1200,
	changes: 1200,
	audience: 600,
	contact: 300
};
export const missingParts = (text: SheetText): SheetPart[] => parts.filter((p) => !text[p].trim());
/** What is checked for people; whom to turn to is an office with its number, which the check would mark. */
export const checkedTexts = (text: SheetText): FieldText<SheetPart>[] =>
	parts.filter((p) => p !== 'contact').map((field) => ({ field, text: text[field] }));

/** What the two have seen: the same text gives the same line. */
export const textOf = (text: SheetText): string => JSON.stringify(parts.map((p) => text[p]));

export type ReleasedBy = { hand: Hand; accountId: string };
/** Which hand this person may still lend: the own text never, and nobody twice. */
export const freeHands = (authorId: string, given: readonly ReleasedBy[], accountId: string): Hand[] =>
	accountId === authorId || given.some((g) => g.accountId === accountId)
		? []
		: hands.filter((hand) => !given.some((g) => g.hand === hand));

export const channels = ['mail', 'post', 'meeting', 'link', 'other'] as const;
export type Channel = (typeof channels)[number];

export const linkKinds = ['sheet', 'feed'] as const;
export type LinkKind = (typeof linkKinds)[number];
export const linkDays = [30, 90, 365] as const;
