/** Who may do what with decisions, measures and effect reviews; says nothing about the right moment. */
import {
	chairs,
	has,
	isInside,
	isMemberOf,
	isOffice,
	isSteering,
	type Actor,
	type Policy
} from '#concepts/people/actor.ts';
import { fits } from '#platform/step.ts';
import type { EscalationStep } from './escalations.rules.ts';
import { measureSteps, type MeasureState, type MeasureStep } from './measures.rules.ts';

/** `units`: the organisations that carry out measures of the decision. `bodyId`: the committee. */
export type DecisionThing = { bodyId: string; units: readonly string[]; contacts: readonly string[] };
export type MeasureThing = {
	/** the committee that decided it */
	bodyId: string;
	organisationId: string;
	contactId: string;
	deputyId: string | null;
	/** who can help where it is blocked */
	helperOrganisationId?: string | null;
	helperId?: string | null;
	state: MeasureState;
};
/** `asked`: whether this very actor was asked. `bodyId`: the committee that decided what is reviewed. */
export type ReviewThing = { asked: boolean; bodyId?: string };

const chairOrOffice = (a: Actor, t: { bodyId: string }) => chairs(a, t.bodyId) || isOffice(a);
/** The named contact, the deputy, or whoever speaks for the responsible organisation. */
export const isUnit = (a: Actor, m: MeasureThing): boolean =>
	a.id !== null &&
	(a.id === m.contactId ||
		a.id === m.deputyId ||
		(has(a, 'responsible_unit') && a.organisationId === m.organisationId));
/** Asked for help by name, or speaks for the organisation that can: reads the measure, and no more. */
const isHelper = (a: Actor, m: MeasureThing): boolean =>
	a.id !== null &&
	m.state === 'blocked' &&
	(a.id === m.helperId ||
		(has(a, 'responsible_unit') &&
			m.helperOrganisationId !== undefined &&
			a.organisationId === m.helperOrganisationId));

const onDecision = {
	/** All inside; of the others those whose organisation carries out what was decided. */
	read: (a, d) =>
		isInside(a) ||
		(a.id !== null &&
			(d.contacts.includes(a.id) || (has(a, 'responsible_unit') && d.units.includes(a.organisationId ?? '')))),
	decide: chairOrOffice,
	issue: chairOrOffice,
	give_feedback: (a) => isOffice(a)
} satisfies Policy<DecisionThing, 'read' | 'decide' | 'issue' | 'give_feedback'>;

const onMeasure = {
	read: (a, m) => isInside(a) || isUnit(a, m) || isHelper(a, m),
	/** Security: the unit speaks for itself; the office cannot write its report. */
	accept: isUnit,
	report: isUnit,
	block: isUnit,
	finish: isUnit,
	request_extension: isUnit,
	grant_extension: chairOrOffice,
	refuse_extension: chairOrOffice,
	send_back: (a) => isOffice(a),
	approve: (a) => isOffice(a),
	drop: (a) => isOffice(a),
	close: (a) => isOffice(a),
	/** Done by the hub itself when a review falls due. */
	ask: () => false
} satisfies Policy<MeasureThing, MeasureStep | 'read'>;

const onReview = {
	/** All inside see the counts, those who were asked the questions. */
	read: (a, r) => isInside(a) || r.asked,
	answer: (_a, r) => r.asked,
	close: (a) => isOffice(a),
	/** The committee's chair or the office puts the gap to work again, or says why not. */
	reopen: (a, r) => isOffice(a) || (r.bodyId !== undefined && chairs(a, r.bodyId)),
	keep_closed: (a, r) => isOffice(a) || (r.bodyId !== undefined && chairs(a, r.bodyId))
} satisfies Policy<ReviewThing, 'read' | 'answer' | 'close' | 'reopen' | 'keep_closed'>;

/** What comes before a committee; of circulations, too. */
export type CommitteeThing = { bodyId: string };
const onCommittee = {
	/** How its members prepare and vote: they and the office. */
	read: (a, t) => isMemberOf(a, t.bodyId) || isOffice(a),
	/** Consent or discussion. */
	place: (a) => isOffice(a),
	/** Every member may want to talk about something. */
	pull: (a, t) => isMemberOf(a, t.bodyId),
	prepare: chairOrOffice,
	/** Each member for herself. */
	declare_conflict: (a, t) => isMemberOf(a, t.bodyId),
	/** The chair, or the office, for others. */
	record_conflict: chairOrOffice,
	decide_list: chairOrOffice,
	circulate: (a) => isOffice(a),
	/** Who of the members is counted, the rules say. */
	vote: (a, t) => isMemberOf(a, t.bodyId),
	demand: (a, t) => isMemberOf(a, t.bodyId)
} satisfies Policy<CommitteeThing>;
export const mayCommittee = (a: Actor, action: keyof typeof onCommittee, t: CommitteeThing): boolean =>
	a.id !== null && onCommittee[action](a, t);

export const mayDecide = (a: Actor, action: keyof typeof onDecision, d: DecisionThing): boolean =>
	onDecision[action](a, d);
export const mayMeasure = (a: Actor, action: keyof typeof onMeasure, m: MeasureThing): boolean =>
	onMeasure[action](a, m);
export const mayReview = (a: Actor, action: keyof typeof onReview, r: ReviewThing): boolean => onReview[action](a, r);

/** In a meeting of this committee. */
export const mayDecideIn = (a: Actor, sitting: { bodyId: string }): boolean =>
	mayDecide(a, 'decide', { bodyId: sitting.bodyId, units: [], contacts: [] });
/** Chairs a committee, or is the office; which committee's meeting it is, `decide` asks. */
export const mayDecideSomewhere = (a: Actor): boolean =>
	isOffice(a) || a.seats.some((s) => s.kind === 'steering_committee' && chairs(a, s.bodyId));
/** The committee's own page: its members and the office. */
export const maySteer = (a: Actor): boolean => isSteering(a) || isOffice(a);
/** What was passed on to the Land or the Bund: all inside read it, the office writes. */
export const mayEscalate = (a: Actor, action: EscalationStep | 'read'): boolean =>
	action === 'read' ? isInside(a) : isOffice(a);
/** A paper of a committee's meeting, or (`bodyId` null) of the whole programme; a draft is for those who prepare it. */
export type PaperThing = { bodyId: string | null; isDraft: boolean };
export const mayReadPaper = (a: Actor, p: PaperThing): boolean => {
	if (p.bodyId === null) return maySteer(a);
	return isOffice(a) || (isMemberOf(a, p.bodyId) && (!p.isDraft || chairs(a, p.bodyId)));
};
/** What an organisation has to do: the committee's people, and those who answer for that very organisation. */
export const mayExtract = (a: Actor, organisationId: string): boolean =>
	maySteer(a) || (has(a, 'responsible_unit') && a.organisationId === organisationId);
/** The control list: all inside, and responsible units with their own measures. */
export const mayControl = (a: Actor): boolean => isInside(a) || has(a, 'responsible_unit');

export const openMeasureSteps = (a: Actor, m: MeasureThing): MeasureStep[] =>
	(Object.keys(measureSteps) as MeasureStep[]).filter((s) => mayMeasure(a, s, m) && fits(measureSteps[s], m.state));
