/** What who runs the hub does by command, beside the running hub: back up, restore, verify, let the first one in; and its mail. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { Client } from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { emptyTestDatabase } from '#platform/testing.server.ts';
import { matrixWorld, type MatrixWorld } from '../matrix/world.ts';
import { visible } from './crawl.ts';
import { freePort, hubOn, startHub, type Hub } from './hub.ts';

const origin = 'https://hub.kreis.example';
const real = { TRIAL: '', ORIGIN: origin, HOST: '127.0.0.1' };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lueckenlos-operations-'));

let hub: Hub;
let world: MatrixWorld;
beforeAll(async () => {
	hub = await startHub();
	world = await matrixWorld(hub);
});
afterAll(async () => {
	await world?.close();
	await hub?.stop();
	fs.rmSync(folder, { recursive: true, force: true });
});

/** `npm run …` on a database. */
const command = (databaseUrl: string, name: string, ...args: string[]): Promise<{ code: number; said: string }> =>
	new Promise((resolve) => {
		const env = { ...process.env, DATABASE_URL: databaseUrl, ORIGIN: origin, LOG_LEVEL: 'error' };
		execFile('npm', ['run', '--silent', name, '--', ...args], { env }, (error, out, err) =>
			resolve({ code: error ? Number(error.code) : 0, said: out + err })
		);
	});
const query = async (databaseUrl: string, ...statements: string[]): Promise<void> => {
	const client = new Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		for (const statement of statements) await client.query(statement);
	} finally {
		await client.end();
	}
};

describe('a backup of the running hub', () => {
	const file = path.join(folder, 'backup.gz');
	const thread = () => world.fill('/thread/service_gap/{gap_in_solution}');
	let elsewhere: { url: string; drop(): Promise<void> };
	beforeAll(async () => void (elsewhere = await emptyTestDatabase()));
	afterAll(() => elsewhere?.drop());

	test('is made by one command, and put back by another into a database where nothing is', async () => {
		expect(await command(hub.databaseUrl, 'backup', file)).toMatchObject({
			code: 0,
			said: expect.stringMatching(/Gesichert: \d+ Tabellen, \d{4,} Zeilen/) as string
		});
		expect(await command(elsewhere.url, 'restore', file)).toMatchObject({ code: 0 });
		expect(await command(elsewhere.url, 'restore', file)).toMatchObject({
			code: 1,
			said: expect.stringContaining('Nicht wiederhergestellt') as string
		});
	});

	test('shows the same thread, and lets the same people in', async () => {
		const here = visible(await (await hub.get(thread(), world.cookie('koordination'))).text());
		const again = await hubOn(elsewhere.url);
		const there = visible(await (await again.get(thread(), await again.login('koordination'))).text());
		await again.stop();
		expect(here).toContain('Roter Faden');
		expect(there).toBe(here);
	});

	test('carries a log that proves itself – until somebody changes one event', async () => {
		expect(await command(elsewhere.url, 'verify:audit')).toMatchObject({
			code: 0,
			said: expect.stringMatching(/^OK: \d+ events, unbroken/) as string
		});
		const change = `update event set actor_id = null where id = (select min(id) + 100 from event where actor_id is not null)`;
		await expect(query(elsewhere.url, change)).rejects.toThrow('append-only');
		await query(
			elsewhere.url,
			'alter table event disable trigger event_append_only',
			change,
			'alter table event enable trigger event_append_only'
		);
		expect(await command(elsewhere.url, 'verify:audit')).toMatchObject({
			code: 1,
			said: expect.stringMatching(/^BROKEN at event \d+: it was changed after it was written/) as string
		});
	});
});

