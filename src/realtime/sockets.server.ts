/**
 * The live part's door: one socket a browser tab, admitted by Origin and session, with limits. Knows accounts by id only.
 * What may be said is in protocol.ts; an event nobody registered is dropped.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Database } from '#platform/database.server.ts';
import { framesOnce } from './frames.server.ts';
import { parser } from './parser.ts';
import { bucket } from './pacing.ts';
import { limits, parseCursor, parseHello, parseRoom, parseSeq, parseUpdate, type Answer } from './protocol.ts';
import type { RoomKind } from './room.server.ts';
import type { Bound, LiveServer, LiveSocket } from './part.server.ts';
import { startRooms } from './rooms.server.ts';
import { every } from './rounds.server.ts';

export type Live = {
	/** Tells all tabs of an account, on all nodes. */
	tell(accountId: string, event: 'inbox'): void;
	/** Tells those in a room of this node to ask anew what the document speaks of; other nodes hear of it by themselves. */
	lookAgain(room: string): void;
	/** Ends the sockets of one session, or of a whole account, on all nodes. */
	end(o: { accountId?: string | null; sessionHash?: string | null }): void;
	close(): Promise<void>;
};
export type Door = {
	/** Account and session of this request, or null; must not prolong the session. */
	enter(request: IncomingMessage): Promise<Bound | null>;
	/** Those of these sessions that live, with their accounts; asked while the sockets are open, must not prolong them. */
	alive(sessionHashes: readonly string[]): Promise<ReadonlyMap<string, string>>;
	/** Is the Origin header one of our own pages? */
	isOwnOrigin(request: IncomingMessage): boolean;
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

export function startLive({ http, door, db, kinds, onError }: LiveOptions): Live {
	const io: LiveServer = new Server(http, {
		serveClient: false,
		transports: ['websocket'],
		parser,
		maxHttpBufferSize: limits.packet,
		allowRequest: (request, answer) => {
			if (!door.isOwnOrigin(request)) return answer('foreign origin', false);
			door.enter(request).then(
				(who) => answer(who ? null : 'no session', who !== null),
				() => answer('unavailable', false)
			);
		}
	});
	framesOnce(io);
	io.use((socket, next) => {
		door.enter(socket.request).then(
			(who) => {
				if (!who) return next(new Error('no session'));
				Object.assign(socket.data, who);
				next();
			},
			() => next(new Error('unavailable'))
		);
	});
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
		async close() {
			await stopRounds();
			await rooms.close();
			await io.close();
		}
	};
}

/** Each handler parses, and a failure in it answers its sender only. */
function listenTo(socket: LiveSocket, rooms: ReturnType<typeof startRooms>, onError: (e: unknown) => void): void {
	const maySpeak = bucket(limits.events, limits.eventsAtOnce);
	socket.use((_event, next) => {
		// Security: dropped, not answered; the tab asks again after a reconnect
		if (maySpeak()) next();
		else socket.disconnect(true);
	});
	socket.on('join', (room, hello, answer) => {
		if (typeof answer !== 'function') return;
		const name = parseRoom(room);
		const said = parseHello(hello);
		if (!name || !said) return answer({ error: 'malformed' });
		rooms.join(socket, name, said).then(answer, (e: unknown) => {
			onError(e);
			answer({ error: 'unavailable' } satisfies Answer);
		});
	});
	socket.on('leave', (room) => {
		const name = parseRoom(room);
		if (name) rooms.leave(socket, name);
	});
	socket.on('update', (room, seq, bytes) => {
		const [name, number] = [parseRoom(room), parseSeq(seq)];
		if (name && number) rooms.update(socket, name, number, parseUpdate(bytes));
	});
	socket.on('at', (room, bytes) => {
		const name = parseRoom(room);
		const cursor = bytes === null ? null : parseCursor(bytes);
		if (name && (cursor || bytes === null)) rooms.cursor(socket, name, cursor);
	});
	socket.on('disconnect', () => rooms.leaveAll(socket));
}
