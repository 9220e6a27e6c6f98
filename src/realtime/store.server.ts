/** The log as the rooms of a node use it: group commit, one read for many joiners, compaction. Knows no document. */
import type { Database } from '#platform/database.server.ts';
import { documentOf, stateOf } from './log.server.ts';
import { pack, unpack } from './packing.ts';

type Pool = Database['pool'];
type Asked = Pick<Pool, 'query'>;
export type Row = {
	id: number;
	data: Uint8Array;
	snapshot: boolean;
	replaces: number[];
	/** How far a snapshot goes, where it was noted. */
	vector: Uint8Array | null;
};
export type Stored = { rows: Row[]; sealed: boolean };

const hex = (bytes: Uint8Array): string =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
type Stands = {
	room: string;
	id: string;
	data: Buffer;
	snapshot: boolean;
	replaces: string[] | null;
	vector: Buffer | null;
};
const bytesIn = (b: Buffer): Uint8Array => new Uint8Array(b.buffer, b.byteOffset, b.byteLength);
const rowOf = (r: Stands): Row => ({
	id: Number(r.id),
	data: bytesIn(r.data),
	snapshot: r.snapshot,
	replaces: (r.replaces ?? []).map(Number),
	vector: r.vector && bytesIn(r.vector)
});

/** Ids by room once committed; a room without one is sealed. hex in text[]: the same statement for any number of rows. */
export async function append(
	pool: Pool,
	batch: readonly { room: string; data: Uint8Array }[]
): Promise<Map<string, number>> {
	const { rows } = await pool.query<{ row_room: string; row_id: string }>({
		name: 'live-append',
		text: 'select row_room, row_id from live_append($1::text[], $2::text[])',
		values: [batch.map((b) => b.room), batch.map((b) => hex(b.data))]
	});
	return new Map(rows.map((r) => [r.row_room, Number(r.row_id)]));
}

/** All rows of these rooms in one statement. */
export async function load(pool: Asked, rooms: readonly string[]): Promise<Stored[]> {
	const { rows } = await pool.query<Stands & { sealed: boolean }>({
		name: 'live-load',
		text: `select r.room, u.id, u.data, u.snapshot, u.replaces, u.vector, l.sealed_at is not null as sealed
			from unnest($1::text[]) as r(room)
			left join live_room l on l.room = r.room left join live_update u on u.room = r.room order by u.id`,
		values: [[...new Set(rooms)]]
	});
	const found = Map.groupBy(rows, (r) => r.room);
	return rooms.map((room) => {
		const of = found.get(room) ?? [];
		return { rows: of.filter((r) => r.id !== null).map(rowOf), sealed: of.some((r) => r.sealed) };
	});
}

/** Rows that are there, by id and room, without their data. */
export async function idsOf(pool: Pool, rooms: readonly string[]): Promise<Map<string, number[]>> {
	const { rows } = await pool.query<{ room: string; ids: string[] }>({
		name: 'live-ids',
		text: 'select room, array_agg(id) as ids from live_update where room = any($1::text[]) group by room',
		values: [rooms]
	});
	return new Map(rows.map((r) => [r.room, r.ids.map(Number)]));
}

export async function rowsById(pool: Pool, ids: readonly number[]): Promise<(Row & { room: string })[]> {
	const { rows } = await pool.query<Stands>({
		name: 'live-rows',
		text: 'select room, id, data, snapshot, replaces, vector from live_update where id = any($1::bigint[]) order by id',
		values: [ids]
	});
	return rows.map((r) => ({ ...rowOf(r), room: r.room }));
}

/** Rows of one room → one update without what was deleted, and how far it goes. */
export type Merge = (packs: Uint8Array[]) => Promise<{ state: Uint8Array; vector: Uint8Array }>;
export const mergeHere: Merge = async (packs) => Promise.resolve(stateOf(documentOf(packs.flatMap(unpack))));

/** Replaces a room's rows by one. @returns the new row's id and how many bytes it has; null when there was too little, or another is at it */
export async function compact(
	pool: Pool,
	room: string,
	merge: Merge,
	minRows = 50
): Promise<{ id: number; size: number; replaced: number[] } | null> {
	const client = await pool.connect();
	let broken: Error | undefined;
	try {
		await client.query('begin');
		const { rows: lock } = await client.query<{ mine: boolean }>(
			'select pg_try_advisory_xact_lock(hashtextextended($1, 7271)) as mine',
			[room]
		);
		const { rows } = await client.query<{ id: string; data: Buffer; snapshot: boolean }>(
			'select id, data, snapshot from live_update where room = $1 order by id',
			[room]
		);
		const isDone = rows.length < minRows || (rows.length === 1 && rows[0]!.snapshot);
		if (!lock[0]!.mine || isDone) {
			await client.query('rollback');
			return null;
		}
		const { state, vector } = await merge(rows.map((r) => r.data));
		const replaced = rows.map((r) => Number(r.id));
		const made = await client.query<{ id: string }>(
			'insert into live_update (room, data, snapshot, replaces, vector) values ($1, $2, true, $3, $4) returning id',
			[room, Buffer.from(pack([state])), replaced, Buffer.from(vector)]
		);
		const gone = await client.query('delete from live_update where room = $1 and id = any($2::bigint[])', [
			room,
			replaced
		]);
		if (gone.rowCount !== replaced.length) throw new Error('two compactions at once');
		await client.query('commit');
		return { id: Number(made.rows[0]!.id), size: state.byteLength, replaced };
	} catch (e) {
		await client.query('rollback').catch((x: Error) => (broken = x));
		throw e;
	} finally {
		client.release(broken);
	}
}

const passing =
	/^(08|25006|40001|40P01|53|55P03|57014|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)|Connection terminated|connection error|timeout exceeded|Cannot use a pool/i;
/** Is it the database being away, which passes, and not our mistake? */
export const isPassing = (e: unknown): boolean =>
	passing.test((e as { code?: string }).code ?? '') || passing.test((e as Error).message ?? '');
