/** Marking what was read. */
import { and, eq, isNull } from 'drizzle-orm';
import { now } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { event } from '#platform/events.tables.server.ts';
import type { Thing } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { isSomebody, type Actor } from './actor.ts';
import { inboxItem } from './tables.server.ts';

/**
 * Only one's own; to read is no change of the programme, so it leaves no event.
 * @returns the thing it speaks of
 */
export async function markRead(actor: Actor, id: number): Promise<Result<Thing>> {
	if (!isSomebody(actor)) return no('not_found');
	const db = await database();
	const own = and(eq(inboxItem.id, id), eq(inboxItem.accountId, actor.id));
	const [row] = await db
		.select({ type: event.thingType, id: event.thingId })
		.from(inboxItem)
		.innerJoin(event, eq(event.id, inboxItem.eventId))
		.where(own);
	if (!row) return no('not_found');
	await db
		.update(inboxItem)
		.set({ readAt: now() })
		.where(and(own, isNull(inboxItem.readAt)));
	return yes(row);
}

export async function markAllRead(actor: Actor): Promise<void> {
	if (!isSomebody(actor)) return;
	const db = await database();
	await db
		.update(inboxItem)
		.set({ readAt: now() })
		.where(and(eq(inboxItem.accountId, actor.id), isNull(inboxItem.readAt)));
}
