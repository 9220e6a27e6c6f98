/** „Committed“ rides on the next change that goes to the room anyway; a moment later at the latest it goes by itself. */
import type { Part } from './part.server.ts';
import type { Incoming, Room } from './room.server.ts';

const atMostMs = 150;

/** All of these are committed, and their writers are to hear it. */
export function acknowledge(part: Part, room: Room, taken: readonly Incoming[]): void {
	for (const { member, seq } of taken) room.owed.set(member, seq);
	room.owing ??= setTimeout(() => tellSaved(part, room), atMostMs);
}

/** Takes along what is owed to those who get the next change, as pairs of person and number. */
export function savedAlong(room: Room, without: string | undefined): [string, number][] {
	const along: [string, number][] = [];
	for (const [member, seq] of room.owed) {
		if (member.socket === without) continue;
		if (room.members.get(member.socket) === member) along.push([member.id, seq]);
		room.owed.delete(member);
	}
	if (!room.owed.size) stopWaiting(room);
	return along;
}

/** At once: before somebody hears that she may write no more, she knows what was taken. */
export function tellSaved(part: Part, room: Room): void {
	stopWaiting(room);
	for (const [member, seq] of room.owed) {
		// Trap: who has left and joined anew counts anew; by the socket's own room, so that it is one write (frames.server.ts)
		if (room.members.get(member.socket) === member) part.io.to(member.socket).emit('saved', room.name, seq);
	}
	room.owed.clear();
}

function stopWaiting(room: Room): void {
	clearTimeout(room.owing);
	room.owing = undefined;
}
