/** One editor, bound to one part of the outline: lines of letters, as outline.document.ts says, and nothing else. */
import { Editor, Extension, Node } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type { Awareness } from 'y-protocols/awareness';
import type { XmlFragment } from 'yjs';
import { caretsOf } from '#concepts/meetings/editor/carets.ts';
import { textInEmptyLines } from '#concepts/meetings/editor/lines.ts';
import { lineNode } from '#concepts/proposals/outline.document.ts';
import { passagesMarked, type Passages } from './passages.ts';

const schema = [
	Node.create({ name: 'doc', topNode: true, content: `${lineNode}+` }),
	Node.create({
		name: lineNode,
		content: 'text*',
		marks: '',
		parseHTML: () => [{ tag: 'p' }],
		renderHTML: () => ['p', 0]
	}),
	Node.create({ name: 'text' })
];

/** Enter begins no second line: it is one sentence. */
const OneLine = Extension.create({
	name: 'oneLine',
	priority: 1100,
	addKeyboardShortcuts: () => ({ Enter: () => true, 'Mod-Enter': () => true, 'Shift-Enter': () => true })
});

export type PartNeeds = {
	element: HTMLElement;
	text: XmlFragment;
	awareness: Awareness;
	editable: boolean;
	/** ids of the elements that name and describe the text */
	labelledby: string;
	describedby: string;
	oneLine: boolean;
	passages: Passages;
};

export function partEditor(n: PartNeeds): Editor {
	return new Editor({
		element: n.element,
		editable: n.editable,
		injectCSS: false,
		extensions: [
			...schema,
			...(n.oneLine ? [OneLine] : []),
			Collaboration.configure({ fragment: n.text }),
			textInEmptyLines(n.text),
			caretsOf(n.awareness),
			passagesMarked(n.passages)
		],
		editorProps: {
			attributes: {
				role: 'textbox',
				'aria-multiline': n.oneLine ? 'false' : 'true',
				'aria-labelledby': n.labelledby,
				'aria-describedby': n.describedby,
				class: 'live-text'
			},
			...(n.oneLine && {
				transformPastedText: (text: string) => text.replace(/\s*\n\s*/g, ' '),
				transformPastedHTML: (html: string) => html.replace(/<\/?(p|div|li|ul|ol|br|h\d)\b[^>]*>/gi, ' ')
			})
		}
	});
}
