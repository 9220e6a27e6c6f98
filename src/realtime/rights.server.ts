/** Rights of those who are in a room: as the database has them now. */
import { tellSaved } from './acknowledging.server.ts';
import { leave } from './joining.server.ts';
import type { Part } from './part.server.ts';
import type { Access } from './protocol.ts';
import type { Member, Room } from './room.server.ts';

export function setAccess(part: Part, room: Room, member: Member, access: Access): void {
	if (member.access === access) return;
	member.access = access;
	tellSaved(part, room);
	const socket = part.io.sockets.sockets.get(member.socket);
	socket?.emit('rights', room.name, room.sealed && access === 'write' ? 'read' : access, room.sealed);
	if (access === 'none' && socket) leave(part, socket, room.name);
}

/** Rights may be withdrawn while nobody writes. A database that is away withdraws none. */
export async function recheck(part: Part, open: readonly Room[]): Promise<void> {
	const members = open.flatMap((room) => [...room.members.values()].map((member) => ({ room, member })));
	await Promise.all(
		members.map(async ({ room, member }) =>
			setAccess(
				part,
				room,
				member,
				await part.ask.rights({ kind: room.kind, accountId: member.account, key: room.key })
			)
		)
	);
}
