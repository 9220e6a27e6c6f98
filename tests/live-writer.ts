/** Somebody who writes in the live document of a meeting, for tests without a socket. */
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { Actor } from '#concepts/people/actor.ts';
import { roomOf } from '#concepts/meetings/document.shape.ts';
import { database } from '#platform/database.server.ts';
import { appendTo, readDocument } from '#realtime/log.server.ts';
import { liveWriter } from '#realtime/tables.server.ts';

/** As an editor does it: outside all commands. Without `by` nobody knows whose change it was. */
export async function writeLive(by: Actor | null, meetingId: string, edit: (doc: Y.Doc) => void): Promise<void> {
	const room = roomOf(meetingId);
	await (
		await database()
	).transaction(async (tx) => {
		const doc = await readDocument(tx, room);
		const before = Y.encodeStateVector(doc);
		const writer = { room, client: doc.clientID, sessionHash: 'x', instance: randomUUID() };
		if (by) await tx.insert(liveWriter).values({ ...writer, accountId: by.id! });
		doc.transact(() => edit(doc));
		await appendTo(tx, room, Y.encodeStateAsUpdate(doc, before));
	});
}
