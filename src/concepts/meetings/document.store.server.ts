/** The document of a meeting inside a transaction: read, begun from its rows, edited by the hub itself. */
import type * as Y from 'yjs';
import type { Transaction } from '#platform/change.server.ts';
import { claimForHub, editAsHub } from '#realtime/hub.server.ts';
import { readDocument } from '#realtime/log.server.ts';
import { addItem, begin, isBegun, orderedIds, partOf, roomOf } from './document.shape.ts';
import { append } from './document.write.ts';
import { blocksFrom } from './markup.ts';
import { agendaOf, linksOf, type Meeting } from './store.server.ts';

type Given = Pick<Meeting, 'id' | 'minutes'>;

/** For pages, which write nothing: a document that has not begun is shown as it would begin. */
export async function documentSeen(tx: Transaction, found: Given): Promise<Y.Doc> {
	const doc = await readDocument(tx, roomOf(found.id));
	if (!isBegun(doc)) (await beginning(tx, found))(doc);
	return doc;
}

/** For whoever has locked the meeting: a document that has not begun, begins. */
export async function documentOf(tx: Transaction, found: Given): Promise<Y.Doc> {
	const doc = await readDocument(tx, roomOf(found.id));
	if (isBegun(doc)) return doc;
	await claimForHub(tx, roomOf(found.id));
	await edited(tx, found.id, doc, await beginning(tx, found));
	return doc;
}

/** Applies an edit of the hub to the document and appends it; nothing is appended when nothing changes. */
export async function inDocument(tx: Transaction, found: Given, edit: (doc: Y.Doc) => void): Promise<Y.Doc> {
	const doc = await documentOf(tx, found);
	await edited(tx, found.id, doc, edit);
	return doc;
}

/** The same for a document that was read in this transaction already; true when something changed. */
export const edited = (tx: Transaction, meetingId: string, doc: Y.Doc, edit: (doc: Y.Doc) => void): Promise<boolean> =>
	editAsHub(tx, roomOf(meetingId), doc, edit);

/** The agenda as its rows say; minutes from before there was a document go under the last item. */
async function beginning(tx: Transaction, found: Given): Promise<(doc: Y.Doc) => void> {
	const rows = await agendaOf(tx, found.id);
	const links = await linksOf(
		tx,
		rows.map((r) => r.id)
	);
	return (doc) => {
		begin(doc);
		for (const { id, kind, title, minutes, rapporteur } of rows) {
			const own = links.filter((l) => l.itemId === id).map((l) => ({ type: l.thingType, id: l.thingId }));
			addItem(doc, id, { kind, title, minutes, rapporteur, links: own });
		}
		const last = partOf(doc, orderedIds(doc).at(-1) ?? '');
		if (last && found.minutes.trim()) append(doc, last, blocksFrom(found.minutes));
	};
}
