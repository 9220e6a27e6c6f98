/**
 * How the rows of an agenda follow its document: what is put right in the document first, and what the rows become.
 * Pure. What is settled, and a proposal that waits for its decision, does not leave the agenda by a stroke in a text.
 */
import type * as Y from 'yjs';
import { isId } from '#platform/ids.ts';
import { fits } from '#platform/step.ts';
import {
	addItem,
	itemsOf,
	linksOf,
	orderedIds,
	partOf,
	setFields,
	setLink,
	takeOff,
	textOf
} from './document.shape.ts';
import { inMoment, isOnAgenda, isSettled, itemSteps, waitsFor, type LinkType, type MeetingState } from './rules.ts';
import type { Item } from './store.server.ts';

export type LinkRow = { itemId: string; thingType: LinkType; thingId: string };
export type Following = {
	found: { id: string; bodyId: string; state: MeetingState };
	/** Rows of this meeting, and of every id the document names. */
	rows: readonly Item[];
	links: readonly LinkRow[];
};
type Row = Omit<Item, 'createdAt' | 'result' | 'carriedFromId' | 'minutesOfId' | 'taskId' | 'proposalId'>;

/** More than any agenda has; whoever writes more writes for nobody. */
const mostItems = 300;
/** Neither taken off nor made another kind of item by writing. */
const isFixed = (row: Item): boolean => (isOnAgenda(row.state) && isSettled(row.state)) || waitsFor(row) !== null;

/** Puts the document right where it may not be followed. */
export function mend(doc: Y.Doc, f: Following): void {
	const byId = new Map(f.rows.map((r) => [r.id, r]));
	for (const [i, id] of orderedIds(doc).entries())
		if (i >= mostItems || !mayStand(f, id, byId.get(id))) takeOff(doc, id);
	const shown = new Set(orderedIds(doc));
	for (const row of f.rows) {
		if (row.meetingId !== f.found.id || !isOnAgenda(row.state)) continue;
		const part = partOf(doc, row.id);
		const isBroken = !part || !textOf(part);
		if (!shown.has(row.id) && (isBroken || isFixed(row) || !fits(itemSteps.remove, row.state))) bringBack(doc, f, row);
		if (isFixed(row)) holdFast(doc, row);
	}
	for (const row of f.rows)
		if (!row.meetingId && shown.has(row.id)) for (const l of ownLinks(f, row.id)) setLink(doc, row.id, l, true);
}
function mayStand(f: Following, id: string, row: Item | undefined): boolean {
	if (!isId(id) || id !== id.toLowerCase()) return false;
	if (row && (row.bodyId !== f.found.bodyId || (row.meetingId && row.meetingId !== f.found.id))) return false;
	if (row?.meetingId) return true;
	return inMoment('agenda', f.found.state) && (!row || row.state === 'backlog');
}
const ownLinks = (f: Following, id: string) =>
	f.links.filter((l) => l.itemId === id).map((l) => ({ type: l.thingType, id: l.thingId }));
function bringBack(doc: Y.Doc, f: Following, row: Item): void {
	const part = partOf(doc, row.id);
	if (part?.has('order') && part.has('text')) part.set('off', false);
	if (!orderedIds(doc).includes(row.id)) {
		const { kind, title, minutes, rapporteur } = row;
		addItem(doc, row.id, { kind, title, minutes, rapporteur, links: ownLinks(f, row.id) });
		if (row.orderKey) partOf(doc, row.id)?.set('order', row.orderKey);
	}
}
function holdFast(doc: Y.Doc, row: Item): void {
	const part = partOf(doc, row.id);
	if (!part) return;
	setFields(doc, row.id, { kind: row.kind });
	const { proposalId: id } = row;
	if (id && !linksOf(part).some((l) => l.type === 'proposal' && l.id === id))
		setLink(doc, row.id, { type: 'proposal', id }, true);
}

export type Plan = { insert: Row[]; update: Row[]; link: LinkRow[]; unlink: LinkRow[] };

/** What the rows become, only where they differ. `untitled` names an item that has no title yet. */
export function planOf(doc: Y.Doc, f: Following, untitled: string): Plan {
	const byId = new Map(f.rows.map((r) => [r.id, r]));
	const items = itemsOf(doc);
	const wanted = items.map((item, i): Row => {
		const row = byId.get(item.id);
		const { id, kind, minutes, rapporteur, order: orderKey } = item;
		const { id: meetingId, bodyId } = f.found;
		const state = row && row.meetingId && isOnAgenda(row.state) ? row.state : 'scheduled';
		return {
			id,
			bodyId,
			meetingId,
			position: i + 1,
			orderKey,
			kind,
			minutes,
			rapporteur,
			state,
			title: item.title || row?.title || untitled
		};
	});
	const shown = new Set(items.map((i) => i.id));
	const gone = f.rows
		.filter((r) => r.meetingId === f.found.id && isOnAgenda(r.state) && !shown.has(r.id))
		.map((r): Row => ({ ...r, state: itemSteps.remove.to }));
	const key = (l: LinkRow) => `${l.itemId} ${l.thingType} ${l.thingId}`;
	const links = items.flatMap((i) => i.links.map((l): LinkRow => ({ itemId: i.id, thingType: l.type, thingId: l.id })));
	const [known, kept] = [new Set(f.links.map(key)), new Set(links.map(key))];
	return {
		insert: wanted.filter((w) => !byId.has(w.id)),
		update: [...wanted.filter((w) => differs(byId.get(w.id), w)), ...gone],
		link: links.filter((l) => !known.has(key(l))),
		unlink: f.links.filter((l) => shown.has(l.itemId) && !kept.has(key(l)))
	};
}
const differs = (row: Item | undefined, w: Row): boolean =>
	row !== undefined &&
	(['meetingId', 'position', 'orderKey', 'kind', 'title', 'minutes', 'rapporteur', 'state'] as const).some(
		(k) => row[k] !== w[k]
	);
