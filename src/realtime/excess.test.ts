/** Too much of something, from one person or over the years; and ends and leavings that another node must hear of. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import type { LiveClientSocket } from './connection.ts';
import { readDocument } from './log.server.ts';
import { limits, type Access } from './protocol.ts';
import {
	accountNo,
	changeOf,
	editor,
	helloOf,
	mortal,
	openKind,
	rawSocket,
	testNode,
	textIn,
	textOf,
	type,
	until,
	type Sessions,
	type TestNode
} from './testing.server.ts';
import { forgetUnused } from './writers.server.ts';

let db: TestDatabase;
const nodes: TestNode[] = [];
const left: (() => void)[] = [];
let n = 0;
const newRoom = () => `test:excess-${++n}`;

beforeAll(async () => {
	db = await testDatabase({ max: 10 });
});
afterEach(async () => {
	for (const leave of left.splice(0)) leave();
	await Promise.all(nodes.splice(0).map((node) => node.close()));
});
afterAll(() => db.close());

async function hub(
	o: { db?: TestDatabase | ReturnType<typeof mortal>; kind?: ReturnType<typeof openKind>; sessions?: Sessions } = {}
) {
	const made = await testNode(o.db ?? db, { test: o.kind ?? openKind() }, [], 0, o.sessions);
	nodes.push(made);
	return made;
}
function raw(node: TestNode, who: number, session?: string): LiveClientSocket {
	const socket = rawSocket(node, who, session);
	left.push(() => socket.disconnect());
	return socket;
}
async function writer(node: TestNode, room: string, who: number) {
	const provider = editor(node, room, who);
	left.push(() => provider.destroy());
	await provider.synced;
	return provider;
}
const gone = (socket: LiveClientSocket): Promise<void> =>
	new Promise((resolve) => socket.once('disconnect', () => resolve()));
const refusal = (socket: LiveClientSocket): Promise<string> =>
	new Promise((resolve) => socket.once('refused', (_room, _seq, why) => resolve(why)));
const claimsIn = async (room: string): Promise<number[]> =>
	(await db.pool.query<{ client: string }>('select client from live_writer where room = $1', [room])).rows.map((r) =>
		Number(r.client)
	);

describe('while the database is slow', () => {
	test('who may only read is refused without asking it', async () => {
		let asked = 0;
		const rights = (of: readonly unknown[]) =>
			asked++ === 0 ? Promise.resolve(of.map((): Access => 'read')) : new Promise<Access[]>(() => undefined);
		const node = await hub({ kind: openKind(new Map(), { rights }) });
		const room = newRoom();
		const socket = raw(node, 1);
		await socket.emitWithAck('join', room, helloOf(7));
		socket.emit('update', room, 1, changeOf('x', 7));
		expect(await Promise.race([refusal(socket), sleep(1500, 'no answer')])).toBe('forbidden');
		nodes.length = 0; // its round of questions never ends
		node.cut();
	});
	test('who sends more than can wait is cut off, and the others go on', async () => {
		const slow = mortal(db);
		const node = await hub({ db: slow });
		const room = newRoom();
		const [socket, olaf] = [raw(node, 1), await writer(node, newRoom(), 2)];
		await socket.emitWithAck('join', room, helloOf(7));
		slow.lateBy = 1500;
		const isCutOff = gone(socket);
		for (let i = 1; i <= 12; i++) socket.emit('update', room, i, changeOf('x'.repeat(200_000), 7));
		type(olaf, 'geht weiter');
		expect(await Promise.race([isCutOff.then(() => 'gone'), sleep(1200, 'listened to')])).toBe('gone');
		await until(() => olaf.unacknowledged === 0 && olaf.status === 'saved');
	});
	test('a room holds no more than it can, however many send', async () => {
		const slow = mortal(db);
		const node = await hub({ db: slow });
		const room = newRoom();
		const sockets = Array.from({ length: 10 }, (_, i) => raw(node, i + 1));
		await Promise.all(sockets.map((s, i) => s.emitWithAck('join', room, helloOf(i + 1))));
		slow.lateBy = 3000;
		let cut = 0;
		for (const socket of sockets) socket.once('disconnect', () => cut++);
		sockets.forEach((socket, i) => {
			for (let j = 1; j <= 9; j++) socket.emit('update', room, j, changeOf('x'.repeat(200_000), i + 1));
		});
		await until(() => cut > 0, 2500);
		await sleep(200);
		expect(cut).toBeLessThan(4);
	}, 20_000);
	test('an honest page with much to say is not cut off', async () => {
		const slow = mortal(db, 150);
		const node = await hub({ db: slow });
		const room = newRoom();
		const jana = await writer(node, room, 1);
		let wasCut = false;
		jana.on('status', (s) => (wasCut ||= s === 'unkept'));
		for (let i = 0; i < 60; i++) {
			type(jana, 'x'.repeat(50_000));
			await sleep(5);
		}
		await until(() => jana.unacknowledged === 0 && jana.status === 'saved', 20_000);
		const stored = textOf(await db.db.transaction((tx) => readDocument(tx, room)));
		expect([wasCut, stored.length]).toEqual([false, 3_000_000]);
	}, 30_000);
});

test('who sends nonsense again and again is cut off and let in more slowly; others are not', async () => {
	const node = await hub();
	const room = newRoom();
	const nonsense = new Uint8Array([1, 2, 3, 250, 251, 252]);
	const earlier = raw(node, 1);
	await earlier.emitWithAck('join', room, helloOf(7));
	const join = async () => {
		const socket = raw(node, 1);
		return { socket, answer: await socket.emitWithAck('join', newRoom(), helloOf(7)) };
	};
	for (let i = 0; i < 6; i++) {
		const { socket, answer } = await join();
		expect(answer).toMatchObject({ access: 'write' });
		const refused = refusal(socket);
		socket.emit('update', `test:excess-${n}`, 1, nonsense);
		expect(await refused).toBe('malformed');
		expect(socket.connected).toBe(true);
	}
	expect((await join()).answer).toEqual({ error: 'too_fast' });
	const cut = gone(earlier);
	earlier.emit('update', room, 1, nonsense);
	await cut;
	expect(await raw(node, 2).emitWithAck('join', room, helloOf(8))).toMatchObject({ access: 'write' });
});

describe('a client id', () => {
	test('is claimed only by who may write, and only where there is room for one more', async () => {
		const rights = new Map<string, Access>([[accountNo(1), 'read']]);
		const node = await hub({ kind: openKind(rights) });
		const room = newRoom();
		expect(await raw(node, 1).emitWithAck('join', room, helloOf(7))).toMatchObject({ access: 'read' });
		expect(await raw(node, 2).emitWithAck('join', room, { ...helloOf(8), schema: 0 })).toMatchObject({
			access: 'read'
		});
		expect(await claimsIn(room)).toEqual([]);
		const socket = raw(node, 2);
		for (let i = 0; i < limits.roomsPerSocket; i++) await socket.emitWithAck('join', `${room}-${i}`, helloOf(9));
		expect(await socket.emitWithAck('join', room, helloOf(9))).toEqual({ error: 'too_fast' });
		expect(await socket.emitWithAck('join', `${room}-0`, helloOf(10))).toMatchObject({ access: 'write' });
		expect(await claimsIn(room)).toEqual([]);
	});
	test('who may write later claims it then', async () => {
		const rights = new Map<string, Access>([[accountNo(1), 'read']]);
		const node = await hub({ kind: openKind(rights) });
		const room = newRoom();
		const jana = await writer(node, room, 1);
		rights.delete(accountNo(1));
		await until(() => jana.access === 'write');
		type(jana, 'darf jetzt');
		await until(() => jana.status === 'saved');
		expect(await claimsIn(room)).toEqual([jana.doc.clientID]);
	});
	test('is one of two hundred a day and account; another account has its own', async () => {
		const node = await hub();
		const room = newRoom();
		const socket = raw(node, 1);
		const join = (who: LiveClientSocket, client: number) => who.emitWithAck('join', room, helloOf(client));
		for (let i = 1; i <= limits.clientsPerDay; i++) {
			expect(await join(socket, i)).toMatchObject({ access: 'write' });
			await sleep(5);
		}
		expect(await join(socket, 500)).toEqual({ error: 'too_fast' });
		expect(await join(raw(node, 2), 501)).toMatchObject({ access: 'write' });
		expect((await claimsIn(room)).length).toBe(limits.clientsPerDay + 1);
		await db.pool.query("update live_writer set at = now() - interval '2 days' where room = $1", [room]);
		expect(await join(socket, 500)).toMatchObject({ access: 'write' });
	}, 20_000);
	test('that wrote nothing is forgotten a day later', async () => {
		const node = await hub();
		const room = newRoom();
		const [jana, olaf] = [await writer(node, room, 1), await writer(node, room, 2)];
		type(jana, 'steht');
		await until(() => jana.status === 'saved');
		await db.pool.query("update live_writer set at = now() - interval '2 days' where room = $1", [room]);
		const later = await writer(node, room, 3);
		await forgetUnused(db.pool, room, [jana.doc.clientID]);
		const kept = await claimsIn(room);
		expect(kept.toSorted()).toEqual([jana.doc.clientID, later.doc.clientID].toSorted());
		expect(kept).not.toContain(olaf.doc.clientID);
	});
	test('belongs to one session: another of the same account gets one of its own', async () => {
		const node = await hub();
		const room = newRoom();
		const hello = helloOf(7);
		expect(await raw(node, 1).emitWithAck('join', room, hello)).toMatchObject({ access: 'write' });
		expect(await raw(node, 1).emitWithAck('join', room, hello)).toMatchObject({ access: 'write' });
		expect(await raw(node, 1, 'another').emitWithAck('join', room, hello)).toEqual({ error: 'client_taken' });
	});
});

describe('on two nodes', () => {
	const two = async () => {
		const sessions: Sessions = { ended: new Set(), asked: 0 };
		const [a, b] = [await hub({ sessions }), await hub({ sessions })];
		await sleep(2200); // they have heard of each other
		return { a, b, sessions };
	};
	test('whom one sends away the other sends away at once', async () => {
		const { a, b } = await two();
		const [bySession, byAccount] = [raw(b, 1), raw(b, 2)];
		await until(() => bySession.connected && byAccount.connected);
		const told: string[] = [];
		bySession.once('session-ended', () => told.push('session'));
		byAccount.once('session-ended', () => told.push('account'));
		a.live.end({ sessionHash: 'session-1' });
		a.live.end({ accountId: accountNo(2) });
		await until(() => told.length === 2, 1000);
	});
	test('a session that has ended without a hint is out within five seconds, by one question for all', async () => {
		const { a, b, sessions } = await two();
		const sockets = Array.from({ length: 12 }, (_, i) => raw(i % 2 ? a : b, i + 1));
		await until(() => sockets.every((s) => s.connected));
		sessions.asked = 0;
		for (let i = 1; i <= 6; i++) sessions.ended.add(`session-${i}`);
		await until(() => sockets.slice(0, 6).every((s) => !s.connected), 5000);
		expect(sockets.slice(6).every((s) => s.connected)).toBe(true);
		expect(sessions.asked).toBeLessThan(5);
	});
	test('who sits in an empty room gets what the other wrote, though a newcomer’s reading finds it first', async () => {
		const [a, b] = [await hub(), await hub()];
		const room = newRoom();
		const [olaf, jana] = [await writer(b, room, 2), await writer(a, room, 1)];
		type(jana, 'von drüben');
		await until(() => jana.status === 'saved');
		await writer(b, room, 3);
		await until(() => textIn(olaf) === 'von drüben', 1000);
	});
	test('a cursor goes with its person, though the hint of it is lost', async () => {
		const { a } = await two();
		const room = newRoom();
		const jana = await writer(a, room, 1);
		const say = (...messages: unknown[]) =>
			db.pool.query("select pg_notify('live', $1)", [JSON.stringify(['elsewhere', messages])]);
		const olaf = { id: 'olaf', name: 'Olaf', color: '#000000' };
		await say(['p', room, JSON.stringify([olaf])], ['c', room, 'olaf', Buffer.from('{}').toString('base64')]);
		await until(() => jana.people.length === 2);
		const cursors = async () => {
			const answer = await raw(a, 3).emitWithAck('join', room, helloOf(30 + n++));
			return 'error' in answer ? [] : answer.cursors.map(([id]) => id);
		};
		expect(await cursors()).toEqual(['olaf']);
		await say(['p', room, '[]']);
		await until(() => !jana.people.some((p) => p.id === 'olaf'));
		expect(await cursors()).toEqual([]);
		expect(textIn(jana)).toBe('');
	});
});

test('a long document that was there before its room is brought in parcels', async () => {
	const node = await hub();
	const room = newRoom();
	const doc = new Y.Doc();
	for (let i = 0; i < 30; i++) doc.getText('t').insert(0, `${i % 10}`.repeat(50_000));
	const provider = editor(node, room, 1, doc);
	left.push(() => provider.destroy());
	await provider.synced;
	type(provider, 'x');
	await until(() => provider.status === 'saved');
	expect(textOf(await db.db.transaction((tx) => readDocument(tx, room)))).toBe(textIn(provider));
});
