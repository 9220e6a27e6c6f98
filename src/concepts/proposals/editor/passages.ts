/** Passages that somebody has pointed at, marked where they stand in a part; one that was reworded is marked no more. */
import { Extension } from '@tiptap/core';
import type { Node as PMNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Each with what is said at it, for those who do not see the mark. */
export type Passages = readonly { quote: string; label: string }[];

function marksIn(doc: PMNode, passages: Passages): DecorationSet {
	const marks: Decoration[] = [];
	// a line break between blocks has the length of what ends one and begins the next
	const words = doc.textBetween(0, doc.content.size, '\n');
	const lines: { from: number; at: number }[] = [];
	let from = 0;
	doc.forEach((line, offset) => {
		lines.push({ from, at: offset + 1 });
		from += line.textContent.length + 1;
	});
	const placeOf = (index: number) => {
		const line = lines.findLast((l) => l.from <= index) ?? { from: 0, at: 1 };
		return line.at + index - line.from;
	};
	for (const { quote, label } of passages) {
		const index = quote ? words.indexOf(quote) : -1;
		if (index < 0) continue;
		marks.push(
			Decoration.inline(placeOf(index), placeOf(index + quote.length), {
				nodeName: 'mark',
				class: 'passage',
				title: label
			})
		);
	}
	return DecorationSet.create(doc, marks);
}

export const passagesMarked = (passages: Passages) =>
	Extension.create({
		name: 'passages',
		addProseMirrorPlugins: () => [
			new Plugin({
				key: new PluginKey('passages'),
				props: { decorations: ({ doc }) => marksIn(doc, passages) }
			})
		]
	});
