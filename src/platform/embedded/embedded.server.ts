/**
 * Runs a private PostgreSQL below one folder and shares it between all processes that use that folder: the first
 * starts it, the others join, the last one's end stops it. A server that dies is brought up again.
 */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.server.ts';
import { makeCluster, readOrMakeSecret, superuser as superuserName } from './cluster.server.ts';
import { createDatabase, dropDatabase, probe, setUpAppDatabase, type Connect } from './databases.server.ts';
import { launch, lifelineOn, type Lifeline } from './guard.server.ts';
import { layoutOf, makeRunFolder, type Layout } from './layout.server.ts';
import { alive, dropForeignLock, isServerOf, readLock } from './lockfiles.server.ts';
import { chooseRunner, type Runner } from './runner.server.ts';

export type { Connect } from './databases.server.ts';

export type EmbeddedOptions = {
	dir: string;
	log?: (line: string) => void;
	/** For tests only: trades safety at a power cut for speed. Counts for the process that starts the server. */
	fast?: boolean;
};

export type Embedded = {
	/** The app's role on the app's database. */
	connect: Connect;
	/** True when this process started the server, false when it joined a running one. */
	started: boolean;
	/** Process id of the server; another one after it had to be brought up again. */
	readonly pid: number;
	/** Makes a further database owned by the app's role; without a template it gets the extensions. */
	createDatabase(name: string, template?: string): Promise<Connect>;
	dropDatabase(name: string): Promise<void>;
	/** Ends our use of it; the last one waits for the server's clean shutdown. Leave no connection open before. */
	close(): Promise<void>;
};

type Server = {
	layout: Layout;
	binaries: Binaries;
	runner: Runner;
	lifeline: Lifeline;
	superuser: Connect;
	fast: boolean;
	log: (line: string) => void;
	child: ChildProcess | undefined;
	/** How often a running server was found without a guard. */
	unguarded: number;
};

const readyWithinMs = 120_000;
const watchEveryMs = 500;

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
	const { server, app } = await prepare(options);
	try {
		let pid = await bringUp(server);
		await setUpAppDatabase(server.superuser, app);
		const stopWatching = watch(server, pid, (next) => (pid = next));
		return {
			connect: app,
			started: launching(server),
			get pid() {
				return pid;
			},
			async createDatabase(name, template) {
				await createDatabase(server.superuser, name, app.user, template);
				return { ...app, database: name };
			},
			dropDatabase: (name) => dropDatabase(server.superuser, name),
			async close() {
				await stopWatching();
				server.lifeline.release();
				await leave(server, pid);
			}
		};
	} catch (e) {
		server.lifeline.release();
		throw e;
	}
}

async function prepare(options: EmbeddedOptions): Promise<{ server: Server; app: Connect }> {
	const log = options.log ?? (() => undefined);
	const fast = options.fast ?? false;
	const binaries = findBinaries();
	const layout = layoutOf(options.dir);
	const runner = chooseRunner(layout, binaries.root);
	const secret = readOrMakeSecret(layout.secret);
	await makeCluster(layout, binaries, runner, secret, { fast, log });
	makeRunFolder(layout, runner);
	const at = { host: layout.run, port: 5432 };
	const superuser = { ...at, user: superuserName, password: secret.superuser, database: 'postgres' };
	const app = { ...at, user: 'app', password: secret.app, database: 'app' };
	const lifeline = lifelineOn(layout, runner);
	return { server: { layout, binaries, runner, lifeline, superuser, fast, log, child: undefined, unguarded: 0 }, app };
}

/** Starts or joins the server and waits, through crash recovery too, until it answers. */
async function bringUp(server: Server): Promise<number> {
	const deadline = Date.now() + readyWithinMs;
	for (let wait = 15; Date.now() < deadline; wait = Math.min(wait * 1.5, 250)) {
		const pid = await advance(server);
		if (pid !== undefined) return pid;
		await sleep(wait);
	}
	throw new Error(`the embedded PostgreSQL did not become ready; see ${server.layout.log}`);
}

/** One look at the world and one step; the process id once the server is ready. */
async function advance(server: Server): Promise<number | undefined> {
	const { layout, lifeline, log } = server;
	const lock = readLock(layout);
	if (!lock || !isServerOf(layout, lock.pid)) {
		if (launching(server)) return undefined;
		if (lock && dropForeignLock(layout, lock))
			log(`dropped the lock of process ${lock.pid}, which is another program now`);
		lifeline.make();
		server.unguarded = 0;
		server.child = launch(layout, server.binaries, server.runner, server.fast);
		server.child.on('error', (e) => log(`the database server cannot be started: ${e.message}`));
		return undefined;
	}
	if (lock.stopping) return undefined;
	if (!lifeline.join()) {
		if (server.unguarded++ === 20) {
			log(`PostgreSQL ${lock.pid} has lost its guard and is started again`);
			process.kill(lock.pid, 'SIGINT');
		}
		return undefined;
	}
	if ((await probe(server.superuser)) !== 'ready') return undefined;
	if (launching(server)) lifeline.settle();
	else await sleep(30); // the last other user may have left a moment ago, and the server be about to stop
	const now = readLock(layout);
	if (now?.pid !== lock.pid || now.stopping) return undefined;
	log(`${launching(server) ? 'started' : 'joined'} PostgreSQL, process ${lock.pid}`);
	return lock.pid;
}

function launching(server: Server): boolean {
	const child = server.child;
	return child?.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Brings the server up again when it is gone; returns a function that ends the watch. */
function watch(server: Server, first: number, onChange: (pid: number) => void): () => Promise<void> {
	let pid = first;
	let busy: Promise<void> | undefined;
	const timer = setInterval(() => {
		if (busy || (alive(pid) && readLock(server.layout)?.pid === pid)) return;
		busy = bringUp(server)
			.then((next) => onChange((pid = next)))
			.catch((e: unknown) => server.log(String(e)))
			.finally(() => (busy = undefined));
	}, watchEveryMs);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await busy;
	};
}

/** The last one out waits until the server has written its shutdown checkpoint. */
async function leave(server: Server, pid: number): Promise<void> {
	for (let i = 0; i < 1500; i++) {
		const lock = readLock(server.layout);
		if (lock?.pid !== pid || !alive(pid)) return;
		if (i > 15 && !lock.stopping) return; // others still use it
		await sleep(20);
	}
}
