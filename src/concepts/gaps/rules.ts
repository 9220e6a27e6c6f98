/** Gap reports and service gaps: their states as tables of steps, the fixed lists, and what a report must hold. */
import type { FieldText } from '#concepts/anonymity/field-marks.ts';
import type { DetectOptions } from '#concepts/anonymity/marks.ts';
import { fits, type Step } from '#platform/step.ts';

export type ReportState = 'draft' | 'received' | 'query' | 'assigned' | 'declined' | 'withdrawn';
export const reportSteps = {
	submit: { from: ['draft'], to: 'received', tells: ['office'] },
	ask: { from: ['received'], to: 'query', tells: ['author'] },
	answer: { from: ['query'], to: 'received', tells: ['office'] },
	assign: { from: ['received', 'query'], to: 'assigned', tells: ['author'] },
	decline: { from: ['received', 'query'], to: 'declined', tells: ['author'] },
	withdraw: { from: ['received', 'query'], to: 'withdrawn', tells: ['office'] }
} as const satisfies Record<string, Step<ReportState>>;
export type ReportStep = keyof typeof reportSteps;
/** What the office has to look at; the second waits for the sender. */
export const waitingReports: readonly ReportState[] = ['received', 'query'];

export type GapState =
	| 'new'
	| 'confirmed'
	| 'prioritised'
	| 'mandated'
	| 'in_solution'
	| 'decided'
	| 'in_implementation'
	| 'effect_review'
	| 'closed'
	| 'not_confirmed'
	| 'deferred'
	| 'escalated'
	| 'merged'
	| 'reopened';
/** In the order of the thread; these states wait for somebody within the programme. */
export const openGaps = [
	'new',
	'confirmed',
	'prioritised',
	'mandated',
	'in_solution',
	'decided',
	'in_implementation',
	'effect_review',
	'reopened',
	'deferred'
] as const satisfies readonly GapState[];
export const gapStates: readonly GapState[] = [...openGaps, 'escalated', 'closed', 'not_confirmed', 'merged'];

export const steps = {
	confirm: { from: ['new'], to: 'confirmed', tells: ['behind'] },
	not_confirmed: { from: ['new'], to: 'not_confirmed', tells: ['behind'] },
	prioritise: { from: ['confirmed', 'deferred'], to: 'prioritised', tells: ['behind'] },
	mandate: { from: ['confirmed', 'prioritised'], to: 'mandated', tells: ['behind'] },
	solve: {
		from: ['confirmed', 'prioritised', 'mandated', 'reopened', 'deferred'],
		to: 'in_solution',
		tells: ['behind']
	},
	/** No proposal is left: back to the state it had before, which the row keeps. */
	drop_solution: { from: ['in_solution'], to: 'confirmed', tells: ['behind'] },
	decide: { from: ['in_solution'], to: 'decided', tells: ['behind'] },
	implement: { from: ['decided'], to: 'in_implementation', tells: ['behind'] },
	/** All its measures were dropped: the decision stands, nobody carries it out. */
	halt: { from: ['in_implementation'], to: 'decided', tells: ['behind'] },
	review: { from: ['in_implementation'], to: 'effect_review', tells: ['behind'] },
	/** Also by an answer of the Land or the Bund. */
	close: { from: ['effect_review', 'decided', 'escalated'], to: 'closed', tells: ['behind'] },
	reopen: { from: ['closed', 'effect_review', 'escalated'], to: 'reopened', tells: ['behind'] },
	defer: { from: ['confirmed', 'prioritised', 'in_solution'], to: 'deferred', tells: ['behind'] },
	/** Its day has come, or the office did not want to wait: back to the state it had before, which the row keeps. */
	resume: { from: ['deferred'], to: 'confirmed', tells: ['behind', 'office'] },
	escalate: { from: openGaps, to: 'escalated', tells: ['behind'] },
	merge: { from: openGaps, to: 'merged', tells: ['behind'] },
	/** Back to the state it had before the merge, which the row keeps; `to` is where it goes if that is unknown. */
	unmerge: { from: ['merged'], to: 'confirmed', tells: ['behind'] },
	back_to_group: { from: ['in_solution', 'decided'], to: 'in_solution', tells: ['behind'] }
} as const satisfies Record<string, Step<GapState>>;
export type GapStep = keyof typeof steps;

/** The steps the office takes by hand on the gap's page; all others follow from proposal, decision and measures. */
export const officeSteps = [
	'confirm',
	'not_confirmed',
	'defer',
	'resume',
	'merge',
	'unmerge'
] as const satisfies readonly GapStep[];
export type OfficeStep = (typeof officeSteps)[number];
const withProposal: readonly GapState[] = ['in_solution', 'decided', 'in_implementation', 'effect_review'];
/** A gap on which a proposal hangs is not merged away; the other one goes into it. */
export const isHeldByProposal = (gap: { state: GapState; stateBeforeDeferral: string | null }): boolean =>
	withProposal.includes(gap.state) ||
	(fits<GapState>(steps.resume, gap.state) && withProposal.includes(gap.stateBeforeDeferral as GapState));
