/** A meeting from before there were documents: its document begins when the first page asks for it. */
import { eq } from 'drizzle-orm';
import { database } from '#platform/database.server.ts';
import { isId } from '#platform/ids.ts';
import { liveUpdate } from '#realtime/tables.server.ts';
import { roomOf } from './document.shape.ts';
import { documentOf } from './document.store.server.ts';
import { isFollowed } from './follow.server.ts';
import { lockMeeting } from './store.server.ts';

/** Asked by pages after they have been seen to be readable. Made of the rows alone, so it is no fact and no event. */
export async function beginDocument(meetingId: string): Promise<void> {
	if (!isId(meetingId)) return;
	const db = await database();
	const [row] = await db
		.select({ id: liveUpdate.id })
		.from(liveUpdate)
		.where(eq(liveUpdate.room, roomOf(meetingId)))
		.limit(1);
	if (row) return;
	await db.transaction(async (tx) => {
		const found = await lockMeeting(tx, meetingId, null);
		if (found && isFollowed(found)) await documentOf(tx, found);
	});
}
