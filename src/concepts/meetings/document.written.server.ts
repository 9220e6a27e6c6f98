/** After live writing: rows, tasks, search and mentions follow the document. Called by the engine some time after a change. */
import { and, desc, eq } from 'drizzle-orm';
import type * as Y from 'yjs';
import { nobody } from '#concepts/people/actor.ts';
import { change, type Change, type Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { event } from '#platform/events.tables.server.ts';
import { no, yes } from '#platform/result.ts';
import { rowsOf } from '#realtime/log.server.ts';
import { isWritable } from './access.ts';
import { roomOf } from './document.shape.ts';
import { documentOf } from './document.store.server.ts';
import { isFollowed, rowsFollow } from './follow.server.ts';
import { lockMeeting, type Locked } from './store.server.ts';
import { assigneesOf } from './tasks.queries.server.ts';
import { keepVersion } from './versions.store.server.ts';
import { newlyMentioned, tasksFollow, textFollows, writtenIn } from './written.store.server.ts';

const tellEveryMs = 10 * 60_000;

export async function documentWritten(meetingId: string): Promise<void> {
	const seen: Seen = {};
	const told = await change<null>(nobody, async (c) => {
		const found = await openMeeting(c.tx, meetingId);
		if (!found) return no('not_found');
		const doc = await documentSeenAt(c.tx, found, seen);
		const news = await recordsFollow(c, found, doc);
		if (!news && !(await isDue(c.tx, meetingId))) return no('conflict'); // nothing to tell: the words alone follow
		c.record('meeting.write_document', { type: 'meeting', id: meetingId });
		await wordsFollow(c.tx, found, doc);
		return yes(null);
	});
	if (told.ok || told.why === 'not_found') return;
	// what is made of the document alone is no fact of its own, and needs no event
	await (
		await database()
	).transaction(async (tx) => {
		const found = await openMeeting(tx, meetingId);
		if (found) await wordsFollow(tx, found, await documentSeenAt(tx, found, seen));
	});
}

/** A document once built is good as long as the log has the same rows. */
type Seen = { rows?: string; doc?: Y.Doc };
async function documentSeenAt(tx: Transaction, found: Locked, seen: Seen): Promise<Y.Doc> {
	const rows = await rowsOf(tx, roomOf(found.id)); // before the document: what comes in between makes it built anew
	if (!seen.doc || seen.rows !== rows) Object.assign(seen, { rows, doc: await documentOf(tx, found) });
	return seen.doc!;
}

/** A sealed document says no more. */
async function openMeeting(tx: Transaction, meetingId: string): Promise<Locked | null> {
	const found = await lockMeeting(tx, meetingId, null);
	return found && isWritable(found.minutesState) ? found : null;
}

/** Agenda, tasks and mentions; true when any of them is new. The document is put right where it may not be followed. */
export async function recordsFollow(c: Change, found: Locked, doc: Y.Doc): Promise<boolean> {
	if (!isFollowed(found)) return false;
	const rows = await rowsFollow(c.tx, found, doc);
	const written = writtenIn(doc);
	const possible = new Set((await assigneesOf(c.tx, found.bodyId, found.id)).map((p) => p.accountId));
	const tasks = await tasksFollow(c.tx, found, written, possible);
	for (const t of tasks.given)
		c.record('task.add', { type: 'task', id: t.id }, { meetingId: found.id }, [{ to: t.assigneeId!, note: 'task' }]);
	const mentioned = await newlyMentioned(c.tx, found, written, possible);
	if (mentioned.length) {
		const tells = mentioned.map((to) => ({ to, note: 'mention' }));
		c.record('meeting.mention', { type: 'meeting', id: found.id }, {}, tells);
	}
	return rows || tasks.changed || mentioned.length > 0;
}

async function wordsFollow(tx: Transaction, found: Locked, doc: Y.Doc): Promise<void> {
	await textFollows(tx, found, writtenIn(doc));
	await keepVersion(tx, found.id, doc, 'writing');
}

async function isDue(tx: Transaction, meetingId: string): Promise<boolean> {
	const [last] = await tx
		.select({ at: event.at })
		.from(event)
		.where(and(eq(event.thingType, 'meeting'), eq(event.thingId, meetingId), eq(event.kind, 'meeting.write_document')))
		.orderBy(desc(event.id))
		.limit(1);
	return !last || now().getTime() - last.at.getTime() >= tellEveryMs;
}
