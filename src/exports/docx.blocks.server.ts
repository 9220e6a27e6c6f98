/** Blocks of a paper as paragraphs and tables of Word. Text is text: it never becomes a field or a formula. */
import {
	BorderStyle,
	ExternalHyperlink,
	HeadingLevel,
	PageBreak,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
	type IParagraphOptions,
	type ITableBordersOptions,
	type ParagraphChild
} from 'docx';
import { bullets, numbersOf, quiet, textWidth } from './docx.styles.server.ts';
import {
	cell as textCell,
	paragraph,
	tableOfBars,
	type Bars,
	type Block,
	type Callout,
	type Cell,
	type Fact,
	type Heat,
	type List,
	type Run,
	type Table as PaperTable
} from './paper.ts';

type Setting = { style?: string; level: number; width: number };
type Set = Paragraph | Table;
const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: '8A93A0' };
const thick = { style: BorderStyle.SINGLE, size: 18, color: '1A1A1A' };
const plain: ITableBordersOptions = {
	top: none,
	bottom: none,
	left: none,
	right: none,
	insideHorizontal: none,
	insideVertical: none
};
const margins = { top: 50, bottom: 50, left: 70, right: 70 };

/** Line breaks inside a run become breaks of Word. */
export const runsOf = (runs: readonly Run[]): ParagraphChild[] =>
	runs
		.map((run) => {
			const { text, bold, italic, strike, href } = run;
			const style = { bold, italics: italic, strike, ...(href && { style: 'Hyperlink' }) };
			const parts = text.split('\n').map((part, i) => new TextRun({ text: part, ...style, ...(i && { break: 1 }) }));
			return href ? new ExternalHyperlink({ link: href, children: parts }) : parts;
		})
		.flat();

/** Two columns, label and text, without lines. */
export function factsTable(facts: readonly Fact[], width: number): Table {
	/** An average letter of this size is about 100 twips wide. */
	const longest = Math.max(...facts.map((f) => f.label.length));
	const label = Math.min(longest * 105 + 240, Math.round(width * 0.35));
	const line = (children: ParagraphChild[]) => new Paragraph({ style: 'PaperTable', children });
	return new Table({
		width: { size: width, type: WidthType.DXA },
		columnWidths: [label, width - label],
		layout: TableLayoutType.FIXED,
		borders: plain,
		margins: { left: 0, right: 100 },
		rows: facts.map(
			(f) =>
				new TableRow({
					cantSplit: true,
					children: [
						new TableCell({
							width: { size: label, type: WidthType.DXA },
							children: [line([new TextRun({ text: f.label, color: quiet })])]
						}),
						new TableCell({ width: { size: width - label, type: WidthType.DXA }, children: [line(runsOf([f]))] })
					]
				})
		)
	});
}

