/** SQL of document versions: the document as it was, with those who wrote since the version before. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { liveWriter } from '#realtime/tables.server.ts';
import { roomOf, shownState } from './document.shape.ts';
import { hubClient } from '#realtime/hub.server.ts';
import type { DocumentOccasion } from './rules.ts';
import { documentVersion } from './document.tables.server.ts';

const everyMs = 5 * 60_000;

/** At a step of the meeting always; while it is written every five minutes, when something has changed. */
export async function keepVersion(
	tx: Transaction,
	meetingId: string,
	doc: Y.Doc,
	occasion: DocumentOccasion
): Promise<void> {
	const { at, id } = documentVersion;
	const [last] = await tx
		.select({ at, id })
		.from(documentVersion)
		.where(eq(documentVersion.meetingId, meetingId))
		.orderBy(desc(at))
		.limit(1);
	if (occasion === 'writing' && last && now().getTime() - last.at.getTime() < everyMs) return;
	const older = last && (await stateOf(tx, meetingId, last.id));
	const state = shownState(doc);
	if (occasion === 'writing' && older && Buffer.compare(older, state) === 0) return;
	const writers = await writersSince(tx, meetingId, doc, older ?? undefined);
	await tx.insert(documentVersion).values({ meetingId, at: now(), occasion, writers, state });
}

/** Kept while the minutes are written, for those who write; a record needs the named ones only. */
export const unnamedOccasions: readonly DocumentOccasion[] = ['writing', 'restore'];
/** All but the one that became a record. */
export const earlierOccasions: readonly DocumentOccasion[] = [...unnamedOccasions, 'invite', 'end', 'circulate'];
/** The database lets versions go by this function only. @returns how many */
export async function eraseVersions(
	tx: Transaction,
	meetingId: string,
	occasions: readonly DocumentOccasion[]
): Promise<number> {
	const { rows } = await tx.execute<{ n: number }>(
		sql`select erase_document_versions(${meetingId}::uuid, ${sql.param([...occasions])}::text[]) as n`
	);
	return rows[0]!.n;
}

/** Whose client ids have written more than the older state knows; the hub itself is nobody. */
async function writersSince(tx: Transaction, meetingId: string, doc: Y.Doc, older?: Uint8Array): Promise<string[]> {
	const before = older ? Y.decodeStateVector(Y.encodeStateVectorFromUpdate(older)) : new Map<number, number>();
	const after = Y.decodeStateVector(Y.encodeStateVector(doc));
	const clients = [...after.keys()].filter((c) => c !== hubClient && after.get(c)! > (before.get(c) ?? 0));
	if (!clients.length) return [];
	const rows = await tx
		.selectDistinct({ accountId: liveWriter.accountId })
		.from(liveWriter)
		.where(and(eq(liveWriter.room, roomOf(meetingId)), inArray(liveWriter.client, clients)));
	return rows.map((r) => r.accountId).sort();
}

/** The document of a version; null when this meeting has no such version. */
export async function documentOfVersion(tx: Transaction, meetingId: string, id: string): Promise<Y.Doc | null> {
	if (!isId(id)) return null;
	const state = await stateOf(tx, meetingId, id);
	if (!state) return null;
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	return doc;
}
async function stateOf(tx: Transaction, meetingId: string, id: string): Promise<Uint8Array | null> {
	const [row] = await tx
		.select({ state: documentVersion.state })
		.from(documentVersion)
		.where(and(eq(documentVersion.id, id), eq(documentVersion.meetingId, meetingId)));
	return row?.state ?? null;
}
