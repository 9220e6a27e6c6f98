/** What the browser's one socket tells every page: something waits in the inbox, the session has ended. */
import { liveSocket } from '#realtime/connection.ts';

/** Whoever logs out in this very tab is on the way already; leaving at once would cut off the answer that wipes the device. */
const leaveAfterMs = 1000;

/** @returns a function that stops listening */
export function listen(onInbox: () => void): () => void {
	const socket = liveSocket();
	const onEnd = () => setTimeout(() => location.assign('/login'), leaveAfterMs);
	socket.on('inbox', onInbox);
	socket.on('session-ended', onEnd);
	return () => {
		socket.off('inbox', onInbox);
		socket.off('session-ended', onEnd);
	};
}
