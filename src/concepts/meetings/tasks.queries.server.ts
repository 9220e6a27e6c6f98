/** Tasks for pages: mine over all bodies, those of a meeting, of a body, and the open ones of earlier meetings. */
import { and, asc, between, count, desc, eq, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { membersOf } from '#concepts/bodies/queries.server.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { account } from '#concepts/people/tables.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { invitedTo } from './invitation.store.server.ts';
import { may, mayTask, openTaskSteps } from './policy.ts';
import { isTaskOverdue, type MeetingState, type TaskState } from './rules.ts';
import type { Locked } from './store.server.ts';
import { agendaItem, meeting, task } from './tables.server.ts';
import type { DueFilter } from './tasks.rules.ts';

type TakenUp = { meetingId: string; startsAt: string; state: MeetingState };
const rowsWhere = (tx: Transaction, where: SQL | undefined) =>
	tx
		.select({
			id: task.id,
			title: task.title,
			state: task.state,
			dueOn: task.dueOn,
			assigneeId: task.assigneeId,
			assignee: account.name,
			doneAt: task.doneAt,
			bodyId: task.bodyId,
			body: body.name,
			meetingId: task.meetingId,
			meeting: meeting.title,
			meetingAt: meeting.startsAt,
			itemId: task.itemId,
			item: agendaItem.title,
			takenUp: sql<
				TakenUp[]
			>`(select coalesce(json_agg(json_build_object('meetingId', t.id, 'startsAt', t.starts_at, 'state', t.state)
				order by t.starts_at), '[]') from agenda_item i join meeting t on t.id = i.meeting_id
				where i.task_id = ${task.id} and i.state not in ('removed', 'backlog'))`
		})
		.from(task)
		.innerJoin(body, eq(body.id, task.bodyId))
		.leftJoin(account, eq(account.id, task.assigneeId))
		.leftJoin(meeting, eq(meeting.id, task.meetingId))
		.leftJoin(agendaItem, eq(agendaItem.id, task.itemId))
		.where(where)
		.orderBy(sql`${task.dueOn} asc nulls last`, asc(task.createdAt))
		.$dynamic();
/** By seat or office alone. */
const nobodyThere = { minutesState: 'drafting', guestUntil: null, invited: false, attended: false } as const;
type Row = Awaited<ReturnType<typeof rowsWhere>>[number];
const shown = (actor: Actor) => (row: Row) => ({
	...row,
	/** The agendas on which it stands, as far as this actor sees them. */
	takenUp: row.takenUp
		.filter(({ state }) => may(actor, 'read', { ...nobodyThere, bodyId: row.bodyId, state }))
		.map(({ meetingId, startsAt }) => ({ meetingId, startsAt: new Date(startsAt) })),
	overdue: isTaskOverdue(row, today()),
	steps: openTaskSteps(actor, row),
	mayChange: mayTask(actor, 'change', row) && row.state === 'open'
});
export type ShownTask = ReturnType<ReturnType<typeof shown>>;

export const tasksOfMeeting = async (tx: Transaction, actor: Actor, meetingId: string): Promise<ShownTask[]> =>
	(await rowsWhere(tx, eq(task.meetingId, meetingId))).map(shown(actor));

/** What earlier meetings of the same body left to do. */
export const openTasksBefore = async (
	tx: Transaction,
	actor: Actor,
	found: Pick<Locked, 'id' | 'bodyId' | 'startsAt'>
): Promise<ShownTask[]> => {
	const before = or(isNull(task.meetingId), and(ne(task.meetingId, found.id), lt(meeting.startsAt, found.startsAt)));
	return (await rowsWhere(tx, and(eq(task.bodyId, found.bodyId), eq(task.state, 'open'), before)).limit(100)).map(
		shown(actor)
	);
};

export const openTasksOf = async (tx: Transaction, actor: Actor, bodyId: string): Promise<ShownTask[]> =>
	(await rowsWhere(tx, and(eq(task.bodyId, bodyId), eq(task.state, 'open'))).limit(100)).map(shown(actor));

/** A task that this actor may change now, and to whom it may be given; else null. */
export const taskToChange = (actor: Actor, id: string) =>
	look(async (tx) => {
		const [row] = await rowsWhere(tx, eq(task.id, id));
		if (!row || !mayTask(actor, 'read', row)) return null;
		const found = shown(actor)(row);
		return found.mayChange ? { task: found, assignees: await assigneesOf(tx, row.bodyId, row.meetingId) } : null;
	});

export const taskPageSize = 25;
/** `bodyId` and `due` narrow the open ones; '' or null does not. */
export type TaskFilter = { bodyId: string; due: DueFilter | null };
export const allTasks: TaskFilter = { bodyId: '', due: null };

/** My tasks over all bodies: the open ones by their day, so that late ones come first; the settled ones latest first. */
export const myTasks = (actor: Actor, settled: boolean, page: number, filter: TaskFilter = allTasks) =>
	look(async (tx) => {
		const { taskReminderDays: soonDays } = await settingsOf(tx);
		const state: TaskState = 'open';
		const own = eq(task.assigneeId, actor.id!);
		const open = and(own, eq(task.state, state));
		const late = lt(task.dueOn, today());
		const mine = and(
			settled ? and(own, ne(task.state, state)) : open,
			filter.bodyId ? eq(task.bodyId, filter.bodyId) : undefined,
			filter.due === 'overdue' ? late : undefined,
			filter.due === 'soon' ? between(task.dueOn, today(), addDays(today(), soonDays)) : undefined
		);
		const [total] = await tx.select({ n: count() }).from(task).where(mine);
		const [opened] = await tx
			.select({ n: count(), late: sql<number>`(count(*) filter (where ${late}))::int` })
			.from(task)
			.where(open);
		const bodies = await tx
			.selectDistinct({ id: body.id, name: body.name })
			.from(task)
			.innerJoin(body, eq(body.id, task.bodyId))
			.where(own)
			.orderBy(asc(body.name));
		const query = rowsWhere(tx, mine)
			.limit(taskPageSize)
			.offset((page - 1) * taskPageSize);
		const rows = await (settled ? query.orderBy(desc(task.doneAt), asc(task.id)) : query);
		return { rows: rows.map(shown(actor)), total: total!.n, open: opened!.n, overdue: opened!.late, bodies, soonDays };
	});

/** Members of the body and those invited to the meeting may be given a task. */
export async function assigneesOf(
	tx: Transaction,
	bodyId: string,
	meetingId: string | null
): Promise<{ accountId: string; name: string }[]> {
	const members = await membersOf(tx, bodyId);
	const invited = meetingId ? await invitedTo(tx, meetingId) : [];
	const all = new Map([...members, ...invited].map(({ accountId, name }) => [accountId, { accountId, name }]));
	return [...all.values()].sort((a, b) => a.name.localeCompare(b.name, 'de'));
}
