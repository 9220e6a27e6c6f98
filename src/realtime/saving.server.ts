/** Group commit: one statement in flight for all rooms; what arrives meanwhile goes with the next. Waits while the database is away. */
import type { Database } from '#platform/database.server.ts';
import { batched } from './batching.ts';
import { Sealed } from './log.server.ts';
import { pack } from './packing.ts';
import type { Room } from './room.server.ts';
import { append, isPassing } from './store.server.ts';

/** Between two commits, so that many writers share one: nobody notices so short a wait for „gespeichert“. */
const apartMs = 50;

type Job = { room: Room; updates: readonly Uint8Array[] };
type Outcome = { id: number | null } | { refused: unknown };

/** Resolves once committed with the id of the row, null when there was nothing to store; throws Sealed. */
export function saving(o: {
	pool: Database['pool'];
	onError: (e: unknown) => void;
	onSealed: (room: Room) => void;
}): (room: Room, updates: readonly Uint8Array[]) => Promise<number | null> {
	const write = async (jobs: readonly Job[]): Promise<Outcome[]> => {
		const byRoom = Map.groupBy(
			jobs.filter((j) => j.updates.length),
			(j) => j.room
		);
		const batch = [...byRoom].map(([room, of]) => ({ room: room.name, data: pack(of.flatMap((j) => j.updates)) }));
		for (let wait = 100; ; wait = Math.min(wait * 2, 2000)) {
			try {
				const ids = batch.length ? await append(o.pool, batch) : new Map<string, number>();
				for (const room of byRoom.keys()) if (!ids.has(room.name)) o.onSealed(room);
				return jobs.map(({ room, updates }): Outcome => {
					if (!updates.length) return { id: null };
					const id = ids.get(room.name);
					return id === undefined ? { refused: new Sealed(room.name) } : { id };
				});
			} catch (e) {
				if (!isPassing(e)) return await apart(jobs, e);
				o.onError(e);
				await new Promise((resolve) => setTimeout(resolve, wait));
			}
		}
	};
	/** One room that cannot be stored must not keep the others from it. */
	const apart = async (jobs: readonly Job[], e: unknown): Promise<Outcome[]> => {
		if (new Set(jobs.map((j) => j.room)).size === 1) return jobs.map(() => ({ refused: e }));
		const answers = new Map<Job, Outcome>();
		for (const of of Map.groupBy(jobs, (j) => j.room).values()) {
			const outcomes = await write(of);
			of.forEach((job, i) => answers.set(job, outcomes[i]!));
		}
		return jobs.map((job) => answers.get(job)!);
	};
	const ask = batched<Job, Outcome>(write, 2000, apartMs);
	return async (room, updates) => {
		const outcome = await ask({ room, updates });
		if ('refused' in outcome) throw outcome.refused;
		return outcome.id;
	};
}
