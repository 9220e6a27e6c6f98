import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import type { Form } from './form.ts';
import { appendTo, channel, readDocument, seal, unseal } from './log.server.ts';
import { pack } from './packing.ts';
import type { Refusal } from './protocol.ts';
import type { LiveClientSocket } from './connection.ts';
import type { RoomProvider } from './provider.ts';
import { compact, mergeHere } from './store.server.ts';
import {
	accountNo,
	changeOf as changeBy,
	editor,
	helloOf,
	openKind,
	rawSocket,
	testNode,
	textIn,
	textOf,
	type,
	until,
	type Rights,
	type TestNode
} from './testing.server.ts';

let db: TestDatabase;
let a: TestNode;
let b: TestNode;
let rights: Rights;
let written: string[];
let errors: unknown[];
const opened: { destroy(): void }[] = [];
let n = 0;
const newRoom = () => `test:${++n}-${process.pid}`;
const at = (node: TestNode, room: string, who = 1, doc?: Y.Doc): RoomProvider => {
	const p = editor(node, room, who, doc);
	opened.push(p);
	return p;
};
const strict: Form = {
	roots: new Set(['t']),
	any: true,
	elements: new Set(['paragraph']),
	lines: new Set(['paragraph']),
	attribute: () => false,
	mark: () => false
};
const kind = () => openKind(rights, { schema: 1, written: (key) => Promise.resolve(void written.push(key)) });

beforeAll(async () => {
	db = await testDatabase({ max: 10 });
});
beforeEach(async () => {
	rights = new Map();
	written = [];
	errors = [];
	a = await testNode(db, { test: kind(), strict: openKind(rights, { form: strict }) }, errors);
	b = await testNode(db, { test: kind() }, errors);
});
afterEach(async () => {
	for (const p of opened.splice(0)) p.destroy();
	await Promise.all([a.close(), b.close()]);
});
afterAll(() => db.close());

/** Whoever comes in while the table is locked; a log of another test may be on its way to one row, too. */
const readsTheLog = `select 1 from pg_locks l join pg_stat_activity s using (pid)
	where not l.granted and l.relation = 'live_update'::regclass and s.query like '%left join live_room%'`;
const rowsOf = async (room: string): Promise<unknown[]> =>
	(await db.pool.query<{ id: string }>('select id from live_update where room = $1', [room])).rows;
const stored = async (room: string) => textOf(await db.db.transaction((tx) => readDocument(tx, room)));

