/**
 * An empty line is given a text at once. Else whoever types its first letter makes the text: two who begin the same line
 * together make two of them, which every editor then joins to one – each anew, so that the letters double.
 */
import { Extension } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

const lines: ReadonlySet<string> = new Set(['paragraph', 'heading', 'itemTitle']);

/** Empty lines below these, which this transaction has made. */
function emptyLines(within: Y.XmlFragment, made: (line: Y.XmlElement) => boolean): Y.XmlElement[] {
	return within.toArray().flatMap((child) => {
		if (!(child instanceof Y.XmlElement) || !made(child)) return [];
		if (!lines.has(child.nodeName)) return emptyLines(child, made);
		return child.length ? [] : [child];
	});
}

/** In a transaction that follows the editor's own at once, so that the editor takes no notice of it. */
export function fillEmptyLines(text: Y.XmlFragment, transaction: Y.Transaction): void {
	const touched: ReadonlyMap<unknown, unknown> = transaction.changedParentTypes;
	if (transaction.origin !== ySyncPluginKey || !touched.has(text)) return;
	const isNew = ({ _item: item }: Y.XmlElement) =>
		item !== null && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
	const empty = [...transaction.changed].flatMap(([type, keys]) =>
		type instanceof Y.XmlFragment && keys.has(null) ? emptyLines(type, isNew) : []
	);
	if (empty.length)
		transaction.doc.transact(() => {
			for (const line of empty) line.insert(0, [new Y.XmlText()]);
		}, ySyncPluginKey);
}

export const textInEmptyLines = (text: Y.XmlFragment) => {
	const fill = (transaction: Y.Transaction) => fillEmptyLines(text, transaction);
	return Extension.create({
		name: 'textInEmptyLines',
		onCreate: () => text.doc?.on('afterTransaction', fill),
		onDestroy: () => text.doc?.off('afterTransaction', fill)
	});
};
