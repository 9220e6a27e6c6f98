/** Makes the data directory of the embedded PostgreSQL, once and whole, and the passwords that belong to it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.server.ts';
import type { Layout } from './layout.server.ts';
import { alive } from './lockfiles.server.ts';
import { handOver, type Runner } from './runner.server.ts';

export type Secret = { superuser: string; app: string };

export const superuser = 'postgres';

export function readOrMakeSecret(file: string): Secret {
	const fresh: Secret = {
		superuser: randomBytes(24).toString('base64url'),
		app: randomBytes(24).toString('base64url')
	};
	if (!fs.existsSync(file)) {
		const own = `${file}.${process.pid}`;
		fs.writeFileSync(own, JSON.stringify(fresh), { mode: 0o600, flush: true });
		try {
			fs.linkSync(own, file); // never half-written, and the first process wins
		} catch (e) {
			if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e;
		} finally {
			fs.rmSync(own, { force: true });
		}
	}
	const read = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Secret>;
	if (!read.superuser || !read.app) throw new Error(`${file} does not hold the passwords of the database`);
	return { superuser: read.superuser, app: read.app };
}

/** initdb into a temporary folder, then rename: a cluster half made before a crash is never taken for a whole one. */
export async function makeCluster(
	layout: Layout,
	binaries: Binaries,
	runner: Runner,
	secret: Secret,
	options: { fast: boolean; log: (line: string) => void }
): Promise<void> {
	if (fs.existsSync(path.join(layout.cluster, 'PG_VERSION'))) return checkVersion(layout, binaries);
	dropLeftovers(layout);
	options.log('creating the database cluster');
	if (runner.as.uid !== undefined) fs.chmodSync(layout.dir, 0o711);
	const temporary = path.join(layout.dir, `init-${process.pid}`);
	const fresh = path.join(temporary, 'cluster');
	const passwords = path.join(temporary, 'password');
	fs.mkdirSync(fresh, { recursive: true, mode: 0o700 });
	fs.writeFileSync(passwords, `${secret.superuser}\n`, { mode: 0o600 });
	for (const file of [temporary, fresh, passwords]) handOver(runner, file);
	try {
		await initdb(binaries, runner, ['-D', fresh, `--pwfile=${passwords}`, ...(options.fast ? ['--no-sync'] : [])]);
		fs.renameSync(fresh, layout.cluster);
	} catch (e) {
		if (!fs.existsSync(path.join(layout.cluster, 'PG_VERSION'))) throw e; // else another process was faster
	} finally {
		fs.rmSync(temporary, { recursive: true, force: true });
	}
}

function checkVersion(layout: Layout, binaries: Binaries): void {
	const made = Number(fs.readFileSync(path.join(layout.cluster, 'PG_VERSION'), 'utf8'));
	if (made === binaries.major) return;
	throw new Error(
		`${layout.cluster} was made by PostgreSQL ${made}, installed is ${binaries.major}: ` +
			'back up with the version installed before, then restore into a new DATA_DIR'
	);
}

function dropLeftovers(layout: Layout): void {
	for (const name of fs.readdirSync(layout.dir)) {
		const pid = Number(/^init-(\d+)$/.exec(name)?.[1]);
		if (pid && (pid === process.pid || !alive(pid))) {
			fs.rmSync(path.join(layout.dir, name), { recursive: true, force: true });
		}
	}
}

function initdb(binaries: Binaries, runner: Runner, where: string[]): Promise<void> {
	const builtin = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
	const locale = binaries.major >= 17 ? builtin : ['--locale=C.UTF-8'];
	const rest = ['-U', superuser, '-A', 'scram-sha-256', '-E', 'UTF8', '--data-checksums', '--no-instructions'];
	const [command = '', ...args] = [...runner.wrap, binaries.initdb, ...where, ...rest, ...locale];
	return new Promise((resolve, reject) => {
		const env = { ...process.env, LC_ALL: 'C', LANG: 'C' };
		const child = spawn(command, args, { ...runner.as, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env });
		let said = '';
		child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
		child.once('error', reject);
		child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb failed: ${said}`))));
	});
}
