/** What the hub prints while people work, and while its database fails it: nothing of what they are called or write. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAddress, demoPassword, people } from '#demo/cast.server.ts';
import { hubOn, startHub, type Hub } from './hub.ts';

const origin = 'https://hub.kreis.example';
const canary = 'Wellensittichschwarm';
/** A line that looks like one of a stack trace, as that is what the log keeps of an error. */
const typed = `${canary} fehlt.\n    at ${canary} (/srv/${canary}.ts:1:1)`;

let seeded: Hub;
let hub: Hub;
let db: Client;
beforeAll(async () => {
	seeded = await startHub();
	hub = await hubOn(seeded.databaseUrl, { TRIAL: '', ORIGIN: origin, HOST: '127.0.0.1', LOG_LEVEL: 'debug' });
	db = new Client({ connectionString: seeded.databaseUrl });
	await db.connect();
});
afterAll(async () => {
	await db?.end();
	await hub?.stop();
	await seeded?.stop();
});

test('the log tells what failed and where, and nothing of anybody', async () => {
	const wrong = { email: demoAddress('gast'), password: `falsch-${canary}` };
	expect((await hub.post('/login', wrong)).status).toBe(403);
	expect((await hub.post('/login', { email: `${canary}@example.org`, password: canary })).status).toBe(403);
	const cookie = await hub.login('fallmanagement-a');
	await hub.post('/reset', { email: demoAddress('mitglied') });
	const letter = await db.query<{ body: string }>(`select body from mail where body like '%/reset/%'`);
	const token = /\/reset\/([\w-]{43})/.exec(letter.rows[0]!.body)![1]!;
	expect((await hub.get(`/reset/${token}`)).status).toBe(200);

	const report = { clientKey: randomUUID(), text: typed, idea: canary };
	expect((await hub.post('/reports/new?/save', report, cookie)).status).toBe(303);
	expect((await hub.get(`/search?q=${canary}`, cookie)).status).toBe(200);
	expect((await hub.post('/profile?/details', { name: '', title: canary }, cookie)).status).toBe(400);
	expect((await hub.get(`/gibt-es-nicht/${canary}`, cookie)).status).toBe(404);

	// a failing statement carries all its values in its message, a broken constraint in its detail
	await db.query('alter table gap_report rename column idea to gone');
	const failed = await hub.post('/reports/new?/save', { ...report, clientKey: randomUUID() }, cookie);
	await db.query('alter table gap_report rename column gone to idea');
	await db.query(`alter table gap_report add constraint odd check (idea <> '${canary}') not valid`);
	const refused = await hub.post('/reports/new?/save', { ...report, clientKey: randomUUID() }, cookie);
	await db.query('alter table account rename to gone');
	const gone = await hub.post(`/reset/${token}`, { password: canary, passwordAgain: canary });
	const login = await hub.post('/login', wrong);
	await db.query('alter table gone rename to account');
	for (const answer of [failed, refused, gone, login]) {
		expect(answer.status).toBe(500);
		const page = await answer.text();
		expect(page).toContain('Das hat leider nicht geklappt');
		expect(page).not.toMatch(/insert into|select |gap_report|node_modules|\.ts:\d|at file:/);
	}
	expect((await hub.post('/logout', {}, cookie)).status).toBe(303);

	const printed = hub.output();
	expect(printed).toContain('request failed');
	expect(printed).toContain('/(hub)/reports/new');
	expect(printed).toMatch(/"code":"42703"/);
	const session = cookie.slice(cookie.indexOf('=') + 1);
	const everybody = Object.values(people).map((p) => p.name);
	for (const word of [canary, demoPassword, session, token, 'demo.lueckenlos.example', ...everybody])
		expect(printed).not.toContain(word);
});
