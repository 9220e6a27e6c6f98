/** Two hubs on one database: who writes at one is read at the other, and whom one sends away the other sends away. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Client } from 'pg';
import { addItem, itemsOf } from '#concepts/meetings/document.shape.ts';
import { RoomProvider } from '#realtime/provider.ts';
import { until } from '#realtime/testing.server.ts';
import { hubOn, startHub, type Hub } from './hub.ts';

let one: Hub;
let two: Hub;
let db: Client;
let room: string;
const open: RoomProvider[] = [];

beforeAll(async () => {
	one = await startHub();
	two = await hubOn(one.databaseUrl);
	db = new Client({ connectionString: one.databaseUrl });
	await db.connect();
	const found = await db.query<{ id: string }>(
		`select m.id from meeting m join body b on b.id = m.body_id
		where m.state = 'invited' and b.kind <> 'steering_committee' order by m.starts_at limit 1`
	);
	room = `meeting:${found.rows[0]!.id}`;
	const cookie = await one.login('koordination');
	await one.get(`/meetings/${found.rows[0]!.id}/agenda`, cookie); // its page begins the document
});
afterEach(() => {
	for (const p of open.splice(0)) p.destroy();
});
afterAll(async () => {
	await db?.end();
	await two?.stop();
	await one?.stop();
});

async function editor(hub: Hub, cookie: string): Promise<RoomProvider> {
	const provider = new RoomProvider({ url: hub.url, room, doc: new Y.Doc(), headers: { cookie, origin: hub.url } });
	open.push(provider);
	await provider.synced;
	return provider;
}

test('what is written at one node appears at the other, and in the rows of the agenda', async () => {
	const here = await editor(one, await one.login('koordination'));
	const there = await editor(two, await two.login('koordination'));
	expect(itemsOf(here.doc).length).toBeGreaterThan(2);
	expect(itemsOf(there.doc)).toEqual(itemsOf(here.doc));
	const id = crypto.randomUUID();
	addItem(here.doc, id, { kind: 'discussion', minutes: 5, rapporteur: '', title: 'Vom anderen Knoten' });
	await until(() => itemsOf(there.doc).some((i) => i.id === id) && here.unacknowledged === 0);
	const titleOf = async () =>
		(await db.query<{ title: string }>('select title from agenda_item where id = $1', [id])).rows[0]?.title;
	await until(async () => (await titleOf()) === 'Vom anderen Knoten', 15_000);
});

test('who logs out at one node is out of the rooms of the other within five seconds', async () => {
	const cookie = await one.login('koordination');
	const there = await editor(two, cookie);
	expect(there.access).toBe('write');
	await one.post('/logout', {}, cookie);
	await until(() => there.status !== 'saved' && there.status !== 'saving', 5000);
	const before = (await db.query('select 1 from live_update where room = $1', [room])).rowCount;
	addItem(there.doc, crypto.randomUUID(), { kind: 'discussion', minutes: 5, rapporteur: '', title: 'Zu spät' });
	await new Promise((resolve) => setTimeout(resolve, 1500));
	expect((await db.query('select 1 from live_update where room = $1', [room])).rowCount).toBe(before);
});
