/** One editor, bound to the text of one agenda item. */
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc, XmlFragment } from 'yjs';
import { m } from '#i18n/paraglide/messages.js';
import { blocksWith } from './blocks.ts';
import { caretsOf } from './carets.ts';
import type { Things } from './labels.svelte.ts';
import { textInEmptyLines } from './lines.ts';
import { menusFor, type MenuEars } from './menus.ts';
import { BlockKeys } from './nodes.ts';
import { pastingInto } from './pasting.ts';
import { Placeholders } from './placeholders.ts';
import { referenceWith } from './references.ts';
import type { Person } from './room.ts';
import { schemaExtensions } from './schema.ts';

export type EditorNeeds = {
	element: HTMLElement;
	doc: Doc;
	text: XmlFragment;
	awareness: Awareness;
	people: readonly Person[];
	things: Things;
	editable: boolean;
	/** id of the element that names the text */
	labelledby: string;
	ears: MenuEars;
	/** Alt+F10 */
	toToolbar(): void;
};

export function editorFor(n: EditorNeeds): Editor {
	return new Editor({
		element: n.element,
		editable: n.editable,
		injectCSS: false,
		extensions: [
			...schemaExtensions({ ...blocksWith(n.people), reference: referenceWith(n.things) }),
			BlockKeys,
			Placeholders,
			pastingInto(n.doc),
			menusFor(n.ears),
			Collaboration.configure({ fragment: n.text }),
			textInEmptyLines(n.text),
			caretsOf(n.awareness)
		],
		editorProps: {
			attributes: {
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-labelledby': n.labelledby,
				'aria-description': m.editor_keys(),
				class: 'live-text'
			},
			// ProseMirror's own name, which our glossary does not know
			['handleKeyDown']: (_view, event) => {
				if (!event.altKey || event.key !== 'F10') return false;
				n.toToolbar();
				return true;
			}
		}
	});
}
