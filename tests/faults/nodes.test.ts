/** Two nodes on one database, bad wires, and people who come back after a while. */
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { connectLive } from '#realtime/connection.ts';
import { readDocument, seal } from '#realtime/log.server.ts';
import type { Refusal } from '#realtime/protocol.ts';
import { RoomProvider } from '#realtime/provider.ts';
import { compact, mergeHere } from '#realtime/store.server.ts';
import {
	accountNo,
	editor,
	kill,
	mortal,
	openKind,
	testNode,
	textIn,
	textOf,
	type,
	until,
	type TestNode
} from '#realtime/testing.server.ts';
import { wireTo, type Wire } from './proxy.ts';

const steps = ['type', 'type', 'type', 'delete', 'offline', 'online', 'compact', 'restart', 'crash', 'wait'] as const;
let db: TestDatabase;
let wire: Wire;
/** The same database over the wire. */
let far: Database;
let nodes: TestNode[] = [];
const providers: RoomProvider[] = [];
let n = 0;
const newRoom = () => `test:fault-${++n}`;

beforeAll(async () => {
	db = await testDatabase({ max: 10 });
	const at = new URL(db.url.replace('@/', '@host/'));
	wire = await wireTo(`${at.searchParams.get('host')}/.s.PGSQL.5432`);
	const url = `postgres://${at.username}:${at.password}@127.0.0.1:${wire.port}${at.pathname}`;
	far = await openDatabase({ url, max: 6, migrations: false });
});
afterEach(async () => {
	wire.mend();
	for (const p of providers.splice(0)) p.destroy();
	await Promise.all(nodes.splice(0).map((node) => node.close()));
});
afterAll(async () => {
	await far?.close();
	await wire?.close();
	await db?.close();
});

async function node(database: Database = db, port = 0): Promise<TestNode> {
	const made = await testNode(database, { test: openKind() }, [], port);
	nodes.push(made);
	return made;
}
function join(at: TestNode, room: string, who = 1, doc = new Y.Doc()): RoomProvider {
	const made = editor(at, room, who, doc);
	providers.push(made);
	return made;
}
/** A person whose network the test switches. */
function traveller(at: TestNode, room: string, who: number) {
	const socket = connectLive(at.url, {
		forceNew: true,
		extraHeaders: { cookie: `${accountNo(who)}|session-${who}` }
	});
	const provider = new RoomProvider({ room, doc: new Y.Doc(), socket });
	providers.push(provider);
	return { provider, offline: () => socket.disconnect(), online: () => socket.connect() };
}
const stored = async (room: string) => textOf(await db.db.transaction((tx) => readDocument(tx, room)));

test('while the database is away nothing is called saved, and afterwards all is there', async () => {
	const at = await node(far);
	const room = newRoom();
	const [x, y] = [join(at, room, 1), join(at, room, 2)];
	await Promise.all([x.synced, y.synced]);
	type(x, 'vorher ');
	await until(() => x.unacknowledged === 0);
	wire.cut();
	let saidSaved = 0;
	for (const p of [x, y]) p.on('status', (s) => void (s === 'saved' && saidSaved++));
	for (let i = 0; i < 30; i++) {
		type(i % 2 ? x : y, `${i} `);
		await sleep(200);
	}
	expect([saidSaved, x.unacknowledged > 0, y.unacknowledged > 0]).toEqual([0, true, true]);
	expect(await stored(room)).toBe('vorher ');
	wire.mend();
	await until(() => x.status === 'saved' && y.status === 'saved', 20_000);
	await until(() => textIn(x) === textIn(y));
	expect(await stored(room)).toBe(textIn(x));
	expect(textIn(x).match(/\d+ /g)).toHaveLength(30);
});

test('whoever listens hears again after the database was away, and can end while it connects', async () => {
	const heard = new Set<number>();
	const all = Array.from({ length: 12 }, (_, i) => far.listen('test_wire', () => heard.add(i)));
	await Promise.all(all.map((l) => l.ready));
	wire.cut();
	await sleep(1500);
	wire.mend();
	await until(async () => {
		await db.pool.query("select pg_notify('test_wire', '')");
		return heard.size === all.length;
	});
	wire.cut();
	await sleep(200);
	wire.mend();
	wire.delay(400);
	await sleep(800);
	await Promise.all(all.map((l) => l.close())); // in the midst of connecting
}, 30_000);

test('ten who join while loading is slow never see an empty document', async () => {
	const quick = await node();
	const room = newRoom();
	const first = join(quick, room, 1);
	await first.synced;
	type(first, 'Tagesordnung');
	await until(() => first.unacknowledged === 0);
	const slow = await node(far);
	wire.delay(700);
	const ten = Array.from({ length: 10 }, (_, i) => join(slow, room, 2 + i));
	await Promise.all(ten.map((p) => p.synced));
	expect(ten.map(textIn)).toEqual(Array<string>(10).fill('Tagesordnung'));
});

test('a document that cannot be loaded is not served', async () => {
	const room = newRoom();
	const at = await node(far);
	wire.cut();
	const x = join(at, room);
	let isHere = false;
	void x.synced.then(() => (isHere = true));
	await sleep(2500);
	expect([isHere, x.status]).toEqual([false, 'connecting']);
	wire.mend();
	await until(() => isHere, 15_000);
});

