/**
 * What is written under an item of the document, as blocks – and blocks as parts of the document. Reads Yjs directly and
 * takes nothing on trust: a client may have written anything. The nodes are those of the editor.
 */
import * as Y from 'yjs';
import { isDay } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { clean, titleNode, textOf, type ItemPart } from './document.shape.ts';
import {
	groupResults,
	isSafeLink,
	maxDepth,
	paragraph,
	referenceTypes,
	type Block,
	type Cell,
	type Inline,
	type Marks
} from './minutes.blocks.ts';

type Node = Y.XmlElement | Y.XmlText;
const isNode = (n: unknown): n is Node => n instanceof Y.XmlElement || n instanceof Y.XmlText;
const childrenOf = (n: Y.XmlElement | Y.XmlFragment): Node[] => n.toArray().filter(isNode);

/** All that stands under the title. */
export function blocksOf(part: ItemPart): Block[] {
	const fragment = textOf(part);
	const nodes = fragment ? childrenOf(fragment) : [];
	const first = nodes[0];
	const body = first instanceof Y.XmlElement && first.nodeName === titleNode ? nodes.slice(1) : nodes;
	return trimmed(blocksFrom(body, 0));
}
/** The editor keeps an empty paragraph at the end; it is nothing that was written. */
function trimmed(blocks: Block[]): Block[] {
	const last = blocks.findLastIndex((b) => b.type !== 'paragraph' || b.content.length > 0);
	return blocks.slice(0, last + 1);
}

const inlineNodes = ['hardBreak', 'mention', 'reference'];
const isInline = (n: Node): boolean => n instanceof Y.XmlText || inlineNodes.includes(n.nodeName);

/** Loose text between blocks becomes a paragraph. */
function blocksFrom(nodes: readonly Node[], depth: number): Block[] {
	const blocks: Block[] = [];
	let loose: Node[] = [];
	const flush = () => {
		const content = inlineFrom(loose);
		loose = [];
		if (content.length) blocks.push({ type: 'paragraph', content });
	};
	for (const node of nodes) {
		if (isInline(node)) loose.push(node);
		else {
			flush();
			for (const block of blockFrom(node as Y.XmlElement, depth + 1)) blocks.push(block);
		}
	}
	flush();
	return blocks;
}

function blockFrom(node: Y.XmlElement, depth: number): Block[] {
	const children = childrenOf(node);
	if (depth > maxDepth) return wordsBelow(node);
	const content = () => blocksFrom(children, depth);
	switch (node.nodeName) {
		case 'paragraph':
		case titleNode:
			return [{ type: 'paragraph', content: inlineFrom(children) }];
		case 'heading':
			return [{ type: 'heading', level: attribute(node, 'level') === '4' ? 4 : 3, content: inlineFrom(children) }];
		case 'bulletList':
		case 'orderedList':
			return [{ type: 'list', ordered: node.nodeName === 'orderedList', items: named(children, ['listItem'], depth) }];
		case 'table':
			return [{ type: 'table', rows: rowsFrom(children, depth) }];
		case 'finding':
			return [{ type: 'finding', content: content() }];
		case 'decision':
			return [decisionFrom(node, content())];
		case 'task':
			return [taskFrom(node, children)];
		default:
			return content();
	}
}

/** What is in each child; a child of another name is wrapped. */
const named = (children: readonly Node[], names: readonly string[], depth: number): Block[][] =>
	children.map((c) =>
		c instanceof Y.XmlElement && names.includes(c.nodeName)
			? blocksFrom(childrenOf(c), depth + 1)
			: blocksFrom([c], depth)
	);
function rowsFrom(children: readonly Node[], depth: number): Cell[][] {
	const rows = children.filter((c): c is Y.XmlElement => c instanceof Y.XmlElement && c.nodeName === 'tableRow');
	return rows.map((row) =>
		childrenOf(row).map((c) => ({
			header: c instanceof Y.XmlElement && c.nodeName === 'tableHeader',
			columns: span(c, 'colspan'),
			rows: span(c, 'rowspan'),
			content: c instanceof Y.XmlElement ? blocksFrom(childrenOf(c), depth + 2) : blocksFrom([c], depth)
		}))
	);
}
const span = (node: Node, name: string): number => {
	const value = node instanceof Y.XmlElement ? Number(attribute(node, name)) : 1;
	return Number.isInteger(value) && value >= 1 && value <= 50 ? value : 1;
};

