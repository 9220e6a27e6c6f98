/** Reads PostgreSQL's lock file and says whether the process named in it is really the server of this data directory. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Layout } from './layout.server.ts';

export type Lock = { pid: number; stopping: boolean };

export function readLock(layout: Layout): Lock | undefined {
	let text: string;
	try {
		text = fs.readFileSync(lockFile(layout), 'utf8');
	} catch {
		return undefined;
	}
	const lines = text.split('\n');
	return { pid: Number(lines[0]) || -1, stopping: lines[7]?.trim() === 'stopping' };
}

/** A live process with that number is not enough: numbers are reused, in containers after every restart. */
export function isServerOf(layout: Layout, pid: number): boolean {
	if (pid <= 0 || !alive(pid)) return false;
	if (process.platform === 'linux') return workingFolder(pid) === layout.cluster;
	try {
		const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
		return command.includes(layout.cluster);
	} catch {
		return false;
	}
}

/**
 * Takes away the lock of a server that is gone, when its number now belongs to another program. PostgreSQL itself
 * handles a number that is free; that is left to it, as it also looks for orphaned workers in shared memory.
 */
export function dropForeignLock(layout: Layout, lock: Lock): boolean {
	if (!taken(lock.pid) || isServerOf(layout, lock.pid) || anyoneWorksIn(layout.cluster)) return false;
	const aside = `${lockFile(layout)}.stale-${process.pid}`;
	try {
		fs.renameSync(lockFile(layout), aside); // takes exactly one file, which is then looked at again
	} catch {
		return false;
	}
	const fresh = Number(fs.readFileSync(aside, 'utf8').split('\n')[0]) !== lock.pid;
	if (fresh) fs.renameSync(aside, lockFile(layout));
	else fs.rmSync(aside, { force: true });
	return !fresh;
}

/** False, too, for one that has ended and only waits to be collected, which some containers never do. */
export function alive(pid: number): boolean {
	if (!taken(pid)) return false;
	try {
		const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat[stat.lastIndexOf(')') + 2] !== 'Z';
	} catch {
		return process.platform !== 'linux' || taken(pid);
	}
}

/** Is there a process with this number, be it ended or not? PostgreSQL asks the same of the number in a lock. */
function taken(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (e) {
		return (e as NodeJS.ErrnoException).code === 'EPERM';
	}
}

function lockFile(layout: Layout): string {
	return path.join(layout.cluster, 'postmaster.pid');
}

/** Server and workers have their data directory as working folder. */
function anyoneWorksIn(cluster: string): boolean {
	if (process.platform !== 'linux') return false;
	return fs.readdirSync('/proc').some((name) => /^\d+$/.test(name) && workingFolder(Number(name)) === cluster);
}

function workingFolder(pid: number): string | undefined {
	try {
		return fs.readlinkSync(`/proc/${pid}/cwd`);
	} catch {
		return undefined;
	}
}
