/** Sessions from outside: what ends them ends them everywhere – pages and open sockets, on each node, within five seconds. */
import { createHash } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import parser from 'socket.io-msgpack-parser';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoAddress, demoPassword, type CastKey } from '#demo/cast.server.ts';
import { hubOn, startHub, type Hub } from './hub.ts';

const origin = 'https://hub.kreis.example';
const real = { TRIAL: '', ORIGIN: origin, HOST: '127.0.0.1' };
const withinMs = 5000;
const fresh = 'vier Enten gehen spazieren';

let seeded: Hub;
let hub: Hub;
let other: Hub;
let db: Client;
beforeAll(async () => {
	seeded = await startHub();
	[hub, other] = await Promise.all([hubOn(seeded.databaseUrl, real), hubOn(seeded.databaseUrl, real)]);
	db = new Client({ connectionString: seeded.databaseUrl });
	await db.connect();
});
afterAll(async () => {
	await db?.end();
	await Promise.all([hub?.stop(), other?.stop()]);
	await seeded?.stop();
});
beforeEach(() => db.query('delete from rate_limit'));

type Listening = { socket: Socket; ended: Promise<number>; isOpen: () => boolean };
const open: Socket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.close()));

/** A tab of this session; `ended` tells after how many ms the server closed it. */
function listen(at: Hub, cookie: string): Promise<Listening> {
	const socket = io(at.url, {
		transports: ['websocket'],
		parser,
		reconnection: false,
		extraHeaders: { cookie, origin }
	});
	open.push(socket);
	const begun = Date.now();
	const ended = new Promise<number>((resolve) => socket.once('disconnect', () => resolve(Date.now() - begun)));
	return new Promise((resolve, reject) => {
		socket.once('connect', () => resolve({ socket, ended, isOpen: () => socket.connected }));
		socket.once('connect_error', reject);
	});
}
const refusal = (at: Hub, headers: Record<string, string>, transports = ['websocket']): Promise<string> =>
	new Promise((resolve) => {
		const socket = io(at.url, { transports, parser, reconnection: false, extraHeaders: headers });
		open.push(socket);
		socket.once('connect', () => resolve('let in'));
		socket.once('connect_error', () => resolve('refused'));
	});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const soon = (tabs: Listening[]): Promise<string> =>
	Promise.race([Promise.all(tabs.map((t) => t.ended)).then(() => 'ended'), pause(withinMs).then(() => 'still open')]);
const isIn = async (cookie: string): Promise<boolean> => {
	const [here, there] = await Promise.all([hub.get('/profile', cookie), other.get('/profile', cookie)]);
	expect(here.status).toBe(there.status);
	return here.status === 200;
};
const idIn = (cookie: string): string => cookie.slice(cookie.indexOf('=') + 1);
const accountId = async (who: CastKey): Promise<string> =>
	(await db.query<{ id: string }>('select id from account where email = $1', [demoAddress(who)])).rows[0]!.id;

