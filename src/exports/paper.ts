/** A paper as plain JSON: what stands on it, not how it looks. Becomes a PDF or a Word file. */

/** A stretch of text in one style; a line break inside is kept. */
export type Run = {
	text: string;
	bold?: boolean;
	italic?: boolean;
	strike?: boolean;
	/** http, https or mailto */ href?: string;
};
export type Fact = { label: string; text: string };
export type HeadingLevel = 1 | 2 | 3;
export type Cell = Block[];
export type Heading = { type: 'heading'; level: HeadingLevel; text: string };
export type Paragraph = { type: 'paragraph'; runs: Run[] };
export type List = { type: 'list'; ordered: boolean; items: Block[][] };
export type Table = {
	type: 'table';
	/** Names the table; without it a reader of the file knows it by its heading only. */
	caption?: string;
	/** Rows that are repeated on every page. */
	head: Cell[][];
	rows: Cell[][];
	/** Shares of the width, one a column; equal when left out. */
	widths?: number[];
};
/** Set apart by a line and by the word of its kind: "Beschluss", "Aufgabe", "Feststellung". */
export type Callout = { type: 'callout'; kind: string; title: string; facts: Fact[]; blocks: Block[] };
/** Label and text, as at the head of the paper. */
export type Facts = { type: 'facts'; facts: Fact[] };
/** What follows begins on a page of its own. */
export type PageBreak = { type: 'page_break' };
/** `value` is how long the bar is, `text` what stands beside it: „mindestens 12“. */
export type Bar = { label: string; value: number; text: string };
/** Bars with what they say as a sentence for those who do not see them; the same figures always follow as a table. */
export type Bars = { type: 'bars'; caption: string; alt: string; head: [label: string, figure: string]; bars: Bar[] };
/** 0 is white, 4 the darkest; the shade only repeats what the text says. */
export type Shade = 0 | 1 | 2 | 3 | 4;
/** A table whose cells are shaded by their figures, with the most striking of them as a sentence before it. */
export type Heat = {
	type: 'heat';
	caption: string;
	alt: string;
	head: string[];
	rows: { label: string; cells: { text: string; shade: Shade }[] }[];
};
export type Block = Heading | Paragraph | List | Table | Callout | Facts | PageBreak | Bars | Heat;

export type Paper = {
	/** Without ending; may hold umlauts and blanks. */
	fileName: string;
	title: string;
	language: 'de' | 'en';
	/** Lines of the sender, the name first. */
	letterhead: string[];
	subtitle?: string;
	/** Said in a box above everything else: that it is a draft, say. */
	notice?: string;
	/** What stands before the text: date, place … */
	facts: Fact[];
	/** The headings down to a level with their pages, after what stands before the text. */
	contents?: { title: string; depth: HeadingLevel };
	sections: Block[];
	footer: string;
	/** A checksum, at the end, with its label. */
	hash?: Fact;
	author?: string;
	/** 'YYYY-MM-DD': the only date in the file, so that the same paper is the same file. */
	createdOn: string;
};

/** "Seite 2 von 5" in two words, as the foot of every page says it; "Anlage 3". */
export const pageWords = {
	de: { page: 'Seite', of: 'von', annex: 'Anlage' },
	en: { page: 'Page', of: 'of', annex: 'Annex' }
} as const;

/** The title as the file itself says it, where nothing else tells papers apart. */
export const fullTitle = (paper: Pick<Paper, 'title' | 'subtitle'>): string =>
	[paper.title, paper.subtitle].filter(Boolean).join(' – ');

export const heading = (level: HeadingLevel, text: string): Heading => ({ type: 'heading', level, text });
export const paragraph = (...runs: (Run | string)[]): Paragraph => ({
	type: 'paragraph',
	runs: runs.map((r) => (typeof r === 'string' ? { text: r } : r))
});
export const cell = (...runs: (Run | string)[]): Cell => [paragraph(...runs)];
export const pageBreak: PageBreak = { type: 'page_break' };
export const bulleted = (items: readonly (Run | string)[]): List => ({
	type: 'list',
	ordered: false,
	items: items.map((item) => [paragraph(item)])
});
/** Rows of plain text under a row of headings. */
export const textTable = (
	head: readonly string[],
	rows: readonly (readonly string[])[],
	more: Pick<Table, 'caption' | 'widths'> = {}
): Table => ({
	type: 'table',
	head: [head.map((h) => cell(h))],
	rows: rows.map((r) => r.map((t) => cell(t))),
	...more
});

/** „Anlage 3“ */
export const annexName = (n: number, language: Paper['language']): string => `${pageWords[language].annex} ${n}`;
/** Under a heading of their own, each on a page of its own, numbered from 1 in this order; headings inside are of level 3. */
export const annexes = (
	title: string,
	all: readonly { title: string; blocks: readonly Block[] }[],
	language: Paper['language']
): Block[] =>
	all.flatMap(({ title: name, blocks }, i): Block[] => [
		pageBreak,
		...(i ? [] : [heading(1, title)]),
		heading(2, `${annexName(i + 1, language)} – ${name}`),
		...blocks
	]);

/** By share of the largest. */
export const shadeOf = (value: number, largest: number): Shade =>
	(value <= 0 || largest <= 0 ? 0 : Math.max(1, Math.ceil((value / largest) * 4))) as Shade;
/** What a chart says in numbers, for a file that draws none. */
export const tableOfBars = ({ head, bars }: Bars): Table =>
	textTable(
		head,
		bars.map((b) => [b.label, b.text]),
		{ widths: [3, 1] }
	);
