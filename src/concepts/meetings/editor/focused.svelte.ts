/** Which editor has the focus, and what its state allows: the one toolbar of a page follows it. */
import type { Editor } from '@tiptap/core';

export type Focused = ReturnType<typeof focusedEditor>;

export function focusedEditor() {
	let editor = $state.raw<Editor>();
	let turn = $state(0);
	const changed = () => turn++;
	return {
		/** A fresh value at every change of selection and text, so that who reads it follows them. */
		get now() {
			return { editor, turn };
		},
		enter(next: Editor) {
			if (next === editor) return;
			editor?.off('transaction', changed);
			editor = next;
			next.on('transaction', changed);
		},
		leave(gone: Editor) {
			if (gone !== editor) return;
			gone.off('transaction', changed);
			editor = undefined;
		}
	};
}
