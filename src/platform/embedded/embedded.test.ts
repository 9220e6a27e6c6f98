import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { startEmbedded, type Connect, type Embedded } from './embedded.server.ts';
import { alive } from './lockfiles.server.ts';

vi.setConfig({ testTimeout: 60_000 }); // each test makes clusters and kills servers

const folders: string[] = [];
const running: Embedded[] = [];

afterEach(async () => {
	await Promise.all(running.splice(0).map((e) => e.close()));
	for (const dir of folders.splice(0)) fs.rmSync(dir, { recursive: true, force: true });
});

function folder(): string {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lueckenlos-embedded-'));
	folders.push(dir);
	return dir;
}

async function start(dir: string): Promise<Embedded> {
	const embedded = await startEmbedded({ dir, fast: true });
	running.push(embedded);
	return embedded;
}

async function ask<T extends pg.QueryResultRow>(connect: Connect, query: string): Promise<T[]> {
	const client = new pg.Client(connect);
	client.on('error', () => undefined);
	await client.connect();
	try {
		return (await client.query<T>(query)).rows;
	} finally {
		await client.end();
	}
}

/** Starts the writing process; `saved` counts what it was told to be committed. */
async function writer(dir: string, round: number) {
	const child: ChildProcess = spawn(process.execPath, ['tests/embedded-writer.ts', dir, String(round)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const state = { child, server: 0, saved: 0 };
	if (!child.stdout) throw new Error('no output');
	createInterface(child.stdout).on('line', (line) => {
		const [word, n] = line.split(' ');
		if (word === 'server') state.server = Number(n);
		else state.saved = Number(n);
	});
	await vi.waitFor(() => expect(state.saved).toBeGreaterThan(20), { timeout: 30_000 });
	return state;
}

async function killed(child: ChildProcess): Promise<void> {
	const gone = new Promise((resolve) => child.once('close', resolve));
	child.kill('SIGKILL');
	await gone;
}

test('a new folder becomes a database that only its owner can reach', async () => {
	const dir = folder();
	const embedded = await start(dir);
	const [server] = await ask(
		embedded.connect,
		`select current_setting('listen_addresses') as tcp, current_setting('data_checksums') as checksums,
			pg_encoding_to_char(encoding) as encoding, datlocale as locale, rolsuper as superuser, rolcreatedb as creates,
			pg_get_userbyid(datdba) = current_user as owner
		from pg_database, pg_roles where datname = current_database() and rolname = current_user`
	);
	expect(server).toEqual({
		tcp: '',
		checksums: 'on',
		encoding: 'UTF8',
		locale: 'C.UTF-8',
		superuser: false,
		creates: false,
		owner: true
	});
	expect(fs.statSync(path.join(dir, 'secret')).mode & 0o777).toBe(0o600);
	expect(fs.statSync(embedded.connect.host).mode & 0o777).toBe(0o700);
	const extensions = await ask<{ name: string }>(
		embedded.connect,
		'select extname as name from pg_extension order by 1'
	);
	expect(extensions.map((e) => e.name)).toEqual(['btree_gist', 'pg_trgm', 'pgcrypto', 'plpgsql', 'unaccent']);
	if (process.geteuid?.() === 0) expect(fs.statSync(`/proc/${embedded.pid}`).uid).not.toBe(0);
});

test('what was in a row that breaks a rule is not in the log', async () => {
	const dir = folder();
	const { connect } = await start(dir);
	await ask(connect, 'create table word (it text, n int, constraint positive check (n > 0))');
	await expect(ask(connect, `insert into word select 'qzwx' || 'geheim', -1`)).rejects.toThrow('positive');
	expect(await ask(connect, 'show log_error_verbosity')).toEqual([{ log_error_verbosity: 'terse' }]);
	const log = fs.readFileSync(path.join(dir, 'server.log'), 'utf8');
	expect(log).toContain('violates check constraint');
	expect(log).not.toContain('qzwxgeheim');
});

test('the server stops with its last user and keeps what was written', async () => {
	const dir = folder();
	const first = await start(dir);
	const second = await start(dir);
	expect([first.started, second.started]).toEqual([true, false]);
	await ask(first.connect, 'create table word (it text)');
	await first.close();
	await ask(second.connect, `insert into word values ('Lücke')`);
	expect(alive(second.pid)).toBe(true);
	await second.close();
	await vi.waitFor(() => expect(alive(second.pid)).toBe(false), { timeout: 10_000 });
	const third = await start(dir);
	expect(third.started).toBe(true);
	expect(await ask(third.connect, 'select it from word')).toEqual([{ it: 'Lücke' }]);
});

test('two processes that start at once share one server', async () => {
	const dir = folder();
	const [a, b] = await Promise.all([writer(dir, 1), writer(dir, 2)]);
	expect(a.server).toBe(b.server);
	await killed(a.child);
	const before = b.saved;
	await vi.waitFor(() => expect(b.saved).toBeGreaterThan(before + 20), { timeout: 10_000 });
	await killed(b.child);
	await vi.waitFor(() => expect(alive(b.server)).toBe(false), { timeout: 10_000 });
});

test.each(['the app', 'the server', 'both'])('kill -9 of %s while writing loses nothing saved', async (victim) => {
	const dir = folder();
	const promised: number[] = [];
	for (let round = 0; round < 3; round++) {
		const w = await writer(dir, round);
		if (victim !== 'the app') process.kill(w.server, 'SIGKILL');
		await killed(w.child);
		promised.push(w.saved);
		if (victim === 'the app' && round === 2) {
			await vi.waitFor(() => expect(alive(w.server)).toBe(false), { timeout: 10_000 });
		}
	}
	const { connect } = await start(dir);
	const rows = await ask<{ round: number; n: number }>(
		connect,
		'select round, count(distinct n)::int as n from line group by round order by round'
	);
	// one more than promised may be there: committed, but killed before it was said
	for (const { round, n } of rows) expect(n - (promised[round] ?? 0)).toBeOneOf([0, 1]);
	expect(rows).toHaveLength(3);
});

test('a server that dies is brought up again while the app goes on', async () => {
	const embedded = await start(folder());
	const before = embedded.pid;
	process.kill(before, 'SIGKILL');
	await vi.waitFor(() => expect(embedded.pid).not.toBe(before), { timeout: 15_000 });
	expect(await ask(embedded.connect, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server without its guard is replaced', async () => {
	const dir = folder();
	const w = await writer(dir, 0);
	const guard = Number(/^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${w.server}/status`, 'utf8'))?.[1]);
	const children = fs.readFileSync(`/proc/${guard}/task/${guard}/children`, 'utf8').trim().split(' ').map(Number);
	for (const pid of [guard, ...children.filter((c) => c !== w.server)]) process.kill(pid, 'SIGKILL');
	await killed(w.child);
	expect(alive(w.server)).toBe(true);
	const next = await start(dir);
	expect(next.pid).not.toBe(w.server);
	await vi.waitFor(() => expect(alive(w.server)).toBe(false), { timeout: 10_000 });
});

test.each([
	['another living program', () => process.pid],
	['nobody', () => 4_000_000]
])('a lock left behind that names %s does not keep the server from starting', async (_, pid) => {
	const dir = folder();
	await (await start(dir)).close();
	const lock = path.join(dir, 'cluster', 'postmaster.pid');
	fs.writeFileSync(lock, `${pid()}\n${dir}/cluster\n1700000000\n5432\n${dir}/run\n\n  1 1\nready   \n`);
	const { uid, gid } = fs.statSync(path.join(dir, 'cluster'));
	fs.chownSync(lock, uid, gid);
	const embedded = await start(dir);
	expect(await ask(embedded.connect, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a folder made half before a crash is not taken for a database', async () => {
	const dir = folder();
	fs.mkdirSync(path.join(dir, 'init-4000000', 'cluster'), { recursive: true });
	fs.writeFileSync(path.join(dir, 'init-4000000', 'cluster', 'PG_VERSION'), '18\n');
	const embedded = await start(dir);
	expect(embedded.started).toBe(true);
	expect(fs.readdirSync(dir).sort()).toEqual(['cluster', 'run', 'secret', 'server.log']);
});

test.runIf(process.geteuid?.() === 0)('root starts it in a folder that only root can enter', async () => {
	const outer = folder();
	fs.chmodSync(outer, 0o700);
	const embedded = await start(path.join(outer, 'data'));
	expect(await ask(embedded.connect, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('further databases belong to the app', async () => {
	const embedded = await start(folder());
	const made = await embedded.createDatabase('second');
	await ask(made, 'create table thing (n int)');
	const copy = await embedded.createDatabase('third', 'second');
	expect(await ask(copy, 'select count(*)::int as n from thing')).toEqual([{ n: 0 }]);
	await embedded.dropDatabase('third');
	await expect(ask(copy, 'select 1')).rejects.toThrow('does not exist');
});
