/** What the hub itself writes in a live document, in the transaction of whoever has locked what the document is about. */
import * as Y from 'yjs';
import type { Transaction } from '#platform/database.server.ts';
import { appendTo } from './log.server.ts';
import { liveWriter } from './tables.server.ts';

/** One id for all it writes, so that documents do not grow by one writer a command. */
export const hubClient = 1;
const noId = '00000000-0000-0000-0000-000000000000';

/** Security: from then on nobody else gets the hub's client id in this document. */
export async function claimForHub(tx: Transaction, room: string): Promise<void> {
	const hub = { room, client: hubClient, accountId: noId, sessionHash: '', instance: noId };
	await tx.insert(liveWriter).values(hub).onConflictDoNothing();
}

/** Applies an edit and appends it; nothing is appended when nothing changes. @returns whether something changed */
export async function editAsHub(
	tx: Transaction,
	room: string,
	doc: Y.Doc,
	edit: (doc: Y.Doc) => void
): Promise<boolean> {
	const updates: Uint8Array[] = [];
	const keep = (update: Uint8Array) => void updates.push(update);
	doc.clientID = hubClient;
	doc.on('update', keep);
	doc.transact(() => edit(doc));
	doc.off('update', keep);
	if (updates.length) await appendTo(tx, room, Y.mergeUpdates(updates));
	return updates.length > 0;
}
