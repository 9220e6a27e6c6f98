/** People and hubs that go away in the midst of things, and what becomes of the text meanwhile. */
import 'fake-indexeddb/auto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { connectLive, type LiveClientSocket } from './connection.ts';
import { readDocument } from './log.server.ts';
import type { Refusal } from './protocol.ts';
import { RoomProvider } from './provider.ts';
import {
	accountNo,
	kill,
	mortal,
	openKind,
	testNode,
	textIn,
	textOf,
	type,
	until,
	type Mortal,
	type TestNode
} from './testing.server.ts';

let db: TestDatabase;
const nodes: TestNode[] = [];
const left: (() => void)[] = [];
let n = 0;
const newRoom = () => `test:back-${++n}`;
const stored = async (room: string) => textOf(await db.db.transaction((tx) => readDocument(tx, room)));

beforeAll(async () => {
	db = await testDatabase({ max: 10 });
});
afterEach(async () => {
	for (const leave of left.splice(0)) leave();
	await Promise.all(nodes.splice(0).map((node) => node.close()));
});
afterAll(() => db.close());

async function hub(database: TestDatabase | Mortal = db, port = 0, kind = openKind()): Promise<TestNode> {
	const made = await testNode(database, { test: kind }, [], port);
	nodes.push(made);
	return made;
}
const portOf = (node: TestNode): number => Number(new URL(node.url).port);
async function killed(node: TestNode, database: Mortal): Promise<void> {
	nodes.splice(nodes.indexOf(node), 1);
	await kill(node, database);
}
type Writer = RoomProvider & { socket: LiveClientSocket; told: Refusal[]; statuses: string[] };
async function writer(node: TestNode, room: string, who: number, more: { patience?: number; device?: string } = {}) {
	const socket = connectLive(node.url, {
		forceNew: true,
		extraHeaders: { cookie: `${accountNo(who)}|session-${who}` }
	});
	const provider = new RoomProvider({ room, doc: new Y.Doc(), socket, ...more });
	const made: Writer = Object.assign(provider, { socket, told: [], statuses: [] });
	provider.on('refused', ({ why }) => made.told.push(why));
	provider.on('status', (s) => made.statuses.push(s));
	left.push(() => {
		provider.destroy();
		socket.disconnect();
	});
	await provider.synced;
	return made;
}

describe('a hub killed before what it sent on was committed', () => {
	/** Jana's letters have reached Olaf, who goes on behind them; the hub dies and has stored nothing of it. */
	async function bereft(more: { patience?: number } = {}) {
		const first = mortal(db);
		const node = await hub(first);
		const room = newRoom();
		const [jana, olaf] = [await writer(node, room, 1), await writer(node, room, 2, more)];
		type(jana, 'Anfang. ');
		await until(() => textIn(olaf) === 'Anfang. ' && jana.unacknowledged === 0);
		first.lateBy = 60_000;
		type(jana, 'Jana. ');
		await until(() => textIn(olaf).endsWith('Jana. '));
		return { node, first, room, jana, olaf };
	}

	test('those who wrote on behind it are not locked out: both bring their own', async () => {
		const { node, first, room, jana, olaf } = await bereft();
		type(olaf, 'Olaf. ');
		await until(() => textIn(jana).endsWith('Olaf. '));
		type(jana, 'Jana wieder. ');
		await killed(node, first);
		expect(await stored(room)).toBe('Anfang. ');
		await hub(db, portOf(node));
		await until(() => [jana, olaf].every((w) => w.status === 'saved'), 12_000);
		expect([jana.told, olaf.told]).toEqual([[], []]);
		expect(await stored(room)).toBe('Anfang. Jana. Olaf. Jana wieder. ');
	}, 30_000);

	test('one whose colleague comes back late waits, says nothing false, and goes on', async () => {
		const { node, first, room, jana, olaf } = await bereft();
		jana.socket.disconnect();
		type(olaf, 'Olaf. ');
		await killed(node, first);
		await hub(db, portOf(node));
		await until(() => olaf.socket.connected);
		olaf.statuses.length = 0;
		for (let i = 0; i < 20; i++) {
			type(olaf, `${i} `);
			await sleep(100);
		}
		expect([olaf.told, olaf.statuses.includes('saved'), olaf.unacknowledged > 0]).toEqual([[], false, true]);
		jana.socket.connect();
		await until(() => [jana, olaf].every((w) => w.status === 'saved'), 12_000);
		expect(await stored(room)).toBe(textIn(olaf));
		expect(textIn(olaf)).toContain('Anfang. Jana. Olaf. 0 1 2');
	}, 30_000);

	test('one whose colleague never comes back gets the own text handed over in the end', async () => {
		const { node, first, room, jana, olaf } = await bereft({ patience: 1500 });
		jana.destroy();
		jana.socket.disconnect();
		let text = '';
		olaf.on('refused', (r) => (text = r.text));
		type(olaf, 'Olafs Satz.');
		await killed(node, first);
		const again = await hub(db, portOf(node));
		await until(() => olaf.told.length > 0, 12_000);
		expect([olaf.told, text]).toEqual([['missing'], 'Olafs Satz.']);
		// whoever opens the document anew writes on what the log holds
		const anew = await writer(again, room, 2);
		type(anew, 'Neu. ');
		await until(() => anew.status === 'saved');
		expect(await stored(room)).toBe('Anfang. Neu. ');
	}, 30_000);

	test('long text is brought in parcels the hub takes', async () => {
		const { node, first, room, jana, olaf } = await bereft();
		for (let i = 0; i < 20; i++) type(olaf, `${i % 10}`.repeat(40_000));
		await killed(node, first);
		await hub(db, portOf(node));
		await until(() => [jana, olaf].every((w) => w.status === 'saved'), 20_000);
		expect([jana.told, olaf.told]).toEqual([[], []]);
		expect((await stored(room)).length).toBe('Anfang. Jana. '.length + 800_000);
	}, 40_000);
});

