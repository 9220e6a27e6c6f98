/** What a provider tells and takes, and how a socket to the hub is made. Every page loads this: no Yjs in here. */
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type * as Y from 'yjs';
import type { Status } from './status.ts';
import { parser } from './parser.ts';
import type { Access, Person, Refusal, ToBrowser, ToHub } from './protocol.ts';

export type Events = {
	status: Status;
	/** How many changes are not yet committed. */
	saved: number;
	access: Access;
	people: Person[];
	refused: { why: Refusal; text: string };
	/** What the document speaks of shows itself otherwise now. */
	labels: undefined;
};
export type RoomOptions = {
	/** Of the hub; in a browser the page's own by default. */
	url?: string;
	room: string;
	doc: Y.Doc;
	/** For Node: Cookie and Origin. */
	headers?: Record<string, string>;
	/** Name of the store on this device, one for each account; without it nothing is kept. */
	device?: string;
	/** The version of the document's shape that this page knows. */
	schema?: number;
	/** A socket to share; it is not closed by destroy(). */
	socket?: LiveClientSocket;
	/** How long another's letters may be missing at the hub before what was built on them is handed back (ms). */
	patience?: number;
};
export type LiveClientSocket = Socket<ToBrowser, ToHub>;

/** Whoever has waited longest for a hub that is up again is back within two seconds (ms). */
const [firstWait, longestWait, spread] = [300, 1400, 0.4];
/** A connection that lasted so long was a good one (ms). */
const steadyMs = 10_000;

export function connectLive(url?: string, options: Partial<ManagerOptions & SocketOptions> = {}): LiveClientSocket {
	const socket: LiveClientSocket = io(url ?? '', {
		transports: ['websocket'],
		parser,
		reconnectionDelay: firstWait,
		reconnectionDelayMax: longestWait,
		randomizationFactor: spread,
		...options
	});
	if (options.reconnection !== false) comeBack(socket);
	return socket;
}

/** The client library does not come back by itself when the hub sent it away, or had no answer at the door. */
function comeBack(socket: LiveClientSocket): void {
	let tries = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isOver = false;
	let since = 0;
	const later = () => {
		if (isOver) return;
		const wait = Math.min(firstWait * 2 ** tries++, longestWait) * (1 + spread * (2 * Math.random() - 1));
		clearTimeout(timer);
		timer = setTimeout(() => socket.connect(), wait);
	};
	socket.on('session-ended', () => (isOver = true));
	socket.on('connect', () => (since = Date.now()));
	socket.on('disconnect', (reason) => {
		if (Date.now() - since > steadyMs) tries = 0;
		if (reason === 'io server disconnect') later();
	});
	socket.on('connect_error', () => {
		if (!socket.active) later();
	});
	const leave = socket.disconnect.bind(socket);
	socket.disconnect = () => {
		clearTimeout(timer);
		return leave();
	};
}

let shared: LiveClientSocket | undefined;
/** A browser tab's one connection, made at first use and kept while the tab lives. */
export const liveSocket = (): LiveClientSocket => (shared ??= connectLive());

type Handlers = Partial<ToBrowser> & { connect?: () => void; disconnect?: () => void };
/** @returns a function that stops listening */
export function listenTo(socket: LiveClientSocket, handlers: Handlers): () => void {
	const all = Object.entries(handlers) as [keyof ToBrowser, ToBrowser[keyof ToBrowser]][];
	for (const [event, handler] of all) socket.on(event, handler);
	return () => {
		for (const [event, handler] of all) socket.off(event, handler);
	};
}
