/** Where the embedded PostgreSQL keeps its things below one folder. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type Layout = {
	dir: string;
	/** PGDATA */
	cluster: string;
	/** Unix socket and the FIFO that keeps the server alive */
	run: string;
	fifo: string;
	/** passwords, 0600 */
	secret: string;
	log: string;
};

/** A Unix socket's path must stay below 104 bytes (macOS) or 108 (Linux), its file name included. */
const longestRunPath = 80;

export function layoutOf(folder: string): Layout {
	fs.mkdirSync(folder, { recursive: true });
	const dir = fs.realpathSync(folder);
	const run = runFolder(dir);
	return {
		dir,
		cluster: path.join(dir, 'cluster'),
		run,
		fifo: path.join(run, 'alive.fifo'),
		secret: path.join(dir, 'secret'),
		log: path.join(dir, 'server.log')
	};
}

function runFolder(dir: string): string {
	const own = path.join(dir, 'run');
	if (Buffer.byteLength(own) <= longestRunPath) return own;
	const name = createHash('sha256').update(dir).digest('hex').slice(0, 12);
	return path.join(os.tmpdir(), `pg-${process.geteuid?.() ?? 0}-${name}`);
}

/** Security: the short path may lie in a folder all users can write to, so nobody else may have made it before us. */
export function makeRunFolder(layout: Layout, owner: { uid: number; gid: number }): void {
	fs.mkdirSync(layout.run, { recursive: true, mode: 0o700 });
	const found = fs.lstatSync(layout.run);
	if (!found.isDirectory() || (found.uid !== owner.uid && found.uid !== process.geteuid?.())) {
		throw new Error(`${layout.run} belongs to somebody else; remove it or choose another DATA_DIR`);
	}
	fs.chmodSync(layout.run, 0o700);
	if (found.uid !== owner.uid) fs.chownSync(layout.run, owner.uid, owner.gid);
}
