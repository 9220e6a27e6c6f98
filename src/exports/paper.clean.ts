/** Makes a paper sound before it is set: the one place for odd characters, levels of headings, links and nesting. */
import type { Bars, Block, Cell, Fact, Heat, HeadingLevel, Paper, Run, Table } from './paper.ts';

/** Deeper than this, lists and callouts go on without further indent: both setters have limits of their own. */
const deepest = 8;

/**
 * XML knows no control characters, PDF/UA no U+FEFF and no half characters; overrides of the writing direction would
 * let a text read differently from what it says.
 */
export const cleanText = (text: string): string =>
	text
		.toWellFormed()
		.replace(/\r\n?|\u2028|\u2029|\u0085|\u000b|\u000c/g, '\n')
		.replace(/\t/g, ' ')
		.replace(/[\u0000-\u0009\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g, '')
		.replace(/[\p{Noncharacter_Code_Point}]/gu, '');
const line = (text: string): string =>
	cleanText(text)
		.replace(/\s*\n\s*/g, ' ')
		.trim();

/** Security: a file that people open may only lead to a page or a mail. */
const allowed = (href: string): boolean => /^(https?:\/\/|mailto:)[^\s<>"\\]{1,2000}$/i.test(href);

function cleanRun(run: Run): Run {
	const href = run.href === undefined ? '' : cleanText(run.href).trim();
	return {
		text: cleanText(run.text),
		...(run.bold && { bold: true }),
		...(run.italic && { italic: true }),
		...(run.strike && { strike: true }),
		...(allowed(href) && { href })
	};
}
const cleanFacts = (facts: readonly Fact[]): Fact[] =>
	facts.map((f) => ({ label: line(f.label), text: cleanText(f.text).trim() })).filter((f) => f.text);

export function cleanPaper(paper: Paper): Paper {
	let level = 0;
	/** PDF/UA refuses a skipped level: a heading stands at most one below the one before it. */
	const step = (wanted: HeadingLevel): HeadingLevel => (level = Math.min(wanted, level + 1)) as HeadingLevel;
	return {
		fileName: line(paper.fileName),
		title: line(paper.title) || '–',
		language: paper.language,
		letterhead: paper.letterhead.map(line).filter(Boolean),
		...(paper.subtitle?.trim() && { subtitle: line(paper.subtitle) }),
		...(paper.notice?.trim() && { notice: line(paper.notice) }),
		facts: cleanFacts(paper.facts),
		...(paper.contents && { contents: { title: line(paper.contents.title), depth: paper.contents.depth } }),
		sections: paper.sections.flatMap((b) => cleanBlock(b, 0, step)),
		footer: line(paper.footer),
		...(paper.hash && { hash: { label: line(paper.hash.label), text: line(paper.hash.text) } }),
		...(paper.author?.trim() && { author: line(paper.author) }),
		createdOn: paper.createdOn
	};
}

type Step = ((wanted: HeadingLevel) => HeadingLevel) | null;
const inner = (blocks: readonly Block[], depth: number): Block[] => blocks.flatMap((b) => cleanBlock(b, depth, null));

/** Without `step` a heading is one inside a list, table or callout: it becomes a bold line. */
function cleanBlock(block: Block, depth: number, step: Step): Block[] {
	switch (block.type) {
		case 'heading': {
			const text = line(block.text);
			if (!text) return [];
			if (!step) return [{ type: 'paragraph', runs: [{ text, bold: true }] }];
			return [{ type: 'heading', level: step(block.level), text }];
		}
		case 'paragraph': {
			const runs = block.runs.map(cleanRun).filter((r) => r.text);
			return runs.some((r) => r.text.trim()) ? [{ type: 'paragraph', runs }] : [];
		}
		case 'list': {
			if (depth >= deepest) return block.items.flatMap((i) => inner(i, depth));
			const items = block.items.map((i) => inner(i, depth + 1)).filter((i) => i.length);
			return items.length ? [{ type: 'list', ordered: block.ordered, items }] : [];
		}
		case 'callout': {
			if (depth >= deepest) return inner(block.blocks, depth);
			const { kind, title, facts, blocks } = block;
			return [
				{
					type: 'callout',
					kind: line(kind),
					title: line(title),
					facts: cleanFacts(facts),
					blocks: inner(blocks, depth + 1)
				}
			];
		}
		case 'table':
			return depth >= 2
				? [...block.head, ...block.rows].flat(2).flatMap((b) => cleanBlock(b, depth, null))
				: cleanTable(block, depth);
		case 'facts': {
			const facts = cleanFacts(block.facts);
			return facts.length ? [{ type: 'facts', facts }] : [];
		}
		case 'page_break':
			// inside a list, table or callout there is no page
			return step ? [block] : [];
		case 'bars':
			return block.bars.length ? [cleanBars(block)] : [];
		case 'heat':
			return block.rows.length ? [cleanHeat(block)] : [];
	}
}

/** Bars are never longer than the longest, nor shorter than none. */
const cleanBars = ({ caption, alt, head, bars }: Bars): Bars => ({
	type: 'bars',
	caption: line(caption),
	alt: line(alt) || '–',
	head: [line(head[0]), line(head[1])],
	bars: bars.map((b) => ({
		label: line(b.label),
		value: Number.isFinite(b.value) ? Math.max(0, b.value) : 0,
		text: line(b.text)
	}))
});

function cleanHeat({ caption, alt, head, rows }: Heat): Heat {
	const columns = Math.max(1, head.length - 1);
	return {
		type: 'heat',
		caption: line(caption),
		alt: line(alt),
		head: Array.from({ length: columns + 1 }, (_, i) => line(head[i] ?? '')),
		rows: rows.map(({ label, cells }) => ({
			label: line(label),
			cells: Array.from({ length: columns }, (_, i) => ({
				text: line(cells[i]?.text ?? ''),
				shade: cells[i]?.shade ?? 0
			}))
		}))
	};
}

/** Every row gets as many cells as the longest has; empty ones stay empty. */
function cleanTable(table: Table, depth: number): Block[] {
	const columns = Math.max(0, ...[...table.head, ...table.rows].map((r) => r.length));
	if (!columns) return [];
	const filled = (row: readonly Cell[]): Cell[] =>
		Array.from({ length: columns }, (_, i) => inner(row[i] ?? [], depth + 1));
	const widths = table.widths?.length === columns && table.widths.every((w) => w > 0) ? table.widths : null;
	return [
		{
			type: 'table',
			...(table.caption?.trim() && { caption: line(table.caption) }),
			head: table.head.map(filled),
			rows: table.rows.map(filled),
			widths: widths ?? Array.from({ length: columns }, () => 1)
		}
	];
}
