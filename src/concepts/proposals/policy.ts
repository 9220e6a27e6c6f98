/** Who may do what with a solution proposal; says nothing about the right moment. */
import { chairs, isGuestOf, isInside, isMemberOf, isOffice, type Actor, type Policy } from '#concepts/people/actor.ts';
import { fits } from '#platform/step.ts';
import { isWorkable, released, steps, type ProposalState, type ProposalStep } from './rules.ts';

export type ProposalThing = {
	bodyId: string;
	state: ProposalState;
	/** Who is asked for a statement, where one is meant. */ askedId?: string;
};

const groupOrOffice = (a: Actor, p: ProposalThing) => isMemberOf(a, p.bodyId) || isOffice(a);
const chairOrOffice = (a: Actor, p: ProposalThing) => chairs(a, p.bodyId) || isOffice(a);

/** The group and the office always; a guest of the group once it is no draft; all inside once it is admitted. */
const mayRead = (a: Actor, p: ProposalThing): boolean =>
	groupOrOffice(a, p) ||
	(isInside(a) && released.includes(p.state)) ||
	(isGuestOf(a, p.bodyId) && p.state !== 'draft' && p.state !== 'withdrawn');

const who = {
	read: mayRead,
	create: groupOrOffice,
	save: groupOrOffice,
	link: groupOrOffice,
	comment: (a, p) => mayRead(a, p) && isInside(a),
	/** Others for a statement, by name and until a day. */
	ask: groupOrOffice,
	/** Whoever was asked, from wherever; reads the question and the text it is about, and nothing else. */
	answer: (a, p) => a.id !== null && a.id === p.askedId,
	/** Members of the group, each for himself. */
	dissent: (a, p) => isMemberOf(a, p.bodyId),
	consult: groupOrOffice,
	recommend: chairOrOffice,
	submit: chairOrOffice,
	revise: chairOrOffice,
	withdraw: chairOrOffice,
	return: (a) => isOffice(a),
	admit: (a) => isOffice(a),
	schedule: (a) => isOffice(a),
	/** Decided in the committee only; steering asks its own policy and calls markDecided. */
	circulate: () => false,
	end_circulation: () => false,
	decide: () => false,
	postpone: () => false,
	refer: () => false
} satisfies Policy<
	ProposalThing,
	ProposalStep | 'read' | 'create' | 'save' | 'link' | 'comment' | 'ask' | 'answer' | 'dissent'
>;

export type ProposalAction = keyof typeof who;
export const may = (a: Actor, action: ProposalAction, p: ProposalThing): boolean => who[action](a, p);

/** The steps this actor may take now. */
export const openSteps = (a: Actor, p: ProposalThing): ProposalStep[] =>
	(Object.keys(steps) as ProposalStep[]).filter((step) => may(a, step, p) && fits(steps[step], p.state));
export const worksOn = (a: Actor, p: ProposalThing): boolean => may(a, 'save', p) && isWorkable(p.state);

export type OutlineAccess = 'none' | 'read' | 'write';
/** What of the live document somebody may do now. Guests and later readers have the page; the room has deleted words. */
export const outlineAccess = (a: Actor, p: ProposalThing): OutlineAccess =>
	!may(a, 'read', p) || !may(a, 'save', p) ? 'none' : isWorkable(p.state) ? 'write' : 'read';
