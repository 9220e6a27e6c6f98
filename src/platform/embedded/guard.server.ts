/**
 * Starts the server under a guard that outlives us: a tiny shell that reads a FIFO which every user of the database
 * holds open for writing. When the last of them is gone – closed, crashed or killed – the guard sees the end of the
 * file and stops the server. The server has a session of its own, so Ctrl-C reaches the app first.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import type { Binaries } from './binaries.server.ts';
import type { Layout } from './layout.server.ts';
import { handOver, type Runner } from './runner.server.ts';

const longestLog = 5_000_000;

/** `read` is a builtin, so that no helper process keeps the FIFO open; it must start before signals are ignored. */
const guard =
	'f=$1; shift; "$@" & server=$!; (read _ <"$f"; kill -INT $server 2>/dev/null) & reader=$!; ' +
	'trap "" INT TERM HUP; wait $server; rc=$?; kill -9 $reader 2>/dev/null; exit $rc';

const settings = {
	listen_addresses: '',
	port: '5432',
	unix_socket_permissions: '0700',
	max_connections: '80',
	shared_buffers: '128MB',
	max_wal_size: '512MB',
	random_page_cost: '1.1',
	timezone: 'UTC',
	log_timezone: 'UTC',
	// Security: the detail of a violated constraint is the whole row
	log_error_verbosity: 'terse',
	// crash recovery need not fsync file by file
	...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {})
};

/** For tests only: a crash of the machine may lose everything, a crash of the server nothing. */
const fastSettings = { fsync: 'off', full_page_writes: 'off', shared_buffers: '64MB' };

export function launch(layout: Layout, binaries: Binaries, runner: Runner, fast: boolean): ChildProcess {
	const all = { ...settings, unix_socket_directories: layout.run, ...(fast ? fastSettings : {}) };
	const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const [command = '', ...args] = [
		...runner.wrap,
		...['sh', '-c', guard, 'database-guard', layout.fifo],
		...[binaries.postgres, '-D', layout.cluster, ...flags]
	];
	if ((fs.statSync(layout.log, { throwIfNoEntry: false })?.size ?? 0) > longestLog) {
		fs.renameSync(layout.log, `${layout.log}.1`);
	}
	const log = fs.openSync(layout.log, 'a', 0o600);
	try {
		const env = { ...process.env, LC_ALL: 'C', LANG: 'C' };
		const stdio = ['ignore', log, log] as const;
		const child = spawn(command, args, { ...runner.as, cwd: layout.run, detached: true, stdio: [...stdio], env });
		child.unref();
		return child;
	} finally {
		fs.closeSync(log);
	}
}

export type Lifeline = { make(): void; join(): boolean; settle(): void; release(): void };

/** Our hold on the FIFO. Node opens files close-on-exec, so no child of ours keeps the server alive by accident. */
export function lifelineOn(layout: Layout, runner: Runner): Lifeline {
	let held: number | undefined;
	const hold = (flags: number) => {
		const before = held;
		held = fs.openSync(layout.fifo, flags | fs.constants.O_NONBLOCK);
		if (before !== undefined) fs.closeSync(before);
	};
	return {
		/** Before a launch: read-write, which waits for no reader and counts as a writer from now on. */
		make() {
			makeFifo(layout, runner);
			hold(fs.constants.O_RDWR);
		},
		/** True when a guard reads at the other end. */
		join() {
			if (held !== undefined) return true;
			try {
				hold(fs.constants.O_WRONLY);
				return true;
			} catch (e) {
				if (['ENXIO', 'ENOENT'].includes((e as NodeJS.ErrnoException).code ?? '')) return false;
				throw e;
			}
		},
		/** After a launch: stop counting as a reader, so that others see whether a guard is there. */
		settle() {
			hold(fs.constants.O_WRONLY);
		},
		release() {
			if (held !== undefined) fs.closeSync(held);
			held = undefined;
		}
	};
}

function makeFifo(layout: Layout, runner: Runner): void {
	if (!fs.existsSync(layout.fifo)) {
		try {
			execFileSync('mkfifo', ['-m', '600', layout.fifo], { stdio: 'ignore' });
		} catch (e) {
			if (!fs.existsSync(layout.fifo)) throw e;
		}
	}
	handOver(runner, layout.fifo);
}
