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
export type Block = Heading | Paragraph | List | Table | Callout;

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
	sections: Block[];
	footer: string;
	/** A checksum, at the end, with its label. */
	hash?: Fact;
	author?: string;
	/** 'YYYY-MM-DD': the only date in the file, so that the same paper is the same file. */
	createdOn: string;
};

/** "Seite 2 von 5" in two words, as the foot of every page says it. */
export const pageWords = { de: { page: 'Seite', of: 'von' }, en: { page: 'Page', of: 'of' } } as const;

/** The title as the file itself says it, where nothing else tells papers apart. */
export const fullTitle = (paper: Pick<Paper, 'title' | 'subtitle'>): string =>
	[paper.title, paper.subtitle].filter(Boolean).join(' – ');

export const heading = (level: HeadingLevel, text: string): Heading => ({ type: 'heading', level, text });
export const paragraph = (...runs: (Run | string)[]): Paragraph => ({
	type: 'paragraph',
	runs: runs.map((r) => (typeof r === 'string' ? { text: r } : r))
});
export const cell = (...runs: (Run | string)[]): Cell => [paragraph(...runs)];
