/** What minutes are made of, as plain values: the same for the document, its HTML, its markup and the printed page. */

export type ReferenceType = 'service_gap' | 'proposal' | 'measure';
export const referenceTypes = ['service_gap', 'proposal', 'measure'] as const satisfies readonly ReferenceType[];
/** How a group decided; a committee decides on proposals, with records of its own. */
export const groupResults = ['adopted', 'rejected', 'postponed'] as const;
export type GroupResult = (typeof groupResults)[number];

export type Marks = { bold?: true; italic?: true; strike?: true; href?: string };
export type Inline =
	| ({ type: 'text'; text: string } & Marks)
	| { type: 'break' }
	| { type: 'mention'; id: string; label: string }
	| { type: 'reference'; thing: ReferenceType; id: string; label: string };
export type Paragraph = { type: 'paragraph'; content: Inline[] };
/** Level 2 is an item of the agenda; inside an item there are 3 and 4. */
export type Heading = { type: 'heading'; level: 2 | 3 | 4; content: Inline[] };
export type List = { type: 'list'; ordered: boolean; items: Block[][] };
export type Cell = { header: boolean; columns: number; rows: number; content: Block[] };
export type Table = { type: 'table'; rows: Cell[][] };
export type Finding = { type: 'finding'; content: Block[] };
export type Votes = { yes: number | null; no: number | null; abstained: number | null };
export type GroupDecision = { type: 'decision'; votes: Votes; result: GroupResult | null; content: Block[] };
export type TaskBlock = {
	type: 'task';
	id: string;
	assigneeId: string | null;
	assigneeName: string;
	dueOn: string | null;
	content: Inline[];
};
export type Block = Paragraph | Heading | List | Table | Finding | GroupDecision | TaskBlock;

/** Deeper than anybody writes: what lies below is taken as text. */
export const maxDepth = 40;

export const text = (words: string, marks: Marks = {}): Inline => ({ type: 'text', text: words, ...marks });
export const paragraph = (words: string): Paragraph => ({ type: 'paragraph', content: words ? [text(words)] : [] });
/** A link may lead to web pages and mail addresses, nowhere else. */
export const isSafeLink = (href: unknown): href is string =>
	typeof href === 'string' &&
	href.length <= 2000 &&
	/^(https?:\/\/|mailto:)[^\s<>"'\0]+$/i.test(href) &&
	href.isWellFormed();

export const inlineText = (content: readonly Inline[]): string =>
	content
		.map((i) =>
			i.type === 'text' ? i.text : i.type === 'break' ? '\n' : i.type === 'mention' ? `@${i.label}` : i.label
		)
		.join('');

/** The blocks below one. */
export function below(block: Block): Block[] {
	if (block.type === 'list') return block.items.flat();
	if (block.type === 'table') return block.rows.flat().flatMap((c) => c.content);
	return block.type === 'finding' || block.type === 'decision' ? block.content : [];
}
const ownInline = (block: Block): Inline[] =>
	block.type === 'paragraph' || block.type === 'heading' || block.type === 'task' ? block.content : [];

/** All blocks, those inside others too, in the order they are read. */
export const everyBlock = (blocks: readonly Block[]): Block[] => blocks.flatMap((b) => [b, ...everyBlock(below(b))]);
/** The words alone, a line for each paragraph: for the search and for wordings. */
export const plainText = (blocks: readonly Block[]): string =>
	everyBlock(blocks)
		.map((b) => inlineText(ownInline(b)).trim())
		.filter(Boolean)
		.join('\n');
/** Nothing is written there. */
export const isBlank = (blocks: readonly Block[]): boolean =>
	plainText(blocks) === '' && !everyBlock(blocks).some((b) => b.type === 'task' || b.type === 'decision');

export const tasksIn = (blocks: readonly Block[]): TaskBlock[] =>
	everyBlock(blocks).filter((b): b is TaskBlock => b.type === 'task');
export const decisionsIn = (blocks: readonly Block[]): GroupDecision[] =>
	everyBlock(blocks).filter((b): b is GroupDecision => b.type === 'decision');
/** The accounts that are named with @, each once. */
export const mentionedIn = (blocks: readonly Block[]): string[] => [
	...new Set(everyBlock(blocks).flatMap((b) => ownInline(b).flatMap((i) => (i.type === 'mention' ? [i.id] : []))))
];