function decisionFrom(node: Y.XmlElement, content: Block[]): Block {
	const votes = (name: string) => {
		const value = attribute(node, name);
		return /^\d{1,4}$/.test(value) ? Number(value) : null;
	};
	const result = attribute(node, 'result');
	return {
		type: 'decision',
		votes: { yes: votes('votesYes'), no: votes('votesNo'), abstained: votes('votesAbstained') },
		result: groupResults.find((r) => r === result) ?? null,
		content
	};
}
function taskFrom(node: Y.XmlElement, children: readonly Node[]): Block {
	const [id, assigneeId, dueOn] = [attribute(node, 'taskId'), attribute(node, 'assigneeId'), attribute(node, 'dueOn')];
	const lines = children.map((c) =>
		c instanceof Y.XmlElement && !isInline(c) ? inlineFrom(childrenOf(c)) : inlineFrom([c])
	);
	return {
		type: 'task',
		id: isId(id) ? id.toLowerCase() : '',
		assigneeId: isId(assigneeId) ? assigneeId.toLowerCase() : null,
		assigneeName: clean(attribute(node, 'assigneeName').slice(0, 200)),
		dueOn: isDay(dueOn) ? dueOn : null,
		content: lines.flatMap((l, i): Inline[] => (i && l.length ? [{ type: 'break' }, ...l] : l))
	};
}

function inlineFrom(nodes: readonly Node[]): Inline[] {
	return nodes.flatMap((node): Inline[] => {
		if (node instanceof Y.XmlText) return runsOf(node);
		if (node.nodeName === 'hardBreak') return [{ type: 'break' }];
		const [id, label] = [attribute(node, 'id'), clean(attribute(node, 'label').slice(0, 200))];
		if (node.nodeName === 'mention')
			return isId(id) ? [{ type: 'mention', id: id.toLowerCase(), label }] : words(label);
		const thing = referenceTypes.find((t) => t === attribute(node, 'type'));
		if (node.nodeName === 'reference' && thing && isId(id))
			return [{ type: 'reference', thing, id: id.toLowerCase(), label }];
		return node.nodeName === 'reference' ? words(label) : words(wordsOf(node));
	});
}
const words = (text: string): Inline[] => (text ? [{ type: 'text', text }] : []);

type Run = { insert?: unknown; attributes?: Record<string, unknown> };
const runsOf = (node: Y.XmlText): Inline[] =>
	(node.toDelta() as Run[]).flatMap(({ insert, attributes }): Inline[] =>
		typeof insert === 'string' && insert ? [{ type: 'text', text: clean(insert), ...marksOf(attributes ?? {}) }] : []
	);
const isOn = (value: unknown): boolean => value === true || (typeof value === 'object' && value !== null);
/** Marks that may lie over each other carry a hash in their name: link--6qkMLqjc */
function marksOf(hashed: Record<string, unknown>): Marks {
	const given = Object.fromEntries(Object.entries(hashed).map(([name, value]) => [name.replace(/--.{8}$/, ''), value]));
	const link = given['link'];
	const href: unknown = typeof link === 'object' && link !== null && 'href' in link ? link.href : link;
	return {
		...(isOn(given['bold']) ? { bold: true as const } : {}),
		...(isOn(given['italic']) ? { italic: true as const } : {}),
		...(isOn(given['strike']) ? { strike: true as const } : {}),
		...(isSafeLink(href) ? { href } : {})
	};
}

/** As a string, whatever it is: numbers too, objects not. */
function attribute(node: Y.XmlElement, name: string): string {
	const value: unknown = node.getAttribute(name);
	return typeof value === 'string' ? clean(value) : typeof value === 'number' ? String(value) : '';
}
/** The letters below a node, without recursion and without spreading, so that no depth and no crowd is too much. */
function wordsOf(node: Y.XmlElement): string {
	const found: string[] = [];
	const open: Node[] = [node];
	while (open.length) {
		const next = open.pop()!;
		if (next instanceof Y.XmlText) for (const r of runsOf(next)) found.push(r.type === 'text' ? r.text : '');
		else for (const child of childrenOf(next).reverse()) open.push(child);
	}
	return found.join('');
}
function wordsBelow(node: Y.XmlElement): Block[] {
	const found = wordsOf(node);
	return found ? [paragraph(found)] : [];
}
