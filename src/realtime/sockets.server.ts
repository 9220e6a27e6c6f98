/** The live part of a node: door, rooms, and the end of sessions on all their sockets. Knows accounts by id only. */
import type { Server as HttpServer } from 'node:http';
import type { Database } from '#platform/database.server.ts';
import { listenTo, openDoor, type Door } from './door.server.ts';
import { rehearse } from './rehearsal.server.ts';
import type { RoomKind } from './room.server.ts';
import { startRooms } from './rooms.server.ts';
import { every } from './rounds.server.ts';
import { tidying } from './tidying.server.ts';
import { warm } from './warming.server.ts';

export type Live = {
	/** Tells all tabs of an account, on all nodes. */
	tell(accountId: string, event: 'inbox'): void;
	/** Tells those in a room of this node to ask anew what the document speaks of; other nodes hear of it by themselves. */
	lookAgain(room: string): void;
	/** Ends the sockets of one session, or of a whole account, on all nodes. */
	end(o: { accountId?: string | null; sessionHash?: string | null }): void;
	/** Does what takes long the first time, before the first one comes. */
	ready(): Promise<void>;
	/** Fulfilled when hints of other nodes are heard. */
	listening: Promise<void>;
	close(): Promise<void>;
};
export type LiveOptions = {
	http: HttpServer;
	door: Door;
	db: Database;
	kinds: Readonly<Record<string, RoomKind>>;
	onError: (e: unknown) => void;
};

/** A withdrawn session ends its sockets within this time even where no hint arrives. */
const recheckMs = 3000;
const patienceMs = 3000;

export function startLive({ http, door, db, kinds, onError }: LiveOptions): Live {
	const io = openDoor(http, door);
	const tellHere = (accountId: string) => void io.to(`account:${accountId}`).emit('inbox');
	const endHere = (accountId: string | null, sessionHash: string | null) => {
		if (accountId) farewell(`account:${accountId}`);
		if (sessionHash) farewell(`session:${sessionHash}`);
	};
	const rooms = startRooms({ io, db, kinds, onInbox: tellHere, onEnd: endHere, onError });
	io.on('connection', (socket) => {
		void socket.join([`account:${socket.data.accountId}`, `session:${socket.data.sessionHash}`]);
		listenTo(socket, rooms, onError);
	});
	const farewell = (room: string) => {
		io.to(room).emit('session-ended');
		io.in(room).disconnectSockets(true);
	};
	// a database failure ends nobody's session; the next round asks again
	const stopRounds = every(recheckMs, onError, async () => {
		const open = [...io.sockets.sockets.values()];
		if (!open.length) return;
		const alive = await door.alive([...new Set(open.map((s) => s.data.sessionHash))]);
		for (const { id, data } of open) if (alive.get(data.sessionHash) !== data.accountId) farewell(id);
	});
	let stopTidying: (() => void) | undefined;
	return {
		tell(accountId) {
			tellHere(accountId);
			rooms.send(['i', accountId]);
		},
		lookAgain: (room) => void io.to(room).emit('labels', room),
		end({ accountId = null, sessionHash = null }) {
			endHere(accountId, sessionHash);
			rooms.send(['e', accountId, sessionHash]);
		},
		listening: rooms.listening,
		async ready() {
			const warmed = Promise.all([warm(db.pool), rehearse(), rooms.listening]).catch(onError);
			// it makes a hub fast, and must never keep it from starting
			await Promise.race([warmed, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
			try {
				stopTidying = tidying();
			} catch (e) {
				onError(e);
			}
		},
		async close() {
			stopTidying?.();
			await stopRounds();
			await rooms.close();
			await io.close();
		}
	};
}
