/**
 * What the document says of its agenda – which items, in which order, of which kind, linked to what – and its rows do not
 * say yet, each with the client id under which it was written: those who may only write text must not arrange. Pure.
 * Yjs knows who set a value, but not who deleted one: so nothing of this is ever deleted, and what is, is nobody's.
 */
import * as Y from 'yjs';
import type { Following } from './agenda.follow.ts';
import {
	fieldsOf,
	isShown,
	linksOf,
	orderOf,
	partsOf,
	setFields,
	setLink,
	takeOff,
	textOf,
	type ItemFields,
	type ItemLink,
	type ItemPart
} from './document.shape.ts';
import { isOnAgenda } from './rules.ts';
import type { Item } from './store.server.ts';

export type Arranging = {
	itemId: string;
	step: 'add' | 'remove' | 'move' | 'edit' | 'link' | 'unlink';
	link?: ItemLink;
	/** Who wrote it, by client id; null when that is not known. */
	client: number | null;
	/** As the rows say. */
	putBack(doc: Y.Doc): void;
};

export function arrangedIn(doc: Y.Doc, f: Following): Arranging[] {
	const byId = new Map(f.rows.map((r) => [r.id, r]));
	return [...partsOf(doc).entries()].flatMap(([id, part]): Arranging[] => {
		if (!(part instanceof Y.Map)) return [];
		const row = byId.get(id);
		const isOn = row !== undefined && row.meetingId === f.found.id && isOnAgenda(row.state);
		if (!isShown(part)) return isOn ? [removed(id, part)] : [];
		const links = relinked(id, part, f);
		return isOn ? [...moved(part, row), ...edited(part, row), ...links] : [added(id, part), ...links];
	});
}

const added = (itemId: string, part: ItemPart): Arranging => ({
	itemId,
	step: 'add',
	client: writerOf(part, 'off'),
	putBack: (doc) => takeOff(doc, itemId)
});
const removed = (itemId: string, part: ItemPart): Arranging => ({
	itemId,
	step: 'remove',
	client: textOf(part) ? writerOf(part, 'off') : null,
	// a part without text is made anew; see agenda.follow.ts
	putBack: (doc) => (textOf(part) ? void part.set('off', false) : partsOf(doc).delete(itemId))
});
function moved(part: ItemPart, row: Item): Arranging[] {
	const { id: itemId, orderKey } = row;
	if (!orderKey || orderOf(part) === orderKey) return [];
	const putBack = () => void part.set('order', orderKey);
	return [{ itemId, step: 'move', client: writerOf(part, 'order'), putBack }];
}
function edited(part: ItemPart, row: Item): Arranging[] {
	const fields = fieldsOf(part);
	return (Object.keys(fields) as (keyof ItemFields)[])
		.filter((name) => fields[name] !== row[name])
		.map((name) => ({
			itemId: row.id,
			step: 'edit',
			client: writerOf(part, name),
			putBack: (doc) => setFields(doc, row.id, { [name]: row[name] })
		}));
}
function relinked(itemId: string, part: ItemPart, f: Following): Arranging[] {
	const links = part.get('links');
	const key = (l: ItemLink) => `${l.type}:${l.id}`;
	const now = linksOf(part);
	const before = f.links
		.filter((l) => l.itemId === itemId)
		.map((l): ItemLink => ({ type: l.thingType, id: l.thingId }));
	const has = (all: readonly ItemLink[], l: ItemLink) => all.some((other) => key(other) === key(l));
	const change = (link: ItemLink, step: 'link' | 'unlink'): Arranging => ({
		itemId,
		step,
		link,
		client: links instanceof Y.Map ? writerOf(links, key(link)) : null,
		putBack: (doc) => setLink(doc, itemId, link, step === 'unlink')
	});
	return [
		...now.filter((l) => !has(before, l)).map((l) => change(l, 'link')),
		...before.filter((l) => !has(now, l)).map((l) => change(l, 'unlink'))
	];
}

/** Under whose id the value stands that a map has now. */
function writerOf(map: Y.Map<unknown>, key: string): number | null {
	const item = map._map.get(key);
	return item && !item.deleted ? item.id.client : null;
}
