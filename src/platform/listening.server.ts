/** LISTEN on a connection of its own, made anew when it is lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export type Listening = { ready: Promise<void>; close(): Promise<void> };

export function listenOn(
	config: pg.ClientConfig,
	channel: string,
	onPayload: (payload: string) => void,
	onReconnect: () => void = () => undefined
): Listening {
	const { promise: ready, resolve } = Promise.withResolvers<void>();
	const stop = new AbortController();
	let client: pg.Client | undefined;
	let first = true;
	/** One connection's life; resolves when it has ended. */
	const once = async () => {
		const c = new pg.Client(config);
		client = c;
		c.on('error', () => undefined);
		c.on('notification', (message) => {
			if (message.channel === channel) onPayload(message.payload ?? '');
		});
		const ended = new Promise<void>((r) => c.once('end', r));
		await c.connect();
		await c.query(`listen ${c.escapeIdentifier(channel)}`);
		if (first) resolve();
		else onReconnect();
		first = false;
		await ended;
	};
	const run = async () => {
		for (let wait = 50; !stop.signal.aborted; wait = Math.min(wait * 2, 2000)) {
			await once().then(
				() => (wait = 50),
				() => client?.end().catch(() => undefined)
			);
			await sleep(wait, undefined, { signal: stop.signal }).catch(() => undefined);
		}
	};
	const running = run();
	const close = async () => {
		stop.abort();
		await client?.end().catch(() => undefined);
		await running;
	};
	return { ready, close };
}
