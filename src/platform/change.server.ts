/** The only ways to touch the database: change() writes fact and event in one transaction, look() only reads. */
import { createHash } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import { now } from './clock.ts';
import { database, type Transaction } from './database.server.ts';
import { event, eventTell, type EventData } from './events.tables.server.ts';
import type { No, Result } from './result.ts';

export type { Transaction } from './database.server.ts';
export type Thing = { type: string; id: string };
/** `note` is the kind of notification, which its receiver may have switched off. */
export type Tell = { to: string; note: string };
/** What a command gets to work with, and hands to commands of other concepts in the same transaction. */
export type Change = { tx: Transaction; record: RecordEvent };
export type RecordEvent = (kind: string, thing: Thing, data?: EventData, tells?: readonly Tell[]) => void;
type Recorded = { kind: string; thing: Thing; data: EventData; tells: readonly Tell[]; by: string | null };

/** Serialises the end of all writing transactions, so that the chain of hashes has one order. */
const chainLock = 72_700_010;
export const firstHash = '0'.repeat(64);

class Refused extends Error {
	readonly answer: No;
	constructor(answer: No) {
		super('refused');
		this.answer = answer;
	}
}

/**
 * Runs a command in one transaction and writes its events at the end of it. A refusal rolls everything back.
 * Throws when the command changed something without recording an event, unless it goes on with one (`continues`).
 */
export async function change<T>(
	actor: { id: string | null },
	run: (c: { tx: Transaction; record: RecordEvent }) => Promise<Result<T>>
): Promise<Result<T>> {
	const recorded: Recorded[] = [];
	const db = await database();
	try {
		const result = await db.transaction(async (tx) => {
			recorders.set(tx, (r) => void recorded.push(r));
			const answer = await run({
				tx,
				record: recordBy(tx, actor.id)
			});
			if (!answer.ok) throw new Refused(answer);
			if (recorded.length) await writeEvents(tx, recorded);
			else if (!continued.has(tx)) throw new Error('a change must record an event');
			return answer;
		});
		for (const wake of committed) wake();
		return result;
	} catch (e) {
		if (e instanceof Refused) return e.answer;
		throw e;
	}
}

const recorders = new WeakMap<Transaction, (r: Recorded) => void>();
/** For what a command comes upon that somebody else has done, such as live writing: recorded under the name of who did it. */
export function recordBy(tx: Transaction, by: string | null): RecordEvent {
	const push = recorders.get(tx);
	if (!push) throw new Error('not inside a change');
	return (kind, thing, data = {}, tells = []) => push({ kind, thing, data, tells, by });
}

const continued = new WeakSet<Transaction>();
/**
 * For what is saved while it is typed: true when the thing's newest event is of one of these kinds, by the same account
 * and no older than that. It then stands for this change as well, which need not record another.
 */
export async function continues(
	{ tx }: Change,
	by: string | null,
	thing: Thing,
	like: { kinds: readonly string[]; withinMs: number }
): Promise<boolean> {
	const newest = await tx
		.select({ at: event.at, kind: event.kind, actorId: event.actorId })
		.from(event)
		.where(and(eq(event.thingType, thing.type), eq(event.thingId, thing.id)))
		.orderBy(desc(event.id))
		.limit(1);
	const [last] = newest;
	const age = last ? now().getTime() - last.at.getTime() : -1;
	const isSame = last?.actorId === by && like.kinds.includes(last.kind) && age >= 0 && age < like.withinMs;
	if (isSame) continued.add(tx);
	return isSame;
}

/** Runs a query in a read-only transaction that sees one state of the database. */
export async function look<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
	const db = await database();
	return db.transaction(run, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

/** Called after each commit of change() in this process: a hint that there is something to hand on. */
export const committed: Set<() => void> = ((globalThis as Record<symbol, unknown>)[
	Symbol.for('lueckenlos.committed')
] ??= new Set<() => void>()) as Set<() => void>;

export type Chained = {
	at: Date;
	actorId: string | null;
	kind: string;
	thingType: string;
	thingId: string;
	data: EventData;
	previousHash: string;
};
/** SHA-256, hex, over the event in a fixed order; keys of `data` sorted, as jsonb does not keep their order. */
export const hashOf = (e: Chained): string =>
	createHash('sha256')
		.update(
			JSON.stringify([e.previousHash, e.at.toISOString(), e.actorId, e.kind, e.thingType, e.thingId, sorted(e.data)])
		)
		.digest('hex');

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (value === null || typeof value !== 'object') return value;
	return Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([k, v]) => [k, sorted(v)]);
}

async function writeEvents(tx: Transaction, recorded: Recorded[]): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
	const last = await tx.execute<{ hash: string }>(sql`select hash from event order by id desc limit 1`);
	let previousHash = last.rows[0]?.hash ?? firstHash;
	const at = now();
	const rows = recorded.map((r) => {
		const { kind, thing, data, by: actorId } = r;
		const row = { at, actorId, kind, thingType: thing.type, thingId: thing.id, data, previousHash };
		previousHash = hashOf(row);
		return { ...row, hash: previousHash };
	});
	const ids = await tx.insert(event).values(rows).returning({ id: event.id, hash: event.hash });
	const idOf = new Map(ids.map((r) => [r.hash, r.id]));
	const tells = recorded.flatMap((r, i) => {
		const eventId = idOf.get(rows[i]!.hash)!;
		const byAccount = new Map(r.tells.filter((t) => t.to !== r.by).map((t) => [t.to, t]));
		return [...byAccount.values()].map((t) => ({ eventId, accountId: t.to, note: t.note }));
	});
	if (tells.length) await tx.insert(eventTell).values(tells);
}

/**
 * The next number of a series, e.g. nextIn(tx, 'V-2026') → 7. Holds the series' row until the transaction ends, so
 * numbers have no holes: a rolled-back change gives its number back.
 */
export async function nextIn(tx: Transaction, name: string): Promise<number> {
	const taken = await tx.execute<{ last: number }>(
		sql`insert into series (name, last) values (${name}, 1) on conflict (name) do update set last = series.last + 1 returning last`
	);
	return taken.rows[0]!.last;
}