test('after the database was restored from a backup everyone brings the own text again', async () => {
	const node = await hub();
	const room = newRoom();
	const [jana, olaf] = [await writer(node, room, 1), await writer(node, room, 2)];
	for (const [w, text] of [
		[jana, 'eins '],
		[olaf, 'zwei '],
		[jana, 'drei ']
	] as const) {
		type(w, text);
		await until(() => jana.unacknowledged + olaf.unacknowledged === 0 && textIn(jana) === textIn(olaf));
	}
	nodes.length = 0;
	await node.close();
	await db.pool.query('delete from live_update where room = $1', [room]);
	await hub(db, portOf(node));
	await until(async () => (await stored(room)) === 'eins zwei drei ', 12_000);
	type(olaf, 'vier');
	await until(() => olaf.status === 'saved' && textIn(jana).endsWith('vier'));
	expect(await stored(room)).toBe('eins zwei drei vier');
}, 30_000);

/** More than the hub listens to. */
function flood(socket: LiveClientSocket): void {
	for (let i = 0; i < 600; i++) socket.emit('leave', 'test:none');
}

describe('a tab that the hub sends away', () => {
	test('comes back by itself, as its session lives', async () => {
		const node = await hub();
		const room = newRoom();
		const jana = await writer(node, room, 1);
		jana.socket.io.engine.once('close', () => type(jana, 'unterwegs'));
		flood(jana.socket);
		await until(() => jana.status === 'saved' && textIn(jana) === 'unterwegs', 6000);
		await until(async () => (await stored(room)) === 'unterwegs');
	});
	test('stays away once its session has ended, and when it leaves by itself', async () => {
		const node = await hub();
		const [jana, olaf] = [await writer(node, newRoom(), 1), await writer(node, newRoom(), 2)];
		node.live.end({ accountId: accountNo(1) });
		await until(() => !jana.socket.connected);
		flood(olaf.socket);
		await until(() => !olaf.socket.connected);
		olaf.socket.disconnect();
		await sleep(2500);
		expect([jana.socket.connected, olaf.socket.connected]).toEqual([false, false]);
	});
	test('comes back when the hub could not answer at the door', async () => {
		const node = await hub();
		const jana = await writer(node, newRoom(), 1);
		node.failing.door = true;
		jana.socket.disconnect().connect();
		await until(() => node.failing.asked > 3, 6000);
		node.failing.door = false;
		await until(() => jana.status === 'saved', 6000);
	}, 15_000);
	test('comes back when its document could not be stored, and brings it again', async () => {
		const failing = mortal(db);
		const node = await hub(failing);
		const room = newRoom();
		const [jana, olaf] = [await writer(node, room, 1), await writer(node, room, 2)];
		let times = 0;
		failing.storing = () => (times++ < 2 ? Promise.reject(new Error('odd')) : Promise.resolve());
		type(jana, 'Jana ');
		await until(() => textIn(olaf) === 'Jana ');
		type(olaf, 'und Olaf');
		await until(() => [jana, olaf].every((w) => w.status === 'saved'), 12_000);
		expect([jana.told, olaf.told, await stored(room)]).toEqual([[], [], 'Jana und Olaf']);
	}, 20_000);
	test.each(['25006', '57014', '53300', '57P03', '08006', '40001', '40P01'])(
		'is not sent away while storing fails with %s, which passes',
		async (code) => {
			const failing = mortal(db);
			const node = await hub(failing);
			const room = newRoom();
			const jana = await writer(node, room, 1);
			let times = 0;
			failing.storing = () =>
				times++ < 2 ? Promise.reject(Object.assign(new Error('passes'), { code })) : Promise.resolve();
			jana.statuses.length = 0;
			type(jana, 'bleibt');
			await until(() => jana.status === 'saved');
			expect([jana.statuses, await stored(room)]).toEqual([['saving', 'saved'], 'bleibt']);
		}
	);
});

test('what was refused for a moment is neither called saved nor forgotten, here or on the device', async () => {
	let fails = false;
	const node = await hub(
		db,
		0,
		openKind(new Map(), {
			rights: (asked) => {
				if (fails) {
					fails = false;
					return Promise.reject(new Error('odd'));
				}
				return Promise.resolve(asked.map(() => 'write'));
			}
		})
	);
	const room = newRoom();
	const device = `device-${n}`;
	const jana = await writer(node, room, 1, { device });
	type(jana, 'abc');
	await until(() => jana.status === 'saved');
	jana.statuses.length = 0;
	fails = true;
	type(jana, 'neu');
	await sleep(0);
	jana.doc.getText('t').delete(0, 1); // can be taken without what went before
	await until(() => jana.statuses.includes('saved') || jana.statuses.includes('offline'));
	expect(jana.statuses).toEqual(['saving', 'offline']); // kept on the device
	const { entries } = await import('idb-keyval');
	const { storeOf } = await import('./device.ts');
	const kept = (await entries<string, Uint8Array[]>(storeOf(device))).flatMap(([, updates]) => updates);
	expect(kept.length).toBeGreaterThan(0);
	await until(() => jana.status === 'saved');
	expect(await stored(room)).toBe('bcneu');
});
