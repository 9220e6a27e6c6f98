/** What an empty title and an empty text say, drawn by CSS from the attribute. */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { m } from '#i18n/paraglide/messages.js';

const empty = (from: number, to: number, words: string) =>
	Decoration.node(from, to, { class: 'is-empty', 'data-placeholder': words });

export const Placeholders = Extension.create({
	name: 'placeholders',
	addProseMirrorPlugins() {
		const editor = this.editor;
		return [
			new Plugin({
				key: new PluginKey('placeholders'),
				props: {
					decorations: ({ doc }) => {
						const title = doc.firstChild;
						const text = doc.maybeChild(1);
						if (!title) return DecorationSet.empty;
						const found = title.content.size ? [] : [empty(0, title.nodeSize, m.editor_title_missing())];
						if (editor.isEditable && doc.childCount === 2 && text?.type.name === 'paragraph' && !text.content.size)
							found.push(empty(title.nodeSize, title.nodeSize + text.nodeSize, m.editor_text_hint()));
						return DecorationSet.create(doc, found);
					}
				}
			})
		];
	}
});
