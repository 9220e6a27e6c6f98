/** The built hub as people meet it: its own process, a database of its own, a free port on loopback. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { filledTestDatabase } from '#platform/testing.server.ts';
import { demoAddress, demoPassword, type CastKey } from '#demo/cast.server.ts';

export type Hub = {
	url: string;
	databaseUrl: string;
	/** The Cookie header of a fresh login by form POST. */
	login(who: CastKey): Promise<string>;
	get(path: string, cookie?: string): Promise<Response>;
	/** A form POST as our own pages send it; never follows redirects. */
	post(
		path: string,
		fields: Record<string, string | string[]>,
		cookie?: string,
		headers?: Record<string, string>
	): Promise<Response>;
	/** All that it has printed. */
	output(): string;
	stop(): Promise<void>;
};

/** The demo world as the first start loads it. */
export const demoDatabase = () =>
	filledTestDatabase('demo', async (url) => {
		const env = { ...process.env, NODE_ENV: 'production', TRIAL: '1', DATABASE_URL: url };
		await promisify(execFile)(process.execPath, ['src/cli/seed.ts'], { env });
	});

/** Starts the hub in trial mode with the demo world, in a database that goes with it. */
export async function startHub(env: Record<string, string> = {}): Promise<Hub> {
	const database = await demoDatabase();
	const hub = await hubOn(database.url, env);
	const stop = async () => {
		await hub.stop();
		await database.drop();
	};
	return { ...hub, stop };
}

/**
 * Starts the hub on a database that there is. `TRIAL` with a DATABASE_URL is what a test machine uses; with `TRIAL: ''`
 * and an ORIGIN it is the real thing, behind a proxy that is not there.
 */
export async function hubOn(databaseUrl: string, env: Record<string, string> = {}): Promise<Hub> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const origin = env.ORIGIN ?? url;
	const child = spawn(process.execPath, ['src/server.ts'], {
		env: {
			...process.env,
			NODE_ENV: 'production',
			TRIAL: '1',
			DATABASE_URL: databaseUrl,
			PORT: String(port),
			LOG_LEVEL: 'error',
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (d: Buffer) => (output += d.toString()));
	await ready(child, url, () => output);

	const get = (path: string, cookie = '') => fetch(url + path, { headers: { cookie }, redirect: 'manual' });
	const post: Hub['post'] = (path, fields, cookie = '', headers = {}) => {
		const body = new URLSearchParams();
		for (const [name, value] of Object.entries(fields)) for (const v of [value].flat()) body.append(name, v);
		return fetch(url + path, {
			method: 'POST',
			body,
			redirect: 'manual',
			headers: { cookie, origin, 'sec-fetch-site': 'same-origin', accept: 'text/html', ...headers }
		});
	};
	return {
		url,
		databaseUrl,
		get,
		post,
		output: () => output,
		async login(who) {
			const answer = await post('/login', { email: demoAddress(who), password: demoPassword });
			const cookie = /(?:__Host-)?session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
			if (answer.status !== 303 || !cookie) throw new Error(`login of ${who} answered ${answer.status}`);
			return cookie;
		},
		async stop() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const gone = once(child, 'exit');
			child.kill('SIGTERM');
			await gone;
		}
	};
}

async function ready(child: ChildProcess, url: string, output: () => string): Promise<void> {
	for (const end = Date.now() + 120_000; Date.now() < end; await new Promise((r) => setTimeout(r, 100))) {
		if (child.exitCode !== null) break;
		const answer = await fetch(`${url}/health`).catch(() => null);
		if (answer?.ok) return;
	}
	child.kill('SIGKILL');
	throw new Error(`the hub did not start:\n${output()}`);
}

export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const s = createServer();
		s.once('error', reject);
		s.listen(0, '127.0.0.1', () => {
			const address = s.address();
			s.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
		});
	});
}
