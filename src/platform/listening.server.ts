/** LISTEN on a connection of its own, made anew when it is lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A connection that does not end by itself is left to the garbage collector. */
const endWithinMs = 500;

export type Listening = { ready: Promise<void>; close(): Promise<void> };

export function listenOn(
	config: pg.ClientConfig,
	channel: string,
	onPayload: (payload: string) => void,
	onReconnect: () => void = () => undefined
): Listening {
	const { promise: ready, resolve } = Promise.withResolvers<void>();
	const stop = new AbortController();
	const stopped = new Promise<void>((r) => stop.signal.addEventListener('abort', () => r()));
	let first = true;
	/** One connection's life; resolves when it has ended. @returns whether it came to listen at all */
	const once = async (): Promise<boolean> => {
		const c = new pg.Client(config);
		let listens = false;
		c.on('notification', (message) => {
			if (message.channel === channel) onPayload(message.payload ?? '');
		});
		const lost = new Promise<void>((r) => {
			c.once('end', () => r());
			c.on('error', () => r());
		});
		const begin = async () => {
			await c.connect();
			await c.query(`listen ${c.escapeIdentifier(channel)}`);
			listens = true;
			if (first) resolve();
			else onReconnect();
			first = false;
		};
		const over = Promise.race([lost, stopped]);
		await Promise.race([begin(), over]).then(
			() => over,
			() => undefined
		);
		// Trap: connect() of a client that is ended meanwhile never resolves, nor does end() of one whose connection was never made
		await Promise.race([c.end().catch(() => undefined), sleep(endWithinMs)]);
		return listens;
	};
	const run = async () => {
		for (let wait = 50; !stop.signal.aborted; wait = Math.min(wait * 2, 2000)) {
			if (await once()) wait = 50;
			await Promise.race([sleep(wait), stopped]);
		}
	};
	const running = run();
	const close = async () => {
		stop.abort();
		await running;
	};
	return { ready, close };
}
