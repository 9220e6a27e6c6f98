/** Who may do what to meetings, their agenda, minutes and tasks – never when. */
import { chairs, isMemberOf, isOffice, type Actor, type Policy } from '#concepts/people/actor.ts';
import { today } from '#platform/clock.ts';
import { fits } from '#platform/step.ts';
import {
	itemSteps,
	meetingSteps,
	minutesSteps,
	taskSteps,
	type ItemState,
	type ItemStep,
	type MeetingState,
	type MeetingStep,
	type MinutesState,
	type MinutesStep,
	type TaskState,
	type TaskStep
} from './rules.ts';

/** `guestUntil`: the last day of this actor's access as a guest of this meeting; null when not a guest. */
export type MeetingThing = {
	bodyId: string;
	state: MeetingState;
	minutesState: MinutesState;
	guestUntil: string | null;
	/** This actor was invited, as a member or as a guest. */
	invited: boolean;
	/** This actor was present. */
	attended: boolean;
	/** All members are asked to approve the minutes by circulation. */
	asked?: boolean;
};
export type MeetingAction =
	| 'read'
	| 'edit'
	| 'run'
	| 'write'
	| 'write_together'
	| 'reply'
	| 'review'
	| 'comment'
	| 'add_task'
	| 'ask_members'
	| 'demand_meeting'
	| 'erase'
	| MeetingStep
	| MinutesStep;

const leads = (a: Actor, m: { bodyId: string }): boolean => isOffice(a) || chairs(a, m.bodyId);
const isGuest = (m: MeetingThing): boolean => m.guestUntil !== null && m.guestUntil >= today();
const takesPart = (a: Actor, m: MeetingThing): boolean => isMemberOf(a, m.bodyId) || isGuest(m);

const isAsked = (a: Actor, m: MeetingThing): boolean => m.asked === true && isMemberOf(a, m.bodyId);

const reads = (a: Actor, m: MeetingThing): boolean =>
	leads(a, m) || (m.state !== 'draft' && isMemberOf(a, m.bodyId)) || isGuest(m);

const who: Policy<MeetingThing, MeetingAction> = {
	/** Members see a meeting once it is scheduled, a guest once invited and until the access ends. */
	read: reads,
	edit: leads,
	/** attendance and results */
	run: leads,
	/** the document, from the first draft of the agenda on */
	write: leads,
	/** Members who were invited write it together; guests read. */
	write_together: (a, m) => m.invited && isMemberOf(a, m.bodyId),
	schedule: leads,
	invite: leads,
	postpone: leads,
	cancel: leads,
	start: leads,
	end: leads,
	close: leads,
	circulate: leads,
	rework: leads,
	approve: leads,
	correct: leads,
	reply: (a, m) => m.invited && takesPart(a, m),
	/** Those who were present confirm the minutes or object; every member while all are asked. */
	review: (a, m) => (m.attended && takesPart(a, m)) || isAsked(a, m),
	/** to approve minutes by circulation */
	ask_members: leads,
	/** Whoever is asked by circulation may want the minutes on an agenda instead. */
	demand_meeting: (a, m) => leads(a, m) || isAsked(a, m),
	/** Whoever reads the draft may say something about it. */
	comment: reads,
	add_task: leads,
	/** earlier versions of the document, where something stands that must not */
	erase: leads
};

/** The office and the chairs of a body call its meetings. */
export const mayCall = (a: Actor, bodyId: string): boolean => a.id !== null && leads(a, { bodyId });
/** Members put topics into the backlog of their group. */
export const mayPropose = (a: Actor, bodyId: string): boolean =>
	a.id !== null && (isOffice(a) || isMemberOf(a, bodyId));

export const may = (a: Actor, action: MeetingAction, m: MeetingThing): boolean => a.id !== null && who[action](a, m);
export const openSteps = (a: Actor, m: MeetingThing): MeetingStep[] =>
	(Object.keys(meetingSteps) as MeetingStep[]).filter((s) => may(a, s, m) && fits(meetingSteps[s], m.state));
export const openMinutesSteps = (a: Actor, m: MeetingThing): MinutesStep[] =>
	(Object.keys(minutesSteps) as MinutesStep[]).filter((s) => may(a, s, m) && fits(minutesSteps[s], m.minutesState));
export const openItemSteps = (a: Actor, m: MeetingThing, state: ItemState): ItemStep[] =>
	may(a, 'run', m) ? (Object.keys(itemSteps) as ItemStep[]).filter((s) => fits(itemSteps[s], state)) : [];

/** Who wrote a comment settles it; so may those who lead the group. */
export const mayResolve = (a: Actor, m: MeetingThing, authorId: string): boolean =>
	may(a, 'comment', m) && (a.id === authorId || leads(a, m));

export type TaskThing = { bodyId: string; assigneeId: string | null; state: TaskState };
export type TaskAction = 'read' | 'change' | TaskStep;
/** The assignee settles a task; so may those who lead the group. */
const settles = (a: Actor, t: TaskThing): boolean => t.assigneeId === a.id || leads(a, t);
const whoTask: Policy<TaskThing, TaskAction> = {
	read: (a, t) => t.assigneeId === a.id || isOffice(a) || isMemberOf(a, t.bodyId),
	change: leads,
	finish: settles,
	reopen: settles,
	drop: leads
};
export const mayTask = (a: Actor, action: TaskAction, t: TaskThing): boolean => a.id !== null && whoTask[action](a, t);
export const openTaskSteps = (a: Actor, t: TaskThing): TaskStep[] =>
	(Object.keys(taskSteps) as TaskStep[]).filter((s) => mayTask(a, s, t) && fits(taskSteps[s], t.state));
