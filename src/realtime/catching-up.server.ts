/** What other nodes and commands wrote comes in; a long log becomes one row; a sealed room is closed. */
import { tellSaved } from './acknowledging.server.ts';
import { pack } from './packing.ts';
import type { Part } from './part.server.ts';
import type { Room } from './room.server.ts';
import * as store from './store.server.ts';

export function takeRows(part: Part, rows: readonly (store.Row & { room: string })[]): void {
	for (const row of rows) {
		const room = part.rooms.get(row.room);
		if (!room) continue;
		const fresh = room.absorbRows([row]);
		room.rows++;
		if (fresh.length) room.heard = true;
		room.size += row.data.byteLength;
		if (fresh.length) part.io.to(room.name).emit('updates', room.name, pack(fresh));
	}
}

/** What other nodes wrote and no hint told of. */
export async function reread(part: Part, open: readonly Room[]): Promise<void> {
	if (!open.length) return;
	const ids = await store.idsOf(
		part.pool,
		open.map((r) => r.name)
	);
	const unseen = open.flatMap((room) => (ids.get(room.name) ?? []).filter((id) => !room.seen.has(id)));
	if (unseen.length) takeRows(part, await store.rowsById(part.pool, unseen));
	for (const room of open) {
		const there = new Set(ids.get(room.name));
		for (const id of room.seen) if (there.size && !there.has(id)) room.seen.delete(id);
		room.rows = there.size;
	}
}

export function sealed(part: Part, room: Room): void {
	room.sealed = true;
	tellSaved(part, room);
	part.io.to(room.name).emit('rights', room.name, 'read', true);
}

/**
 * Forgets the room, and who was in it: they may know of changes that were sent on and then refused, on which nothing may
 * build. Who opens the document from now on finds what the log holds.
 */
export function unsealed(part: Part, room: Room): void {
	room.dropShadow();
	if (part.rooms.get(room.name) === room) part.rooms.delete(room.name);
	part.io.in(room.name).socketsLeave(room.name);
}

/** One at a time for each room. */
export function compact(part: Part, room: Room, minRows = 50): Promise<void> {
	room.compacting ??= compactNow(part, room, minRows).finally(() => (room.compacting = undefined));
	return room.compacting;
}
async function compactNow(part: Part, room: Room, minRows: number): Promise<void> {
	const done = await store.compact(part.pool, room.name, store.mergeHere, minRows);
	if (!done) return;
	// rows of other nodes among them that were not seen yet come with the snapshot
	if (done.replaced.every((id) => room.seen.has(id))) room.seen.add(done.id);
	for (const id of done.replaced) room.seen.delete(id);
	room.rows -= done.replaced.length - 1;
	room.size = room.snapshot = done.size;
	if (!room.seen.has(done.id)) await reread(part, [room]);
}
