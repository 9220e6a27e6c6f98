import { describe, expect, test } from 'vitest';
import { emptyOutline } from './rules.ts';
import { compareVersions, sideOf } from './versions.compare.ts';

const version = (problem: string, more: Partial<{ title: string; dueOn: string }> = {}) => ({
	title: 'Kurse',
	outline: { ...emptyOutline, problem },
	responsible: 'Jobcenter',
	dueOn: null,
	...more
});

describe('two versions of a proposal', () => {
	test('are compared part by part, and each side shows its own words', () => {
		const found = compareVersions(version('Es fehlt ein Kurs.'), version('Es fehlen zwei Kurse.'), (d) => d);
		expect(found.filter((f) => f.changed).map((f) => f.part)).toEqual(['problem']);
		const { words } = found.find((f) => f.part === 'problem')!;
		const text = (side: 'older' | 'newer') =>
			sideOf(words, side)
				.map((w) => w.text)
				.join('');
		expect([text('older'), text('newer')]).toEqual(['Es fehlt ein Kurs.', 'Es fehlen zwei Kurse.']);
		expect(sideOf(words, 'older').some((w) => w.kind === 'added')).toBe(false);
	});
	test('say days in the words of the reader', () => {
		const found = compareVersions(version(''), version('', { dueOn: '2027-03-01' }), () => '1. März 2027');
		expect(found.find((f) => f.part === 'dueOn')!.words).toEqual([{ kind: 'added', text: '1. März 2027' }]);
	});
});
