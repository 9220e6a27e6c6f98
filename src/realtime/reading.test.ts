/** What readers get, what an idle room keeps, and what becomes of a projection that fails or was never made. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { connectLive } from './connection.ts';
import { appendTo } from './log.server.ts';
import { pause } from './rooms.server.ts';
import { compact, mergeHere } from './store.server.ts';
import { accountNo, editor, openKind, testNode, type, until, type Rights, type TestNode } from './testing.server.ts';

let db: TestDatabase;
const nodes: TestNode[] = [];
const opened: { destroy(): void }[] = [];
beforeAll(async () => {
	db = await testDatabase();
});
afterEach(async () => {
	for (const p of opened.splice(0)) p.destroy();
	for (const node of nodes.splice(0)) await node.close();
});
afterAll(() => db.close());

async function node(rights: Rights, written?: (key: string) => Promise<unknown>, errors: unknown[] = []) {
	const made = await testNode(db, { test: openKind(rights, written ? { written } : {}) }, errors);
	nodes.push(made);
	return made;
}
const at = (n: TestNode, room: string, who = 1) => {
	const p = editor(n, room, who);
	opened.push(p);
	return p;
};
let count = 0;
const newRoom = () => `test:reading-${++count}-${process.pid}`;
const rowsOf = async (room: string) =>
	(await db.pool.query<{ data: Buffer }>('select data from live_update where room = $1', [room])).rows;
const stands = async (room: string, letters: string) =>
	(await rowsOf(room)).some((r) => r.data.includes(Buffer.from(letters)));
/** Typed and deleted: two rows of the log. */
async function deleted(room: string): Promise<void> {
	const doc = new Y.Doc();
	const text = doc.getText('t');
	const updates: Uint8Array[] = [];
	doc.on('update', (u: Uint8Array) => void updates.push(u));
	text.insert(0, 'Zwiebelfisch');
	text.delete(0, 12);
	for (const update of updates) await db.db.transaction((tx) => appendTo(tx, room, update));
}

describe('what was deleted', () => {
	test('does not come to readers, although the log has it', async () => {
		const room = newRoom();
		await deleted(room);
		const a = await node(new Map([[accountNo(2), 'read' as const]]));
		const packOf = async (who: number) => {
			const socket = connectLive(a.url, { extraHeaders: { cookie: `${accountNo(who)}|session-${who}` } });
			opened.push({ destroy: () => void socket.disconnect() });
			const hello = { instance: crypto.randomUUID(), client: 900 + who, vector: new Uint8Array([0]), schema: 1 };
			const answer = await socket.emitWithAck('join', room, hello);
			if ('error' in answer) throw new Error(answer.error);
			return Buffer.from(answer.pack);
		};
		expect((await packOf(2)).includes('Zwiebelfisch')).toBe(false);
		expect((await packOf(1)).includes('Zwiebelfisch')).toBe(true);
	});
	test('leaves a log of one row, too', async () => {
		const room = newRoom();
		const doc = new Y.Doc({ gc: false });
		doc.getText('t').insert(0, 'Zwiebelfisch');
		doc.getText('t').delete(0, 12);
		await db.db.transaction((tx) => appendTo(tx, room, Y.encodeStateAsUpdate(doc)));
		expect(await stands(room, 'Zwiebelfisch')).toBe(true);
		expect(await compact(db.pool, room, mergeHere, 1)).not.toBeNull();
		expect(await stands(room, 'Zwiebelfisch')).toBe(false);
		expect(await compact(db.pool, room, mergeHere, 1)).toBeNull();
	});
});

describe('telling the concept', () => {
	test('is made good when the room is opened, if a node ended before it', async () => {
		const room = newRoom();
		await deleted(room);
		const told: string[] = [];
		const a = await node(new Map(), (key) => Promise.resolve(told.push(key)));
		await at(a, room).synced;
		await until(() => told.length > 0);
		expect(told).toEqual([room.slice(5)]);
	});
	test('is tried more and more rarely while it fails', async () => {
		const room = newRoom();
		let tries = 0;
		const errors: unknown[] = [];
		const a = await node(new Map(), () => Promise.reject(new Error(`${++tries}`)), errors);
		const x = at(a, room);
		await x.synced;
		type(x, 'Hallo');
		await until(() => tries > 0);
		await new Promise((resolve) => setTimeout(resolve, 5500));
		expect(tries).toBe(2);
		expect([0, 1, 5, 40].map(pause)).toEqual([2000, 4000, 64_000, 600_000]);
	}, 20_000);
});
