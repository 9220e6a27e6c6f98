/**
 * The append-only log of live documents. Nobody relies on the order of ids, as a smaller one can become visible later:
 * a document is all its rows, read in one statement, and a compaction deletes exactly the rows it has merged.
 */
import { eq, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { now } from '#platform/clock.ts';
import type { Transaction } from '#platform/database.server.ts';
import { pack, unpack } from './packing.ts';
import { liveRoom, liveUpdate } from './tables.server.ts';

/** NOTIFY on this channel is a hint to other nodes; see nodes.server.ts. */
export const channel = 'live';
export class Sealed extends Error {
	constructor(room: string) {
		super(`${room} is sealed`);
	}
}

/** A document of the given updates; what was deleted is not in it. */
export function documentOf(updates: Iterable<Uint8Array>): Y.Doc {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	return doc;
}

/** What a snapshot holds. */
export const stateOf = (doc: Y.Doc): { state: Uint8Array; vector: Uint8Array } => ({
	state: Y.encodeStateAsUpdate(doc),
	vector: Y.encodeStateVector(doc)
});

/** The room's document as this transaction sees it. */
export async function readDocument(tx: Transaction, room: string): Promise<Y.Doc> {
	const rows = await tx.select({ data: liveUpdate.data }).from(liveUpdate).where(eq(liveUpdate.room, room));
	return documentOf(rows.flatMap((r) => unpack(r.data)));
}

/** Which rows the room's document is made of, as one word: the same word, the same document. */
export async function rowsOf(tx: Transaction, room: string): Promise<string> {
	const rows = await tx.select({ id: liveUpdate.id }).from(liveUpdate).where(eq(liveUpdate.room, room));
	return rows
		.map((r) => r.id)
		.sort((a, b) => a - b)
		.join(' ');
}

/** Writes with the caller's transaction; editors on all nodes get it after the commit. Throws Sealed. */
export async function appendTo(tx: Transaction, room: string, update: Uint8Array): Promise<void> {
	const data = Buffer.from(pack([update])).toString('hex');
	const added = await tx.execute<{ row_id: string }>(
		sql`select row_id from live_append(array[${room}]::text[], array[${data}]::text[])`
	);
	const row = added.rows[0];
	if (!row) throw new Sealed(room);
	// in the transaction, as commands are rare and the hint must not come before the row
	await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(['', [['w', room, Number(row.row_id)]]])})`);
}

/** Waits for writers in flight; from then on this transaction alone writes in the room, until it ends. */
export const hold = (tx: Transaction, room: string): Promise<unknown> =>
	tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${room}, 7270))`);

/** Holds the room, and after the commit nobody writes in it any more. */
export async function seal(tx: Transaction, room: string): Promise<void> {
	await hold(tx, room);
	const sealedAt = now();
	await tx.insert(liveRoom).values({ room, sealedAt }).onConflictDoUpdate({ target: liveRoom.room, set: { sealedAt } });
	await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(['', [['s', room]]])})`);
}

/** Opens a sealed room again, after the commit; what was open before the seal stays closed and is opened anew. */
export async function unseal(tx: Transaction, room: string): Promise<void> {
	await tx.update(liveRoom).set({ sealedAt: null }).where(eq(liveRoom.room, room));
	await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(['', [['u', room]]])})`);
}

/**
 * `doc` becomes the whole log: what was deleted, and what the caller has taken out of it before, is nowhere any more. For
 * whoever holds the room, or has found it sealed.
 */
export async function rewrite(tx: Transaction, room: string, doc: Y.Doc): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${room}, 7271))`); // no compaction meanwhile
	const gone = await tx.delete(liveUpdate).where(eq(liveUpdate.room, room)).returning({ id: liveUpdate.id });
	const { state, vector } = stateOf(doc);
	const replaces = gone.map((r) => r.id);
	const snapshot = { room, data: pack([state]), snapshot: true, replaces, vector };
	const [row] = await tx.insert(liveUpdate).values(snapshot).returning();
	await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(['', [['w', room, row!.id]]])})`);
}

/** Hints that rights in this room have changed, with the caller's transaction; nodes ask anew at once. */
export const rightsChanged = (tx: Transaction, room: string): Promise<unknown> =>
	tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(['', [['r', room]]])})`);
