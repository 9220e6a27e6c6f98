/** What earlier meetings left over is taken up in the next agenda: postponed items and open tasks, one by one or all. */
import { and, eq, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { account } from '#concepts/people/tables.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Change } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { no, yes } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { enter } from './door.server.ts';
import { addItem } from './document.shape.ts';
import { inAgenda } from './follow.server.ts';
import { taskSteps } from './rules.ts';
import { linksOf, type Item, type Locked } from './store.server.ts';
import { agendaItem, agendaLink, task } from './tables.server.ts';
import { openTasksBefore } from './tasks.queries.server.ts';

const taskMinutes = 5;
type Task = typeof task.$inferSelect;

/** An open task of the body becomes an item at the end of the agenda, linked to what the task came from. */
export const takeUpTask = (actor: Actor, meetingId: string, taskId: string) =>
	change<string>(actor, async (c) => {
		const entered = await enter(c.tx, actor, meetingId, 'edit', 'agenda');
		if (!entered.ok) return entered;
		const [found] = isId(taskId) ? await c.tx.select().from(task).where(eq(task.id, taskId)).for('update') : [];
		if (!found || found.bodyId !== entered.value.bodyId) return no('not_found');
		if (!fits(taskSteps.finish, found.state)) return no('wrong_state');
		if ((await takenUp(c, meetingId, [taskId])).has(taskId))
			return no('conflict', [{ field: '', message: m.meetings_issue_task_taken_up() }]);
		return yes((await place(c, entered.value, [await itemOfTask(c, found)]))[0]!);
	});

/** How many: all that was postponed and waits in the backlog, and all open tasks of earlier meetings. */
export const takeUpAll = (actor: Actor, meetingId: string) =>
	change<number>(actor, async (c) => {
		const entered = await enter(c.tx, actor, meetingId, 'edit', 'agenda');
		if (!entered.ok) return entered;
		const found = entered.value;
		const waiting = and(eq(agendaItem.bodyId, found.bodyId), isNull(agendaItem.meetingId));
		const postponed = await c.tx
			.select()
			.from(agendaItem)
			.where(and(waiting, eq(agendaItem.state, 'backlog'), isNotNull(agendaItem.carriedFromId)))
			.orderBy(agendaItem.createdAt)
			.for('update');
		const open = (await openTasksBefore(c.tx, actor, found)).map((t) => t.id);
		const known = await takenUp(c, meetingId, open);
		const left = open.filter((id) => !known.has(id));
		const tasks = left.length ? await c.tx.select().from(task).where(inArray(task.id, left)).for('update') : [];
		const items = [...postponed];
		for (const id of left) {
			const row = tasks.find((t) => t.id === id);
			if (row && fits(taskSteps.finish, row.state)) items.push(await itemOfTask(c, row));
		}
		if (!items.length) return no('incomplete', [{ field: '', message: m.meetings_issue_nothing_left() }]);
		return yes((await place(c, found, items)).length);
	});

/** Of these tasks those that stand on this agenda already. */
async function takenUp(c: Change, meetingId: string, taskIds: readonly string[]): Promise<Set<string | null>> {
	if (!taskIds.length) return new Set();
	const here = and(eq(agendaItem.meetingId, meetingId), notInArray(agendaItem.state, ['removed', 'backlog']));
	const rows = await c.tx
		.select({ id: agendaItem.taskId })
		.from(agendaItem)
		.where(and(here, inArray(agendaItem.taskId, [...taskIds])));
	return new Set(rows.map((r) => r.id));
}

/** In the backlog for the moment, with the links of the item under which the task was given. */
async function itemOfTask(c: Change, of: Task): Promise<Item> {
	const [who] = of.assigneeId
		? await c.tx.select({ name: account.name }).from(account).where(eq(account.id, of.assigneeId))
		: [];
	const { bodyId, title, id: taskId } = of;
	const [made] = await c.tx
		.insert(agendaItem)
		.values({ bodyId, title, taskId, kind: 'discussion', minutes: taskMinutes, rapporteur: who?.name ?? '' })
		.returning();
	const links = of.itemId ? await linksOf(c.tx, [of.itemId]) : [];
	if (links.length) await c.tx.insert(agendaLink).values(links.map((l) => ({ ...l, itemId: made!.id })));
	return made!;
}

async function place(c: Change, found: Locked, items: readonly Item[]): Promise<string[]> {
	await inAgenda(c.tx, found, (doc) => {
		for (const item of items) addItem(doc, item.id, item);
	});
	for (const { id, taskId } of items)
		c.record('agenda_item.carry', { type: 'agenda_item', id }, { meetingId: found.id, ...(taskId ? { taskId } : {}) });
	return items.map((i) => i.id);
}
