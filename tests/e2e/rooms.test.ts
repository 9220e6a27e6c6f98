/** The live rooms of meetings from outside: who gets in, as far as the meeting's page lets them, and what puts them out. */
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CastKey } from '#demo/cast.server.ts';
import { connectLive, type LiveClientSocket } from '#realtime/connection.ts';
import type { Answer } from '#realtime/protocol.ts';
import { everybody, inCommittee, inGroup, inTopicGroup, leadsCommittee, type Group } from '../matrix/cast.ts';
import type { ThingName } from '../matrix/things.ts';
import { matrixWorld, type MatrixWorld } from '../matrix/world.ts';
import { startHub, type Hub } from './hub.ts';

const withinMs = 5000;
let hub: Hub;
let world: MatrixWorld;
beforeAll(async () => {
	hub = await startHub();
	world = await matrixWorld(hub);
});
afterAll(async () => {
	await world?.close();
	await hub?.stop();
});

const open: LiveClientSocket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.close()));

function connect(cookie: string, origin = hub.url): Promise<LiveClientSocket | null> {
	const socket = connectLive(hub.url, { extraHeaders: { cookie, origin }, reconnection: false, forceNew: true });
	open.push(socket);
	return new Promise((resolve) => {
		socket.once('connect', () => resolve(socket));
		socket.once('connect_error', () => resolve(null));
	});
}
function join(socket: LiveClientSocket, room: string): Promise<Answer> {
	const doc = new Y.Doc();
	const hello = { instance: randomUUID(), client: doc.clientID, vector: Y.encodeStateVector(doc), schema: 1 };
	return new Promise((resolve) => socket.emit('join', room, hello, resolve));
}
const accessIn = (answer: Answer): string => ('error' in answer ? answer.error : answer.access);
/** What the hub says of this room within five seconds: the access that is left, or that the socket was closed. */
const soonTold = (socket: LiveClientSocket, room: string): Promise<string> =>
	new Promise((resolve) => {
		setTimeout(() => resolve('nothing'), withinMs).unref();
		socket.once('disconnect', () => resolve('closed'));
		socket.on('rights', (of, access) => of === room && resolve(access));
	});
const roomOf = (name: ThingName): string => `meeting:${world.fill(`{${name}}`)}`;
async function inRoom(who: CastKey, name: ThingName): Promise<LiveClientSocket> {
	const socket = await connect(world.cookie(who));
	expect(accessIn(await join(socket!, roomOf(name)))).toBe('write');
	return socket!;
}

describe('who comes in', () => {
	// `page`: those who only read the page, and are not in the room
	const rooms: [ThingName, { write: Group; read: Group; page?: Group }][] = [
		['meeting_group', { write: inGroup, read: [], page: ['gast'] }],
		['meeting_group_closed', { write: [], read: inGroup }],
		['meeting_topic_held', { write: [], read: inTopicGroup }],
		['meeting_committee', { write: leadsCommittee, read: [], page: ['lenkung'] }],
		['meeting_committee_held', { write: [], read: inCommittee }]
	];
	for (const [name, { write, read, page: pageOnly = [] }] of rooms)
		test(`${name}: as the page of the meeting says, for each of the cast`, async () => {
			const got: Record<string, [string, number]> = {};
			const due: Record<string, [string, number]> = {};
			for (const who of everybody) {
				const socket = await connect(world.cookie(who));
				const page = await hub.get(`/meetings/${world.fill(`{${name}}`)}`, world.cookie(who));
				got[who] = [accessIn(await join(socket!, roomOf(name))), page.status];
				const access = write.includes(who) ? 'write' : read.includes(who) ? 'read' : 'forbidden';
				due[who] = [access, access === 'forbidden' && !pageOnly.includes(who) ? 404 : 200];
			}
			expect(got).toEqual(due);
		});

	test('a reader’s change changes nothing, and he is told', async () => {
		const socket = (await connect(world.cookie('koordination')))!;
		await join(socket, roomOf('meeting_group_closed'));
		const doc = new Y.Doc();
		doc.getMap('parts').set('x', new Y.Map());
		const told = new Promise((resolve) => socket.once('refused', (_room, _seq, why) => resolve(why)));
		socket.emit('update', roomOf('meeting_group_closed'), 1, Y.encodeStateAsUpdate(doc));
		expect(['forbidden', 'sealed']).toContain(await told);
	});

	test('nobody without a session, from another site, or into what is no meeting', async () => {
		expect(await connect('')).toBeNull();
		expect(await connect('session=invented')).toBeNull();
		expect(await connect(world.cookie('koordination'), 'https://elsewhere.example')).toBeNull();
		const socket = (await connect(world.cookie('koordination')))!;
		for (const room of [`meeting:${randomUUID()}`, 'meeting:', 'meeting:x', `minutes:${randomUUID()}`, 'inbox'])
			expect([room, accessIn(await join(socket, room))]).toEqual([room, 'forbidden']);
	});
});

describe('what puts out, within five seconds', () => {
	test('a membership that is withdrawn: the room ends, the socket stays', async () => {
		const socket = await inRoom('fachkraft', 'meeting_group');
		const told = soonTold(socket, roomOf('meeting_group'));
		const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
		const path = world.fill('/bodies/{group}/members?/end');
		const fields = { membershipId: world.fill('{seat_in_group}'), untilOn: yesterday };
		expect((await hub.post(path, fields, world.cookie('koordination'))).status).toBe(303);
		expect(await told).toBe('none');
		expect(socket.connected).toBe(true);
		expect(accessIn(await join(socket, roomOf('meeting_group')))).toBe('forbidden');
	});

	test('minutes that go round: whoever wrote, reads', async () => {
		const socket = await inRoom('mitglied', 'meeting_group');
		const told = soonTold(socket, roomOf('meeting_group'));
		const state = `update meeting set minutes_state = $2 where id = $1`;
		await world.db.query(state, [world.fill('{meeting_group}'), 'under_review']);
		expect(await told).toBe('read');
		await world.db.query(state, [world.fill('{meeting_group}'), 'drafting']);
	});

	test('a logout', async () => {
		const socket = await inRoom('fallmanagement-a', 'meeting_group');
		const told = soonTold(socket, roomOf('meeting_group'));
		expect((await hub.post('/logout', {}, world.cookie('fallmanagement-a'))).status).toBe(303);
		expect(await told).toBe('closed');
		expect(await connect(world.cookie('fallmanagement-a'))).toBeNull();
	});

	test('an account that is closed', async () => {
		const socket = await inRoom('fallmanagement-b', 'meeting_group');
		const told = soonTold(socket, roomOf('meeting_group'));
		const path = world.fill('/admin/people/{account_b}?/close');
		expect((await hub.post(path, {}, world.cookie('admin'))).status).toBe(303);
		expect(await told).toBe('closed');
		expect(await connect(world.cookie('fallmanagement-b'))).toBeNull();
	});
});
