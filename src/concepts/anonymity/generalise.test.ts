import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coded } from './generalise.coded.ts';
import { optimalGeneralisation, type Wish } from './generalise.ts';

const ladderOf = (...forms: string[][]): Map<string, string[]> => new Map(forms.map((f) => [f[0]!, f]));

/** Seven people: four adults of Rheine, three children of Recke – but for the places nobody is alone. */
const age = ladderOf(['8', 'Kind', '*'], ['9', 'Kind', '*'], ['34', 'Erwachsen', '*'], ['45', 'Erwachsen', '*']);
const place = ladderOf(['Rheine', '*'], ['Recke', '*']);
const seven = [
	['34', 'Rheine'],
	['34', 'Rheine'],
	['45', 'Rheine'],
	['45', 'Rheine'],
	['8', 'Recke'],
	['8', 'Recke'],
	['9', 'Recke']
];
const seek = (wish: Partial<Wish>) =>
	optimalGeneralisation({ rows: seven, ladders: [age, place], k: 2, suppressionLimit: 0, ...wish });

describe('seven rows by hand', () => {
	test('the nine-year-old is alone, so ages become child and adult; the place may stay', () => {
		// 34, 45: two of four each, one bit a row; 8: two of three; 9: one of three
		const loss = 4 * 1 + 2 * Math.log2(3 / 2) + Math.log2(3);
		expect(seek({})).toEqual({ node: [1, 0], loss: expect.closeTo(loss, 9) as number, suppressed: 0 });
	});
	test('where one row of seven may be left out, nothing need be generalised', () => {
		expect(seek({ suppressionLimit: 1 / 7 })).toEqual({ node: [0, 0], loss: 0, suppressed: 1 });
	});
	test('a limit a little below one row of seven leaves out none', () => {
		expect(seek({ suppressionLimit: 0.99 / 7 })?.node).toEqual([1, 0]);
	});
	test('three children and four adults are enough for k = 3, and not for k = 4', () => {
		expect(seek({ k: 3 })?.node).toEqual([1, 0]);
		// both columns have to go: children and adults give each other away by their place
		expect(seek({ k: 4 })?.node).toEqual([2, 1]);
	});
	test('seven rows never make a class of eight', () => {
		expect(seek({ k: 8 })).toBeUndefined();
		expect(seek({ k: 8, suppressionLimit: 1 })).toEqual({ node: [0, 0], loss: 0, suppressed: 7 });
	});
	test('no rows need no generalisation', () => {
		expect(seek({ rows: [] })).toEqual({ node: [0, 0], loss: 0, suppressed: 0 });
	});
});

describe('what is refused', () => {
	test('a value without a ladder', () => {
		expect(() => seek({ rows: [['7', 'Rheine']] })).toThrow('column 0: no ladder for 7');
		expect(() => seek({ rows: [['8']] })).toThrow('column 1: no ladder for undefined');
	});
	test('ladders of different heights', () => {
		expect(() => seek({ ladders: [age, ladderOf(['Rheine', 'West', '*'], ['Recke', '*'])] })).toThrow('heights');
	});
	test('a ladder that forks, as coarser classes would not contain the finer ones', () => {
		const forked = ladderOf(['8', 'a', 'x'], ['9', 'a', 'y'], ['34', 'b', 'x'], ['45', 'b', 'x']);
		expect(() => seek({ ladders: [forked, place] })).toThrow('forks at level 2');
	});
});

/** The plain reading of the definition: every node, every row. */
function byBruteForce({ rows, ladders, k, suppressionLimit }: Wish) {
	const heights = ladders.map((l) => [...l.values()][0]!.length);
	let nodes: number[][] = [[]];
	for (const height of heights)
		nodes = nodes.flatMap((n) => Array.from({ length: height }, (_, level) => [...n, level]));
	const count = (keys: string[]) =>
		keys.reduce((m, key) => m.set(key, (m.get(key) ?? 0) + 1), new Map<string, number>());
	const results = nodes.map((node) => {
		const shown = rows.map((row) => row.map((value, c) => ladders[c]!.get(value)![node[c]!]!));
		const classes = count(shown.map((row) => row.join('|')));
		const suppressed = shown.filter((row) => classes.get(row.join('|'))! < k).length;
		const loss = ladders.reduce((sum, _, c) => {
			const [before, after] = [count(rows.map((row) => row[c]!)), count(shown.map((row) => row[c]!))];
			return sum + rows.reduce((s, row, r) => s - Math.log2(before.get(row[c]!)! / after.get(shown[r]![c]!)!), 0);
		}, 0);
		return { node, loss, suppressed };
	});
	return results
		.filter((r) => r.suppressed <= rows.length * suppressionLimit)
		.sort((a, b) => a.loss - b.loss)
		.at(0);
}

describe('on any table', () => {
	// eight values; pairs, fours and all of them one level up each: which values sit together differs by column
	const ladder = (turn: number) =>
		new Map(
			Array.from({ length: 8 }, (_, v) => {
				const at = (v * turn) % 8;
				return [`${v}`, [`${v}`, `p${at >> 1}`, `q${at >> 2}`, '*']] as const;
			})
		);
	const value = fc.integer({ min: 0, max: 7 }).map(String);
	const wish = fc.record({
		rows: fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 30 }),
		ladders: fc.constant([ladder(1), ladder(3), ladder(5)]),
		k: fc.integer({ min: 1, max: 6 }),
		suppressionLimit: fc.constantFrom(0, 0.04, 0.1, 0.3)
	});
	test('the loss is the least there is, and no more rows are left out than allowed', () => {
		fc.assert(
			fc.property(wish, (w) => {
				const [found, plain] = [optimalGeneralisation(w), byBruteForce(w)];
				expect(found === undefined).toBe(plain === undefined);
				if (!found || !plain) return;
				expect(found.loss).toBeCloseTo(plain.loss, 6);
				expect(found.suppressed).toBeLessThanOrEqual(w.rows.length * w.suppressionLimit);
			}),
			{ numRuns: 150 }
		);
	});
	test('the more people a class must have, the more is lost', () => {
		fc.assert(
			fc.property(wish, (w) => {
				const [few, many] = [w, { ...w, k: w.k + 1 }].map((x) => optimalGeneralisation(x)?.loss ?? Infinity);
				expect(many).toBeGreaterThanOrEqual(few! - 1e-9);
			}),
			{ numRuns: 100 }
		);
	});
	test('more columns than one number can hold still make the right classes', () => {
		// 8^20 = 2^60 combinations: keys are numbered again on the way, else the last column would get lost
		const wide = Array.from({ length: 20 }, () => ladder(1));
		const person = (v: number) => wide.map((_, c) => `${(v + c) % 8}`);
		const eight = Array.from({ length: 8 }, (_, v) => person(v));
		const almost = [...eight[7]!.slice(0, -1), `${(Number(eight[7]!.at(-1)) + 1) % 8}`];
		const rows = [...eight, ...eight, almost];
		expect(
			coded(rows, wide).rowsInClassesBelow(
				2,
				wide.map(() => 0)
			)
		).toBe(1);
	});
});