describe('what is typed', () => {
	test('reaches the others, and counts as saved once it is committed', async () => {
		const room = newRoom();
		const [x, y] = [at(a, room, 1), at(a, room, 2)];
		await Promise.all([x.synced, y.synced]);
		type(x, 'Guten Tag');
		expect(x.unacknowledged).toBe(1);
		expect(x.status).not.toBe('saved');
		await until(() => textIn(y) === 'Guten Tag' && x.unacknowledged === 0 && x.status === 'saved');
		expect(await stored(room)).toBe('Guten Tag');
	});
	test('is there for whoever comes later, also after the node has gone', async () => {
		const room = newRoom();
		const x = at(a, room);
		await x.synced;
		for (const word of ['eins ', 'zwei ', 'drei']) type(x, word);
		await until(() => x.unacknowledged === 0);
		await a.close();
		const y = at(b, room, 2);
		await y.synced;
		expect(textIn(y)).toBe('eins zwei drei');
		a = await testNode(db, { test: kind() }, errors);
	});
	test('reaches editors on another node', async () => {
		const room = newRoom();
		const [x, y] = [at(a, room, 1), at(b, room, 2)];
		await Promise.all([x.synced, y.synced]);
		await new Promise((r) => setTimeout(r, 2200)); // the nodes have heard of each other
		type(x, 'von a');
		await until(() => textIn(y) === 'von a', 1500);
		type(y, ' und b');
		await until(() => textIn(x) === 'von a und b', 1500);
	});
	test('by a command of the hub reaches the editors, and a refused command leaves nothing', async () => {
		const room = newRoom();
		const x = at(a, room);
		await x.synced;
		const doc = new Y.Doc();
		doc.clientID = 1;
		doc.getText('t').insert(0, 'vom Hub');
		const update = Y.encodeStateAsUpdate(doc);
		await expect(
			db.db.transaction(async (tx) => {
				await appendTo(tx, room, update);
				throw new Error('no');
			})
		).rejects.toThrow('no');
		expect(await rowsOf(room)).toHaveLength(0);
		await db.db.transaction((tx) => appendTo(tx, room, update));
		await until(() => textIn(x) === 'vom Hub');
	});
	test('is told to the concept later, once for many changes', async () => {
		const room = newRoom();
		const x = at(a, room);
		await x.synced;
		for (let i = 0; i < 10; i++) {
			type(x, 'x');
			await new Promise((r) => setTimeout(r, 5));
		}
		await until(() => written.length > 0);
		expect(written).toEqual([room.slice(5)]);
	});
	test('much faster than the hub allows goes as fewer changes, and nothing of it is lost', async () => {
		const room = newRoom();
		const x = at(a, room);
		await x.synced;
		let cut = 0;
		x.on('status', (status) => void (status === 'unkept' && cut++));
		for (let i = 0; i < 1200; i++) {
			type(x, 'x');
			if (i % 3 === 0) await new Promise((r) => setImmediate(r));
		}
		await until(() => x.unacknowledged === 0);
		expect([cut, (await stored(room)).length]).toEqual([0, 1200]);
	});
	test('survives a long list of changes and their compaction while others type', async () => {
		const room = newRoom();
		const [x, y] = [at(a, room, 1), at(a, room, 2)];
		await Promise.all([x.synced, y.synced]);
		for (let i = 0; i < 400; i++) {
			type(i % 2 ? x : y, 'x');
			await new Promise((r) => setTimeout(r, 1));
		}
		await until(() => x.unacknowledged + y.unacknowledged === 0);
		await compact(db.pool, room, mergeHere, 2);
		type(x, 'ende');
		await until(() => textIn(y).endsWith('ende') && x.unacknowledged === 0);
		expect((await rowsOf(room)).length).toBeLessThan(30);
		expect((await stored(room)).length).toBe(404);
	});
});

