/**
 * One who comes to a door of its own before ours is open, is handed a document and goes. What a process does for the first
 * time takes it several times as long, and the first one to come after a restart would wait for it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as Y from 'yjs';
import { connectLive } from './connection.ts';
import { pack } from './packing.ts';
import type { Joined } from './protocol.ts';
import { listenTo, openDoor } from './door.server.ts';

/** It never keeps a hub from starting. */
const patienceMs = 2000;

export async function rehearse(): Promise<void> {
	const http = createServer();
	// Security: behind this door is nothing but the document below
	const io = openDoor(http, {
		isOwnOrigin: () => true,
		enter: () => Promise.resolve({ accountId: 'nobody', sessionHash: '' })
	});
	const doc = new Y.Doc();
	doc.getText('t').insert(0, 'a');
	const [nothing, vector] = [() => undefined, Y.encodeStateVector(doc)];
	const joined: Joined = {
		access: 'read',
		sealed: true,
		pack: pack([Y.encodeStateAsUpdate(doc)]),
		vector,
		me: '',
		people: [],
		cursors: []
	};
	const rooms = { leave: nothing, leaveAll: nothing, update: nothing, cursor: nothing };
	io.on('connection', (socket) => listenTo(socket, { ...rooms, join: () => Promise.resolve(joined) }, nothing));
	try {
		await new Promise<void>((resolve, reject) => http.once('error', reject).listen(0, '127.0.0.1', resolve));
		const { port } = http.address() as AddressInfo;
		const socket = connectLive(`http://127.0.0.1:${port}`, { forceNew: true, reconnection: false });
		const hello = { instance: crypto.randomUUID(), client: doc.clientID, vector, schema: 1 };
		await socket.timeout(patienceMs).emitWithAck('join', 'rehearsal:1', hello);
		socket.disconnect();
	} finally {
		await io.close();
	}
}
