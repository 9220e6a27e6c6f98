/** The interface for programs, shaped like OParl 1.1: what it knows of, what of it is released, how lists are asked for. */
import type { Outline, ProposalState } from '#concepts/proposals/rules.ts';
import { released as releasedProposals } from '#concepts/proposals/rules.ts';
import type { MeetingState, MinutesState } from '#concepts/meetings/rules.ts';
import type { BodyKind, SeatFunction } from '#concepts/people/rules.ts';
import type { BodyState } from '#concepts/bodies/rules.ts';
import type { GroupResult } from '#concepts/meetings/minutes.blocks.ts';
import type { DecisionResult } from '#concepts/steering/rules.ts';

/** Types of objects that have an address of their own, as they stand in addresses; the county and the system stand apart. */
export const objectTypes = [
	'organization',
	'person',
	'membership',
	'meeting',
	'agenda-item',
	'paper',
	'consultation',
	'file',
	'location'
] as const;
export type ObjectType = (typeof objectTypes)[number];
export const isObjectType = (text: string): text is ObjectType => (objectTypes as readonly string[]).includes(text);
/** The lists of the county: one of each type, and the terms, of which there are none. */
export const listTypes = [...objectTypes, 'legislative-term'] as const;
export type ListType = (typeof listTypes)[number];
export const isListType = (text: string): text is ListType => (listTypes as readonly string[]).includes(text);
/** The lists of one body. */
export const bodyListTypes = ['meeting', 'consultation'] as const satisfies readonly ObjectType[];
export type BodyListType = (typeof bodyListTypes)[number];
export const isBodyListType = (text: string): text is BodyListType =>
	(bodyListTypes as readonly string[]).includes(text);

/** There is one county; its number in addresses never changes. */
export const countyId = '1';

/** A meeting is released once its invitation was sent: agendas as invited, never the draft before. */
export const releasedMeetings = [
	'invited',
	'postponed',
	'running',
	'held',
	'closed',
	'cancelled'
] as const satisfies readonly MeetingState[];
/** A proposal is released from its admission on; what is returned or revised after it is withdrawn again. */
export const releasedPapers: readonly ProposalState[] = releasedProposals;

/** What every object has. A withdrawn one has nothing else. */
export type Stamped = { id: string; created: Date; modified: Date; deleted: boolean };
export type OrganizationSource = Stamped & {
	kind: BodyKind;
	name: string;
	state: BodyState;
	closedOn: string | null;
	seats: string[];
	members: number;
};
export type SeatSource = Stamped & {
	bodyId: string;
	bodyName: string;
	function: SeatFunction;
	fromOn: string;
	untilOn: string | null;
	/** Null unless the county shows names. */
	name: string | null;
};
export type DecisionSource = {
	number: string;
	result: DecisionResult;
	wording: string;
	/** ISO instant */
	decidedAt: string;
};
export type MeetingSource = Stamped & {
	bodyId: string;
	bodyKind: BodyKind;
	bodyName: string;
	/** This reader may know of the body. */
	bodySeen: boolean;
	title: string;
	startsAt: string;
	endsAt: string;
	place: string;
	state: MeetingState;
	minutesState: MinutesState;
	minutes: MinutesSource | null;
	decisions: DecisionSource[];
};
/** Approved minutes: when first and last approved, the latest version and the hash of its text. */
export type MinutesSource = { first: string; last: string; version: number; hash: string };
export type ItemSource = Stamped & {
	meetingId: string;
	title: string;
	/** It is about an analysis: its number, where this reader may see it now. */
	analysis: { number: string | null } | null;
	/** In the agenda of its meeting, with holes. */
	position: number;
	/** Only once the minutes are approved. */
	note: string;
	/** The released paper that this reader may see, decided under the item. */
	paper: { id: string; deleted: boolean } | null;
	decisions: DecisionSource[];
	groupDecisions: { result: GroupResult | null; wording: string }[];
};
/** Of the latest version that was submitted what is given out; never what is being written. */
export type Frozen = {
	version: number;
	title: string;
	outline: Outline;
	responsible: string;
	dueOn: string | null;
	frozenAt: string;
};
export type PaperSource = Stamped & {
	bodyId: string;
	bodySeen: boolean;
	number: string;
	frozen: Frozen;
	decisions: DecisionSource[];
};
export type ConsultationSource = Stamped & {
	itemId: string;
	meetingId: string;
	bodyId: string;
	bodyKind: BodyKind;
	paperId: string;
};
/** Of a meeting: its agenda, its minutes. Of a paper: what was frozen of it, and result sheets about the gaps it answers. */
export type MeetingFileSource = Stamped & {
	kind: 'agenda' | 'minutes';
	meetingId: string;
	/** ISO instant of the meeting */
	startsAt: string;
	bodyKind: BodyKind;
	bodyName: string;
	minutes: MinutesSource | null;
};
export type PaperFileSource = Stamped & {
	kind: 'paper' | 'sheet';
	number: string;
	/** ISO instant at which it was frozen, or released. */
	frozenAt: string;
	/** Of a paper only. */
	frozen: Frozen | null;
	/** The released papers that this reader may see. */
	papers: string[];
};
export type FileSource = MeetingFileSource | PaperFileSource;
export type FileKind = FileSource['kind'];
export type LocationSource = Stamped & { place: string };

/** @param of the id of the meeting, the proposal or the result sheet */
export const fileId = (kind: FileKind, of: string): string => `${kind}-${of}`;
export function fileOf(id: string): { kind: FileKind; of: string } | null {
	const found = /^(agenda|minutes|paper|sheet)-(.+)$/.exec(id);
	return found ? { kind: found[1] as FileKind, of: found[2]! } : null;
}