describe('rights', () => {
	test('who has none gets nothing', async () => {
		const room = newRoom();
		rights.set(accountNo(3), 'none');
		const x = at(a, room, 1);
		await x.synced;
		type(x, 'geheim');
		await until(() => x.unacknowledged === 0);
		const z = at(a, room, 3);
		await until(() => z.status === 'ended');
		type(x, ' weiter');
		await until(() => x.unacknowledged === 0);
		expect(textIn(z)).toBe('');
	});
	test('who only reads changes nothing, and is told with the text', async () => {
		const room = newRoom();
		rights.set(accountNo(2), 'read');
		const [x, y] = [at(a, room, 1), at(a, room, 2)];
		await Promise.all([x.synced, y.synced]);
		expect(y.status).toBe('readonly');
		const socket = raw(a, 2);
		const why = await sendRaw(socket, room, changeOf('heimlich'));
		expect(why).toBe('forbidden');
		expect(await rowsOf(room)).toHaveLength(0);
	});
	test('a right withdrawn in mid-sentence ends writing at the next change, and reading within five seconds', async () => {
		const room = newRoom();
		const [x, y] = [at(a, room, 1), at(b, room, 2)];
		await Promise.all([x.synced, y.synced]);
		type(y, 'Solange ich darf');
		await until(() => y.unacknowledged === 0);
		rights.set(accountNo(2), 'none');
		let told: { why: Refusal; text: string } | undefined;
		y.on('refused', (r) => (told = r));
		type(y, ' und nicht länger');
		await until(() => told !== undefined);
		expect(told).toMatchObject({ text: 'und nicht länger' });
		expect(await stored(room)).toBe('Solange ich darf');
		rights.set(accountNo(1), 'none');
		await until(() => x.status === 'ended', 5000);
		type(x, 'zu spät');
		await new Promise((r) => setTimeout(r, 300));
		expect(await stored(room)).toBe('Solange ich darf');
	});
	test('a sealed document takes nothing, on any node, and late text is handed back', async () => {
		const room = newRoom();
		const [x, y] = [at(a, room, 1), at(b, room, 2)];
		await Promise.all([x.synced, y.synced]);
		type(x, 'Beschluss');
		await until(() => x.unacknowledged === 0 && textIn(y) === 'Beschluss');
		await db.db.transaction((tx) => seal(tx, room));
		let told: { why: Refusal; text: string } | undefined;
		y.on('refused', (r) => (told = r));
		type(y, ' nachträglich');
		await until(() => told !== undefined);
		expect(told).toEqual({ why: 'sealed', text: 'nachträglich' });
		await until(() => x.status === 'sealed' && y.status === 'sealed');
		expect(await stored(room)).toBe('Beschluss');
	});
	test('an unsealed document is written on from what the log holds, without what was refused', async () => {
		const room = newRoom();
		const [x, y] = [at(a, room, 1), at(b, room, 2)];
		await Promise.all([x.synced, y.synced]);
		type(x, 'Beschluss');
		await until(() => x.unacknowledged === 0 && textIn(y) === 'Beschluss');
		await db.db.transaction((tx) => seal(tx, room));
		let told: Refusal | undefined;
		x.on('refused', ({ why }) => (told = why));
		type(x, ' zu spät');
		await until(() => told === 'sealed' && y.status === 'sealed');
		await db.db.transaction((tx) => unseal(tx, room));
		const [z, late] = [at(a, room, 3), at(b, room, 2)];
		await until(() => [z, late].every((p) => p.status === 'saved' && p.access === 'write'), 10_000);
		expect(textIn(z)).toBe('Beschluss');
		type(z, ' gilt');
		await until(() => z.unacknowledged === 0);
		expect(await stored(room)).toBe('Beschluss gilt');
		await until(() => textIn(late) === 'Beschluss gilt');
		expect([x.status, y.status]).toEqual(['sealed', 'sealed']);
		type(x, ' heimlich');
		await new Promise((r) => setTimeout(r, 300));
		expect(await stored(room)).toBe('Beschluss gilt');
	});
	test('who comes in while the document is being sealed does not open it again', async () => {
		const room = newRoom();
		const x = at(a, room, 1);
		await x.synced;
		const holder = await db.pool.connect();
		try {
			await holder.query('begin');
			await holder.query('lock table live_update in access exclusive mode');
			const late = at(a, room, 2);
			await until(async () => (await db.pool.query(readsTheLog)).rowCount === 1);
			// the hint overtakes the reading of the log, which does not know of the seal yet
			await db.pool.query('select pg_notify($1, $2)', [channel, JSON.stringify(['', [['s', room]]])]);
			await until(() => x.status === 'sealed');
			await holder.query('commit');
			await late.synced;
			expect(late.status).toBe('sealed');
			await until(() => x.people.length === 2);
		} finally {
			holder.release(true);
		}
	});
	test('whose right to write ends while the log is being read gets what readers get', async () => {
		const room = newRoom();
		const x = at(a, room, 1);
		await x.synced;
		type(x, 'Zwiebelfisch bleibt nicht');
		await until(() => x.unacknowledged === 0);
		x.doc.getText('t').delete(0, 13);
		await until(() => x.unacknowledged === 0);
		const holder = await db.pool.connect();
		try {
			await holder.query('begin');
			await holder.query('lock table live_update in access exclusive mode');
			const late = raw(a, 2);
			const answer = late.emitWithAck('join', room, helloOf(rawClient));
			await until(async () => (await db.pool.query(readsTheLog)).rowCount === 1);
			rights.set(accountNo(2), 'read');
			const told = new Promise((resolve) => late.once('rights', resolve));
			a.live.lookAgain(room);
			await told;
			await holder.query('commit');
			const joined = await answer;
			if ('error' in joined) throw new Error(joined.error);
			expect(joined.access).toBe('read');
			expect(Buffer.from(joined.pack).includes('Zwiebelfisch')).toBe(false);
			expect(Buffer.from(joined.pack).includes('nicht')).toBe(true);
		} finally {
			holder.release(true);
		}
	});
	test('sealing waits for writers in flight, and writers wait for the seal', async () => {
		const room = newRoom();
		const x = at(a, room, 1);
		await x.synced;
		let told: Refusal | undefined;
		x.on('refused', ({ why }) => (told = why));
		const read = await db.db.transaction(async (tx) => {
			await seal(tx, room);
			type(x, 'knapp zu spät');
			await new Promise((r) => setTimeout(r, 300));
			return textOf(await readDocument(tx, room));
		});
		await until(() => told === 'sealed');
		expect(read).toBe('');
		expect(await stored(room)).toBe('');
	});
});

