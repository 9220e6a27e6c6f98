/**
 * The invented case notes on which the personal-data detector is measured, read from their text files.
 *
 * `dev.txt` is for looking at; `held.txt` is only ever counted: nobody who works on the detector reads it.
 * `fresh.txt` was written by others after the detector, for the figures that people are told, and is counted for nothing else.
 * A note begins with the line `=== id | style`; gold items stand in the text as `⟦LABEL:item⟧`.
 *
 * What is gold:
 * - the item alone: in "Frau K." `K.`, in "Az. 12-4711" `12-4711`, in "geb. 3.5.1990" `3.5.1990`; the genitive's s belongs to it
 * - PERSON: names, initials, also first names alone and nicknames; title, "Familie" and kinship are not part of it
 * - LOCATION: settlements and parts of them, at home or abroad; not countries, Länder, counties, landscapes, regions
 * - ADDRESS: street with number, postcode and town as one item where they follow each other
 * - ORGANISATION: school, kindergarten, employer, practice, shop, club, camp with its whole name; not authorities, courts,
 *   health insurers, welfare associations and their services as such – but a settlement in such a name is a LOCATION
 *   wherever it tells of a person; courts keep their seat
 * - DATE: day-precise, without its weekday; days that share a month are one item ("3.–5.6."); birth years; not month + year,
 *   years, times, dates of rulings and laws
 * - AGE: number and unit ("34 Jahre", "34 J."), the number where it stands alone, the whole word of "elfjährig"; not the
 *   thresholds of a law, not "seit drei Jahren"
 * - ID_NUMBER: whatever names a file, person, paper or car; IBAN, PHONE and EMAIL as written, spaces included
 * - RARE_FACT: the few words that make somebody known – many children, twins, a rare trade, a named illness, the newspaper
 */
import { readFileSync } from 'node:fs';
import { labels, type Label } from '#concepts/anonymity/marks.ts';

/** `start` and `end` count UTF-16 units of the note's text. */
export type Span = { start: number; end: number; label: Label };
export type Note = { id: string; style: string; text: string; spans: Span[] };

const isLabel = (word: string): word is Label => labels.some((label) => label === word);

/** Throws an Error that names the note where a header, a label or a bracket is wrong. */
export function parseNotes(source: string): Note[] {
	const [before, ...parts] = source.split(/^=== /m);
	if (before!.trim()) throw new Error('A file of notes begins with a header line.');
	return parts.map((part) => {
		const [header, ...lines] = part.split('\n');
		const [, id, style] = /^(\S+) \| (\S+)$/.exec(header!) ?? [];
		if (!id || !style) throw new Error(`"${header}" is no header of a note: === id | style`);
		return { id, style, ...parseText(id, lines.join('\n').trim()) };
	});
}

function parseText(id: string, marked: string): { text: string; spans: Span[] } {
	let text = '';
	const spans: Span[] = [];
	let last = 0;
	for (const found of marked.matchAll(/⟦([A-Z_]+):([^⟦⟧]+)⟧/g)) {
		const [whole, label, item] = found as unknown as [string, string, string];
		if (!isLabel(label)) throw new Error(`${id}: ${label} is no label.`);
		text += marked.slice(last, found.index);
		spans.push({ start: text.length, end: text.length + item.length, label });
		text += item;
		last = found.index + whole.length;
	}
	text += marked.slice(last);
	if (/[⟦⟧]/.test(text)) throw new Error(`${id}: a bracket stands alone.`);
	return { text, spans };
}

export const readNotes = (set: 'dev' | 'held' | 'fresh'): Note[] =>
	parseNotes(readFileSync(new URL(`./${set}.txt`, import.meta.url), 'utf8'));
