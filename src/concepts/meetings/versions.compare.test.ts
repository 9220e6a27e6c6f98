import { describe, expect, test } from 'vitest';
import { compareItems, comparedWords } from './versions.compare.ts';

const item = (id: string, words: string, title = `Thema ${id}`) => ({ id, title, words });

describe('an earlier version beside the present text', () => {
	test('shows which words went and which came', () => {
		expect(comparedWords('Der Kurs beginnt im März.', 'Der Kurs beginnt im April.')).toEqual([
			{ kind: 'same', text: 'Der Kurs beginnt im ' },
			{ kind: 'removed', text: 'März' },
			{ kind: 'added', text: 'April' },
			{ kind: 'same', text: '.' }
		]);
	});
	test('keeps umlauts and lines whole', () => {
		const parts = comparedWords('Träger prüfen\nFrist klären', 'Träger prüfen\nFristen klären');
		expect(parts.map((p) => p.text).join('|')).toBe('Träger prüfen\n|Frist|Fristen| klären');
	});
	test('goes by the item, not by its place', () => {
		const [first, second] = compareItems(
			[item('a', 'eins'), item('b', 'zwei')],
			[item('b', 'zwei'), item('a', 'eins')]
		);
		expect([first!.since, second!.since]).toEqual(['same', 'same']);
	});
	test('names items that came and items that went, those last', () => {
		const found = compareItems([item('weg', 'alt'), item('da', '')], [item('neu', 'frisch'), item('da', '')]);
		expect(found.map((i) => [i.id, i.since, i.parts.map((p) => p.kind)])).toEqual([
			['neu', 'added', ['added']],
			['da', 'same', []],
			['weg', 'removed', ['removed']]
		]);
	});
	test('a new title alone is a change, too', () => {
		expect(compareItems([item('a', 'x', 'Kita')], [item('a', 'x', 'Kita-Plätze')])[0]!.since).toBe('changed');
	});
	test('of very long texts without a word in common is ready soon', () => {
		const long = (word: string) => Array.from({ length: 40_000 }, (_, i) => `${word}${i}`).join(' ');
		const begun = performance.now();
		const parts = comparedWords(long('alt'), long('neu'));
		expect(performance.now() - begun).toBeLessThan(5_000);
		expect(
			parts
				.filter((p) => p.kind !== 'added')
				.map((p) => p.text)
				.join('')
		).toBe(long('alt'));
	});
});
