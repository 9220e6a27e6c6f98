/** The live part in a process of its own that a test can kill and start again on the same port. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export type LiveProcess = {
	url: string;
	start(): Promise<void>;
	/** @returns exit code or signal, and how long it took (ms) */
	stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ how: string | number | null; ms: number }>;
};

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as { port: number };
	server.close();
	return port;
}

export async function liveProcess(databaseUrl: string, schema: string): Promise<LiveProcess> {
	const port = await freePort();
	let child: ChildProcess | undefined;
	return {
		url: `http://127.0.0.1:${port}`,
		async start() {
			const started = spawn(process.execPath, ['tests/bench/live-server.ts'], {
				env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: databaseUrl, PG_SCHEMA: schema, PORT: String(port) },
				stdio: ['ignore', 'pipe', 'pipe']
			});
			child = started;
			let output = '';
			started.stderr.on('data', (d: Buffer) => (output += d.toString()));
			await new Promise<void>((resolve, reject) => {
				started.stdout.on('data', (d: Buffer) => d.toString().includes('live server') && resolve());
				started.once('exit', () => reject(new Error(`the live server did not start: ${output}`)));
			});
		},
		async stop(signal) {
			const at = performance.now();
			if (!child || child.exitCode !== null || child.signalCode !== null) return { how: null, ms: 0 };
			const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
			child.kill(signal);
			const [code, by] = await ended;
			return { how: code ?? by, ms: performance.now() - at };
		}
	};
}
