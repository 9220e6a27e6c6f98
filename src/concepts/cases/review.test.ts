// The second person's desk: marks where they stand, hints to weigh, comments at words that are really there.
import { describe, expect, test } from 'vitest';
import type { Label } from '#concepts/anonymity/marks.ts';
import type { FieldMark } from './marks.ts';
import { passagesFrom } from './review.form.server.ts';
import { hintKey, holdsOn, marksInOrder, unweighed } from './review.ts';
import { checklist, noContent, type Content, type TextName } from './rules.ts';
import { piecesOf } from '#concepts/anonymity/drawn-marks.ts';

const content: Content = {
	...noContent,
	title: 'Stelle weg, Wohnung weg',
	stations: [{ month: 1, legalDomain: 'SGB2', text: 'Der einzige Imker im Ort wartet.' }],
	narrative: 'Die Familie las in der\nLokalzeitung von sich.',
	dismissed: [{ text: 'Lokalzeitung', label: 'RARE_FACT' }]
};
const textOf = (field: TextName) => (field === 'narrative' ? content.narrative : content.stations[0]!.text);
function mark(
	field: TextName,
	words: string,
	label: Label = 'RARE_FACT',
	severity: 'red' | 'amber' = 'amber'
): FieldMark {
	const start = textOf(field).indexOf(words);
	return { field, words, start, end: start + words.length, label, severity, why: 'Das fällt auf.' };
}
const paper = mark('narrative', 'Lokalzeitung');
const beekeeper = mark('stations.0', 'einzige Imker');

describe('marks', () => {
	test('are numbered in the order of reading, those set aside told apart', () => {
		const marks = marksInOrder(content, [paper, beekeeper]);
		expect(marks.map(({ number, words, setAside }) => [number, words, setAside])).toEqual([
			[1, 'einzige Imker', false],
			[2, 'Lokalzeitung', true]
		]);
	});

	test('cut a text into pieces that are the text again', () => {
		const marks = marksInOrder(content, [beekeeper, mark('stations.0', 'Ort', 'LOCATION')]);
		const pieces = piecesOf(content.stations[0]!.text, marks);
		expect(pieces.map((p) => [p.text, p.mark?.number])).toEqual([
			['Der ', undefined],
			['einzige Imker', 1],
			[' im ', undefined],
			['Ort', 2],
			[' wartet.', undefined]
		]);
		expect(pieces.map((p) => p.text).join('')).toBe(content.stations[0]!.text);
	});

	test('that overlap or reach beyond the text lose nothing of it', () => {
		const [m] = marksInOrder(content, [beekeeper]);
		const odd = [m!, { ...m!, start: m!.start + 3 }, { ...m!, start: 20, end: 900 }];
		expect(
			piecesOf(textOf('stations.0'), odd)
				.map((p) => p.text)
				.join('')
		).toBe(textOf('stations.0'));
	});
});

describe('a release stays shut', () => {
	const all = [...checklist, hintKey(paper)];
	test('until every statement is ticked and every rare fact weighed, those the author set aside, too', () => {
		expect(holdsOn([paper], content.dismissed, [])).toEqual(['hints', 'statements']);
		expect(holdsOn([paper], content.dismissed, checklist)).toEqual(['hints']);
		expect(holdsOn([paper], content.dismissed, all.slice(1))).toEqual(['statements']);
		expect(holdsOn([paper], content.dismissed, all)).toEqual([]);
	});

	test('while a mark is open, whatever is ticked', () => {
		const red = mark('stations.0', 'Ort', 'LOCATION', 'red');
		expect(holdsOn([paper, red], content.dismissed, all)).toEqual(['marks_open']);
		expect(holdsOn([paper], [], all)).toEqual(['marks_open']);
	});

	test('and a tick for one hint is none for another', () => {
		expect(unweighed([paper, beekeeper], [hintKey(paper)])).toEqual([beekeeper]);
	});
});

describe('comments at passages', () => {
	const passages = (...rows: [string, string, string][]) =>
		passagesFrom(
			{ field: rows.map((r) => r[0]), quote: rows.map((r) => r[1]), comment: rows.map((r) => r[2]) },
			content
		);
	test('keep the words as they stand in the text, however they were copied', () => {
		expect(passages(['narrative', '  las in der  Lokalzeitung ', 'Bitte gröber.'])).toEqual({
			notes: [{ field: 'narrative', quote: 'las in der\nLokalzeitung', comment: 'Bitte gröber.' }],
			issues: []
		});
	});

	test('leave empty rows out', () => {
		expect(passages(['', '', ' '], ['narrative', '', ''])).toEqual({ notes: [], issues: [] });
	});

	test('are refused without words, without a comment, and at words that stand elsewhere', () => {
		expect(passages(['narrative', '', 'Gröber.']).issues).toMatchObject([{ why: 'no_words' }]);
		expect(passages(['narrative', 'Lokalzeitung', '']).issues).toMatchObject([{ why: 'no_comment' }]);
		expect(passages(['helped', 'Lokalzeitung', 'Gröber.']).issues).toMatchObject([{ why: 'not_in_text' }]);
		expect(passages(['narrative', '.*', 'Gröber.']).issues).toMatchObject([{ why: 'not_in_text' }]);
	});
});
