/**
 * The live part's door: one socket a browser tab, admitted by Origin and session, with limits. What may be said is in
 * protocol.ts; an event nobody registered is dropped.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { framesOnce } from './frames.server.ts';
import { parser } from './parser.ts';
import { bucket } from './pacing.ts';
import type { Bound, LiveServer, LiveSocket } from './part.server.ts';
import { limits, parseCursor, parseHello, parseRoom, parseSeq, parseUpdate, type Answer } from './protocol.ts';
import type { Rooms } from './rooms.server.ts';

export type Door = {
	/** Account and session of this request, or null; must not prolong the session. */
	enter(request: IncomingMessage): Promise<Bound | null>;
	/** Those of these sessions that live, with their accounts; asked while the sockets are open, must not prolong them. */
	alive(sessionHashes: readonly string[]): Promise<ReadonlyMap<string, string>>;
	/** Is the Origin header one of our own pages? */
	isOwnOrigin(request: IncomingMessage): boolean;
};

/** Who comes in: nobody from a foreign page, nobody without a session. */
export function openDoor(http: HttpServer, door: Omit<Door, 'alive'>): LiveServer {
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
	return io;
}

type Visited = Pick<Rooms, 'join' | 'leave' | 'leaveAll' | 'update' | 'cursor'>;
/** Each handler parses, and a failure in it answers its sender only. */
export function listenTo(socket: LiveSocket, rooms: Visited, onError: (e: unknown) => void): void {
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
