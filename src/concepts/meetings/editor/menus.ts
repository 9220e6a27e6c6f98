/** Sees when somebody types „/“, „@“ or „#“, and hands keys to the menu that is open then. */
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';

export type Trigger = { kind: 'block' | 'person' | 'thing'; typed: string; from: number; to: number };

const patterns: readonly (readonly [Trigger['kind'], RegExp])[] = [
	['block', /(?:^|\s)\/([\p{L}\d]{0,30})$/u],
	['person', /(?:^|\s)@([\p{L}.'-]{0,40}(?: [\p{L}.'-]{1,40})?)$/u],
	['thing', /(?:^|\s)#([\p{L}\d-]{0,40}(?: [\p{L}\d-]{1,40})?)$/u]
];

export function triggerIn(state: EditorState): Trigger | null {
	const { $from, empty } = state.selection;
	if (!empty || !$from.parent.isTextblock || $from.parent.type.name === 'itemTitle') return null;
	const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 90), $from.parentOffset, '\n', '\ufffc');
	for (const [kind, pattern] of patterns) {
		const typed = pattern.exec(before)?.[1];
		if (typed !== undefined) return { kind, typed, from: $from.pos - typed.length - 1, to: $from.pos };
	}
	return null;
}

export type MenuEars = {
	changed(trigger: Trigger | null): void;
	/** True when the menu has dealt with the key. */
	key(event: KeyboardEvent): boolean;
};

export const menusFor = (ears: MenuEars) =>
	Extension.create({
		name: 'menus',
		priority: 1200,
		addProseMirrorPlugins() {
			const editor: Editor = this.editor;
			let dismissed: number | null = null;
			let last = '';
			const look = () => {
				const view = editor.view;
				const found = editor.isEditable && view.hasFocus() ? triggerIn(view.state) : null;
				if (!found) dismissed = null;
				const open = found && found.from !== dismissed ? found : null;
				const key = JSON.stringify(open);
				if (key === last) return;
				last = key;
				ears.changed(open);
			};
			return [
				new Plugin({
					key: new PluginKey('menus'),
					view: () => ({ update: look }),
					props: {
						// ProseMirror's own names, which our glossary does not know
						['handleKeyDown']: (view, event) => {
							if (last === '' || last === 'null') return false;
							if (event.key === 'Escape') {
								dismissed = triggerIn(view.state)?.from ?? null;
								look();
								return true;
							}
							return ears.key(event);
						},
						['handleDOMEvents']: {
							blur: () => {
								// a text that is moved in the page loses the focus in the midst of drawing: nothing is told then
								if (last !== '' && last !== 'null') queueMicrotask(() => ears.changed(null));
								last = '';
								return false;
							}
						}
					}
				})
			];
		}
	});
