/** What the first one to come after a restart finds: short logs, and a hub that has done everything once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { unpack } from './packing.ts';
import { rehearse } from './rehearsal.server.ts';
import { Room } from './room.server.ts';
import { load } from './store.server.ts';
import { accountNo, editor, helloOf, openKind, rawSocket, testNode, textIn, type, until } from './testing.server.ts';
import { warm } from './warming.server.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
});
afterAll(() => db.close());

const rights = new Map([[accountNo(2), 'read' as const]]);
/** Typed one after the other, and one word deleted; then the hub stops. */
async function written(room: string): Promise<void> {
	const hub = await testNode(db, { test: openKind(rights) });
	const p = editor(hub, room);
	await p.synced;
	for (const word of ['Zwiebelfisch ', 'gilt ', 'weiter']) {
		type(p, word);
		await until(() => p.unacknowledged === 0);
	}
	p.doc.getText('t').delete(0, 13);
	await until(() => p.unacknowledged === 0);
	await hub.close();
	p.destroy();
}

test('a hub that stops leaves one row for each document, with how far it goes and without what was deleted', async () => {
	const room = `test:first-${process.pid}`;
	await written(room);
	const [{ rows }] = (await load(db.pool, [room])) as [Awaited<ReturnType<typeof load>>[number]];
	expect(rows.map((r) => r.snapshot)).toEqual([true]);
	const [row] = rows;
	expect(Buffer.from(row!.data).includes('Zwiebelfisch')).toBe(false);
	const far = (vector: Uint8Array | null) => {
		const opened = new Room(room, openKind());
		opened.absorb({ rows: [{ ...row!, vector }], sealed: false });
		return opened.vector;
	};
	expect(far(row!.vector)).toEqual(far(null));
	expect(row!.vector).not.toBeNull();
});

test('it is sent as it lies there, to writers and readers; who has it gets nothing twice', async () => {
	const room = `test:first-${process.pid}-sent`;
	await written(room);
	const [stored] = await load(db.pool, [room]);
	const hub = await testNode(db, { test: openKind(rights) });
	const doc = new Y.Doc();
	for (const who of [1, 2]) {
		const socket = rawSocket(hub, who);
		const answer = await socket.emitWithAck('join', room, helloOf(900 + who));
		if ('error' in answer) throw new Error(answer.error);
		expect(Buffer.from(answer.pack).equals(stored!.rows[0]!.data)).toBe(true);
		for (const update of unpack(answer.pack)) Y.applyUpdate(doc, update);
		const again = await socket.emitWithAck('join', room, { ...helloOf(910 + who), vector: Y.encodeStateVector(doc) });
		if ('error' in again) throw new Error(again.error);
		expect(unpack(again.pack).flatMap((update) => Y.decodeUpdate(update).structs)).toEqual([]);
		socket.disconnect();
	}
	expect(textIn({ doc })).toBe('gilt weiter');
	await hub.close();
});

test('what a hub does before the first one comes leaves no open door and nothing in the database', async () => {
	const doors = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length;
	await until(() => doors() === 0);
	const count = async () =>
		(await db.pool.query('select (select count(*) from live_update) as u, (select count(*) from live_writer) as w'))
			.rows[0] as unknown;
	const there = await count();
	await Promise.all([rehearse(), warm(db.pool)]);
	await until(() => doors() === 0);
	expect(await count()).toEqual(there);
});
