/** The extensions that make up the schema of the editor; document.schema.ts says what it has to be. */
import type { Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { isLinkAddress } from '#concepts/meetings/document.schema.ts';
import { Decision, Finding, ItemTitle, Mention, Reference, Root, Task } from './nodes.ts';

const span = (name: 'colspan' | 'rowspan') => ({
	default: 1,
	parseHTML: (element: HTMLElement) => {
		const n = Number(element.getAttribute(name) ?? 1);
		return Number.isInteger(n) && n >= 1 && n <= 20 ? n : 1;
	}
});
// no widths and no alignment: the columns share the room there is
const cellAttributes = () => ({
	colspan: span('colspan'),
	rowspan: span('rowspan'),
	colwidth: { default: null, rendered: false, parseHTML: () => null }
});

/** `Link` of the kit keeps target, rel and class in the document; ours keeps the address only. */
const Kit = StarterKit.extend({
	addExtensions() {
		return (this.parent?.() ?? []).map((extension) => {
			if (extension.name === 'link')
				return extension.extend({
					addAttributes: () => ({
						href: {
							default: null,
							parseHTML: (element: HTMLElement) => {
								const href = element.getAttribute('href');
								return isLinkAddress(href) ? href : null;
							}
						}
					})
				});
			if (extension.name === 'heading')
				return extension.extend({ addAttributes: () => ({ level: { default: 3, rendered: false } }) });
			return extension.name === 'orderedList' ? extension.extend({ addAttributes: () => ({}) }) : extension;
		});
	}
});

export type OwnBlocks = {
	finding: typeof Finding;
	decision: typeof Decision;
	task: typeof Task;
	reference: typeof Reference;
};
const plain: OwnBlocks = { finding: Finding, decision: Decision, task: Task, reference: Reference };

/** `blocks` brings the same nodes with views to fill them in. */
export const schemaExtensions = (blocks: OwnBlocks = plain): Extensions => [
	Root,
	ItemTitle,
	Kit.configure({
		document: false,
		blockquote: false,
		code: false,
		codeBlock: false,
		horizontalRule: false,
		underline: false,
		// a collaborative document has an undo of its own, and a node that every reader appends is no text of anybody
		undoRedo: false,
		trailingNode: false,
		dropcursor: { color: false, class: 'drop-mark' },
		heading: { levels: [3, 4] },
		link: {
			openOnClick: false,
			defaultProtocol: 'https',
			isAllowedUri: (url) => isLinkAddress(url),
			HTMLAttributes: { target: null, rel: 'noopener noreferrer', class: null }
		}
	}),
	// without the kit's <colgroup>, which does not follow when a column goes
	Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: false, View: null }),
	TableRow,
	TableHeader.extend({ addAttributes: cellAttributes }),
	TableCell.extend({ addAttributes: cellAttributes }),
	blocks.finding,
	blocks.decision,
	blocks.task,
	Mention,
	blocks.reference
];