test('both sides write for an hour without hearing each other, and come together', async () => {
	const [a, b] = [await node(), await node()];
	const room = newRoom();
	const away = traveller(a, room, 1);
	const here = join(b, room, 2);
	await Promise.all([away.provider.synced, here.synced]);
	type(here, 'Anfang. ');
	await until(() => textIn(away.provider) === 'Anfang. ' && here.unacknowledged === 0);
	away.offline();
	await until(() => away.provider.status === 'offline' || away.provider.status === 'unkept');
	for (let i = 0; i < 700; i++) type(away.provider, 'o');
	for (let i = 0; i < 700; i++) type(here, 'h');
	expect(away.provider.status).toBe('unkept');
	await until(() => here.unacknowledged === 0);
	await compact(db.pool, room, mergeHere, 2);
	away.online();
	await until(() => away.provider.status === 'saved' && textIn(away.provider) === textIn(here), 15_000);
	expect([...textIn(here)].filter((c) => c === 'o')).toHaveLength(700);
	expect(await stored(room)).toBe(textIn(here));
});

test('minutes approved while somebody is offline: the text comes back to its writer', async () => {
	const at = await node();
	const room = newRoom();
	const away = traveller(at, room, 1);
	await away.provider.synced;
	type(away.provider, 'Beschluss: ja.');
	await until(() => away.provider.unacknowledged === 0);
	let told: { why: Refusal; text: string } | undefined;
	away.provider.on('refused', (r) => (told = r));
	away.offline();
	await until(() => away.provider.status === 'offline');
	type(away.provider, ' Ergänzung von unterwegs');
	await db.db.transaction((tx) => seal(tx, room));
	away.online();
	await until(() => told !== undefined);
	expect(told).toEqual({ why: 'sealed', text: 'Ergänzung von unterwegs' });
	expect(await stored(room)).toBe('Beschluss: ja.');
	expect(away.provider.status).toBe('sealed');
});

test('a duplicated tab gets an id of its own, and both texts stay', async () => {
	const at = await node();
	const room = newRoom();
	const [one, two] = [new Y.Doc(), new Y.Doc()];
	two.clientID = one.clientID;
	const [x, y] = [join(at, room, 1, one), join(at, room, 1, two)];
	await Promise.all([x.synced, y.synced]);
	expect(two.clientID).not.toBe(one.clientID);
	type(x, 'eins ');
	type(y, 'zwei ');
	await until(() => x.unacknowledged + y.unacknowledged === 0 && textIn(x) === textIn(y));
	expect(textIn(x).split(' ').toSorted()).toEqual(['', 'eins', 'zwei']);
});

test('whatever is typed, cut, killed, restarted and compacted on two nodes: all copies are alike in the end', async () => {
	const step = fc.record({
		who: fc.nat(3),
		what: fc.constantFrom(...steps),
		at: fc.nat(30)
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (taken) => {
			const room = newRoom();
			// a slow disk: much is sent on that is not yet stored when its node is killed
			const [one, other] = [mortal(db, 25), mortal(db, 25)];
			let a = await node(one);
			const b = await node(other);
			const ofA = { database: one, port: Number(new URL(a.url).port) };
			const refused: Refusal[] = [];
			const people = [0, 1, 2, 3].map((i) => traveller(i % 2 ? a : b, room, i + 1));
			for (const p of people) p.provider.on('refused', ({ why }) => refused.push(why));
			await Promise.all(people.map((p) => p.provider.synced));
			let letter = 0;
			for (const { who, what, at } of taken) {
				const { provider, offline, online } = people[who]!;
				const length = textIn(provider).length;
				if (what === 'type') type(provider, String.fromCharCode(97 + (letter++ % 26)), Math.min(at, length));
				else if (what === 'delete' && length) provider.doc.getText('t').delete(Math.min(at, length - 1), 1);
				else if (what === 'offline') offline();
				else if (what === 'online') online();
				else if (what === 'compact') await compact(db.pool, room, mergeHere, 2);
				else if (what === 'wait') await sleep(at);
				else if ((what === 'restart' && who === 0) || what === 'crash') {
					if (what === 'crash') await kill(a, ofA.database);
					else await a.close();
					nodes = nodes.filter((x) => x !== a);
					ofA.database = mortal(db, 25);
					a = await node(ofA.database, ofA.port);
				}
			}
			for (const p of people) p.online();
			const texts = () => people.map((p) => textIn(p.provider));
			const rest = () => people.every((p) => p.provider.unacknowledged === 0 && p.provider.status === 'saved');
			await until(() => refused.length > 0 || (rest() && new Set(texts()).size === 1), 20_000);
			expect(refused).toEqual([]);
			expect(await stored(room)).toBe(texts()[0]);
			for (const p of people) p.offline();
			await Promise.all([a, b].map((x) => x.close()));
			nodes = nodes.filter((x) => x !== a && x !== b);
		}),
		{ numRuns: 8, endOnFailure: true }
	);
}, 240_000);
