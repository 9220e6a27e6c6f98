/**
 * The live document of a meeting: agenda and minutes in one Y.Doc, the same for browser and server.
 *
 *   head:  Y.Map { begun: true }
 *   items: Y.Map  item id → Y.Map {
 *     order: string (fractional index)   kind: ItemKind   minutes: number   rapporteur: string
 *     off: boolean (taken off the agenda)   links: Y.Map "type:id" → true, or false once it was taken away
 *     text: Y.XmlFragment = itemTitle block*      (blocks: see document.schema.ts)
 *   }
 *
 * A map and no list: moving in a Yjs list is deleting and inserting, which would lose what others type meanwhile.
 */
import { generateKeyBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { isId } from '#platform/ids.ts';
import { itemKinds, linkTypes, type ItemKind, type LinkType } from './rules.ts';

export type ItemFields = { kind: ItemKind; minutes: number; rapporteur: string };
export type ItemLink = { type: LinkType; id: string };
export type DocumentItem = ItemFields & { id: string; order: string; title: string; links: ItemLink[] };
/** One item's part of the document; its title is the first element of `text`. */
export type ItemPart = Y.Map<unknown>;

export const titleNode = 'itemTitle';
export const maxMinutes = 480;
export const maxTitle = 300;
/** More than any item has. */
const mostLinks = 100;

/** Where the live engine keeps the document of a meeting. */
export const roomOf = (meetingId: string): string => `meeting:${meetingId}`;
export const partsOf = (doc: Y.Doc): Y.Map<ItemPart> => doc.getMap<ItemPart>('items');
export const isBegun = (doc: Y.Doc): boolean => doc.getMap('head').get('begun') === true;
export const begin = (doc: Y.Doc): void => void doc.getMap('head').set('begun', true);

export const partOf = (doc: Y.Doc, id: string): ItemPart | undefined => {
	const part = partsOf(doc).get(id);
	return part instanceof Y.Map ? part : undefined;
};
/** What is written under an item, its title first. */
export const textOf = (part: ItemPart): Y.XmlFragment | undefined => {
	const text = part.get('text');
	return text instanceof Y.XmlFragment ? text : undefined;
};
/** Neither taken off nor without its text. */
export const isShown = (part: ItemPart): boolean => part instanceof Y.Map && part.get('off') !== true && !!textOf(part);
export const orderOf = (part: ItemPart): string =>
	typeof part.get('order') === 'string' ? (part.get('order') as string) : '';

/** Ids in the order of the agenda; equal keys, which two movers can make, are told apart by id. */
export function orderedIds(doc: Y.Doc): string[] {
	const shown = [...partsOf(doc).entries()].filter(([, part]) => isShown(part));
	const key = ([id, part]: [string, ItemPart]) => `${orderOf(part)} ${id}`;
	return shown.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(([id]) => id);
}

/** The agenda as plain values. What a hostile or old client left out of range is brought into it. */
export const itemsOf = (doc: Y.Doc): DocumentItem[] =>
	orderedIds(doc).map((id) => {
		const part = partOf(doc, id)!;
		return { id, order: orderOf(part), title: titleOf(part), links: linksOf(part), ...fieldsOf(part) };
	});

export function fieldsOf(part: ItemPart): ItemFields {
	const [kind, minutes, rapporteur] = [part.get('kind'), part.get('minutes'), part.get('rapporteur')];
	return {
		kind: itemKinds.find((k) => k === kind) ?? 'discussion',
		minutes: typeof minutes === 'number' && minutes >= 1 ? Math.min(Math.round(minutes), maxMinutes) : 10,
		rapporteur: typeof rapporteur === 'string' ? clean(rapporteur.slice(0, 200)) : ''
	};
}

export function linksOf(part: ItemPart): ItemLink[] {
	const links = part.get('links');
	if (!(links instanceof Y.Map)) return [];
	const on = [...links.keys()].filter((key) => links.get(key) === true);
	const found = on.sort().flatMap((key): ItemLink[] => {
		const type = linkTypes.find((t) => key.startsWith(`${t}:`));
		const id = key.slice(key.indexOf(':') + 1);
		return type && isId(id) && id === id.toLowerCase() ? [{ type, id }] : [];
	});
	return found.slice(0, mostLinks);
}

export function titleOf(part: ItemPart): string {
	const first = textOf(part)?.get(0);
	return first instanceof Y.XmlElement && first.nodeName === titleNode
		? clean(plain(first).slice(0, maxTitle)).trim()
		: '';
}
/** Neither NUL nor half a letter, which the database refuses. */
export const clean = (words: string): string => words.replaceAll('\0', '').toWellFormed();

/** The letters of an element, without marks; without recursion and without spreading, so that no depth and no crowd is too much. */
export function plain(node: Y.XmlElement | Y.XmlText | Y.XmlFragment): string {
	const found: string[] = [];
	const open: unknown[] = [node];
	while (open.length) {
		const next = open.pop();
		if (next instanceof Y.XmlText)
			for (const { insert } of next.toDelta() as Run[]) found.push(typeof insert === 'string' ? insert : '');
		else if (next instanceof Y.XmlFragment) for (const child of next.toArray().reverse()) open.push(child);
	}
	return found.join('');
}
type Run = { insert?: unknown };

/** With room for letters from the start: the editor would make one at the first letter, and two who begin at once two. */
export function newLine(node: string, words = ''): Y.XmlElement {
	const element = new Y.XmlElement(node);
	element.insert(0, [new Y.XmlText(words)]);
	return element;
}
export const newTitle = (title: string): Y.XmlElement => newLine(titleNode, title);
function newText(title: string): Y.XmlFragment {
	const text = new Y.XmlFragment();
	text.insert(0, [newTitle(title), newLine('paragraph')]);
	return text;
}

/** Puts an item at the end, or before `beforeId`. An id that was taken off comes back with what it held. */
export function addItem(
	doc: Y.Doc,
	id: string,
	item: ItemFields & { title: string; links?: readonly ItemLink[] },
	beforeId?: string
): void {
	doc.transact(() => {
		const order = keyAt(doc, id, beforeId);
		const known = partOf(doc, id);
		if (known) {
			known.set('order', order);
			known.set('off', false);
			if (!textOf(known)) known.set('text', newText(item.title));
			return;
		}
		const part: ItemPart = new Y.Map();
		part.set('order', order);
		part.set('kind', item.kind);
		part.set('minutes', item.minutes);
		part.set('rapporteur', item.rapporteur);
		part.set('off', false);
		part.set('links', new Y.Map((item.links ?? []).map((l) => [`${l.type}:${l.id}`, true])));
		part.set('text', newText(item.title));
		partsOf(doc).set(id, part);
	});
}

/** A key between the neighbours; `beforeId` undefined means the end. */
function keyAt(doc: Y.Doc, id: string, beforeId: string | undefined): string {
	const others = orderedIds(doc).filter((other) => other !== id);
	const index = beforeId === undefined ? others.length : others.indexOf(beforeId);
	const at = index < 0 ? others.length : index;
	const keyOf = (i: number) => (others[i] === undefined ? null : orderOf(partOf(doc, others[i])!) || null);
	const [before, after] = [keyOf(at - 1), keyOf(at)];
	try {
		return generateKeyBetween(before, after);
	} catch {
		return renumbered(doc, others, at); // equal or broken keys
	}
}
/** Gives all items fresh keys and returns the one that was left free at `at`. */
function renumbered(doc: Y.Doc, ids: readonly string[], at: number): string {
	let last: string | null = null;
	let free = '';
	for (let i = 0; i <= ids.length; i++) {
		if (i === at) free = last = generateKeyBetween(last, null);
		if (i < ids.length) partOf(doc, ids[i]!)!.set('order', (last = generateKeyBetween(last, null)));
	}
	return free;
}

/** `to` is the index it shall have; false when nothing moves. */
export function moveItem(doc: Y.Doc, id: string, to: number): boolean {
	const ids = orderedIds(doc);
	const from = ids.indexOf(id);
	if (from < 0 || to < 0 || to >= ids.length || to === from) return false;
	doc.transact(() => partOf(doc, id)!.set('order', keyAt(doc, id, ids.filter((x) => x !== id)[to])));
	return true;
}

/** Off the agenda; what was written stays until the document becomes a record, and comes back with `addItem`. */
export const takeOff = (doc: Y.Doc, id: string): void => void partOf(doc, id)?.set('off', true);

const partKeys: ReadonlySet<string> = new Set(['order', 'kind', 'minutes', 'rapporteur', 'off', 'links', 'text']);
/** What no page shows: items taken off with all they held, and what somebody has hidden beside the known fields. */
function unshown(doc: Y.Doc): [Y.Map<unknown>, string][] {
	const parts = partsOf(doc) as Y.Map<unknown>;
	const beside = (map: Y.Map<unknown>, known: ReadonlySet<string>) =>
		[...map.keys()].filter((key) => !known.has(key)).map((key): [Y.Map<unknown>, string] => [map, key]);
	return [
		...beside(doc.getMap('head'), new Set(['begun'])),
		...[...partsOf(doc)].flatMap(([id, part]): [Y.Map<unknown>, string][] =>
			isShown(part) ? beside(part, partKeys) : [[parts, id]]
		)
	];
}
/** For documents that become a record or a version: nothing of it comes back. */
export function dropUnshown(doc: Y.Doc): void {
	doc.transact(() => {
		for (const [map, key] of unshown(doc)) map.delete(key);
	});
}
/** The document as one update, without what no page shows. */
export function shownState(doc: Y.Doc): Uint8Array {
	const state = Y.encodeStateAsUpdate(doc);
	if (!unshown(doc).length) return state;
	const shown = new Y.Doc();
	Y.applyUpdate(shown, state);
	dropUnshown(shown);
	return Y.encodeStateAsUpdate(shown);
}

export function setFields(doc: Y.Doc, id: string, fields: Partial<ItemFields>): void {
	const part = partOf(doc, id);
	if (!part) return;
	doc.transact(() => {
		for (const [name, value] of Object.entries(fields)) if (part.get(name) !== value) part.set(name, value);
	});
}

export function setTitle(doc: Y.Doc, id: string, title: string): void {
	const part = partOf(doc, id);
	const text = part && textOf(part);
	if (!text || titleOf(part) === title) return;
	doc.transact(() => {
		const first = text.get(0);
		if (first instanceof Y.XmlElement && first.nodeName === titleNode) text.delete(0, 1);
		text.insert(0, [newTitle(title)]);
	});
}

export function setLink(doc: Y.Doc, id: string, link: ItemLink, on: boolean): void {
	const part = partOf(doc, id);
	if (!part) return;
	const key = `${link.type}:${link.id}`;
	doc.transact(() => {
		let links = part.get('links');
		if (!(links instanceof Y.Map)) part.set('links', (links = new Y.Map()));
		// never deleted, as Yjs does not tell who deletes
		if (((links as Y.Map<unknown>).get(key) === true) !== on) (links as Y.Map<unknown>).set(key, on);
	});
}