/** Sets blocks and counts the ordered lists meanwhile: each needs a numbering of its own. */
export function blocksIn() {
	let ordered = 0;
	const all = (blocks: readonly Block[], at: Setting): Set[] => blocks.flatMap((b) => one(b, at));

	function one(block: Block, at: Setting): Set[] {
		switch (block.type) {
			case 'heading':
				return [new Paragraph({ heading: headings[block.level - 1]!, children: runsOf([{ text: block.text }]) })];
			case 'paragraph':
				return [new Paragraph({ ...styleOf(at), ...indentOf(at), children: runsOf(block.runs) })];
			case 'list':
				return list(block, at);
			case 'callout':
				return callout(block, at);
			case 'table':
				return table(block, at);
			case 'facts':
				return [factsTable(block.facts, at.width), new Paragraph({ spacing: { after: 80, line: 160 } })];
			case 'page_break':
				return [new Paragraph({ children: [new PageBreak()], spacing: { after: 0, line: 40 } })];
			case 'bars':
			case 'heat':
				return chart(block, at);
		}
	}

	/** Word draws none: the sentence, then the figures. */
	function chart(block: Bars | Heat, at: Setting): Set[] {
		const { caption, alt } = block;
		return [
			...(alt ? all([paragraph(alt)], at) : []),
			...table({ ...(block.type === 'bars' ? tableOfBars(block) : tableOfHeat(block)), caption }, at)
		];
	}

	function list({ ordered: numbered, items }: List, at: Setting): Set[] {
		const reference = numbered ? numbersOf(ordered++) : bullets;
		return items.flatMap(([first, ...rest]): Set[] => {
			if (!first) return [];
			const deeper = { ...at, level: at.level + 1 };
			const lead = first.type === 'paragraph' ? first.runs : [];
			return [
				new Paragraph({
					style: at.style ?? 'ListParagraph',
					numbering: { reference, level: Math.min(at.level, 8) },
					children: runsOf(lead)
				}),
				...all(first.type === 'paragraph' ? rest : [first, ...rest], deeper)
			];
		});
	}

	function callout({ kind, title, facts, blocks }: Callout, at: Setting): Set[] {
		const width = at.width - 200;
		const inside: Setting = { style: 'PaperCallout', level: 0, width };
		const children: Set[] = [
			new Paragraph({ style: 'PaperCalloutKind', children: runsOf([{ text: kind }]) }),
			...(title
				? [new Paragraph({ style: 'PaperCallout', keepNext: true, children: runsOf([{ text: title, bold: true }]) })]
				: []),
			...all(blocks, inside),
			...(facts.length ? [factsTable(facts, width)] : [])
		];
		const box = new TableCell({
			width: { size: at.width, type: WidthType.DXA },
			margins: { ...margins, left: 200, top: 100, bottom: 100 },
			borders: { top: thin, bottom: thin, right: thin, left: thick },
			children: closed(children)
		});
		return [
			new Table({
				width: { size: at.width, type: WidthType.DXA },
				columnWidths: [at.width],
				layout: TableLayoutType.FIXED,
				rows: [new TableRow({ children: [box] })]
			}),
			new Paragraph({ spacing: { after: 80, line: 160 } })
		];
	}

	function table({ caption, head, rows, widths = [] }: PaperTable, at: Setting): Set[] {
		const sum = widths.reduce((a, b) => a + b, 0);
		const columns = widths.map((w) => Math.floor((at.width * w) / sum));
		const cell = (content: Cell, i: number, heads: boolean) =>
			new TableCell({
				width: { size: columns[i]!, type: WidthType.DXA },
				margins,
				...(heads && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEFF2' } }),
				children: closed(
					all(heads ? content.map(bolder) : content, { style: 'PaperTable', level: 0, width: columns[i]! - 200 })
				)
			});
		const row = (cells: readonly Cell[], heads: boolean) =>
			new TableRow({
				...(heads && { tableHeader: true, cantSplit: true }),
				children: cells.map((content, i) => cell(content, i, heads))
			});
		return [
			...(caption ? [new Paragraph({ style: 'Caption', children: runsOf([{ text: caption }]) })] : []),
			new Table({
				width: { size: at.width, type: WidthType.DXA },
				columnWidths: columns,
				layout: TableLayoutType.FIXED,
				borders: { ...plain, top: thin, bottom: thin, insideHorizontal: thin },
				rows: [...head.map((r) => row(r, true)), ...rows.map((r) => row(r, false))]
			}),
			new Paragraph({ spacing: { after: 80, line: 160 } })
		];
	}
	return {
		of: (blocks: readonly Block[]) => all(blocks, { level: 0, width: textWidth }),
		orderedLists: () => ordered
	};
}

const tableOfHeat = ({ head, rows }: Heat): PaperTable => ({
	type: 'table',
	head: [head.map((h) => textCell(h))],
	rows: rows.map((r) => [textCell(r.label), ...r.cells.map((c) => textCell(c.text))]),
	widths: head.map((_, i) => (i ? 1 : 2.6))
});
const styleOf = (at: Setting): IParagraphOptions => (at.style ? { style: at.style } : {});
const indentOf = (at: Setting): IParagraphOptions =>
	at.level ? { indent: { left: 360 * Math.min(at.level, 9) } } : {};
const bolder = (block: Block): Block =>
	block.type === 'paragraph' ? { ...block, runs: block.runs.map((r) => ({ ...r, bold: true })) } : block;
/** Word wants a paragraph at the end of every cell. */
const closed = (children: Set[]): Set[] =>
	children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({ spacing: { after: 0, line: 40 } })];
