/** Whether a change may be taken: by this person, in this room, on top of what is there. */
import { compact, reread } from './catching-up.server.ts';
import { examine, type Verdict } from './guard.server.ts';
import type { Span } from './letters.ts';
import { unpack } from './packing.ts';
import type { Part } from './part.server.ts';
import { limits, type Access, type Refusal } from './protocol.ts';
import type { Incoming, Member, Room } from './room.server.ts';
import { Shadow } from './shadow.server.ts';
import * as store from './store.server.ts';
import { writersOf } from './writers.server.ts';

export const mayNot = (room: Room, member: Member, access: Access): Refusal | null => {
	if (room.members.get(member.socket) !== member) return 'not_joined';
	if (member.halted) return member.halted;
	if (room.sealed) return 'sealed';
	if (access !== 'write') return 'forbidden';
	return member.outdated ? 'old_schema' : null;
};

/** Looks into the log, or asks whose a client id is, only where the update cannot be judged without. */
export async function judge(part: Part, room: Room, { member, bytes }: Incoming): Promise<Verdict> {
	let verdict = examine(bytes, room.vector, room.kind.form, room.letters);
	if ('refused' in verdict && verdict.refused === 'missing') {
		await reread(part, [room]);
		verdict = examine(bytes, room.vector, room.kind.form, room.letters);
	}
	if ('refused' in verdict) return verdict;
	const unknown = [...verdict.next.keys()].filter((client) => !room.writers.has(client));
	if (unknown.length) {
		for (const [client, account] of await writersOf(part.pool, room.name, unknown)) room.writers.set(client, account);
		for (const client of unknown.filter((c) => !room.writers.has(c))) {
			// written offline by a tab that is gone
			const claimed = {
				room: room.name,
				client,
				account: member.account,
				session: member.session,
				instance: member.instance
			};
			const answer = await part.ask.claim(claimed);
			if (answer !== 'mine') return { refused: answer === 'full' ? 'unavailable' : 'foreign_client' };
			room.writers.set(client, member.account);
		}
	}
	// by account, not by session: what was typed offline is brought after a new login, too. That no other tab goes on
	// under a client id that is in use is seen to at the door.
	for (const client of verdict.next.keys())
		if (room.writers.get(client) !== member.account) return { refused: 'foreign_client' };
	if (room.size + bytes.byteLength > limits.document) {
		await compact(part, room, 2);
		if (room.size + bytes.byteLength > limits.document) return { refused: 'document_full' };
	}
	if (!verdict.structural) return verdict;
	const letters = await tryOut(part, room, bytes);
	return letters ? { ...verdict, letters } : { refused: 'malformed' };
}

async function tryOut(part: Part, room: Room, bytes: Uint8Array): Promise<Span[] | null> {
	if (room.shadow && room.shadow.behind > 2000) room.dropShadow();
	if (!room.shadow) {
		const onTheWay = [...room.unstored];
		const [stored] = await store.load(part.pool, [room.name]);
		room.shadow = new Shadow([...stored!.rows.flatMap((r) => unpack(r.data)), ...onTheWay], room.kind.form);
	}
	room.shadowUsedAt = Date.now();
	const letters = room.shadow.takes(bytes);
	if (!letters) room.dropShadow();
	return letters;
}
