// What counts as found, as leaked and as a false alarm, on examples small enough to count by hand.
import { describe, expect, test } from 'vitest';
import type { Label } from '#concepts/anonymity/marks.ts';
import { alarmsPerThousand, measure, namedShare, precision, recall, wordsIn, type Detect } from './measure.ts';
import { parseNotes } from './notes/notes.ts';

const notes = parseNotes(`=== a | x
Frau ⟦PERSON:Nadia A.⟧ wohnt in ⟦LOCATION:Rheine⟧.
=== b | x
Im Mai kam der Bescheid.`);

/** Marks each given passage wherever it stands. */
const marking =
	(...passages: [string, Label][]): Detect =>
	(text) =>
		passages.flatMap(([passage, label]) => {
			const start = text.indexOf(passage);
			return start < 0 ? [] : [{ start, end: start + passage.length, label }];
		});

describe('recall', () => {
	test('an item counts once all its letters are covered; the full stop of an initial may stay', () => {
		const score = measure(notes, marking(['Nadia A', 'PERSON'], ['Rhein', 'LOCATION']));
		expect(score.all).toEqual({ items: 2, covered: 1, named: 1 });
		expect(recall(score.byLabel.get('PERSON')!)).toBe(1);
		expect(recall(score.byLabel.get('LOCATION')!)).toBe(0);
		expect(score.missed).toEqual([
			{ note: 'a', label: 'LOCATION', passage: 'Rheine', around: 'Frau Nadia A. wohnt in Rheine.' }
		]);
	});
	test('several marks may cover it together, of any label', () => {
		const score = measure(notes, marking(['Nadia', 'PERSON'], ['A.', 'ORGANISATION'], ['Rheine', 'ADDRESS']));
		expect(recall(score.all)).toBe(1);
		expect(namedShare(score.all)).toBe(0);
	});
	test('a surname left over leaks the item', () => {
		expect(recall(measure(notes, marking(['Nadia', 'PERSON'])).all)).toBe(0);
	});
});

describe('precision', () => {
	test('a mark is right where it touches a gold item, whatever its label', () => {
		const score = measure(notes, marking(['Frau Nadia', 'DATE'], ['wohnt', 'PERSON'], ['Mai', 'PERSON']));
		expect(precision(score)).toBeCloseTo(1 / 3);
		expect(score.alarms.map((a) => a.passage)).toEqual(['wohnt', 'Mai']);
		expect(score.words).toBe(11);
		expect(alarmsPerThousand(score)).toBeCloseTo(2000 / 11);
	});
	test('a mark that ends where the item begins is wrong', () => {
		expect(precision(measure(notes, marking(['Frau ', 'PERSON'])))).toBe(0);
	});
	test('a clean note counts once, however many alarms it has', () => {
		const score = measure(notes, marking(['Mai', 'PERSON'], ['Bescheid', 'PERSON']));
		expect([score.clean, score.cleanWithAlarm]).toEqual([1, 1]);
		expect(measure(notes, marking()).cleanWithAlarm).toBe(0);
	});
	test('one mark over the whole note is right, and shows in the letters beyond the items', () => {
		const all: Detect = (text) => [{ start: 0, end: text.length, label: 'PERSON' }];
		const score = measure(notes.slice(0, 1), all);
		expect([recall(score.all), precision(score)]).toEqual([1, 1]);
		expect([score.lettersMarked, score.lettersBeyond]).toEqual([23, 11]);
	});
});

test('words hold a letter or a digit', () => {
	expect(wordsIn('Az. 12/4 – Widerspr.\n\n• ok')).toBe(4);
});
