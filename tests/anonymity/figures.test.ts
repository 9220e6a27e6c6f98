// The figures that are told to people are those of the detector as it is.
import { beforeAll, expect, test } from 'vitest';
import { detect, ready } from '#concepts/anonymity/detect.ts';
import { figuresOf, readFigures } from './figures.ts';
import { measure } from './measure.ts';
import { readNotes } from './notes/notes.ts';

beforeAll(ready);

test('a fresh measurement on the notes that nobody developed with gives what is told; FIGURES=1 npm run bench -- anonymity writes it anew', () => {
	const told = readFigures();
	expect(figuresOf(measure(readNotes('fresh'), detect), told.measuredOn)).toEqual(told);
	expect(told.measuredOn).toMatch(/^20\d\d-\d\d-\d\d$/);
});

test('no note the detector was developed with is among them', () => {
	const texts = (set: Parameters<typeof readNotes>[0]) => readNotes(set).map(({ text }) => text.replace(/\s+/g, ' '));
	const known = new Set([...texts('dev'), ...texts('held')]);
	expect(texts('fresh').filter((text) => known.has(text))).toEqual([]);
});
