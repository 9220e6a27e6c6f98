/** Papers that are built in the background: their kinds, what they are about, and the states from order to file. */
import { addDays, halfYearOf, isDay } from '#platform/clock.ts';
import type { Step } from '#platform/step.ts';

/** Sitzungsmappe, Kurzfassung, Halbjahresdossier. */
export const paperKinds = ['folder', 'summary', 'dossier'] as const;
export type PaperKind = (typeof paperKinds)[number];
export const isPaperKind = (kind: string): kind is PaperKind => (paperKinds as readonly string[]).includes(kind);
/** The others are about a half-year up to a key date. */
export const isOfMeeting = (kind: PaperKind): boolean => kind !== 'dossier';
/** The short form names no analysis. */
export const speaksOfCases = (kind: PaperKind): boolean => kind !== 'summary';
/** Pages that the kind may have at most. */
export const mostPages: Partial<Record<PaperKind, number>> = { summary: 2 };

export const paperStates = ['queued', 'building', 'ready', 'failed', 'withdrawn'] as const;
export type PaperState = (typeof paperStates)[number];
export const paperSteps = {
	/** Again, too, when the process that built it was ended. */
	begin: { from: ['queued', 'building'], to: 'building' },
	advance: { from: ['building'], to: 'building' },
	finish: { from: ['building'], to: 'ready' },
	fail: { from: ['queued', 'building'], to: 'failed' },
	/** By the database itself, in the transaction that recalls or deletes an analysis that stands in it. */
	withdraw: { from: ['ready'], to: 'withdrawn' }
} as const satisfies Record<string, Step<PaperState>>;
export type PaperStep = keyof typeof paperSteps;
export const isUnderWay = (state: PaperState): boolean => (paperSteps.begin.from as readonly string[]).includes(state);

/** What a build goes through, in this order; the page says which one it is at. */
export const stages = ['read', 'compose', 'set', 'keep'] as const;
export type Stage = (typeof stages)[number];

/** The first day of the half-year a key date lies in. */
export const periodStart = (keyOn: string): string =>
	`${keyOn.slice(0, 4)}-${keyOn.slice(5, 7) <= '06' ? '01' : '07'}-01`;
/** A key date must be over: on a day that still runs, the same key date would not have the same content. */
export const isKeyDate = (day: string, today: string): boolean => isDay(day) && day < today;
/** Yesterday: the latest key date there can be. */
export const latestKeyDate = (today: string): string => addDays(today, -1);
export const halfYearOfKey = (keyOn: string): string => halfYearOf(keyOn);
