/** The light markup of notes and corrections – ## headings, lists, | tables |, **bold**, *italic*, [links](https://…) – as blocks, and back. */
import { isSafeLink, text, type Block, type Cell, type Inline, type Marks } from './minutes.blocks.ts';

const link = /\[([^\][]{1,300})\]\(((?:https?:\/\/|mailto:)[^\s()<>"']{1,500})\)/;
const emphasis = /\*\*(?=\S)([^*\n]+?)\*\*|(?<!\*)\*(?=\S)([^*\n]+?)\*(?!\*)/g;

function inlineFrom(line: string, marks: Marks = {}): Inline[] {
	const hit = link.exec(line);
	if (!hit) return emphasised(line, marks);
	const [whole, label, href] = hit;
	const after = line.slice(hit.index + whole.length);
	return [
		...emphasised(line.slice(0, hit.index), marks),
		...emphasised(label!, isSafeLink(href) ? { ...marks, href } : marks),
		...inlineFrom(after, marks)
	];
}
function emphasised(line: string, marks: Marks): Inline[] {
	const parts: Inline[] = [];
	let from = 0;
	for (const hit of line.matchAll(emphasis)) {
		if (hit.index > from) parts.push(text(line.slice(from, hit.index), marks));
		parts.push(hit[1] ? text(hit[1], { ...marks, bold: true }) : text(hit[2]!, { ...marks, italic: true }));
		from = hit.index + hit[0].length;
	}
	if (from < line.length) parts.push(text(line.slice(from), marks));
	return parts;
}

type Line =
	| { kind: 'heading'; level: 2 | 3 | 4; content: Inline[] }
	| { kind: 'item'; ordered: boolean; depth: number; content: Inline[] }
	| { kind: 'row'; cells: string[] }
	| { kind: 'words'; content: Inline[] };

function lineOf(line: string): Line | null {
	if (!line.trim()) return null;
	const heading = /^(#{1,6})\s+(.*)$/.exec(line);
	if (heading) {
		const level = Math.min(Math.max(heading[1]!.length, 2), 4) as 2 | 3 | 4;
		return { kind: 'heading', level, content: inlineFrom(heading[2]!) };
	}
	const item = /^(\s*)(?:([-•*])|\d{1,3}[.)])\s+(.*)$/.exec(line);
	if (item) {
		const depth = Math.min(Math.floor(item[1]!.replaceAll('\t', '  ').length / 2), 6);
		return { kind: 'item', ordered: !item[2], depth, content: inlineFrom(item[3]!) };
	}
	const row = /^\s*\|(.*)\|\s*$/.exec(line);
	if (row) return { kind: 'row', cells: row[1]!.split('|').map((c) => c.trim()) };
	return { kind: 'words', content: inlineFrom(line.trim()) };
}

export function blocksFrom(source: string): Block[] {
	const blocks: Block[] = [];
	let last: Block | null = null; // the one that the next line may go on with
	for (const raw of source.replace(/\r\n?/g, '\n').split('\n')) {
		const line = lineOf(raw);
		if (!line) last = null;
		else if (line.kind === 'heading') {
			last = null;
			blocks.push({ type: 'heading', level: line.level, content: line.content });
		} else if (line.kind === 'words' && last?.type === 'paragraph')
			last.content.push({ type: 'break' }, ...line.content);
		else if (line.kind === 'item' && last?.type === 'list' && goesOn(last, line)) putInto(last, line);
		else if (line.kind === 'row' && last?.type === 'table') addRow(last.rows, line.cells);
		else blocks.push((last = begun(line)));
	}
	return blocks;
}
type Item = Extract<Line, { kind: 'item' }>;
type List = Extract<Block, { type: 'list' }>;
const goesOn = (list: List, line: Item): boolean => line.depth > 0 || list.ordered === line.ordered;

function begun(line: Exclude<Line, { kind: 'heading' }>): Block {
	if (line.kind === 'words') return { type: 'paragraph', content: line.content };
	if (line.kind === 'row') return { type: 'table', rows: [line.cells.map((c) => cellOf(c, false))] };
	return { type: 'list', ordered: line.ordered, items: [[{ type: 'paragraph', content: line.content }]] };
}
/** Deeper lines go into a list of the last item. */
function putInto(list: List, line: Item): void {
	const item = list.items.at(-1)!;
	if (line.depth === 0) {
		list.items.push([{ type: 'paragraph', content: line.content }]);
		return;
	}
	const inner = item.at(-1);
	const deeper = { ...line, depth: line.depth - 1 };
	if (inner?.type === 'list' && goesOn(inner, deeper)) putInto(inner, deeper);
	else item.push(begun(deeper));
}
const cellOf = (words: string, header: boolean): Cell => ({
	header,
	columns: 1,
	rows: 1,
	content: [{ type: 'paragraph', content: inlineFrom(words) }]
});
/** A line of dashes makes what stands above it the head. */
function addRow(rows: Cell[][], cells: string[]): void {
	if (rows.length === 1 && cells.every((c) => /^:?-+:?$/.test(c)))
		rows[0] = rows[0]!.map((c) => ({ ...c, header: true }));
	else rows.push(cells.map((c) => cellOf(c, false)));
}
