/**
 * The live part: one socket a browser tab, admitted by Origin and session. Knows accounts by id only.
 * Server to browser: `inbox` – something new waits; `session-ended` – then the server closes the socket.
 * Browser to server: nothing yet; an event nobody registered is dropped.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';

type Bound = { accountId: string; sessionHash: string };
type Nothing = Record<string, never>;
type ToBrowser = { inbox: () => void; 'session-ended': () => void };

export type Live = {
	/** Tells all tabs of an account. */
	tell(accountId: string, event: 'inbox'): void;
	/** Ends the sockets of one session, or of a whole account. */
	end(o: { accountId?: string | null; sessionHash?: string | null }): void;
	close(): Promise<void>;
};
export type Door = {
	/** Account and session of this request, or null. Asked again while the socket lives; must not prolong the session. */
	enter(request: IncomingMessage): Promise<Bound | null>;
	/** Is the Origin header one of our own pages? */
	isOwnOrigin(request: IncomingMessage): boolean;
};

/** A withdrawn session ends its sockets within this time even where no hint arrives. */
const recheckMs = 4000;

export function startLive(http: HttpServer, door: Door): Live {
	const io = new Server<Nothing, ToBrowser, Nothing, Bound>(http, {
		serveClient: false,
		transports: ['websocket'],
		maxHttpBufferSize: 300_000,
		allowRequest: (request, answer) => {
			if (!door.isOwnOrigin(request)) return answer('foreign origin', false);
			door.enter(request).then(
				(who) => answer(who ? null : 'no session', who !== null),
				() => answer('unavailable', false)
			);
		}
	});
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
	io.on('connection', (socket) => {
		void socket.join([`account:${socket.data.accountId}`, `session:${socket.data.sessionHash}`]);
	});
	const farewell = (room: string) => {
		io.to(room).emit('session-ended');
		io.in(room).disconnectSockets(true);
	};
	const recheck = setInterval(() => {
		for (const socket of io.sockets.sockets.values()) {
			door.enter(socket.request).then(
				(who) => {
					if (who?.accountId !== socket.data.accountId) farewell(socket.id);
				},
				() => undefined // a database failure ends nobody's session; the next round asks again
			);
		}
	}, recheckMs);
	recheck.unref();
	return {
		tell: (accountId, event) => void io.to(`account:${accountId}`).emit(event),
		end({ accountId, sessionHash }) {
			if (accountId) farewell(`account:${accountId}`);
			if (sessionHash) farewell(`session:${sessionHash}`);
		},
		async close() {
			clearInterval(recheck);
			await io.close();
		}
	};
}
