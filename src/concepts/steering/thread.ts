/** What the red thread of a gap is made of – found, never typed – and which of its stages are still open. */
import type { GapState } from '#concepts/gaps/rules.ts';
import { doneMeasure, type MeasureState } from './measures.rules.ts';
import { startsMeasure, type DecisionResult } from './rules.ts';

/** A thing on the thread. Hidden ones keep nothing but that they exist. */
export type Link = {
	type: string;
	id: string;
	visible: boolean;
	number: string | null;
	title: string;
	state: string;
	at: string | null;
};
export type GapLink = Link & {
	state: GapState;
	deferredUntil: string | null;
	escalatedTo: string | null;
	merged: number;
};
/** Counts below the cell size are 'few' for all but the office. */
export type Counted = number | 'few';
export type Reports = {
	reports: Counted;
	confirmations: Counted;
	municipalities: Counted;
	carriers: Counted;
	firstAt: string | null;
};
export type MandateLink = Link & { bodyName: string; dueOn: string };
export type MeetingLink = Link & { bodyName: string; items: { title: string; result: string }[]; held: boolean };
export type ProposalLink = Link & {
	bodyName: string;
	versions: { version: number; at: string }[];
	meetingAt: string | null;
};
export type DecisionLink = Link & {
	gate: number;
	state: DecisionResult;
	wording: string;
	proposedWording: string;
	reason: string;
	target: string;
	targetOn: string | null;
};
export type MeasureLink = Link & {
	unit: string;
	dueOn: string;
	reports: { at: string; text: string; nextStep: string }[];
};
export type ReviewLink = Link & {
	dueOn: string;
	askedAt: string | null;
	closedAt: string | null;
	answered: Counted;
	better: Counted;
};
export type FeedbackGiven = { at: string | null; text: string; receivers: Counted };
/** What was passed on by a decision, and what came back. */
export type PassedOn = Link & { addressee: string; resubmitOn: string; answeredOn: string | null; answer: string };
/** A released result sheet, and the networks it went to. */
export type SheetLink = Link & { sent: { on: string; network: string }[] };
export type ThreadEvent = { at: string; kind: string; type: string; id: string; data: Record<string, never> };

export type Facts = {
	gap: GapLink;
	cases: Link[];
	reports: Reports;
	mandates: MandateLink[];
	groups: Link[];
	meetings: MeetingLink[];
	proposals: ProposalLink[];
	decisions: DecisionLink[];
	measures: MeasureLink[];
	reviews: ReviewLink[];
	feedback: FeedbackGiven[];
	passedOn: PassedOn[];
	sheets: SheetLink[];
	events: ThreadEvent[];
};

export const stageNames = [
	'cases',
	'reports',
	'gap',
	'mandate',
	'groups',
	'meetings',
	'proposal',
	'decision',
	'measures',
	'effect',
	'feedback'
] as const;
export type StageName = (typeof stageNames)[number];
/** The stage at which a reader enters who comes from a thing of this type. */
export const stageOf: Record<string, StageName> = {
	case_analysis: 'cases',
	gap_report: 'reports',
	service_gap: 'gap',
	mandate: 'mandate',
	body: 'groups',
	meeting: 'meetings',
	proposal: 'proposal',
	decision: 'decision',
	measure: 'measures',
	effect_review: 'effect',
	feedback: 'feedback'
};

/** Gaps on which nothing more is expected. */
const over: readonly GapState[] = ['not_confirmed', 'merged', 'closed'];
const lacksNoMandate: readonly GapState[] = [
	'in_solution',
	'decided',
	'in_implementation',
	'effect_review',
	'closed',
	'escalated',
	'not_confirmed',
	'merged'
];

/** Reached, open (somebody is next) or left out (this thread does without it). */
export function standOf(stage: StageName, f: Facts): 'reached' | 'open' | 'without' {
	const matter = f.decisions.filter((d) => d.gate === 2);
	const reached: Record<StageName, boolean> = {
		cases: f.cases.length > 0,
		reports: f.reports.reports !== 0 || f.reports.confirmations !== 0,
		gap: true,
		mandate: f.mandates.length > 0 || f.decisions.some((d) => d.gate === 1),
		groups: f.groups.length > 0,
		meetings: f.meetings.length > 0,
		proposal: f.proposals.length > 0,
		decision: matter.length > 0,
		measures: f.measures.length > 0,
		effect: f.reviews.some((r) => r.askedAt !== null),
		feedback: f.feedback.some((x) => x.at !== null)
	};
	if (reached[stage]) return 'reached';
	if (stage === 'cases' || stage === 'reports') return 'without';
	if (over.includes(f.gap.state)) return 'without';
	if (stage === 'mandate') return lacksNoMandate.includes(f.gap.state) ? 'without' : 'open';
	const startsNothing = matter.length > 0 && !matter.some((d) => startsMeasure(d.state));
	if (startsNothing && (stage === 'measures' || stage === 'effect')) return 'without';
	return 'open';
}

/** Reached, but somebody still has to do something there. */
function isUnderWay(stage: StageName, f: Facts): boolean {
	if (over.includes(f.gap.state)) return stage === 'feedback' && f.feedback.some((x) => x.at === null);
	if (stage === 'measures') return f.measures.some((x) => x.visible && !settled.includes(x.state as MeasureState));
	if (stage === 'effect') return f.reviews.some((r) => r.askedAt !== null && r.closedAt === null);
	return stage === 'feedback' && f.feedback.some((x) => x.at === null);
}
const settled: readonly MeasureState[] = [...doneMeasure, 'dropped'];

/** The stage that everything waits for – feedback only when nothing else does; null when nothing is expected. */
export function nextStage(f: Facts): StageName | null {
	const waits = stageNames.filter((s) => standOf(s, f) === 'open' || isUnderWay(s, f));
	return waits.find((s) => s !== 'feedback') ?? waits[0] ?? null;
}
/** Nothing more will come: the gap is closed, merged or not confirmed, and everybody behind it has heard. */
export const isComplete = (f: Facts): boolean => over.includes(f.gap.state) && nextStage(f) === null;
