/** What the story told people lies in their inboxes as if the hub had run all the time: old news is read and mailed. */
import { sql } from 'drizzle-orm';
import { addDays } from '#platform/clock.ts';
import type { Transaction } from '#platform/database.server.ts';

/** News older than this was read. Scenes move to a Friday by up to two days, so the newest news of all stay unread. */
const readAfterDays = 14;

/**
 * No command writes what is past, so these rows are written directly; nothing of it is sent.
 * @param start 'YYYY-MM-DD', the day on which the story has arrived
 */
export async function handOnThePast(tx: Transaction, start: string): Promise<void> {
	const readBefore = addDays(start, -readAfterDays);
	const mailedBefore = addDays(start, -1);
	await tx.execute(sql`
		insert into inbox_item (account_id, event_id, note, created_at, read_at, mailed_at)
		select t.account_id, t.event_id, t.note, e.at,
			case when e.at < ${readBefore}::timestamptz then e.at + interval '20 hours' end,
			case when e.at < ${mailedBefore}::timestamptz then e.at + interval '30 minutes' end
		from event_tell t join event e on e.id = t.event_id where t.handed_on_at is null
		order by e.id, t.account_id`);
	await tx.execute(
		sql`update event_tell t set handed_on_at = e.at from event e where e.id = t.event_id and t.handed_on_at is null`
	);
	await tx.execute(sql`update mail set sent_at = created_at where sent_at is null`);
}
