/**
 * What may stand in the place of a mark: a placeholder or a coarser word, never finer than the attributes are coded.
 * Nothing is remembered: who is „Person A“ is worked out anew from the text, its marks and the placeholders in it.
 */
import { ageWords } from './replace.ages.ts';
import { dateWords } from './replace.dates.ts';
import { placeWords } from './replace.places.ts';
import { organisationWords, personWords } from './replace.nouns.ts';
import { personsOf } from './replace.persons.ts';
import type { CaseCell } from './ladders.ts';
import type { Mark } from './marks.ts';

/** UTF-16 offsets in the text as it is; the words around a name may have to change with it. */
export type Edit = { start: number; end: number; text: string };
export type Proposal = {
	/** what will stand there */
	text: string;
	/** the passage itself, and for a person each other passage that names her */
	edits: Edit[];
};

/** In the order in which they should be offered. A rare fact has none: only a person can say it differently. */
export function proposals(mark: Mark, text: string, attributes: CaseCell, marks: readonly Mark[]): Proposal[] {
	const single = (edits: (Edit | undefined)[]) =>
		edits.filter((edit) => edit !== undefined).map((edit) => ({ text: edit.text, edits: [edit] }));
	const instead = (...words: string[]) =>
		single(words.map((word) => ({ start: mark.start, end: mark.end, text: word })));
	switch (mark.label) {
		case 'PERSON': {
			const edits = personsOf(text, marks.includes(mark) ? marks : [...marks, mark]);
			const own = edits.find((edit) => edit.mark === mark)!;
			const same = edits.filter((edit) => edit.placeholder === own.placeholder);
			return [
				{ text: own.placeholder, edits: same.map(({ start, end, text }) => ({ start, end, text })) },
				...single([personWords(text, own, attributes)])
			];
		}
		case 'DATE':
			return [...single(dateWords(text, mark)), ...instead('[Datum]')];
		case 'AGE':
			return [...single(ageWords(text, mark, attributes)), ...instead('[Alter]')];
		case 'LOCATION':
			return [...single(placeWords(text, mark, attributes)), ...instead('[Ort]')];
		case 'ORGANISATION':
			return [...single([organisationWords(text, mark)]), ...instead('[Einrichtung]')];
		case 'ID_NUMBER':
			return instead('[Aktenzeichen]', ...numberWords(text, mark));
		case 'ADDRESS':
			return instead('[Anschrift]');
		case 'PHONE':
			return instead('[Telefonnummer]');
		case 'EMAIL':
			return instead('[E-Mail-Adresse]');
		case 'IBAN':
			return instead('[Kontoverbindung]');
		case 'RARE_FACT':
			return [];
	}
}

/** Applies edits from the end to the beginning; of two that overlap the one that begins first counts. */
export function replaceAll(text: string, choices: readonly Edit[]): string {
	const kept: Edit[] = [];
	for (const edit of [...choices].sort((a, b) => a.start - b.start || b.end - a.end))
		if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
	return kept.reduceRight((result, { start, end, text }) => result.slice(0, start) + text + result.slice(end), text);
}

/** A second name for a number whose kind the words before it, or its own, tell. */
const kinds: readonly [RegExp, string][] = [
	[/\bAZR/i, '[AZR-Nummer]'],
	[/\bBG\b|Bedarfsgemeinschaft/i, '[BG-Nummer]'],
	[/Kindergeld/i, '[Kindergeldnummer]'],
	[/\bPass(nummer|nr)?\b|Reisepass|Ausweis/i, '[Ausweisnummer]'],
	[/Kennzeichen|\bKfz\b/i, '[Kennzeichen]'],
	[/Steuer|\bIdNr/i, '[Steuernummer]'],
	[/Renten|Sozialvers|Krankenv|Versicher|\bSVNR\b/i, '[Versicherungsnummer]']
];
function numberWords(text: string, mark: Mark): string[] {
	const around = text.slice(Math.max(0, mark.start - 30), mark.end);
	const clause = around.slice(Math.max(0, around.lastIndexOf('. ', around.length - (mark.end - mark.start) - 1) + 1));
	return kinds.filter(([pattern]) => pattern.test(clause)).map(([, word]) => word);
}
