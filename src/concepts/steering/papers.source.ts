/** What a paper is made of, as it was read: plain values that can be kept. Security: analyses are named by id only. */
import type { FigureTable } from '#concepts/situation/picture.ts';
import type { ItemKind } from '#concepts/meetings/rules.ts';
import type { FrozenDissent } from '#concepts/proposals/dissents.rules.ts';
import type { Outline } from '#concepts/proposals/rules.ts';
import type { ControlRow } from './control.queries.server.ts';
import type { MeasureState } from './measures.rules.ts';
import type { DecisionResult } from './rules.ts';

/** Goes up when the shape changes: what was kept in an older one is read anew. */
export const sourceFormat = 2;

type Numbered = { number: string; title: string };
export type SourceGap = Numbered & { municipalities: number; carriers: number | 'few'; domains: number };
export type SourceProposal = Numbered & {
	outline: Outline;
	responsible: string;
	dueOn: string | null;
	/** null while it was never submitted */
	version: { n: number; hash: string; frozenOn: string } | null;
	/** of the group's members, frozen with the version */
	dissents: FrozenDissent[];
	gaps: SourceGap[];
	/** of its analyses, as places in `caseIds` */
	caseIds: string[];
};
export type SourceItem = {
	title: string;
	kind: ItemKind;
	minutes: number;
	rapporteur: string;
	/** instant, ISO */
	begins: string;
	links: { type: string; number: string | null; title: string }[];
	caseIds: string[];
	proposal: string | null;
};
type Common = { format: number; county: string; keyOn: string; caseIds: string[]; moreCases: number };
export type MeetingSource = Common & {
	about: 'meeting';
	committee: string;
	meeting: { title: string; startsAt: string; endsAt: string; place: string; isDraft: boolean };
	items: SourceItem[];
	proposals: SourceProposal[];
	/** the day of the meeting before this one */
	since: string | null;
	control: ControlRow[];
};

export type SourceDecision = {
	number: string;
	result: DecisionResult;
	decidedOn: string;
	subject: string;
	wording: string;
	reason: string;
	target: string;
	targetOn: string | null;
	units: string;
	/** dissenting votes on what was proposed */
	dissents: FrozenDissent[];
};
export type SourceMeasure = {
	number: string;
	title: string;
	unit: string;
	dueOn: string;
	state: MeasureState;
	decision: string;
	/** the day it was approved, within the period */
	approvedOn: string | null;
};
export type HalfYearSource = Common & {
	about: 'half_year';
	from: string;
	threshold: number;
	/** last published day that counts; null while there was none */
	throughOn: string | null;
	/** contributions by legal domain and kind of gap; by half-year */
	topics: FigureTable | null;
	halfYears: FigureTable | null;
	/** gaps that took a step within the period, by step */
	steps: Record<string, number>;
	confirmed: SourceGap[];
	prioritised: SourceDecision[];
	decided: SourceDecision[];
	measures: SourceMeasure[];
	effects: (Numbered & { passed: boolean; on: string })[];
};
export type PaperSource = MeetingSource | HalfYearSource;
