/** Who is in a room and where their cursors are. Names and colours are the hub's; a browser sends positions only. */
import { createHash, randomUUID } from 'node:crypto';
import type { Message } from './nodes.server.ts';
import type { Person } from './protocol.ts';
import type { Member, Room } from './room.server.ts';
import type { LiveServer, LiveSocket } from './part.server.ts';

/** Dark enough for white letters on them (contrast of 4.5 at least). */
const colors = [
	'#7a2e8e',
	'#1f5fa8',
	'#8a4b08',
	'#1b6e4b',
	'#a3264e',
	'#4c4fa0',
	'#5d5a0c',
	'#0f6674',
	'#8c2f1b',
	'#56407a'
];
const goneAfterMs = 15_000;

export type Presence = {
	person(accountId: string, name: string): Person;
	changed(room: Room): void;
	left(room: Room, member: Member): void;
	moved(room: Room, member: Member, socket: LiveSocket, bytes: Uint8Array | null): void;
	hear(room: Room, from: string, message: Message): void;
	/** Tells other nodes again who is here, and forgets the people of nodes that are silent. */
	refresh(rooms: readonly Room[]): void;
};

export function presenceOf({ io, send }: { io: LiveServer; send: (message: Message) => void }): Presence {
	const waiting = new Set<Room>();
	/** Ten who join together are told of once. */
	const announce = (room: Room) => {
		if (waiting.has(room)) return;
		waiting.add(room);
		setTimeout(() => {
			waiting.delete(room);
			io.to(room.name).emit('people', room.name, room.people());
		}, 60).unref();
	};
	const tellNodes = (room: Room) => {
		const here = [...room.members.values()].map(({ id, name, color }) => ({ id, name, color }));
		send(['p', room.name, JSON.stringify(here)]);
	};
	const changed = (room: Room) => {
		announce(room);
		tellNodes(room);
	};
	return {
		person(accountId, name) {
			const n = createHash('sha256').update(accountId).digest()[0]!;
			return { id: randomUUID().slice(0, 8), name: name.slice(0, 80), color: colors[n % colors.length]! };
		},
		changed,
		left(room, member) {
			io.to(room.name).emit('cursor', room.name, member.id, null);
			send(['c', room.name, member.id, null]);
			changed(room);
		},
		moved(room, member, socket, bytes) {
			member.cursor = bytes;
			socket.to(room.name).volatile.emit('cursor', room.name, member.id, bytes);
			send(['c', room.name, member.id, bytes && Buffer.from(bytes).toString('base64')]);
		},
		hear(room, from, message) {
			if (message[0] === 'p') {
				const people = JSON.parse(message[2]) as Person[];
				const before = room.elsewhere.get(from)?.people ?? [];
				room.elsewhere.set(from, { people, heardAt: Date.now() });
				// the hint that one has gone, and the cursor with him, may be lost
				const here = new Set(people.map((p) => p.id));
				for (const { id } of before) if (!here.has(id)) room.cursorsElsewhere.delete(id);
				if (JSON.stringify(before) !== JSON.stringify(people)) announce(room);
			} else if (message[0] === 'c') {
				const bytes = message[3] === null ? null : new Uint8Array(Buffer.from(message[3], 'base64'));
				if (bytes) room.cursorsElsewhere.set(message[2], bytes);
				else room.cursorsElsewhere.delete(message[2]);
				io.to(room.name).volatile.emit('cursor', room.name, message[2], bytes);
			}
		},
		refresh(rooms) {
			const at = Date.now();
			for (const room of rooms) {
				for (const [node, { people, heardAt }] of room.elsewhere) {
					if (at - heardAt < goneAfterMs) continue;
					room.elsewhere.delete(node);
					for (const { id } of people) room.cursorsElsewhere.delete(id);
					announce(room);
				}
				if (room.members.size) tellNodes(room);
			}
		}
	};
}