describe('what ends a session', () => {
	test('leaving ends it with its tabs on each node, and no other', async () => {
		const [leaving, staying] = [await hub.login('mitglied'), await other.login('mitglied')];
		const tabs = [await listen(hub, leaving), await listen(other, leaving)];
		const rest = [await listen(hub, staying), await listen(other, staying)];
		const answer = await hub.post('/logout', {}, leaving);
		expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login']);
		expect(answer.headers.get('clear-site-data')).toContain('"storage"');
		expect(answer.headers.getSetCookie().join()).toMatch(/__Host-session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/i);
		expect(await isIn(leaving)).toBe(false);
		expect(await soon(tabs)).toBe('ended');
		expect(await isIn(staying)).toBe(true);
		expect(rest.map((t) => t.isOpen())).toEqual([true, true]);
	});

	test('„überall abmelden“ ends all of them, and nobody else’s', async () => {
		const mine = [await hub.login('lenkung'), await other.login('lenkung')];
		const theirs = await hub.login('vorsitz');
		const tabs = await Promise.all([listen(hub, mine[0]!), listen(other, mine[0]!), listen(other, mine[1]!)]);
		const rest = await listen(other, theirs);
		expect((await hub.post('/profile?/endAll', {}, mine[0])).status).toBe(303);
		expect(await Promise.all(mine.map(isIn))).toEqual([false, false]);
		expect(await soon(tabs)).toBe('ended');
		expect([await isIn(theirs), rest.isOpen()]).toEqual([true, true]);
	});

	test('one of the list is ended by its owner, and by nobody else', async () => {
		const [here, lost] = [await hub.login('lenkung'), await other.login('lenkung')];
		const tab = await listen(other, lost);
		const session = createHash('sha256').update(idIn(lost)).digest('hex');
		await hub.post('/profile?/endSession', { session }, await hub.login('vorsitz'));
		expect(await isIn(lost)).toBe(true);
		await hub.post('/profile?/endSession', { session }, here);
		expect(await isIn(lost)).toBe(false);
		expect(await soon([tab])).toBe('ended');
		expect(await isIn(here)).toBe(true);
	});

	test('a closed account is out at once', async () => {
		const cookie = await other.login('gast');
		const tabs = [await listen(hub, cookie), await listen(other, cookie)];
		const answer = await hub.post(`/admin/people/${await accountId('gast')}?/close`, {}, await hub.login('admin'));
		expect(answer.status).toBe(303);
		expect(await isIn(cookie)).toBe(false);
		expect(await soon(tabs)).toBe('ended');
		expect((await hub.post('/login', { email: demoAddress('gast'), password: demoPassword })).status).toBe(403);
	});

	test('a changed password leaves only the session in which it was changed', async () => {
		const [here, stolen] = [await hub.login('fachkraft'), await other.login('fachkraft')];
		const tab = await listen(other, stolen);
		const sent = { oldPassword: demoPassword, password: fresh, passwordAgain: fresh };
		expect((await hub.post('/profile?/password', sent, here)).status).toBe(303);
		expect([await isIn(here), await isIn(stolen)]).toEqual([true, false]);
		expect(await soon([tab])).toBe('ended');
		expect((await hub.post('/login', { email: demoAddress('fachkraft'), password: demoPassword })).status).toBe(403);
		expect((await hub.post('/login', { email: demoAddress('fachkraft'), password: fresh })).status).toBe(303);
	});

	test('a password set by a link leaves none, and the link works once', async () => {
		const cookie = await hub.login('federfuehrung');
		const tab = await listen(other, cookie);
		await hub.post('/reset', { email: demoAddress('federfuehrung') });
		const letter = await db.query<{ body: string }>(
			`select body from mail where to_address = $1 and body like '%/reset/%' order by created_at desc limit 1`,
			[demoAddress('federfuehrung')]
		);
		const path = /\/reset\/[\w-]{43}/.exec(letter.rows[0]!.body)![0];
		expect((await hub.get(path)).status).toBe(200);
		const set = { password: fresh, passwordAgain: fresh };
		expect((await hub.post(path, set)).status).toBe(200);
		expect(await isIn(cookie)).toBe(false);
		expect(await soon([tab])).toBe('ended');
		const again = await hub.post(path, set);
		expect(again.status).toBe(404);
		expect(await again.text()).toContain('Er wurde schon benutzt oder ist abgelaufen.');
	});

	test('half an hour without work does, and a tab that only listens is no work', async () => {
		const cookie = await hub.login('pruefung');
		const tab = await listen(hub, cookie);
		await db.query(`update session set expires_at = now() + interval '1 second' where account_id = $1`, [
			await accountId('pruefung')
		]);
		await pause(1000);
		expect(await soon([tab])).toBe('ended');
		expect(await isIn(cookie)).toBe(false);
	});

	test('twelve hours do, however busy', async () => {
		const cookie = await hub.login('pruefung');
		const id = await accountId('pruefung');
		await db.query(`update session set created_at = now() - interval '11 hours 59 minutes' where account_id = $1`, [
			id
		]);
		expect(await isIn(cookie)).toBe(true);
		await db.query(`update session set created_at = now() - interval '12 hours 1 minute' where account_id = $1`, [id]);
		expect(await isIn(cookie)).toBe(false);
	});
});

