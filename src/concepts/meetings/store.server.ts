/** SQL of meetings and their agenda: lock, find, set state. */
import { and, asc, eq, inArray, max, notInArray, sql } from 'drizzle-orm';
import type { BodyKind } from '#concepts/people/rules.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { now } from '#platform/clock.ts';
import { rightsChanged } from '#realtime/log.server.ts';
import { roomOf } from './document.shape.ts';
import type { MeetingThing } from './policy.ts';
import type { ItemState } from './rules.ts';
import { agendaItem, agendaLink, invitation, meeting } from './tables.server.ts';

export type Meeting = typeof meeting.$inferSelect;
export type Item = typeof agendaItem.$inferSelect;
export type Locked = Meeting & { bodyKind: BodyKind; bodyName: string } & MeetingThing;

const columns = {
	meeting,
	bodyKind: body.kind,
	bodyName: body.name,
	invitedRow: invitation.accountId,
	guest: invitation.guest,
	until: invitation.accessUntil,
	attendance: invitation.attendance
};
const withStanding = (tx: Transaction, id: string, actorId: string | null) =>
	tx
		.select(columns)
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.leftJoin(invitation, and(eq(invitation.meetingId, meeting.id), sql`${invitation.accountId} = ${actorId}::uuid`))
		.where(eq(meeting.id, id));
type Standing = Awaited<ReturnType<typeof withStanding>>[number];
const standing = (r: Standing): Locked => ({
	...r.meeting,
	bodyKind: r.bodyKind,
	bodyName: r.bodyName,
	invited: r.invitedRow !== null,
	attended: r.attendance === 'present',
	asked: r.meeting.approvalUntil !== null,
	guestUntil: r.guest ? r.until : null
});

/** The meeting with the standing of this actor in it: what the policy asks. */
export async function findMeeting(tx: Transaction, id: string, actorId: string | null): Promise<Locked | null> {
	if (!isId(id)) return null;
	const [row] = await withStanding(tx, id, actorId);
	return row ? standing(row) : null;
}
/** The same, the row locked: every change to a meeting, its agenda, minutes or tasks begins here. */
export async function lockMeeting(tx: Transaction, id: string, actorId: string | null): Promise<Locked | null> {
	if (!isId(id)) return null;
	const [row] = await withStanding(tx, id, actorId).for('update', { of: meeting });
	return row ? standing(row) : null;
}
/** Null when another was faster. With its state the rights in its document may have changed. */
export async function setMeeting(tx: Transaction, m: Meeting, set: Partial<Meeting>): Promise<Meeting | null> {
	const same = and(eq(meeting.id, m.id), eq(meeting.state, m.state), eq(meeting.minutesState, m.minutesState));
	const [row] = await tx
		.update(meeting)
		.set({ ...set, updatedAt: now() })
		.where(same)
		.returning();
	if (row && (set.state || set.minutesState)) await rightsChanged(tx, roomOf(m.id));
	return row ?? null;
}

export async function lockItem(tx: Transaction, id: string): Promise<Item | null> {
	return isId(id) ? ((await tx.select().from(agendaItem).where(eq(agendaItem.id, id)).for('update'))[0] ?? null) : null;
}
/** The meeting an item belongs to; the meeting is locked before its item, always in this order. */
export async function meetingOfItem(tx: Transaction, id: string): Promise<string | null> {
	if (!isId(id)) return null;
	return (await tx.select({ id: agendaItem.meetingId }).from(agendaItem).where(eq(agendaItem.id, id)))[0]?.id ?? null;
}
export async function setItem(tx: Transaction, item: Item, set: Partial<Item>): Promise<Item | null> {
	return (
		(
			await tx
				.update(agendaItem)
				.set(set)
				.where(and(eq(agendaItem.id, item.id), eq(agendaItem.state, item.state)))
				.returning()
		)[0] ?? null
	);
}

const offAgenda: ItemState[] = ['removed', 'backlog'];
/** The agenda in its order, without what was removed. */
export const agendaOf = (tx: Transaction, meetingId: string): Promise<Item[]> =>
	tx
		.select()
		.from(agendaItem)
		.where(and(eq(agendaItem.meetingId, meetingId), notInArray(agendaItem.state, offAgenda)))
		.orderBy(asc(agendaItem.position), asc(agendaItem.createdAt));
export async function nextPosition(tx: Transaction, meetingId: string): Promise<number> {
	const [row] = await tx
		.select({ last: max(agendaItem.position) })
		.from(agendaItem)
		.where(eq(agendaItem.meetingId, meetingId));
	return (row?.last ?? 0) + 1;
}
export const linksOf = (tx: Transaction, itemIds: readonly string[]) =>
	itemIds.length
		? tx
				.select()
				.from(agendaLink)
				.where(inArray(agendaLink.itemId, [...itemIds]))
		: Promise.resolve([]);

export const invitedIds = async (tx: Transaction, meetingId: string): Promise<string[]> =>
	(await tx.select({ id: invitation.accountId }).from(invitation).where(eq(invitation.meetingId, meetingId))).map(
		(r) => r.id
	);
