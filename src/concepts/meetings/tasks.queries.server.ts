/** Tasks for pages: mine over all bodies, those of a meeting, of a body, and the open ones of earlier meetings. */
import { and, asc, count, desc, eq, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { membersOf } from '#concepts/bodies/queries.server.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { account } from '#concepts/people/tables.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { invitedTo } from './invitation.store.server.ts';
import { mayTask, openTaskSteps } from './policy.ts';
import { isTaskOverdue, type TaskState } from './rules.ts';
import type { Locked } from './store.server.ts';
import { agendaItem, meeting, task } from './tables.server.ts';

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
			item: agendaItem.title
		})
		.from(task)
		.innerJoin(body, eq(body.id, task.bodyId))
		.leftJoin(account, eq(account.id, task.assigneeId))
		.leftJoin(meeting, eq(meeting.id, task.meetingId))
		.leftJoin(agendaItem, eq(agendaItem.id, task.itemId))
		.where(where)
		.orderBy(sql`${task.dueOn} asc nulls last`, asc(task.createdAt))
		.$dynamic();
type Row = Awaited<ReturnType<typeof rowsWhere>>[number];
const shown = (actor: Actor) => (row: Row) => ({
	...row,
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

export const taskPageSize = 25;
/** My tasks, the settled ones latest first. */
export const myTasks = (actor: Actor, settled: boolean, page: number) =>
	look(async (tx) => {
		const state: TaskState = 'open';
		const mine = and(eq(task.assigneeId, actor.id!), settled ? ne(task.state, state) : eq(task.state, state));
		const open = and(eq(task.assigneeId, actor.id!), eq(task.state, state));
		const [total] = await tx.select({ n: count() }).from(task).where(mine);
		const [openCount] = await tx.select({ n: count() }).from(task).where(open);
		const query = rowsWhere(tx, mine)
			.limit(taskPageSize)
			.offset((page - 1) * taskPageSize);
		const rows = await (settled ? query.orderBy(desc(task.doneAt), asc(task.id)) : query);
		return { rows: rows.map(shown(actor)), total: total!.n, open: openCount!.n };
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
