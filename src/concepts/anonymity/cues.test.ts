// The cues of all patterns are found in one pass just where a plain search finds each of them, and patterns run around them alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cueLike, cueOf, formHits, wordHits } from '#concepts/anonymity/cues.ts';
import { beside, matchesNear } from '#concepts/anonymity/windows.ts';

const words = ['ab', 'b', 'abab', '#', '\\#', 'b\\_', '#.#', '_a', 'a_', 'AG', 'straße', 'ı', 'in'];
const cues = words.map((word) => cueOf(word));
const texts = fc.array(fc.constantFrom(...'aAbB12.#_ \nßsSgGiIıtTrReEnN', 'straße', 'STRASSE', 'AG', 'ag', 'ab'), {
	maxLength: 40
});

/** As the word says it, sign by sign. */
function plainly(text: string, word: string): number[] {
	const fits = (sign: string, code: string | undefined): boolean => {
		if (sign === '_') return code === undefined || /\s/.test(code);
		if (code === undefined) return false;
		if (sign === '\ue000' || sign === '\ue001') return code === (sign === '\ue000' ? '#' : '_');
		if (sign === '#') return /\d/.test(code);
		return sign === sign.toLowerCase() ? code === sign || code.toLowerCase() === sign : code === sign;
	};
	const signs = [...word.replaceAll('\\#', '\ue000').replaceAll('\\_', '\ue001')];
	const hits: number[] = [];
	for (let at = -1; at <= text.length; at++)
		if (signs.every((sign, i) => at + i <= text.length && fits(sign, text[at + i])))
			hits.push(Math.max(0, at), Math.min(text.length, at + signs.length));
	return hits;
}

test('each cue is found where a plain search finds it', () =>
	fc.assert(
		fc.property(texts, (signs) => {
			const text = signs.join('');
			const hits = wordHits(text);
			words.forEach((word, i) =>
				expect({ word, hits: hits[cues[i]!.id] }).toEqual({ word, hits: plainly(text, word) })
			);
		}),
		{ numRuns: 500 }
	));

test('a form is found as its pattern says', () => expect(formHits('a1b22', /\d+/g)).toEqual([1, 2, 3, 5]));

test('a pattern is looked for around its cues only, and where both are near', () => {
	const [name, digit, none] = [cueOf('name'), cueLike(/\d/g), cueOf('nowhere')];
	const text = `abc name abc 1 ${'x'.repeat(40)} name abc`;
	const places = (found: RegExpExecArray[]) => found.map((m) => m.index);
	expect(places(matchesNear(text, name, /abc/g, 5))).toEqual([0, 9, text.length - 3]);
	expect(places(matchesNear(text, [name, digit], /abc/g, 8))).toEqual([0, 9]);
	expect(places(matchesNear(text, none, /abc/g, 5))).toEqual([]);
});

test('of two cues those hits are kept that have the other near, whichever is longer', () => {
	const someHits = fc
		.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })), { maxLength: 12 })
		.map((some) => some.map(([start, length]) => [start, start + length] as const).sort((a, b) => a[1] - b[1]));
	fc.assert(
		fc.property(someHits, someHits, fc.nat(9), fc.nat(9), (hits, others, before, after) => {
			const kept = hits.filter(([start, end]) =>
				others.some(([from, to]) => to >= start - before && from <= end + after)
			);
			expect(beside(hits.flat(), others.flat(), before, after)).toEqual(kept.flat());
		}),
		{ numRuns: 500 }
	);
});
