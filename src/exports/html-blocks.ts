/** Reads the HTML of stored texts as blocks of a paper: tags it knows, text for the rest; never fails. */
import type { Block, Cell, HeadingLevel, Run, Table } from './paper.ts';

type Marks = Omit<Run, 'text'>;
type Tag = { tag: string; attributes: string; children: Part[] };
type Part = Tag | string;

const hollow = new Set(['br', 'hr', 'img', 'wbr', 'input', 'col']);
/** What is inside is no text for readers. */
const silent = new Set(['script', 'style', 'template', 'noscript', 'title']);
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const deepest = 100;

const decoded = (text: string): string =>
	text.replace(
		/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,8}));/gi,
		(whole, hex?: string, decimal?: string, name?: string) => {
			if (name) return entities[name.toLowerCase()] ?? whole;
			const code = hex ? parseInt(hex, 16) : Number(decimal);
			return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
		}
	);

/** An end tag closes the nearest open one of its name; one without a beginning is passed over. */
function treeOf(html: string): Tag {
	const root: Tag = { tag: '', attributes: '', children: [] };
	const open = [root];
	for (const [, comment, close, start, attributes = '', text] of html.matchAll(
		/(<!--[^]*?(?:-->|$)|<![^>]*>)|<\/([a-z][a-z0-9-]*)\s*>|<([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+|<)/gi
	)) {
		if (comment) continue;
		const into = open.at(-1)!;
		if (text) into.children.push(decoded(text));
		else if (close) {
			const at = open.findLastIndex((e) => e.tag === close.toLowerCase());
			if (at > 0) open.length = at;
		} else {
			const element: Tag = { tag: start!.toLowerCase(), attributes, children: [] };
			into.children.push(element);
			if (!hollow.has(element.tag) && !/\/\s*$/.test(attributes) && open.length < deepest) open.push(element);
		}
	}
	return root;
}
const attribute = (e: Tag, name: string): string =>
	decoded(
		new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(e.attributes)?.slice(1).find(Boolean) ?? ''
	);

const blockTags =
	/^(p|h[1-6]|ul|ol|li|table|thead|tbody|tfoot|tr|th|td|caption|section|article|aside|div|blockquote|figure|pre|hr)$/;
const isBlock = (n: Part): boolean => typeof n !== 'string' && blockTags.test(n.tag);
const elements = (nodes: readonly Part[], ...tags: string[]): Tag[] =>
	nodes.filter((n): n is Tag => typeof n !== 'string' && tags.includes(n.tag));
const textIn = (n: Part): string => (typeof n === 'string' ? n : n.children.map(textIn).join(''));

const marksOf: Record<string, Marks> = {
	strong: { bold: true },
	b: { bold: true },
	em: { italic: true },
	i: { italic: true },
	s: { strike: true },
	del: { strike: true }
};

/** `base` completes links that begin with a slash; without it they are text. */
export function blocksOfHtml(html: string, { base = '' }: { base?: string } = {}): Block[] {
	const root = treeOf(html);
	const top = Math.min(6, ...[...html.matchAll(/<h([1-6])/gi)].map((x) => Number(x[1])));
	const level = (tag: string) => Math.max(1, Math.min(3, Number(tag[1]) - top + 1)) as HeadingLevel;

	function runs(nodes: readonly Part[], marks: Marks): Run[] {
		return nodes.flatMap((n): Run[] => {
			if (typeof n === 'string') return [{ text: n.replace(/[ \t\r\n\f]+/g, ' '), ...marks }];
			if (silent.has(n.tag)) return [];
			if (n.tag === 'br') return [{ text: '\n', ...marks }];
			if (n.tag !== 'a') return runs(n.children, { ...marks, ...marksOf[n.tag] });
			const href = attribute(n, 'href');
			const whole = /^\/(?!\/)/.test(href) && base ? base + href : href;
			return runs(n.children, { ...marks, ...(whole && { href: whole }) });
		});
	}
	function blocks(nodes: readonly Part[]): Block[] {
		const made: Block[] = [];
		let line: Part[] = [];
		const end = () => {
			const trimmed = ends(runs(line, {}));
			if (trimmed.length) made.push({ type: 'paragraph', runs: trimmed });
			line = [];
		};
		for (const n of nodes) {
			if (typeof n === 'string' || !(isBlock(n) || n.children.some(isBlock))) line.push(n);
			else {
				end();
				made.push(...block(n));
			}
		}
		end();
		return made;
	}
	function block(e: Tag): Block[] {
		if (/^h[1-6]$/.test(e.tag)) return [{ type: 'heading', level: level(e.tag), text: textIn(e) }];
		if (e.tag === 'ul' || e.tag === 'ol') {
			const items = e.children
				.map((n) => blocks(typeof n !== 'string' && n.tag === 'li' ? n.children : [n]))
				.filter((item) => item.length);
			return [{ type: 'list', ordered: e.tag === 'ol', items }];
		}
		if (e.tag === 'table') return [table(e)];
		if (e.tag === 'section') return callout(e);
		return silent.has(e.tag) ? [] : blocks(e.children);
	}
	/** A section says in its first paragraph, all of it bold, what kind it is. */
	function callout(e: Tag): Block[] {
		const [first, ...rest] = blocks(e.children);
		if (first?.type !== 'paragraph' || !first.runs.every((r) => r.bold)) return first ? [first, ...rest] : [];
		return [{ type: 'callout', kind: first.runs.map((r) => r.text).join(''), title: '', facts: [], blocks: rest }];
	}
	function table(e: Tag): Table {
		const groups = elements(e.children, 'thead', 'tbody', 'tfoot').flatMap((g) => g.children);
		const rows = elements([...groups, ...e.children], 'tr').map((tr) => elements(tr.children, 'th', 'td'));
		const plain = rows.findIndex((cells) => cells.some((c) => c.tag === 'td') || !cells.length);
		const heads = plain < 0 ? rows.length : plain;
		const grid = spread(rows.map((cells) => cells.map((c) => ({ ...spans(c), content: cellOf(c) }))));
		const caption = elements(e.children, 'caption').map(textIn).join(' ');
		return { type: 'table', ...(caption && { caption }), head: grid.slice(0, heads), rows: grid.slice(heads) };
	}
	/** A header cell beside its row is set bold; those above their columns are by themselves. */
	const cellOf = (c: Tag): Cell =>
		blocks(c.children).map((b) =>
			c.tag === 'th' && b.type === 'paragraph' ? { ...b, runs: b.runs.map((r) => ({ ...r, bold: true })) } : b
		);
	return blocks(root.children);
}

/** No blanks at the ends of a paragraph, nor two in a row. */
function ends(runs: Run[]): Run[] {
	const kept: Run[] = [];
	for (const run of runs) {
		const before = kept.at(-1)?.text ?? '\n';
		const text = /[ \n]$/.test(before) ? run.text.replace(/^ +/, '') : run.text;
		if (text) kept.push({ ...run, text });
	}
	for (let last = kept.at(-1); last; last = kept.at(-1)) {
		last.text = last.text.replace(/[ \n]+$/, '');
		if (last.text) break;
		kept.pop();
	}
	return kept;
}

type Spread = { columns: number; rows: number; content: Cell };
const spans = (c: Tag) => {
	const span = (name: string) => Math.max(1, Math.min(50, Number(attribute(c, name)) || 1));
	return { columns: span('colspan'), rows: span('rowspan') };
};
/** A cell over many columns or rows keeps its place; where it reaches, cells are empty. */
function spread(rows: readonly Spread[][]): Cell[][] {
	const grid: (Cell | undefined)[][] = rows.map(() => []);
	rows.forEach((cells, y) => {
		let x = 0;
		for (const { columns, rows: down, content } of cells) {
			while (grid[y]![x]) x++;
			for (let dy = 0; dy < down && y + dy < grid.length; dy++)
				for (let dx = 0; dx < columns; dx++) grid[y + dy]![x + dx] ??= dx || dy ? [] : content;
			x += columns;
		}
	});
	return grid.map((row) => Array.from(row, (c) => c ?? []));
}
