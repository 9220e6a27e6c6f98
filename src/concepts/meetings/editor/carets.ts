/** Where the others write: their carets with names, by y-tiptap's own plugin. */
import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { m } from '#i18n/paraglide/messages.js';
import { safeColor } from './room.ts';

type Named = { name?: unknown; color?: unknown } | undefined;

function caret(who: Named): HTMLElement {
	const mark = document.createElement('span');
	const name = document.createElement('span');
	mark.className = 'caret';
	name.className = 'caret-name';
	// Security: by the style API and only in the form #rrggbb, so that no state of another client becomes CSS
	mark.style.setProperty('--caret', safeColor(who?.color));
	name.textContent = typeof who?.name === 'string' ? who.name.slice(0, 80) : m.editor_somebody();
	mark.append('\u2060', name, '\u2060');
	return mark;
}

export const caretsOf = (awareness: Awareness) =>
	Extension.create({
		name: 'carets',
		addProseMirrorPlugins: () => [
			yCursorPlugin(awareness, {
				cursorBuilder: caret,
				selectionBuilder: (who: Named) => ({
					class: 'selected-by',
					style: `--caret: ${safeColor(who?.color)}`
				})
			}) as never
		]
	});
