/** Reminders of days: when one is due, and that nobody hears the same one twice. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';

export type Reminder = 'soon' | 'overdue';

/** `days`: how many days before its day; on the day itself it is still in time. */
export function reminderOf(dueOn: string, days: number): Reminder | null {
	if (dueOn < today()) return 'overdue';
	return dueOn <= addDays(today(), days) ? 'soon' : null;
}

/** An event of this kind about this day; another day is reminded of anew. Ask under the lock of the thing. */
export async function isReminded(
	tx: Transaction,
	thing: { type: string; id: string },
	kind: string,
	dueOn: string
): Promise<boolean> {
	const { rows } = await tx.execute<{ there: boolean }>(sql`select exists (select from event e
		where e.thing_type = ${thing.type} and e.thing_id = ${thing.id}::uuid and e.kind = ${kind}
			and e.data ->> 'dueOn' = ${dueOn}) as there`);
	return rows[0]!.there;
}
