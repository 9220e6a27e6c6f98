/** All rooms of this node: what is heard from other nodes, what is looked after from time to time, and the end. */
import { randomUUID } from 'node:crypto';
import type { Database } from '#platform/database.server.ts';
import { tellSaved } from './acknowledging.server.ts';
import { breathing } from './breathing.server.ts';
import { compact, reread, sealed, takeRows, unsealed } from './catching-up.server.ts';
import { join, leave } from './joining.server.ts';
import { startNodes, type Message } from './nodes.server.ts';
import { buckets } from './pacing.ts';
import { asking, type LiveServer, type LiveSocket, type Part } from './part.server.ts';
import { presenceOf } from './presence.server.ts';
import type { Answer, Hello } from './protocol.ts';
import { recheck } from './rights.server.ts';
import { every } from './rounds.server.ts';
import type { Room, RoomKind } from './room.server.ts';
import { saving } from './saving.server.ts';
import * as store from './store.server.ts';
import { update } from './taking.server.ts';
import { forgetUnused } from './writers.server.ts';

export type Rooms = {
	join(socket: LiveSocket, name: string, hello: Hello): Promise<Answer>;
	leave(socket: LiveSocket, name: string): void;
	leaveAll(socket: LiveSocket): void;
	update(socket: LiveSocket, name: string, seq: number, bytes: Uint8Array | null): void;
	cursor(socket: LiveSocket, name: string, bytes: Uint8Array | null): void;
	/** Fulfilled when hints of other nodes are heard. */
	listening: Promise<void>;
	/** Hints for other nodes. */
	send(message: Message): void;
	/** Waits until all that was taken is committed. */
	close(): Promise<void>;
};
export type RoomsOptions = {
	io: LiveServer;
	db: Database;
	kinds: Readonly<Record<string, RoomKind>>;
	onInbox: (accountId: string) => void;
	onEnd: (accountId: string | null, sessionHash: string | null) => void;
	onError: (e: unknown) => void;
};

const recheckMs = 3000;
const rereadMs = 2000;
const idleMs = 30_000;
const shadowMs = 20_000;
const stopWithinMs = 5000;
const errors = { perSecond: 0.05, atOnce: 6 };

export function startRooms({ io, db, kinds, onInbox, onEnd, onError }: RoomsOptions): Rooms {
	const rooms = new Map<string, Room>();
	const all = () => [...rooms.values()];
	const breath = breathing();
	const part: Part = {
		io,
		pool: db.pool,
		kinds,
		rooms,
		ask: asking(db.pool),
		save: saving({ pool: db.pool, onError, onSealed: (room) => sealed(part, room) }),
		presence: presenceOf({ io, send: (message) => nodes.send(message) }),
		send: (message) => nodes.send(message),
		breath: breath.ms,
		onError,
		mayErr: buckets(errors.perSecond, errors.atOnce),
		stopping: false
	};
	const nodes = startNodes(db, randomUUID().slice(0, 8), {
		onMessage(from, message) {
			hear(from, message).catch(onError);
		},
		onGap() {
			part.presence.refresh(all());
			reread(part, all()).catch(onError);
		},
		onError
	});

	async function hear(from: string, message: Message): Promise<void> {
		if (message[0] === 'i') return onInbox(message[1]);
		if (message[0] === 'e') return onEnd(message[1], message[2]);
		const room = rooms.get(message[1]);
		if (!room) return;
		if (message[0] === 'w' && !room.seen.has(message[2])) takeRows(part, await store.rowsById(part.pool, [message[2]]));
		else if (message[0] === 's') sealed(part, room);
		else if (message[0] === 'u') unsealed(part, room);
		else if (message[0] === 'r') await recheck(part, [room]);
		else part.presence.hear(room, from, message);
	}

	const rounds = [
		every(recheckMs, onError, () => recheck(part, all())),
		every(rereadMs, onError, () => (nodes.alone ? Promise.resolve() : reread(part, all()))),
		every(600, onError, () => Promise.all(all().map((room) => tell(part, room)))),
		every(5000, onError, () => Promise.all(all().map((room) => rest(part, room)))),
		every(5000, onError, () => Promise.resolve(part.presence.refresh(all())))
	];

	return {
		join: (socket, name, hello) => join(part, socket, name, hello),
		leave: (socket, name) => leave(part, socket, name),
		leaveAll(socket) {
			for (const name of rooms.keys()) leave(part, socket, name);
		},
		update: (socket, name, seq, bytes) => update(part, socket, name, seq, bytes),
		cursor(socket, name, bytes) {
			const room = rooms.get(name);
			const member = room?.members.get(socket.id);
			if (room && member) part.presence.moved(room, member, socket, bytes);
		},
		listening: nodes.listening,
		send: (message) => nodes.send(message),
		async close() {
			part.stopping = true;
			await Promise.all(rounds.map((stop) => stop()));
			const deadline = Date.now() + stopWithinMs;
			const isBusy = () => all().some((r) => r.unstored.size || r.incoming.length || r.working);
			while (isBusy() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
			for (const room of all()) tellSaved(part, room);
			await Promise.all(all().map((room) => tell(part, room).catch(onError)));
			await shorten(part, all(), deadline);
			await nodes.close();
			breath.stop();
			for (const room of all()) room.dropShadow();
		}
	};
}

/** Bytes of a log that become one row in a moment; longer ones are shortened while they are written. */
const worthWaiting = 1024 * 1024;

/** One row for each document, as far as there is time: nobody is to wait for a long log after the restart. */
async function shorten(part: Part, open: readonly Room[], deadline: number): Promise<void> {
	const long = open.filter((room) => room.rows > 1 && room.size < worthWaiting).values();
	const next = async () => {
		for (const room of long) if (Date.now() < deadline) await compact(part, room, 2).catch(part.onError);
	};
	await Promise.all([next(), next()]);
}

async function tell(part: Part, room: Room): Promise<void> {
	const due = room.toTell;
	if (!due || !room.kind.written) return;
	const at = Date.now();
	const isEarly = (at - due.last < 1200 && at - due.since < 8000) || at < room.tellNotBefore;
	if (!part.stopping && isEarly) return;
	room.toTell = undefined;
	try {
		await room.kind.written(room.key);
		room.tellFailures = 0;
	} catch (e) {
		room.toTell ??= { since: at, last: at };
		// what fails every time must not keep the hub busy
		room.tellNotBefore = at + pause(room.tellFailures++);
		throw e;
	}
}

/** Milliseconds until the next try: 2 s, 4 s, 8 s … ten minutes. */
export const pause = (failures: number): number => Math.min(2000 * 2 ** failures, 600_000);
/** After so many a room is let go all the same; whoever opens it next, tries again. */
const mostFailures = 6;

async function rest(part: Part, room: Room): Promise<void> {
	const at = Date.now();
	if (room.shadow && at - room.shadowUsedAt > shadowMs) room.dropShadow();
	const idle = room.emptySince !== undefined && at - room.emptySince > idleMs;
	if (!idle || room.unstored.size || room.incoming.length) return;
	if (room.toTell && room.tellFailures < mostFailures) return;
	if (room.heard && !room.sealed) {
		// another node has taken what came last, and may be gone without having told of it
		room.heard = false;
		room.toTell = { since: at, last: at };
		return;
	}
	part.rooms.delete(room.name);
	room.dropShadow();
	await compact(part, room, 1); // what was deleted stays in no log of a room that nobody is in
	await forgetUnused(part.pool, room.name, room.vector.keys());
}