describe('the session’s id', () => {
	test('is nowhere in the database, only its hash', async () => {
		const cookie = await hub.login('datenschutz');
		const tables = await db.query<{ name: string }>(
			`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
		);
		for (const { name } of tables.rows) {
			const found = await db.query(`select 1 from "${name}" t where strpos(t::text, $1) > 0`, [idIn(cookie)]);
			expect([name, found.rowCount]).toEqual([name, 0]);
		}
		const hashed = createHash('sha256').update(idIn(cookie)).digest('hex');
		expect((await db.query('select 1 from session where id_hash = $1', [hashed])).rowCount).toBe(1);
		expect(await isIn(`__Host-session=${hashed}`)).toBe(false);
	});

	test('is the hub’s choice, new at each login', async () => {
		const before = await hub.login('datenschutz');
		const chosen = '__Host-session=ausgedachtausgedachtausgedachtausgedacht';
		expect(await isIn(chosen)).toBe(false);
		for (const carried of [chosen, before]) {
			const sent = { email: demoAddress('admin'), password: demoPassword };
			const answer = await hub.post('/login', sent, carried);
			const given = /__Host-session=[^;]+/.exec(answer.headers.getSetCookie().join())![0];
			expect([chosen, before]).not.toContain(given);
			expect(idIn(given).length).toBeGreaterThanOrEqual(24);
		}
	});

	test.each([
		{ name: 'nothing', id: '' },
		{ name: 'a letter', id: 'x' },
		{ name: 'half a character', id: '%' },
		{ name: 'the character zero', id: '%00' },
		{ name: 'characters of another age', id: '%E4%F6' },
		{ name: 'a long word', id: 'a'.repeat(5000) },
		{ name: 'a statement', id: "' or 1=1 --" },
		{ name: 'a path', id: '../../etc/passwd' }
	])('is nobody’s when it is $name, and disturbs nobody', async ({ id }) => {
		expect(await isIn(`__Host-session=${id}`)).toBe(false);
		expect(await refusal(hub, { cookie: `__Host-session=${id}`, origin })).toBe('refused');
		expect((await hub.get('/health')).status).toBe(200);
	});
});

describe('the socket’s door', () => {
	test('lets in a session from our own pages, and nobody else', async () => {
		const cookie = await hub.login('mitglied');
		expect(await refusal(hub, { cookie, origin })).toBe('let in');
		expect(await refusal(hub, { origin })).toBe('refused');
		for (const foreign of [
			'https://boese.example',
			'null',
			'http://hub.kreis.example',
			'https://hub.kreis.example.boese.example',
			'https://hub.kreis.example:8443',
			hub.url
		])
			expect([foreign, await refusal(hub, { cookie, origin: foreign })]).toEqual([foreign, 'refused']);
		expect(await refusal(hub, { cookie })).toBe('refused');
		const own = await seeded.login('mitglied');
		expect(await refusal(seeded, { cookie: own, origin: seeded.url })).toBe('let in');
		expect(await refusal(seeded, { cookie: own, origin: 'http://boese.example' })).toBe('refused');
		expect(await refusal(seeded, { cookie: own, origin: 'http://boese.example', host: 'boese.example' })).toBe(
			'refused'
		);
	});

	test('has no way round it by long polling', async () => {
		const cookie = await hub.login('mitglied');
		const answer = await hub.get('/socket.io/?EIO=4&transport=polling', cookie);
		expect(answer.status).toBeGreaterThanOrEqual(400);
	});

	test('hears nothing that nobody listens to, and lives on after what is too big', async () => {
		const quiet = await listen(hub, await hub.login('mitglied'));
		const loud = await listen(hub, await hub.login('mitglied'));
		for (const name of ['inbox', 'session-ended', 'join', 'constructor', '__proto__', 'error'])
			loud.socket.emit(name, { room: `account:${await accountId('admin')}` });
		loud.socket.emit('text', 'x'.repeat(2_000_000));
		expect(await soon([loud])).toBe('ended');
		expect(quiet.isOpen()).toBe(true);
		expect((await hub.get('/health')).status).toBe(200);
		expect(hub.output()).not.toMatch(/unhandled|uncaught/i);
	});
});
