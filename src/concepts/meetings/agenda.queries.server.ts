/** Agenda items for pages, of a meeting or waiting for one; each with where it came from and where it went on. */
import { and, asc, eq, isNull, notInArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { isMemberOf, isOffice, type Actor } from '#concepts/people/actor.ts';
import type { Transaction } from '#platform/change.server.ts';
import { approvedUnder, type Approves } from './approval.queries.server.ts';
import { openItemSteps } from './policy.ts';
import { startTimes, type LinkType } from './rules.ts';
import { linksOf, type Locked } from './store.server.ts';
import { agendaItem, meeting, task } from './tables.server.ts';

const earlier = alias(agendaItem, 'earlier');
const earlierMeeting = alias(meeting, 'earlier_meeting');
const later = alias(agendaItem, 'later');
const laterMeeting = alias(meeting, 'later_meeting');
const taskMeeting = alias(meeting, 'task_meeting');

/** Items with where they come from and where they went on. */
const itemsWhere = (tx: Transaction, where: SQL | undefined) =>
	tx
		.select({
			item: agendaItem,
			calledAt:
				sql`(select max(e.at) from event e where e.thing_type = 'agenda_item' and e.thing_id = ${agendaItem.id} and e.kind = 'agenda_item.call')`.mapWith(
					meeting.startsAt
				),
			from: { meetingId: earlierMeeting.id, title: earlierMeeting.title, startsAt: earlierMeeting.startsAt },
			fromTask: { meetingId: taskMeeting.id, title: taskMeeting.title, startsAt: taskMeeting.startsAt },
			to: { itemId: later.id, meetingId: laterMeeting.id, title: laterMeeting.title, startsAt: laterMeeting.startsAt }
		})
		.from(agendaItem)
		.leftJoin(earlier, eq(earlier.id, agendaItem.carriedFromId))
		.leftJoin(earlierMeeting, eq(earlierMeeting.id, earlier.meetingId))
		.leftJoin(later, eq(later.carriedFromId, agendaItem.id))
		.leftJoin(laterMeeting, eq(laterMeeting.id, later.meetingId))
		.leftJoin(task, eq(task.id, agendaItem.taskId))
		.leftJoin(taskMeeting, eq(taskMeeting.id, task.meetingId))
		.where(where)
		.orderBy(asc(agendaItem.position), asc(agendaItem.createdAt));
type Traced = Awaited<ReturnType<typeof itemsWhere>>[number];
type Link = { type: LinkType; id: string };

const shownItem = (row: Traced, links: readonly (Link & { itemId: string })[], minutes: Map<string, Approves>) => ({
	...row.item,
	/** The earlier meeting whose minutes are approved under it. */
	approves: minutes.get(row.item.minutesOfId ?? '') ?? null,
	/** When it was called last. */
	calledAt: row.calledAt as Date | null,
	/** The earlier meeting that postponed it, or gave the task. */
	from: row.from?.meetingId
		? { ...row.from, taskId: null }
		: row.fromTask?.meetingId
			? { ...row.fromTask, taskId: row.item.taskId }
			: null,
	to: row.to?.itemId ? row.to : null,
	links: links.filter((l) => l.itemId === row.item.id).map(({ type, id }): Link => ({ type, id }))
});
async function shown(tx: Transaction, rows: Traced[]) {
	const links = (
		await linksOf(
			tx,
			rows.map((r) => r.item.id)
		)
	).map((l) => ({ itemId: l.itemId, type: l.thingType, id: l.thingId }));
	const minutes = await approvedUnder(
		tx,
		rows.map((r) => r.item)
	);
	return rows.map((r) => shownItem(r, links, minutes));
}

/** Topics that wait for a meeting of the body. */
export const backlogOf = async (tx: Transaction, bodyId: string) =>
	shown(
		tx,
		await itemsWhere(
			tx,
			and(eq(agendaItem.bodyId, bodyId), eq(agendaItem.state, 'backlog'), isNull(agendaItem.meetingId))
		)
	);
export type BacklogItem = Awaited<ReturnType<typeof backlogOf>>[number];

/** The items of a meeting with their times and the steps that are open to the actor. */
export async function agendaShown(tx: Transaction, actor: Actor, found: Locked) {
	const rows = await itemsWhere(
		tx,
		and(eq(agendaItem.meetingId, found.id), notInArray(agendaItem.state, ['backlog', 'removed']))
	);
	const items = await shown(tx, rows);
	const begins = startTimes(found.startsAt, items);
	const inside = isOffice(actor) || isMemberOf(actor, found.bodyId);
	return items.map((item, i) => ({
		...item,
		approves: inside ? item.approves : null,
		begins: begins[i]!,
		steps: openItemSteps(actor, found, item.state)
	}));
}