const raws: LiveClientSocket[] = [];
afterEach(() => {
	for (const socket of raws.splice(0)) socket.disconnect();
});
function raw(node: TestNode, who: number): LiveClientSocket {
	const socket = rawSocket(node, who);
	raws.push(socket);
	return socket;
}
const rawClient = 777;
const changeOf = (text: string, client = rawClient): Uint8Array => changeBy(text, client);
/** Joins with a bare socket and sends one update. @returns why it was refused, or 'saved' */
async function sendRaw(socket: LiveClientSocket, room: string, bytes: unknown, client = rawClient): Promise<string> {
	const answer = await socket.emitWithAck('join', room, helloOf(client));
	if ('error' in answer) return answer.error;
	return new Promise((resolve) => {
		socket.once('refused', (_room, _seq, why) => resolve(why));
		socket.once('saved', () => resolve('saved'));
		socket.once('disconnect', () => resolve('disconnected'));
		socket.emit('update', room, 1, bytes);
	});
}
const dig = (depth: number): Uint8Array => {
	const doc = new Y.Doc();
	doc.clientID = rawClient;
	let at: Y.XmlFragment = doc.getXmlFragment('t');
	for (let i = 0; i < depth; i++) {
		const child = new Y.XmlElement('paragraph');
		at.insert(0, [child]);
		at = child;
	}
	return Y.encodeStateAsUpdate(doc);
};
const withElement = (name: string): Uint8Array => {
	const doc = new Y.Doc();
	doc.clientID = rawClient;
	doc.getXmlFragment('t').insert(0, [new Y.XmlElement(name)]);
	return Y.encodeStateAsUpdate(doc);
};
const inRoot = (name: string): Uint8Array => {
	const doc = new Y.Doc();
	doc.clientID = rawClient;
	doc.getText(name).insert(0, 'x');
	return Y.encodeStateAsUpdate(doc);
};
function laterPartOnly(): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = rawClient;
	doc.getText('t').insert(0, 'eins');
	const vector = Y.encodeStateVector(doc);
	doc.getText('t').insert(4, 'zwei');
	return Y.encodeStateAsUpdate(doc, vector);
}
function deletesUnknown(): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = rawClient;
	doc.getText('t').insert(0, 'eins');
	const vector = Y.encodeStateVector(doc);
	doc.getText('t').delete(0, 2);
	return Y.encodeStateAsUpdate(doc, vector);
}
function byMany(): Uint8Array {
	const doc = new Y.Doc();
	for (let i = 0; i < 3; i++) Y.applyUpdate(doc, changeOf('x', 900 + i));
	return Y.encodeStateAsUpdate(doc);
}
function burning(): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = rawClient;
	const text = doc.getText('t');
	for (let i = 0; i < 20; i++) text.insert(0, 'x'.repeat(10_000));
	text.delete(0, 200_000);
	return Y.encodeStateAsUpdate(doc);
}
function nestedDocument(): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = rawClient;
	doc.getMap('t').set('x', new Y.Doc());
	return Y.encodeStateAsUpdate(doc);
}

