/** A change comes in: it is judged, sent on, stored with others in one commit, and then acknowledged. */
import { acknowledge, savedAlong, tellSaved } from './acknowledging.server.ts';
import { compact } from './catching-up.server.ts';
import { advance } from './guard.server.ts';
import { judge, mayNot } from './judging.server.ts';
import { pack } from './packing.ts';
import type { LiveSocket, Part } from './part.server.ts';
import { limits, type Refusal } from './protocol.ts';
import { setAccess } from './rights.server.ts';
import type { Incoming, Member, Room } from './room.server.ts';
import * as store from './store.server.ts';

/** Log rows of one document after which they become one; fewer where they are long. */
const compactRows = 300;
const compactBytes = 96 * 1024;
const fewRows = 20;
/** What a waiting change costs beside its bytes. */
const each = 250;
/** Refusals that no page of ours comes by. */
const hostile: ReadonlySet<Refusal> = new Set(['malformed', 'foreign_client']);

export function update(part: Part, socket: LiveSocket, name: string, seq: number, bytes: Uint8Array | null): void {
	const room = part.rooms.get(name);
	const member = room?.members.get(socket.id);
	if (!room || !member) return void socket.emit('refused', name, seq, 'not_joined');
	// asked again before it is taken; what is refused already need not wait for the database
	const why = bytes ? mayNot(room, member, member.access) : 'malformed';
	if (!bytes || why) return refuse(part, room, member, seq, why ?? 'malformed');
	const cost = costOf(bytes);
	// Security: whoever sends more than can wait is cut off; an honest tab never has so much on its way, and comes back
	if (member.waiting + cost > limits.waitingOfOne || room.waiting + cost > limits.waitingInRoom)
		return void socket.disconnect(true);
	member.waiting += cost;
	room.waiting += cost;
	room.incoming.push({ member, seq, bytes });
	if (room.working) return;
	room.working = true;
	setImmediate(() => void work(part, room));
}

async function work(part: Part, room: Room): Promise<void> {
	while (room.incoming.length) {
		const batch = room.incoming;
		room.incoming = [];
		const left = await takeIn(part, room, batch);
		if (!left.length) {
			// what comes meanwhile goes together, in one message to each
			const breath = part.breath();
			if (breath && !part.stopping) await new Promise((resolve) => setTimeout(resolve, breath));
			continue;
		}
		room.incoming = [...left, ...room.incoming];
		await new Promise((resolve) => setTimeout(resolve, 300));
	}
	room.working = false;
}

/** @returns what could not be judged as the database is away; the rest is answered or on its way */
async function takeIn(part: Part, room: Room, batch: readonly Incoming[]): Promise<readonly Incoming[]> {
	const taken: Incoming[] = [];
	const news: Uint8Array[] = [];
	let done = 0;
	try {
		const accounts = [...new Set(batch.map((i) => i.member.account))];
		const rights = await Promise.all(
			accounts.map((accountId) => part.ask.rights({ kind: room.kind, accountId, key: room.key }))
		);
		const accessOf = new Map(accounts.map((account, i) => [account, rights[i]!]));
		for (const item of batch) {
			const access = accessOf.get(item.member.account)!;
			setAccess(part, room, item.member, access);
			const why = mayNot(room, item.member, access);
			const verdict = why ? { refused: why } : await judge(part, room, item);
			done++;
			if ('refused' in verdict) {
				answered(room, [item]);
				refuse(part, room, item.member, item.seq, verdict.refused);
				continue;
			}
			taken.push(item);
			if (!verdict.adds) continue;
			advance(room.vector, verdict.next);
			for (const span of verdict.letters) room.letters.add(span);
			if (!verdict.structural) room.shadow?.follow(item.bytes);
			news.push(item.bytes);
		}
	} catch (e) {
		part.onError(e);
		if (!store.isPassing(e)) {
			const item = batch[done++]!;
			answered(room, [item]);
			refuse(part, room, item.member, item.seq, 'unavailable');
		}
	}
	if (news.length) relay(part, room, news, taken);
	if (taken.length) keep(part, room, news, taken);
	return batch.slice(done);
}

function relay(part: Part, room: Room, news: readonly Uint8Array[], taken: readonly Incoming[]): void {
	const senders = new Set(taken.map((i) => i.member.socket));
	const [only] = senders.size === 1 ? senders : [];
	const to = only ? part.io.to(room.name).except(only) : part.io.to(room.name);
	const saved = savedAlong(room, only);
	if (saved.length) to.emit('updates', room.name, pack(news), saved);
	else to.emit('updates', room.name, pack(news));
}

function keep(part: Part, room: Room, news: readonly Uint8Array[], taken: readonly Incoming[]): void {
	for (const update of news) room.unstored.add(update);
	part.save(room, news).then(
		(id) => {
			for (const update of news) room.unstored.delete(update);
			answered(room, taken);
			if (id !== null) stored(part, room, id, news);
			acknowledge(part, room, taken);
		},
		(e: unknown) => {
			for (const update of news) room.unstored.delete(update);
			answered(room, taken);
			if (room.sealed) for (const { member, seq } of taken) refuse(part, room, member, seq, 'sealed');
			else drop(part, room, e);
		}
	);
}
function stored(part: Part, room: Room, id: number, news: readonly Uint8Array[]): void {
	if (room.seen.has(id)) return;
	room.seen.add(id);
	room.rows++;
	room.size += news.reduce((sum, u) => sum + u.byteLength, 0);
	part.send(['w', room.name, id]);
	const at = Date.now();
	room.toTell = { since: room.toTell?.since ?? at, last: at };
	const isLong = room.rows >= compactRows || (room.rows >= fewRows && room.size - room.snapshot > compactBytes);
	if (isLong) compact(part, room, fewRows).catch(part.onError);
}
/** What was sent on cannot be stored: forget the room, so that all come back and bring what was not acknowledged. */
function drop(part: Part, room: Room, e: unknown): void {
	part.onError(e);
	room.dropShadow();
	if (part.rooms.get(room.name) === room) part.rooms.delete(room.name);
	part.io.in(room.name).disconnectSockets(true);
}

const costOf = (bytes: Uint8Array): number => bytes.byteLength + each;
function answered(room: Room, items: readonly Incoming[]): void {
	for (const { member, bytes } of items) {
		member.waiting -= costOf(bytes);
		room.waiting -= costOf(bytes);
	}
}

/** All that follows from this tab is refused for the same reason, until it has joined again. */
function refuse(part: Part, room: Room, member: Member, seq: number, why: Refusal): void {
	tellSaved(part, room); // what was committed before is not handed back as lost
	const socket = part.io.sockets.sockets.get(member.socket);
	socket?.emit('refused', room.name, seq, why);
	if (member.halted) return;
	member.halted = why;
	// Security: each costs the hub a new scratch copy of the document
	if (hostile.has(why) && !part.mayErr(member.account)) socket?.disconnect(true);
}
