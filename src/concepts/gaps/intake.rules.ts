/** The intake: what coding many reports may change, how a report is split, what taking a step back needs. */
import type { ReportState } from './rules.ts';

export type Coding = { phase: string; gapType: string; legalDomains: string[] };
/** An empty field leaves what the reports say. */
export const codingChanges = (c: Coding): Partial<Coding> => ({
	...(c.phase && { phase: c.phase }),
	...(c.gapType && { gapType: c.gapType }),
	...(c.legalDomains.length && { legalDomains: c.legalDomains })
});

export const intakeStepNames = ['assign', 'create', 'ask', 'decline', 'mark_urgent', 'split', 'code'] as const;
export type IntakeStepName = (typeof intakeStepNames)[number];

/** Of each report the columns that the step has changed, as they were. */
export type ReportBefore = {
	id: string;
	state: ReportState;
	urgent: boolean;
	phase: string | null;
	gapType: string | null;
	legalDomains: string[];
};
/** What a gap has taken over from the report assigned to it; `eventId` is the gap's newest event before that. */
export type Widened = {
	gapId: string;
	eventId: number;
	legalDomains: string[];
	phases: string[];
	municipalities: string[];
};
export type StepBefore = {
	step: IntakeStepName;
	reports: ReportBefore[];
	widened?: Widened;
	/** the query that was sent */
	messageId?: string;
	/** the second part of a report that was split, and the sender's words as they stood */
	splitId?: string;
	text?: string;
	textBeforeSplit?: string | null;
};

/** What of `added` the gap did not have. */
export const newIn = (had: readonly string[], added: readonly string[]): string[] =>
	[...new Set(added)].filter((code) => !had.includes(code));

/** Both parts must say something, and not the same. */
export const isSplit = (first: string, second: string): boolean =>
	first.trim() !== '' && second.trim() !== '' && first.trim() !== second.trim();

/** „13 Arbeitstage, 3 über dem Ziel“: by how many days, 0 when in time. */
export const daysOver = (ageDays: number, targetDays: number): number => Math.max(0, ageDays - targetDays);
