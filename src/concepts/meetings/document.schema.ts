/**
 * What may stand under an agenda item of the live document: nodes, marks and their attributes, each with what it may
 * hold. The editor in the browser is built to exactly this, and the server takes nothing else into minutes.
 */
export const schemaVersion = 1;

export const decisionResults = ['adopted', 'rejected', 'postponed'] as const;
export type DecisionResult = (typeof decisionResults)[number];
export const referenceTypes = ['service_gap', 'proposal', 'measure'] as const;
export type ReferenceType = (typeof referenceTypes)[number];

/** Is a stored value one that this attribute may hold? */
export type Check = (value: unknown) => boolean;
const matches =
	(pattern: RegExp): Check =>
	(value) =>
		typeof value === 'string' && pattern.test(value);
const oneOf =
	(...allowed: unknown[]): Check =>
	(value) =>
		allowed.includes(value);
const upTo =
	(length: number): Check =>
	(value) =>
		typeof value === 'string' && value.length <= length;
/** Yjs keeps numbers as they are set; HTML brings them as text. */
const countUpTo =
	(most: number): Check =>
	(value) => {
		const n = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value;
		return typeof n === 'number' && Number.isInteger(n) && n >= 1 && n <= most;
	};

export const isUuid = matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const isUuidOrEmpty: Check = (value) => value === '' || isUuid(value);
const isVotes = matches(/^\d{0,3}$/);
const isDayOrEmpty = matches(/^(\d{4}-\d{2}-\d{2})?$/);
/** Security: the only addresses a link may lead to; no spaces or control characters that a browser would strip. */
export const isLinkAddress: Check = (value) =>
	typeof value === 'string' && value.length <= 2000 && /^(https?:\/\/|mailto:)[^\s\p{Cc}\p{Cf}]+$/iu.test(value);

const cell = {
	colspan: { default: 1, check: countUpTo(20) },
	rowspan: { default: 1, check: countUpTo(200) },
	colwidth: { default: null, check: oneOf(null) }
};

export type Attribute = { default: unknown; check: Check };
export type NodeShape = { content: string; attributes: Readonly<Record<string, Attribute>> };

/** By name; `content` in the grammar of ProseMirror. The root `doc` is the item's `text` itself. */
export const nodes = {
	doc: { content: 'itemTitle block*', attributes: {} },
	text: { content: '', attributes: {} },
	itemTitle: { content: 'text*', attributes: {} },
	paragraph: { content: 'inline*', attributes: {} },
	heading: { content: 'inline*', attributes: { level: { default: 3, check: oneOf(3, 4, '3', '4') } } },
	bulletList: { content: 'listItem+', attributes: {} },
	orderedList: { content: 'listItem+', attributes: {} },
	listItem: { content: 'paragraph block*', attributes: {} },
	table: { content: 'tableRow+', attributes: {} },
	tableRow: { content: '(tableCell | tableHeader)*', attributes: {} },
	tableHeader: { content: 'block+', attributes: cell },
	tableCell: { content: 'block+', attributes: cell },
	finding: { content: 'block+', attributes: {} },
	decision: {
		content: '(paragraph | bulletList | orderedList)+',
		attributes: {
			result: { default: '', check: oneOf('', ...decisionResults) },
			votesYes: { default: '', check: isVotes },
			votesNo: { default: '', check: isVotes },
			votesAbstained: { default: '', check: isVotes }
		}
	},
	task: {
		content: 'paragraph',
		attributes: {
			taskId: { default: '', check: isUuidOrEmpty },
			assigneeId: { default: '', check: isUuidOrEmpty },
			assigneeName: { default: '', check: upTo(200) },
			dueOn: { default: '', check: isDayOrEmpty }
		}
	},
	hardBreak: { content: '', attributes: {} },
	mention: {
		content: '',
		attributes: { id: { default: '', check: isUuidOrEmpty }, label: { default: '', check: upTo(200) } }
	},
	reference: {
		content: '',
		attributes: {
			type: { default: 'service_gap', check: oneOf(...referenceTypes) },
			id: { default: '', check: isUuidOrEmpty },
			label: { default: '', check: upTo(200) }
		}
	}
} as const satisfies Record<string, NodeShape>;
export type NodeName = keyof typeof nodes;

export const marks = {
	bold: {},
	italic: {},
	strike: {},
	link: { href: { default: null, check: isLinkAddress } }
} as const satisfies Record<string, Readonly<Record<string, Attribute>>>;

export const isNodeName = (name: string): name is NodeName => Object.hasOwn(nodes, name);

/** The attributes of a node with everything replaced by its default that is not allowed; others are dropped. */
export function attributesOf(name: NodeName, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const attributes: Readonly<Record<string, Attribute>> = nodes[name].attributes;
	return Object.fromEntries(
		Object.entries(attributes).map(([key, { default: fallback, check }]) => [
			key,
			check(given[key]) ? given[key] : fallback
		])
	);
}
