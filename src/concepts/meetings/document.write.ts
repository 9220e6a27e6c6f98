/** Blocks as parts of the document, in the nodes of the editor: for notes from forms and passages that come back. */
import * as Y from 'yjs';
import { newLine, newTitle, textOf, titleNode, type ItemPart } from './document.shape.ts';
import type { Block, Cell, Inline, Marks } from './minutes.blocks.ts';

const element = (name: string, attributes: Record<string, unknown>, children: (Y.XmlElement | Y.XmlText)[]) => {
	const made = new Y.XmlElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
	if (children.length) made.insert(0, children);
	return made;
};

/** Without letters and anything else; an editor leaves empty texts in it. */
const isBlank = (line: Y.XmlElement): boolean =>
	line.toArray().every((child) => child instanceof Y.XmlText && child.length === 0);

export const elementsOf = (blocks: readonly Block[]): Y.XmlElement[] => blocks.map(elementOf);

function elementOf(block: Block): Y.XmlElement {
	switch (block.type) {
		case 'paragraph':
			return element('paragraph', {}, inlineOf(block.content));
		case 'heading':
			return element('heading', { level: Math.max(block.level, 3) }, inlineOf(block.content));
		case 'list':
			return element(
				block.ordered ? 'orderedList' : 'bulletList',
				{},
				block.items.map((item) => element('listItem', {}, filled(item)))
			);
		case 'table':
			return element(
				'table',
				{},
				block.rows.map((row) => element('tableRow', {}, row.map(cellOf)))
			);
		case 'finding':
			return element('finding', {}, filled(block.content));
		case 'decision': {
			const { yes, no, abstained } = block.votes;
			const [votesYes, votesNo, votesAbstained] = [yes, no, abstained].map((n) => String(n ?? ''));
			return element(
				'decision',
				{ votesYes, votesNo, votesAbstained, result: block.result ?? '' },
				filled(block.content)
			);
		}
		case 'task': {
			const { id: taskId, assigneeId, assigneeName, dueOn } = block;
			const attributes = { taskId, assigneeId: assigneeId ?? '', assigneeName, dueOn: dueOn ?? '' };
			return element('task', attributes, [element('paragraph', {}, inlineOf(block.content))]);
		}
	}
}
/** The editor wants at least a paragraph there. */
const filled = (blocks: readonly Block[]): Y.XmlElement[] =>
	blocks.length ? elementsOf(blocks) : [newLine('paragraph')];
const cellOf = (cell: Cell): Y.XmlElement =>
	element(
		cell.header ? 'tableHeader' : 'tableCell',
		{ colspan: cell.columns, rowspan: cell.rows },
		filled(cell.content)
	);

function inlineOf(content: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
	const nodes: (Y.XmlElement | Y.XmlText)[] = [];
	let runs: { insert: string; attributes: Record<string, unknown> }[] = [];
	const flush = () => {
		if (!runs.length) return;
		const text = new Y.XmlText();
		text.applyDelta(runs);
		nodes.push(text);
		runs = [];
	};
	for (const part of content) {
		if (part.type === 'text') {
			if (part.text) runs.push({ insert: part.text, attributes: attributesOf(part) });
			continue;
		}
		flush();
		if (part.type === 'break') nodes.push(new Y.XmlElement('hardBreak'));
		else if (part.type === 'mention') nodes.push(element('mention', { id: part.id, label: part.label }, []));
		else nodes.push(element('reference', { type: part.thing, id: part.id, label: part.label }, []));
	}
	flush();
	return nodes;
}
const attributesOf = ({ bold, italic, strike, href }: Marks): Record<string, unknown> => ({
	...(bold ? { bold: {} } : {}),
	...(italic ? { italic: {} } : {}),
	...(strike ? { strike: {} } : {}),
	...(href ? { link: { href } } : {})
});

/** Adds blocks under an item, in place of an empty paragraph that ends it. */
export function append(doc: Y.Doc, part: ItemPart, blocks: readonly Block[]): void {
	const text = textOf(part);
	if (!text || !blocks.length) return;
	doc.transact(() => {
		const last = text.length > 1 ? text.get(text.length - 1) : undefined;
		if (last instanceof Y.XmlElement && last.nodeName === 'paragraph' && isBlank(last)) text.delete(text.length - 1, 1);
		text.insert(text.length, elementsOf(blocks));
	});
}
/** Puts blocks in the place of everything under the title. */
export function replace(doc: Y.Doc, part: ItemPart, blocks: readonly Block[]): void {
	const text = textOf(part);
	if (!text) return;
	doc.transact(() => {
		const first = text.length ? text.get(0) : undefined;
		if (!(first instanceof Y.XmlElement) || first.nodeName !== titleNode) text.insert(0, [newTitle('')]);
		text.delete(1, text.length - 1);
		text.insert(1, filled(blocks));
	});
}
