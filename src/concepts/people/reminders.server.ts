/** Reminders of days: when one is due, and that nobody hears the same one twice. */
import { and, inArray, ne, sql } from 'drizzle-orm';
import type { Tell, Transaction } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { officeOf } from './roles.queries.server.ts';
import { account } from './tables.server.ts';

export type Reminder = 'soon' | 'overdue';

/** `days`: how many days before its day; on the day itself it is still in time. */
export function reminderOf(dueOn: string, days: number): Reminder | null {
	if (dueOn < today()) return 'overdue';
	return dueOn <= addDays(today(), days) ? 'soon' : null;
}

/** Whom a reminder tells: these people, once late the office, too; an account that was closed meanwhile hears nothing. */
export async function remindedOf(
	tx: Transaction,
	reminder: Reminder,
	people: readonly (string | null)[]
): Promise<Tell[]> {
	const ids = new Set(people.filter((id) => id !== null));
	if (reminder === 'overdue') for (const one of await officeOf(tx)) ids.add(one);
	const open = and(inArray(account.id, [...ids]), ne(account.state, 'closed'));
	const rows = ids.size ? await tx.select({ to: account.id }).from(account).where(open) : [];
	return rows.map(({ to }) => ({ to, note: 'deadline' }));
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
