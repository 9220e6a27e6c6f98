/** Who may do what with gap reports and service gaps. Says nothing about the right moment. */
import { has, isInside, isOffice, type Actor, type Policy } from '#concepts/people/actor.ts';
import type { ReportState } from './rules.ts';

export type OwnedReport = { authorId: string; state: ReportState };
const isAuthor = (a: Actor, r: OwnedReport): boolean => a.id !== null && a.id === r.authorId;
const filesReports = (a: Actor): boolean => has(a, 'case_manager') || has(a, 'officer') || isOffice(a);
/** What was sent once; a draft is nobody's business but its author's. */
const wasSent = (r: OwnedReport): boolean => r.state !== 'draft';

const aboutReports = {
	/** The author reads her own report, the office every one that was sent. */
	read: (a, r) => isAuthor(a, r) || (isOffice(a) && wasSent(r)),
	save: isAuthor,
	discard: isAuthor,
	submit: isAuthor,
	withdraw: isAuthor,
	answer: isAuthor,
	assign: isOffice,
	ask: isOffice,
	decline: isOffice,
	mark_urgent: isOffice,
	split: isOffice,
	code: isOffice
} as const satisfies Policy<OwnedReport>;
export type ReportAction = keyof typeof aboutReports;
export const mayReport = (a: Actor, action: ReportAction, report: OwnedReport): boolean =>
	aboutReports[action](a, report);

const aboutGaps = {
	/** Everybody who works in the programme reads the gaps; guests, administration and data protection do not. */
	read: isInside,
	follow: isInside,
	comment: isInside,
	/** Case managers, officers and the office file reports and say „Betrifft uns auch“. */
	report: filesReports,
	affects_us: filesReports,
	observe: filesReports,
	/** Those behind the gap, says the command. */
	ask_reopening: filesReports,
	see_intake: isOffice,
	settle_reopening: isOffice,
	see_figures: isOffice,
	confirm: isOffice,
	not_confirmed: isOffice,
	defer: isOffice,
	resume: isOffice,
	merge: isOffice,
	unmerge: isOffice,
	edit: isOffice,
	assign_group: isOffice,
	link_case: isOffice,
	give_feedback: isOffice
} as const satisfies Record<string, (a: Actor) => boolean>;
export type GapAction = keyof typeof aboutGaps;
export const may = (a: Actor, action: GapAction): boolean => aboutGaps[action](a);
