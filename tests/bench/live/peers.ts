/** The servers that are compared, each in a process of its own, and how an editor connects to each. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { connectLive } from '#realtime/connection.ts';
import { RoomProvider } from '#realtime/provider.ts';
import { freePort } from '../../faults/live-process.ts';

export type Connection = {
	doc: Y.Doc;
	synced: Promise<void>;
	isSaved(): boolean;
	offline(): void;
	online(): void;
	close(): void;
};
export type Peer = {
	name: 'ours' | 'hocuspocus' | 'relay';
	start(): Promise<void>;
	stop(): Promise<void>;
	connect(room: string, doc?: Y.Doc): Connection;
	/** Seconds of CPU so far. */
	cpu(): number;
	/** MB resident. */
	memory(): number;
};

const files = {
	ours: 'tests/bench/live-server.ts',
	hocuspocus: 'tests/bench/live/hocuspocus-server.ts',
	relay: 'tests/bench/live/relay-server.ts'
};
const ticksPerSecond = 100;

export async function peer(name: Peer['name'], databaseUrl: string): Promise<Peer> {
	const port = await freePort();
	let child: ChildProcess | undefined;
	const procFile = (file: string) => fs.readFileSync(`/proc/${child!.pid}/${file}`, 'utf8');
	return {
		name,
		async start() {
			const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: databaseUrl, PORT: String(port) };
			const started = spawn(process.execPath, ['--expose-gc', files[name]], {
				env,
				stdio: ['ignore', 'pipe', 'inherit']
			});
			child = started;
			await new Promise<void>((resolve, reject) => {
				started.stdout.on('data', (d: Buffer) => d.toString().includes('live server') && resolve());
				started.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
			});
		},
		async stop() {
			const ended = once(child!, 'exit');
			child!.kill('SIGTERM');
			const patience = setTimeout(() => child!.kill('SIGKILL'), 3000);
			await ended;
			clearTimeout(patience);
		},
		connect: (room, doc = new Y.Doc()) => connect[name](port, room, doc),
		cpu() {
			const fields = procFile('stat').split(') ')[1]!.split(' ');
			return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
		},
		memory: () => Number(/VmRSS:\s+(\d+)/.exec(procFile('status'))![1]) / 1024
	};
}

const connect: Record<Peer['name'], (port: number, room: string, doc: Y.Doc) => Connection> = {
	ours(port, room, doc) {
		const socket = connectLive(`http://127.0.0.1:${port}`, { forceNew: true });
		const provider = new RoomProvider({ socket, room, doc });
		return {
			doc,
			synced: provider.synced,
			isSaved: () => provider.unacknowledged === 0 && provider.status === 'saved',
			offline: () => socket.disconnect(),
			online: () => socket.connect(),
			close() {
				provider.destroy();
				socket.disconnect();
			}
		};
	},
	hocuspocus(port, room, doc) {
		const websocketProvider = new HocuspocusProviderWebsocket({
			url: `ws://127.0.0.1:${port}`,
			// below its least pause it never connects, and says nothing
			minDelay: 300,
			delay: 300,
			maxDelay: 3000
		});
		const provider = new HocuspocusProvider({ websocketProvider, name: room, document: doc });
		provider.attach();
		const synced = new Promise<void>((resolve) => provider.on('synced', () => resolve()));
		return {
			doc,
			synced,
			isSaved: () => provider.synced && provider.unsyncedChanges === 0,
			offline: () => websocketProvider.disconnect(),
			online: () => void websocketProvider.connect(),
			close() {
				provider.destroy();
				websocketProvider.destroy();
			}
		};
	},
	relay(port, room, doc) {
		const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
		socket.on('update', (_: string, bytes: ArrayBuffer) => Y.applyUpdate(doc, new Uint8Array(bytes), 'remote'));
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== 'remote') socket.emit('update', room, update);
		});
		const synced = new Promise<void>((resolve) => socket.on('connect', () => socket.emit('join', room, resolve)));
		return {
			doc,
			synced,
			isSaved: () => true,
			offline: () => socket.disconnect(),
			online: () => socket.connect(),
			close: () => socket.disconnect()
		};
	}
};
