/** The inbox: what somebody has been told, newest first. */
import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { look } from '#platform/change.server.ts';
import { event, type EventData } from '#platform/events.tables.server.ts';
import { isSomebody, type Actor } from './actor.ts';
import { inboxItem } from './tables.server.ts';

export async function unreadCount(actor: Actor): Promise<number> {
	if (!isSomebody(actor)) return 0;
	return look(async (tx) => {
		const [row] = await tx
			.select({ unread: count() })
			.from(inboxItem)
			.where(and(eq(inboxItem.accountId, actor.id), isNull(inboxItem.readAt)));
		return row?.unread ?? 0;
	});
}

export type InboxEntry = {
	id: number;
	note: string;
	at: Date;
	read: boolean;
	kind: string;
	data: EventData;
	thing: { type: string; id: string };
};
export const inboxPageSize = 25;

/** A page of the inbox; who did it is not told, as senders stay unnamed. */
export async function inboxOf(
	actor: Actor & { id: string },
	page: number,
	unreadOnly: boolean
): Promise<{ entries: InboxEntry[]; total: number; unread: number }> {
	return look(async (tx) => {
		const own = eq(inboxItem.accountId, actor.id);
		const shown = unreadOnly ? and(own, isNull(inboxItem.readAt)) : own;
		const rows = await tx
			.select({
				id: inboxItem.id,
				note: inboxItem.note,
				at: inboxItem.createdAt,
				readAt: inboxItem.readAt,
				kind: event.kind,
				data: event.data,
				type: event.thingType,
				thingId: event.thingId
			})
			.from(inboxItem)
			.innerJoin(event, eq(event.id, inboxItem.eventId))
			.where(shown)
			.orderBy(desc(inboxItem.id))
			.limit(inboxPageSize)
			.offset((page - 1) * inboxPageSize);
		const [all] = await tx
			.select({ total: count(), read: count(inboxItem.readAt) })
			.from(inboxItem)
			.where(own);
		const total = all?.total ?? 0;
		const unread = total - (all?.read ?? 0);
		return {
			entries: rows.map(({ readAt, type, thingId, ...r }) => ({
				...r,
				read: readAt !== null,
				thing: { type, id: thingId }
			})),
			total: unreadOnly ? unread : total,
			unread
		};
	});
}
