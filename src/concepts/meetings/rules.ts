/** Meetings, agenda items, minutes and tasks: their states, the order and times of an agenda, when notice is short. */
import { addDays, dayOf } from '#platform/clock.ts';
import { fits, type Step } from '#platform/step.ts';

/** The agenda as it was sent with the invitation; older ones lack `id`. */
export type FrozenItem = {
	id?: string;
	position: number;
	kind: string;
	title: string;
	minutes: number;
	rapporteur: string;
};
export type FrozenAgenda = { frozenAt: string; items: FrozenItem[] };

export const meetingStates = [
	'draft',
	'scheduled',
	'invited',
	'running',
	'held',
	'closed',
	'cancelled',
	'postponed'
] as const;
export type MeetingState = (typeof meetingStates)[number];
/** `tells`: invited – everyone who was invited. Nobody hears of a draft. */
export const meetingSteps = {
	schedule: { from: ['draft'], to: 'scheduled' },
	invite: { from: ['scheduled'], to: 'invited', tells: ['invited'] },
	postpone: { from: ['invited', 'postponed'], to: 'postponed', tells: ['invited'] },
	cancel: { from: ['draft', 'scheduled', 'invited', 'postponed'], to: 'cancelled', tells: ['invited'] },
	start: { from: ['invited', 'postponed'], to: 'running' },
	end: { from: ['running'], to: 'held', tells: [] },
	close: { from: ['held'], to: 'closed' }
} as const satisfies Record<string, Step<MeetingState>>;
export type MeetingStep = keyof typeof meetingSteps;

/** What may be done in which states without leaving them. */
export const meetingMoments = {
	/** title, date, place: later a new date is a postponement */
	edit: ['draft', 'scheduled'],
	agenda: ['draft', 'scheduled', 'invited', 'postponed', 'running'],
	/** put a proposal of a group on the committee's agenda */
	take_proposal: ['draft', 'scheduled', 'invited', 'postponed'],
	plan_guest: ['draft', 'scheduled'],
	invite_further: ['invited', 'postponed', 'running'],
	reply: ['invited', 'postponed'],
	attendance: ['running', 'held'],
	result: ['running', 'held'],
	task: ['draft', 'scheduled', 'invited', 'postponed', 'running', 'held'],
	/** the document: agenda and minutes */
	write: ['draft', 'scheduled', 'invited', 'postponed', 'running', 'held'],
	/** members too, once they were invited */
	write_together: ['invited', 'postponed', 'running', 'held'],
	/** minutes are read as a draft */
	minutes: ['invited', 'postponed', 'running', 'held'],
	/** on passages, until the minutes are approved */
	comment: ['invited', 'postponed', 'running', 'held'],
	review: ['held'],
	correct_access: ['invited', 'postponed', 'running', 'held', 'closed', 'cancelled'],
	correct: ['held', 'closed']
} as const satisfies Record<string, readonly MeetingState[]>;
export type MeetingMoment = keyof typeof meetingMoments;
export const inMoment = (moment: MeetingMoment, state: MeetingState): boolean =>
	(meetingMoments[moment] as readonly MeetingState[]).includes(state);
/** Still ahead or going on: where postponed items and proposals may be put. */
export const isAhead = (state: MeetingState): boolean => inMoment('take_proposal', state);

export const itemKinds = [
	'information',
	'discussion',
	'hearing',
	'decision',
	'acknowledgement',
	'minutes_approval'
] as const;
export type ItemKind = (typeof itemKinds)[number];
export const itemStates = ['backlog', 'scheduled', 'called', 'done', 'postponed', 'removed'] as const;
export type ItemState = (typeof itemStates)[number];
export const itemSteps = {
	schedule: { from: ['backlog'], to: 'scheduled' },
	unschedule: { from: ['scheduled'], to: 'backlog' },
	call: { from: ['scheduled'], to: 'called' },
	finish: { from: ['scheduled', 'called', 'done'], to: 'done' },
	postpone: { from: ['scheduled', 'called'], to: 'postponed' },
	remove: { from: ['backlog', 'scheduled', 'called'], to: 'removed' }
} as const satisfies Record<string, Step<ItemState>>;
export type ItemStep = keyof typeof itemSteps;
/** Nothing is left to do with it in its meeting. */
export const isSettled = (state: ItemState): boolean => !fits(itemSteps.remove, state);
/** It stands on the agenda of its meeting, settled or not. */
export const isOnAgenda = (state: ItemState): boolean => state !== 'removed' && state !== 'backlog';
/** Why the document was kept as it was. */
export type DocumentOccasion = 'writing' | 'invite' | 'end' | 'circulate' | 'approve' | 'restore';
export type TemplateItem = { kind: ItemKind; title: string; minutes: number; rapporteur: string };
export const linkTypes = ['service_gap', 'proposal', 'measure', 'case_analysis', 'mandate'] as const;
export type LinkType = (typeof linkTypes)[number];

