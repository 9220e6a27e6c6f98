/** What can be done in the editor: one table for the toolbar and the menu behind „/“. */
import type { ChainedCommands, Editor } from '@tiptap/core';
import { m } from '#i18n/paraglide/messages.js';

export type Action = {
	id: string;
	label: () => string;
	/** On the button: words that its label has in it, or the path of an icon. */
	sign: () => string;
	path?: string;
	keys?: string;
	run: (chain: ChainedCommands) => ChainedCommands;
	/** Pressed state, for those that toggle. */
	on?: (editor: Editor) => boolean;
	/** Shown only where it makes sense. */
	where?: (editor: Editor) => boolean;
	/** Offered behind „/“. */
	inMenu?: boolean;
};

const inTable = (editor: Editor) => editor.isActive('table');
const block = (type: 'decision' | 'finding') => ({
	type,
	content: [{ type: 'paragraph' }]
});
/** A block of ours in place of the empty line, and the caret in it. */
const insertBlock =
	(content: () => object) =>
	(chain: ChainedCommands): ChainedCommands =>
		chain.insertContent(content());

export const groups: readonly (readonly Action[])[] = [
	[
		{
			id: 'bold',
			label: m.editor_bold,
			sign: m.editor_bold_sign,
			keys: 'Control+B',
			run: (c) => c.toggleBold(),
			on: (e) => e.isActive('bold')
		},
		{
			id: 'italic',
			label: m.editor_italic,
			sign: m.editor_italic_sign,
			keys: 'Control+I',
			run: (c) => c.toggleItalic(),
			on: (e) => e.isActive('italic')
		},
		{
			id: 'strike',
			label: m.editor_strike,
			sign: m.editor_strike_sign,
			keys: 'Control+Shift+S',
			run: (c) => c.toggleStrike(),
			on: (e) => e.isActive('strike')
		}
	],
	[
		{
			id: 'heading3',
			label: m.editor_heading,
			sign: m.editor_heading,
			run: (c) => c.toggleHeading({ level: 3 }),
			on: (e) => e.isActive('heading', { level: 3 }),
			inMenu: true
		},
		{
			id: 'heading4',
			label: m.editor_subheading,
			sign: m.editor_subheading,
			run: (c) => c.toggleHeading({ level: 4 }),
			on: (e) => e.isActive('heading', { level: 4 }),
			inMenu: true
		},
		{
			id: 'bullets',
			label: m.editor_bullets,
			sign: m.editor_bullets,
			path: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
			keys: 'Control+Shift+8',
			run: (c) => c.toggleBulletList(),
			on: (e) => e.isActive('bulletList'),
			inMenu: true
		},
		{
			id: 'numbers',
			label: m.editor_numbers,
			sign: m.editor_numbers,
			path: 'M10 6h10M10 12h10M10 18h10M3.5 5l1.5-1v5M3.5 14.5c0-2 3-2 3 0 0 1-3 3-3 3.5h3',
			keys: 'Control+Shift+7',
			run: (c) => c.toggleOrderedList(),
			on: (e) => e.isActive('orderedList'),
			inMenu: true
		}
	],
	[
		{
			id: 'finding',
			label: m.editor_insert_finding,
			sign: m.editor_finding,
			run: insertBlock(() => block('finding')),
			inMenu: true
		},
		{
			id: 'decision',
			label: m.editor_insert_decision,
			sign: m.editor_decision,
			run: insertBlock(() => block('decision')),
			inMenu: true
		},
		{
			id: 'task',
			label: m.editor_insert_task,
			sign: m.editor_task,
			run: insertBlock(() => ({
				type: 'task',
				attrs: { taskId: crypto.randomUUID() },
				content: [{ type: 'paragraph' }]
			})),
			inMenu: true
		},
		{
			id: 'table',
			label: m.editor_insert_table,
			sign: m.editor_table,
			run: (c) => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
			where: (e) => !inTable(e),
			inMenu: true
		}
	],
	[
		{
			id: 'row_add',
			label: m.editor_row_add,
			sign: m.editor_row_add,
			run: (c) => c.addRowAfter(),
			where: inTable,
			inMenu: true
		},
		{
			id: 'column_add',
			label: m.editor_column_add,
			sign: m.editor_column_add,
			run: (c) => c.addColumnAfter(),
			where: inTable,
			inMenu: true
		},
		{
			id: 'row_remove',
			label: m.editor_row_remove,
			sign: m.editor_row_remove,
			run: (c) => c.deleteRow(),
			where: inTable,
			inMenu: true
		},
		{
			id: 'column_remove',
			label: m.editor_column_remove,
			sign: m.editor_column_remove,
			run: (c) => c.deleteColumn(),
			where: inTable,
			inMenu: true
		},
		{
			id: 'table_remove',
			label: m.editor_table_remove,
			sign: m.editor_table_remove,
			run: (c) => c.deleteTable(),
			where: inTable,
			inMenu: true
		}
	],
	[
		{
			id: 'undo',
			label: m.editor_undo,
			sign: m.editor_undo,
			path: 'M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3',
			keys: 'Control+Z',
			run: (c) => c.undo()
		},
		{
			id: 'redo',
			label: m.editor_redo,
			sign: m.editor_redo,
			path: 'm16 5 4 4-4 4M20 9H10a5 5 0 0 0 0 10h3',
			keys: 'Control+Y',
			run: (c) => c.redo()
		}
	]
];

export const menuActions = (editor: Editor, typed: string): Action[] =>
	groups
		.flat()
		.filter((a) => a.inMenu && (a.where?.(editor) ?? true))
		.filter((a) => a.label().toLocaleLowerCase().includes(typed.toLocaleLowerCase()));
