// The cues of all patterns are found in one pass just where a plain search finds each of them, and patterns run around them alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cueLike, cueOf, formHits, wordHits } from '#concepts/anonymity/cues.ts';
import { matchesNear } from '#concepts/anonymity/windows.ts';

const words = ['ab', 'b', 'abab', '#', '#.#', '_a', 'a_', 'AG', 'straße', 'ı', 'in'];
const cues = words.map((word) => cueOf(word));
const texts = fc.array(fc.constantFrom(...'aAbB12. \nßsSgGiIıtTrReEnN', 'straße', 'STRASSE', 'AG', 'ag', 'ab'), {
	maxLength: 40
});

/** As the word says it, sign by sign. */
function plainly(text: string, word: string): number[] {
	const fits = (sign: string, code: string | undefined): boolean => {
		if (sign === '_') return code === undefined || /\s/.test(code);
		if (code === undefined) return false;
		if (sign === '#') return /\d/.test(code);
		return sign === sign.toLowerCase() ? code === sign || code.toLowerCase() === sign : code === sign;
	};
	const hits: number[] = [];
	for (let at = -1; at <= text.length; at++)
		if ([...word].every((sign, i) => at + i <= text.length && fits(sign, text[at + i])))
			hits.push(Math.max(0, at), Math.min(text.length, at + word.length));
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