describe('a hostile change', () => {
	const cases: [string, unknown, string][] = [
		['no bytes', 'text', 'malformed'],
		['noise', new Uint8Array([1, 2, 3, 250, 251, 252]), 'malformed'],
		['cut off', changeOf('Hallo Welt').slice(0, 12), 'malformed'],
		['what builds on nothing', laterPartOnly(), 'missing'],
		['deleting what is not there', deletesUnknown(), 'missing'],
		['many client ids at once', byMany(), 'too_large'],
		['burning a clock', burning(), 'malformed'],
		['a document inside', nestedDocument(), 'malformed'],
		['nested too deep', dig(41), 'malformed'],
		['an unknown element', withElement('script'), 'malformed'],
		['an unknown part of the document', inRoot('evil'), 'malformed']
	];
	test.each(cases)('%s changes nothing and disturbs nobody', async (_, bytes, why) => {
		const room = newRoom().replace('test:', 'strict:');
		const x = at(a, room, 1);
		await x.synced;
		expect(await sendRaw(raw(a, 2), room, bytes)).toBe(why);
		expect(await rowsOf(room)).toHaveLength(0);
		type(x, 'geht weiter');
		await until(() => x.unacknowledged === 0 && x.status === 'saved');
		expect(await stored(room)).toBe('geht weiter');
	});
	test('the same things rightly made are taken', async () => {
		const room = newRoom().replace('test:', 'strict:');
		expect(await sendRaw(raw(a, 2), room, dig(39))).toBe('saved');
	});
	test('an update too large is refused, a packet too large ends its socket only', async () => {
		const room = newRoom();
		const x = at(a, room, 1);
		await x.synced;
		expect(await sendRaw(raw(a, 2), room, changeOf('x'.repeat(270_000)))).toBe('too_large');
		expect(await sendRaw(raw(a, 2), newRoom(), new Uint8Array(400_000))).toBe('disconnected');
		type(x, 'steht');
		await until(() => x.unacknowledged === 0);
	});
	test('a colleague’s client id is refused, at the door and inside a change', async () => {
		const room = newRoom();
		const x = at(a, room, 1);
		await x.synced;
		type(x, 'meins');
		await until(() => x.unacknowledged === 0);
		expect(await sendRaw(raw(a, 2), room, changeOf('falsch'), x.doc.clientID)).toBe('client_taken');
		const forged = new Y.Doc();
		Y.applyUpdate(forged, Y.encodeStateAsUpdate(x.doc));
		const vector = Y.encodeStateVector(forged);
		forged.clientID = x.doc.clientID;
		forged.getText('t').insert(5, ' nicht');
		expect(await sendRaw(raw(a, 2), room, Y.encodeStateAsUpdate(forged, vector))).toBe('foreign_client');
		expect(await stored(room)).toBe('meins');
	});
	test('odd words to the door are answered or dropped', async () => {
		const socket = raw(a, 2);
		const join = (...args: unknown[]) =>
			(socket as unknown as { emitWithAck(...a: unknown[]): Promise<unknown> }).emitWithAck('join', ...args);
		expect(await join(7, {})).toEqual({ error: 'malformed' });
		expect(await join('test:x', { instance: 'no' })).toEqual({ error: 'malformed' });
		const hello = helloOf(5);
		expect(await join('unknown:x', hello)).toEqual({ error: 'forbidden' });
		const odd = socket as unknown as { emit(...a: unknown[]): void };
		for (const args of [
			['update'],
			['update', null, -1, 5],
			['at', 'test:x', {}],
			['leave', {}],
			['join', 'test:x', hello],
			['evil', 1]
		])
			odd.emit(...args);
		expect(await join('test:ok', hello)).toMatchObject({ access: 'write' });
	});
	test('a flood ends the socket, not the hub', async () => {
		const socket = raw(a, 2);
		await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
		const gone = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
		for (let i = 0; i < 1000; i++) socket.emit('leave', `test:${i}`);
		await gone;
		const x = at(a, newRoom(), 1);
		await x.synced;
	});
	test('a page that knows an older shape only reads', async () => {
		const room = newRoom();
		const socket = raw(a, 2);
		const hello = { ...helloOf(5), schema: 0 };
		expect(await socket.emitWithAck('join', room, hello)).toMatchObject({ access: 'read' });
		const why = new Promise((resolve) => socket.once('refused', (_r, _s, w) => resolve(w)));
		socket.emit('update', room, 1, changeOf('x', 5));
		expect(await why).toBe('old_schema');
	});
});

describe('presence', () => {
	test('names and colours are the hub’s, on all nodes, and the cursor travels', async () => {
		const room = newRoom();
		const [x, y] = [at(a, room, 1), at(b, room, 2)];
		await Promise.all([x.synced, y.synced]);
		await until(() => x.people.length === 2 && y.people.length === 2);
		x.awareness.setLocalState({ user: { name: 'Bürgermeister', color: 'red' }, cursor: { anchor: 1, head: 1 } });
		const seen = () => [...y.awareness.getStates().entries()].find(([id]) => id !== y.doc.clientID)?.[1];
		await until(() => (seen()?.cursor as { anchor: number } | null)?.anchor === 1);
		expect(seen()!.user).toMatchObject({
			name: 'Person 0000',
			color: expect.stringMatching(/^#[0-9a-f]{6}$/) as string
		});
		x.destroy();
		await until(() => y.people.length === 1 && seen() === undefined);
	});
});

test('a pack that is cut off is noticed', async () => {
	const { unpack } = await import('./packing.ts');
	expect(() => unpack(pack([changeOf('hallo')]).slice(0, 5))).toThrow();
});
