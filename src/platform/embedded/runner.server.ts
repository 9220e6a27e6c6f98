/** Decides as whom the database server runs: PostgreSQL refuses to be root. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Layout } from './layout.server.ts';

/** `as` goes into spawn(); `wrap` comes before the command; `uid`, `gid` own the files as seen from here. */
export type Runner = { uid: number; gid: number; wrap: string[]; as: { uid?: number; gid?: number } };

type User = { uid: number; gid: number };

export function chooseRunner(layout: Layout, binaries: string): Runner {
	const uid = process.geteuid?.() ?? -1;
	if (uid !== 0) return { uid, gid: process.getegid?.() ?? -1, wrap: [], as: {} };
	const owner = fs.statSync(layout.cluster, { throwIfNoEntry: false });
	if (owner && owner.uid !== 0) return running({ uid: owner.uid, gid: owner.gid });
	const user = userNamed(process.env.PG_RUN_AS ?? 'postgres') ?? userNamed('nobody');
	if (!owner && user && mayEnter(user, layout.dir) && mayEnter(user, path.join(binaries, 'bin'))) return running(user);
	return inNamespace(user ?? { uid: 65_534, gid: 65_534 }, layout, binaries);
}

/** Gives a file of ours to the user who runs the server. */
export function handOver(runner: Runner, file: string): void {
	if (runner.as.uid !== undefined) fs.chownSync(file, runner.uid, runner.gid);
}

function running(user: User): Runner {
	return { ...user, wrap: [], as: user };
}

/** The same user under another number: root outside, somebody else inside. */
function inNamespace(user: User, layout: Layout, binaries: string): Runner {
	const wrap = ['unshare', '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`, '--'];
	try {
		execFileSync('unshare', [...wrap.slice(1), 'true'], { stdio: 'ignore' });
		return { uid: 0, gid: 0, wrap, as: {} };
	} catch (e) {
		throw new Error(
			`PostgreSQL does not run as root, user ${user.uid} cannot enter ${layout.dir} or ${binaries}, and this machine ` +
				'allows no user namespaces. Start Lückenlos as an ordinary user, let others enter these folders ' +
				'(chmod o+x), or set DATABASE_URL.',
			{ cause: e }
		);
	}
}

function userNamed(name: string): User | undefined {
	if (!fs.existsSync('/etc/passwd')) return undefined;
	const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
	const [, , uid, gid] = lines.map((line) => line.split(':')).find(([login]) => login === name) ?? [];
	return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** May this user pass through every folder above `file`? */
function mayEnter(user: User, file: string): boolean {
	for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
		const { uid, gid, mode } = fs.statSync(folder);
		const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
		if (!(mode & bit)) return false;
		if (folder === path.dirname(folder)) return true;
	}
}