test('the first administrator comes in by a link that works once', async () => {
	const database = await emptyTestDatabase();
	const empty = await hubOn(database.url, real);
	const made = await command(database.url, 'admin', 'create', 'chefin@kreis.example', 'Karla Chefin');
	expect(made.code).toBe(0);
	const link = /https:\/\/hub\.kreis\.example(\/invitation\/[\w-]{43})/.exec(made.said)![1]!;
	const password = 'vier Enten gehen spazieren';
	const set = { password, passwordAgain: password };
	expect((await empty.post(link, set)).status).toBe(200);
	expect((await empty.post(link, set)).status).toBe(404);
	const login = await empty.post('/login', { email: 'chefin@kreis.example', password });
	const cookie = /__Host-session=[^;]+/.exec(login.headers.getSetCookie().join())![0];
	expect(await (await empty.get('/admin/people', cookie)).text()).toContain('Karla Chefin');
	expect((await command(database.url, 'admin', 'create', 'chefin@kreis.example')).code).toBe(1);
	expect((await command(database.url, 'admin', 'create', 'keine Adresse')).code).toBe(2);
	await empty.stop();
	await database.drop();
});

describe('mail, while the post office is closed, busy and open', () => {
	const words = ['Wellensittich', 'Nymphensittich'];
	const got: ParsedMail[] = [];
	let busy = 1;
	const office = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onMailFrom: (_address, _session, done) =>
			done(busy-- > 0 ? Object.assign(new Error('come back later'), { responseCode: 451 }) : null),
		onData: (stream, _session, done) => void simpleParser(stream).then((mail) => (got.push(mail), done()))
	});
	afterAll(() => new Promise<void>((resolve) => office.close(() => resolve())));

	test('reaches each once, says that something waits and where, and nothing of it', async () => {
		const read = (statement: string) =>
			world.db.query<{ id: string; to: string; error: string }>(
				`select id, to_address as to, last_error as error from mail ${statement}`
			);
		const delivered = async () => (await read('where sent_at is not null')).rows.map((mail) => mail.id);
		const before = await delivered();
		const port = await freePort();
		const postal = await hubOn(hub.databaseUrl, { ...real, SMTP_URL: `smtp://127.0.0.1:${port}` });
		const author = `__Host-${world.cookie('fallmanagement-b')}`;
		const report = {
			clientKey: crypto.randomUUID(),
			text: `${words[0]} fehlt am Abend.`,
			phase: world.fill('{phase}'),
			gapType: world.fill('{gap_type}'),
			legalDomains: [world.fill('{legal_domain}')],
			seen: 'on'
		};
		const sent = await postal.post('/reports/new?/send', report, author);
		const id = /[0-9a-f-]{36}/.exec(sent.headers.get('location')!)![0];
		const asked = await postal.post(
			`/intake/${id}?/ask`,
			{ question: `Welcher ${words[1]}?` },
			`__Host-${world.cookie('koordination')}`
		);
		expect(asked.status).toBe(303);
		await vi.waitFor(
			async () => expect((await read('where sent_at is null and last_error is not null')).rowCount).toBeGreaterThan(0),
			30_000
		);
		expect(await delivered()).toHaveLength(before.length);
		// all that happened has become mail by now
		await vi.waitFor(async () => {
			const left = await world.db.query('select from event_tell where handed_on_at is null');
			expect(left.rowCount).toBe(0);
		}, 30_000);

		await new Promise<void>((resolve) => office.listen(port, '127.0.0.1', resolve));
		await vi.waitFor(async () => expect((await read('where sent_at is null')).rowCount).toBe(0), {
			timeout: 120_000,
			interval: 500
		});
		await postal.stop();

		const mails = (await delivered()).filter((mail) => !before.includes(mail));
		expect(mails.length).toBeGreaterThan(0);
		const numbers = (list: (string | undefined)[]) => list.map((n) => n?.replace(/^<|@.*$/g, '')).sort();
		expect(numbers(got.map((mail) => mail.messageId))).toEqual(numbers(mails));
		const query = got.filter((mail) => mail.subject?.includes('Rückfrage') && mail.text?.includes(origin));
		expect(query).toHaveLength(1);
		expect(query[0]!.text).toContain(`${origin}/inbox`);
		for (const mail of got) for (const word of words) expect(`${mail.subject} ${mail.text}`).not.toContain(word);
	});
});
