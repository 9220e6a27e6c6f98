/** Checks that the event log is the one that was written: each hash from its event and the one before. */
import { asc, gt } from 'drizzle-orm';
import { firstHash, hashOf } from './change.server.ts';
import { database } from './database.server.ts';
import { event } from './events.tables.server.ts';

export type Verdict = { events: number; lastHash: string; broken: { eventId: number; why: 'hash' | 'link' } | null };
const batch = 2000;

/** Reads the log in batches, oldest first; stops at the first event that does not fit. */
export async function verifyLog(): Promise<Verdict> {
	const db = await database();
	let previousHash = firstHash;
	let events = 0;
	for (let after = 0; ;) {
		const rows = await db.select().from(event).where(gt(event.id, after)).orderBy(asc(event.id)).limit(batch);
		for (const row of rows) {
			const why = row.previousHash !== previousHash ? 'link' : hashOf(row) !== row.hash ? 'hash' : null;
			if (why) return { events, lastHash: previousHash, broken: { eventId: row.id, why } };
			previousHash = row.hash;
			events++;
		}
		const last = rows.at(-1);
		if (!last) return { events, lastHash: previousHash, broken: null };
		after = last.id;
	}
}
