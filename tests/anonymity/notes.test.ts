// How notes are read, and that the two sets are as they must be: varied, apart, and rich in both kinds.
import { describe, expect, test } from 'vitest';
import { labels } from '#concepts/anonymity/marks.ts';
import { wordsIn } from './measure.ts';
import { parseNotes, readNotes } from './notes/notes.ts';

describe('a note', () => {
	test('is its text without brackets, and where each item stands in it', () => {
		const [first, second] = parseNotes(
			'=== n1 | mail\nFrau ⟦PERSON:K.⟧ 😀 aus ⟦LOCATION:Greven⟧\n\nEnde\n\n=== n2 | telegram\nnichts'
		);
		expect(first).toMatchObject({ id: 'n1', style: 'mail', text: 'Frau K. 😀 aus Greven\n\nEnde' });
		expect(first!.spans.map((s) => [s.label, first!.text.slice(s.start, s.end)])).toEqual([
			['PERSON', 'K.'],
			['LOCATION', 'Greven']
		]);
		expect(second).toEqual({ id: 'n2', style: 'telegram', text: 'nichts', spans: [] });
	});
	test.each([
		['no header', 'Text'],
		['a header without style', '=== n1\nText'],
		['an unknown label', '=== n1 | mail\n⟦NAME:K.⟧'],
		['an open bracket', '=== n1 | mail\n⟦PERSON:K.'],
		['a bracket in a bracket', '=== n1 | mail\n⟦PERSON:⟦PERSON:K.⟧⟧']
	])('%s is refused', (_, source) => expect(() => parseNotes(source)).toThrow());
});

describe('the two sets', () => {
	const dev = readNotes('dev');
	const held = readNotes('held');
	const all = [...dev, ...held];
	const stylesOf = (notes: typeof all) => [...new Set(notes.map((n) => n.style))].sort();
	const shareWithGold = (notes: typeof all) => notes.filter((n) => n.spans.length).length / notes.length;

	test('hold enough, and a good part of it is held apart', () => {
		expect(all.length).toBeGreaterThanOrEqual(132);
		expect(held.length / all.length).toBeGreaterThan(0.2);
	});
	test('each has every style, every label, and a good part of clean notes', () => {
		expect(stylesOf(held).length).toBeGreaterThanOrEqual(9);
		expect(stylesOf(dev)).toEqual(expect.arrayContaining(stylesOf(held)));
		for (const notes of [dev, held]) {
			expect(new Set(notes.flatMap((n) => n.spans.map((s) => s.label))).size).toBe(labels.length);
			expect(shareWithGold(notes)).toBeGreaterThan(0.54);
			expect(shareWithGold(notes)).toBeLessThan(0.61);
		}
	});
	test('a note is neither a line nor a file', () => {
		const odd = all.filter((n) => wordsIn(n.text) < 40 || wordsIn(n.text) > 220);
		expect(odd.map((n) => `${n.id}: ${wordsIn(n.text)}`)).toEqual([]);
	});
	test('an item begins and ends with itself, not with a space or a comma', () => {
		const items = all.flatMap((n) => n.spans.map((s) => n.text.slice(s.start, s.end)));
		expect(items.filter((item) => /^[^\p{L}\p{N}+(]|[\s,;:!?]$/u.test(item))).toEqual([]);
	});
	test('no id and no text comes twice', () => {
		expect(new Set(all.map((n) => n.id)).size).toBe(all.length);
		expect(new Set(all.map((n) => n.text)).size).toBe(all.length);
	});
	test('every bank account has a valid checksum', () => {
		const accounts = all.flatMap((n) =>
			n.spans.filter((s) => s.label === 'IBAN').map((s) => n.text.slice(s.start, s.end).replaceAll(' ', ''))
		);
		expect(accounts.length).toBeGreaterThan(9);
		expect(accounts.filter((iban) => remainder(iban) !== 1n)).toEqual([]);
	});
});

/** ISO 13616: the first four signs to the end, letters as 10 to 35, modulo 97 gives 1. */
function remainder(iban: string): bigint {
	const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => parseInt(sign, 36)).join('');
	return BigInt(digits) % 97n;
}