/**
 * The proposal that is scheduled for this very meeting and to be decided under this item, which leaves the agenda by a
 * decision only. A link to a proposal waits for nothing.
 */
export const waitsFor = (item: { proposalId: string | null; state: ItemState }): string | null =>
	isSettled(item.state) ? null : item.proposalId;

export type MinutesState = 'drafting' | 'under_review' | 'approved';
export const minutesSteps = {
	circulate: { from: ['drafting'], to: 'under_review', tells: ['attendees'] },
	rework: { from: ['under_review'], to: 'drafting' },
	approve: { from: ['under_review'], to: 'approved', tells: ['attendees'] },
	correct: { from: ['approved'], to: 'approved', tells: ['attendees'] }
} as const satisfies Record<string, Step<MinutesState>>;
export type MinutesStep = keyof typeof minutesSteps;

export type TaskState = 'open' | 'done' | 'dropped';
export const taskSteps = {
	finish: { from: ['open'], to: 'done' },
	reopen: { from: ['done', 'dropped'], to: 'open' },
	drop: { from: ['open'], to: 'dropped' }
} as const satisfies Record<string, Step<TaskState>>;
export type TaskStep = keyof typeof taskSteps;
export const isTaskOverdue = (t: { state: TaskState; dueOn: string | null }, today: string): boolean =>
	t.state === 'open' && t.dueOn !== null && t.dueOn < today;

export const replies = ['open', 'accepted', 'declined'] as const;
export type Reply = (typeof replies)[number];
export const attendances = ['unknown', 'present', 'excused', 'absent'] as const;
export type Attendance = (typeof attendances)[number];

/** Is less than the notice period (days) left until the day of the meeting? */
export const isShortNotice = (startsAt: Date, today: string, noticePeriodDays: number): boolean =>
	addDays(today, noticePeriodDays) > dayOf(startsAt);

/** When each item begins: the start of the meeting plus what comes before it (minutes). */
export function startTimes(startsAt: Date, items: readonly { minutes: number }[]): Date[] {
	let at = startsAt.getTime();
	return items.map((item) => {
		const begins = new Date(at);
		at += item.minutes * 60_000;
		return begins;
	});
}

/** Whole minutes since an item was called, and how many are left of, or over, the planned ones. */
export function runningFor(calledAt: Date, planned: number, at: Date): { minutes: number; left: number; over: number } {
	const minutes = Math.max(0, Math.floor((at.getTime() - calledAt.getTime()) / 60_000));
	return { minutes, left: Math.max(0, planned - minutes), over: Math.max(0, minutes - planned) };
}

/** The ids in their new order after "up", "down" or "to:<index>"; null when the move makes no sense. */
export function reorder(ids: readonly string[], id: string, move: string): string[] | null {
	const from = ids.indexOf(id);
	const to = move === 'up' ? from - 1 : move === 'down' ? from + 1 : /^to:\d+$/.test(move) ? Number(move.slice(3)) : -1;
	if (from < 0 || to < 0 || to >= ids.length) return null;
	const rest = ids.filter((x) => x !== id);
	return [...rest.slice(0, to), id, ...rest.slice(to)];
}

export type AgendaChange = { what: 'added' | 'removed' | 'changed'; title: string };
/** What the agenda has become since it was sent: added, removed, changed – the addendum. */
export function addendum(
	frozen: FrozenAgenda | null,
	items: readonly (FrozenItem & { id: string; state: ItemState })[]
): AgendaChange[] {
	if (!frozen) return [];
	const still = items.filter((i) => i.state !== 'removed' && i.state !== 'backlog');
	const nowOf = (f: FrozenItem) => still.find((i) => (f.id ? i.id === f.id : i.title === f.title));
	const same = (a: FrozenItem, b: FrozenItem) =>
		a.kind === b.kind && a.title === b.title && a.minutes === b.minutes && a.rapporteur === b.rapporteur;
	const known = new Set(frozen.items.map(nowOf));
	return [
		...still.filter((i) => !known.has(i)).map((i) => ({ what: 'added' as const, title: i.title })),
		...frozen.items.flatMap((f): AgendaChange[] => {
			const current = nowOf(f);
			if (!current) return [{ what: 'removed', title: f.title }];
			return same(f, current) ? [] : [{ what: 'changed', title: current.title }];
		})
	];
}
