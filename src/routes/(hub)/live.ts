/** The browser's one socket: hears that something waits in the inbox, and that the session has ended. */
import { io } from 'socket.io-client';

/** @returns a function that closes the socket */
export function listen(onInbox: () => void): () => void {
	const socket = io({ transports: ['websocket'], reconnectionDelayMax: 10_000 });
	socket.on('inbox', onInbox);
	socket.on('session-ended', () => location.assign('/login'));
	return () => socket.close();
}
