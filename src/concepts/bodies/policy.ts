/** Who may do what to bodies and mandates – never when. */
import { chairs, isGuestOf, isInside, isMemberOf, isOffice, type Actor, type Policy } from '#concepts/people/actor.ts';
import {
	bodySteps,
	mandateSteps,
	type BodyState,
	type BodyStep,
	type MandateState,
	type MandateStep
} from './rules.ts';
import { fits } from '#platform/step.ts';

export type BodyThing = { id: string; state: BodyState };
export type BodyAction = 'read' | 'work' | 'edit' | 'seat' | BodyStep;
/** Chairs of the committee speak for it; the office records what it decided. */
const speaksForCommittee = (a: Actor): boolean =>
	isOffice(a) ||
	a.seats.some((s) => s.kind === 'steering_committee' && (s.function === 'chair' || s.function === 'deputy'));
const speaksForGroup = (a: Actor, m: MandateThing): boolean => isOffice(a) || chairs(a, m.bodyId);

const whoBody: Policy<BodyThing, BodyAction> = {
	read: (a, b) => isInside(a) || isGuestOf(a, b.id),
	/** Sees what goes on in the room: backlog, tasks, gaps and proposals of the group. */
	work: (a, b) => isOffice(a) || isMemberOf(a, b.id),
	edit: isOffice,
	seat: isOffice,
	close: isOffice,
	reopen: isOffice
};
/** The office founds working groups and the committee. */
export const mayFound = (a: Actor): boolean => isOffice(a);

export type MandateThing = { bodyId: string; state: MandateState };
export type MandateAction = 'read' | 'give' | MandateStep;
const whoMandate: Policy<MandateThing, MandateAction> = {
	read: (a) => isInside(a),
	give: speaksForCommittee,
	accept: speaksForGroup,
	start: speaksForGroup,
	report_interim: speaksForGroup,
	report: speaksForGroup,
	approve: speaksForCommittee,
	return: speaksForCommittee,
	extend: speaksForCommittee,
	withdraw: speaksForCommittee
};

export const may = (a: Actor, action: BodyAction, b: BodyThing): boolean => a.id !== null && whoBody[action](a, b);
export const mayMandate = (a: Actor, action: MandateAction, m: MandateThing): boolean =>
	a.id !== null && whoMandate[action](a, m);

/** The steps that this actor may take right now. */
export const openSteps = (a: Actor, b: BodyThing): BodyStep[] =>
	(Object.keys(bodySteps) as BodyStep[]).filter((s) => may(a, s, b) && fits(bodySteps[s], b.state));
export const openMandateSteps = (a: Actor, m: MandateThing): MandateStep[] =>
	(Object.keys(mandateSteps) as MandateStep[]).filter((s) => mayMandate(a, s, m) && fits(mandateSteps[s], m.state));