/** Gaps that nobody joins any more: what was merged is found under its successor. */
export const unjoinable: readonly GapState[] = ['merged', 'not_confirmed'];

export const declineReasons = [
	'single_case',
	'not_integration',
	'exists_already',
	'too_vague',
	'personal_data',
	'other'
] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const casesBands = ['1-2', '3-5', '6-10', 'more'] as const;
export type CasesBand = (typeof casesBands)[number];

/** The codes of a report; `text` is what is missing, `idea` what could help. */
export type ReportFields = {
	text: string;
	phase: string;
	gapType: string;
	legalDomains: string[];
	municipality: string;
	severity: string;
	frequency: string;
	scope: string;
	residenceGroups: string[];
	ageBands: string[];
	households: string[];
	languages: string[];
	actors: string[];
	idea: string;
	urgent: boolean;
};
export const noFields: ReportFields = {
	text: '',
	phase: '',
	gapType: '',
	legalDomains: [],
	municipality: '',
	severity: '',
	frequency: '',
	scope: '',
	residenceGroups: [],
	ageBands: [],
	households: [],
	languages: [],
	actors: [],
	idea: '',
	urgent: false
};
/** What somebody wrote, in the order of the form. A gap may be said to be in a municipality. */
export type TextName = 'text' | 'idea';
export const textNames = ['text', 'idea'] as const satisfies readonly TextName[];
export const textsOf = (f: Pick<ReportFields, TextName>): FieldText<TextName>[] =>
	textNames.map((field) => ({ field, text: f[field] }));
export const textOptions: DetectOptions = { placesAllowed: true };
/** What was typed in the form, as the fields of a report, so that it stays after a refusal. */
export const fieldsFrom = (typed: Record<string, string | string[]>): ReportFields =>
	Object.fromEntries(
		Object.entries(noFields).map(([name, empty]) => {
			const value = typed[name];
			if (typeof empty === 'boolean') return [name, [value].flat()[0] === 'on'];
			return [name, Array.isArray(empty) ? [value ?? []].flat() : [value ?? ''].flat()[0]];
		})
	) as ReportFields;
export const requiredFields = [
	'text',
	'phase',
	'gapType',
	'legalDomains'
] as const satisfies readonly (keyof ReportFields)[];
export const missingFields = (f: ReportFields): (typeof requiredFields)[number][] =>
	requiredFields.filter((name) => f[name].length === 0);

/** What the office writes about a gap. */
export type GapText = {
	title: string;
	description: string;
	gapType: string;
	legalDomains: string[];
	phases: string[];
	municipalities: string[];
};
/** Typed text as far as there is any, else what stands. */
export const gapTextFrom = (typed: Record<string, string | string[]> | undefined, stands: GapText): GapText =>
	typed === undefined || !('title' in typed)
		? stands
		: {
				title: String(typed.title ?? ''),
				description: String(typed.description ?? ''),
				gapType: String(typed.gapType ?? ''),
				legalDomains: [typed.legalDomains ?? []].flat(),
				phases: [typed.phases ?? []].flat(),
				municipalities: [typed.municipalities ?? []].flat()
			};
/** A new gap begins with what the report says: its first sentence as title, its coding. */
export const gapTextOf = (r: ReportFields): GapText => ({
	title: firstSentence(r.text, 110),
	description: r.text,
	gapType: r.gapType,
	legalDomains: r.legalDomains,
	phases: r.phase ? [r.phase] : [],
	municipalities: r.municipality ? [r.municipality] : []
});
export function firstSentence(text: string, max: number): string {
	const sentence = (/^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text).replace(/\s+/g, ' ').replace(/[.!]$/, '').trim();
	if (sentence.length <= max) return sentence;
	return `${sentence.slice(0, max).replace(/\s+\S*$/, '')} …`;
}

/** Counts below the cell size are shown to others as „weniger als 5“; the office sees figures. */
export const shownCount = (n: number, cellSize: number, isOffice: boolean): number | 'few' =>
	isOffice || n === 0 || n >= cellSize ? n : 'few';

export type Evidence = {
	reports: number;
	confirmations: number;
	cases: number;
	/** distinct ones among them */
	municipalities: number;
	carriers: number;
	legalDomains: number;
};
export const noEvidence: Evidence = {
	reports: 0,
	confirmations: 0,
	cases: 0,
	municipalities: 0,
	carriers: 0,
	legalDomains: 0
};
