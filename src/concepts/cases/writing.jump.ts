/** The way from one open mark to the next: where the writer is, where the focus goes, and what is said on the way. */
import { tick } from 'svelte';
import { m } from '#i18n/paraglide/messages.js';
import { announce } from '#ui/announce.svelte.ts';
import type { TextName } from './rules.ts';
import { idOf, textNames } from './writing.fields.ts';
import type { Spot } from '#concepts/anonymity/drawn-marks.ts';
import type { Writing } from './writing.svelte.ts';
import { severityWords } from '#concepts/anonymity/marks.words.ts';
import { fieldWords } from './writing.words.ts';

/** The caret in a text, or the mark whose row has the focus. */
export function spotIn(writing: Writing): Spot<TextName> | undefined {
	const active = document.activeElement;
	const { here } = writing;
	if (here && active?.closest('[id*="-mark-"]')) return { field: here.field, at: here.start };
	const field = textNames(writing.content.stations.length).find((f) => idOf(f) === active?.id);
	if (!field) return undefined;
	const caret = (active as HTMLTextAreaElement).selectionStart;
	// a mark that begins at the caret is the next one, unless one has just come from it
	const isFromHere = here?.field === field && here.start === caret;
	return { field, at: isFromHere ? caret : caret - 0.5 };
}

/** To the first control of the mark's row, where Enter mends it. */
export async function jump(writing: Writing, from: Spot<TextName> | undefined, step: 1 | -1): Promise<void> {
	const mark = writing.next(from, step);
	if (!mark) return announce(m.anonymity_marks_none_open());
	await writing.tools().catch(() => undefined);
	await tick();
	const rows = writing.listed.marks.filter((listed) => listed.field === mark.field);
	const at = rows.findIndex((listed) => writing.nowOf(listed) === mark);
	const row = document.getElementById(`${idOf(mark.field)}-mark-${at}`);
	row?.closest('details')?.setAttribute('open', '');
	row?.querySelector<HTMLElement>('button, input')?.focus();
	row?.scrollIntoView({ block: 'center' });
	announce(
		m.anonymity_mark_here({
			number: writing.numberOf(mark),
			count: writing.open.length,
			field: fieldWords(mark.field),
			words: mark.words,
			severity: severityWords[mark.severity](),
			why: mark.why
		})
	);
}
