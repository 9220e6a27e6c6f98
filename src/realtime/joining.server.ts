/** Coming into a room and leaving it. */
import * as Y from 'yjs';
import { unsealed } from './catching-up.server.ts';
import { encodedVector } from './guard.server.ts';
import { documentOf } from './log.server.ts';
import { pack, unpack } from './packing.ts';
import type { LiveSocket, Part } from './part.server.ts';
import { kindOf, limits, type Access, type Answer, type Hello } from './protocol.ts';
import { lacking, Room, type Member, type RoomKind } from './room.server.ts';
import type * as store from './store.server.ts';

function open(part: Part, name: string, kind: RoomKind): Room {
	let room = part.rooms.get(name);
	if (!room) part.rooms.set(name, (room = new Room(name, kind)));
	room.emptySince = undefined;
	return room;
}

const hasTooMany = (part: Part, socket: LiveSocket, name: string): boolean =>
	[...part.rooms.values()].filter((r) => r.name !== name && r.members.has(socket.id)).length >= limits.roomsPerSocket;

export async function join(part: Part, socket: LiveSocket, name: string, hello: Hello): Promise<Answer> {
	const kind = part.kinds[kindOf(name)] ?? part.kinds['*'];
	if (!kind || part.stopping) return { error: part.stopping ? 'unavailable' : 'forbidden' };
	const { accountId, sessionHash } = socket.data;
	const key = name.slice(name.indexOf(':') + 1);
	const [access, called] = await Promise.all([
		part.ask.rights({ kind, accountId, key }),
		part.ask.name({ kind, accountId })
	]);
	if (access === 'none') return { error: 'forbidden' };
	if (hasTooMany(part, socket, name) || !part.mayErr(accountId, false)) return { error: 'too_fast' };
	const { client, instance } = hello;
	const outdated = hello.schema < kind.schema;
	const writes = access === 'write' && !outdated;
	const claim = { room: name, client, account: accountId, session: sessionHash, instance };
	const claimed = writes ? await part.ask.claim(claim) : 'mine';
	if (claimed !== 'mine') return { error: claimed === 'full' ? 'too_fast' : 'client_taken' };
	if (!socket.connected) return { error: 'unavailable' };
	if (hasTooMany(part, socket, name)) return { error: 'too_fast' };
	const room = open(part, name, kind);
	const before = room.members.get(socket.id);
	const member: Member = {
		...part.presence.person(accountId, called),
		...(before && { id: before.id }),
		socket: socket.id,
		account: accountId,
		session: sessionHash,
		outdated,
		cursor: before?.cursor ?? null,
		waiting: before?.waiting ?? 0,
		halted: null,
		access,
		client,
		instance
	};
	room.members.set(socket.id, member);
	if (writes) room.writers.set(client, accountId);
	// in the room before the log is read, with what is on its way into it: nothing can fall between
	void socket.join(name);
	const onTheWay = [...room.unstored];
	const wasSealed = room.sealed;
	let stored: store.Stored;
	try {
		stored = await part.ask.load(name);
	} catch (e) {
		leave(part, socket, name);
		throw e; // never served empty
	}
	// Security: the right may have ended meanwhile, and whoever was told so gets nothing more
	if (room.members.get(socket.id) !== member || member.access === 'none') return { error: 'unavailable' };
	// Trap: a seal that comes while the log is being read is newer than what was read
	if (wasSealed && !stored.sealed) {
		unsealed(part, room); // the hint was lost
		return { error: 'unavailable' };
	}
	const isFirst = !room.loaded;
	const missed = room.absorb(stored);
	// Trap: a room whose log was empty has others in it, too
	if (missed.length && !isFirst) socket.to(name).emit('updates', name, pack(missed));
	room.loaded = true;
	part.presence.changed(room);
	if (isFirst && stored.rows.length && !room.sealed) {
		// the node that wrote last may have ended before it told of it
		const at = Date.now();
		room.toTell ??= { since: at, last: at };
	}
	return {
		access: member.outdated || room.sealed ? 'read' : member.access,
		sealed: room.sealed,
		// by the right as it is now: it may have changed while the log was read
		pack: packFor({ access: member.access, vector: hello.vector }, stored.rows, onTheWay),
		vector: encodedVector(room.vector),
		me: member.id,
		people: room.people(),
		cursors: room.cursors()
	};
}

type Joining = { access: Access; vector: Uint8Array };
/** What the one who joins lacks of what is stored and on its way; bytes of the log go on as they are where they can. */
function packFor({ access, vector }: Joining, rows: readonly store.Row[], onTheWay: readonly Uint8Array[]): Uint8Array {
	const isNew = vector.byteLength <= 1;
	const isClean = rows.length === 1 && rows[0]!.snapshot && !onTheWay.length;
	if (isNew && isClean) return rows[0]!.data;
	const log = [...rows.flatMap((r) => unpack(r.data)), ...onTheWay];
	// Security: the log holds what was deleted meanwhile, which a reader's page does not show
	const all = access === 'read' && !isClean ? [Y.encodeStateAsUpdate(documentOf(log))] : log;
	return pack(isNew ? all : lacking(all, vector));
}

export function leave(part: Part, socket: LiveSocket, name: string): void {
	const room = part.rooms.get(name);
	const member = room?.members.get(socket.id);
	if (!room || !member) return;
	room.members.delete(socket.id);
	void socket.leave(name);
	part.presence.left(room, member);
	if (room.members.size === 0) room.emptySince = Date.now();
}
