// Classes: whoever subtracts what is published, tables and filters, never isolates fewer than the threshold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classesOf, figureOf, split, sumOf, type Counted } from './suppress.classes.ts';

const weights = [1, 1, 1, 0.2];
const sizes = [4, 4, 3, 2];
const threshold = fc.integer({ min: 3, max: 8 });
/** Skewed as life is: most rows have a code that many have. */
const code = (size: number) =>
	fc.option(
		fc.integer({ min: 0, max: size * size - 1 }).map((n) => String(Math.floor(Math.sqrt(n)))),
		{ nil: null, freq: 12 }
	);
const row = fc.record({ codes: fc.tuple(...sizes.map(code)), count: fc.constant(1) });
const world = fc.array(row, { maxLength: 120, size: 'max' });

/** Every question that the filters of a page can put: each attribute any, or one of its codes. */
function questions(sizes: readonly number[]): (string | null)[][] {
	if (!sizes.length) return [[]];
	const codes = [null, ...Array.from({ length: sizes[0]! }, (_, i) => String(i))];
	return codes.flatMap((c) => questions(sizes.slice(1)).map((rest) => [c, ...rest]));
}
const all = questions(sizes);
const within = (inner: readonly (string | null)[], outer: readonly (string | null)[]) =>
	outer.every((c, i) => c === null || c === inner[i]);
const truth = (rows: readonly Counted[], asked: readonly (string | null)[]) =>
	rows.filter((r) => asked.every((c, i) => c === null || r.codes[i] === c)).length;

/** What an attacker can subtract: filter B asks more than filter A; or a total and the rows of its table. */
const placeOf = new Map(all.map((asked, i) => [asked.join(), i]));
const subtractions = all.flatMap((outer, from) => [
	...all.flatMap((inner, i) => (inner !== outer && within(inner, outer) ? [{ from, less: [i] }] : [])),
	...outer.flatMap((open, attribute) => {
		const rows = Array.from({ length: sizes[attribute]! }, (_, c) => outer.with(attribute, String(c)).join());
		return open === null ? [{ from, less: rows.map((row) => placeOf.get(row)!) }] : [];
	})
]);
const published = (rows: readonly Counted[], k: number) => {
	const classes = classesOf(rows, k, weights);
	return all.map((asked) => figureOf(classes, asked).least);
};

describe('properties', () => {
	test('no class and no figure holds fewer than the threshold, and nothing is lost', () =>
		fc.assert(
			fc.property(world, threshold, (rows, k) => {
				const classes = classesOf(rows, k, weights);
				expect(classes.every((c) => c.count >= k)).toBe(true);
				expect(sumOf(classes)).toBe(rows.length >= k ? rows.length : 0);
			}),
			{ numRuns: 2000 }
		));
	test('no difference of two filters, and no total without its rows, leaves fewer than the threshold', () =>
		fc.assert(
			fc.property(world, threshold, (rows, k) => {
				const figures = published(rows, k);
				for (const { from, less } of subtractions) {
					const left = less.reduce((rest, i) => rest - figures[i]!, figures[from]!);
					if (left !== 0 && left < k)
						throw new Error(`${all[from]!.join()} less ${less.map((i) => all[i]!.join()).join(' ')} leaves ${left}`);
				}
			}),
			{ numRuns: 2000 }
		));
	test('what is told of a count is true, and exact only where it gives nobody away', () =>
		fc.assert(
			fc.property(world, threshold, (rows, k) => {
				const classes = classesOf(rows, k, weights);
				if (!classes.length) return;
				for (const asked of all) {
					const { least, most } = figureOf(classes, asked);
					const real = truth(rows, asked);
					expect(least <= real && real <= most).toBe(true);
					expect(most - least === 0 || most - least >= k).toBe(true);
				}
			}),
			{ numRuns: 300 }
		));
	test('raising the threshold later gathers classes, it never cuts one', () =>
		fc.assert(
			fc.property(world, threshold, (rows, k) => {
				const once = classesOf(rows, k, weights);
				const coarser = classesOf(once, k + 3, weights);
				expect(coarser.every((c) => c.count >= k + 3)).toBe(true);
				expect(coarser.length <= once.length).toBe(true);
			}),
			{ numRuns: 500 }
		));
	test('a second partition of the same rows by another code leaves each count of both vague', () =>
		fc.assert(
			fc.property(world, threshold, (rows, k) => {
				const topics = classesOf(
					rows.map((r) => ({ ...r, codes: r.codes.slice(0, 2) })),
					k,
					[1, 1]
				);
				const places = classesOf(
					rows.map((r) => ({ ...r, codes: r.codes.slice(2, 3) })),
					k,
					[1]
				);
				// the authority: bounds of a table with given margins (Fréchet 1940)
				for (const a of topics)
					for (const b of places) {
						const [lowest, highest] = [Math.max(0, a.count + b.count - rows.length), Math.min(a.count, b.count)];
						const trivial = a.count === rows.length || b.count === rows.length;
						expect(trivial || highest - lowest >= k).toBe(true);
					}
			}),
			{ numRuns: 1000 }
		));
});

describe('examples', () => {
	const of = (codes: (string | null)[], times: number): Counted[] =>
		Array.from({ length: times }, () => ({ codes, count: 1 }));
	test('two cases of a rare kind stand with the next smallest kind, so that the total does not tell them', () => {
		const rows = [...of(['a'], 12), ...of(['b'], 6), ...of(['c'], 2)];
		expect(classesOf(rows, 5, [1])).toEqual([
			{ codes: ['a'], count: 12 },
			{ codes: [null], count: 8 }
		]);
	});
	test('a filter that leaves two is hidden, and the other filters do not tell it', () => {
		const rows = [...of(['a', 'x'], 9), ...of(['a', 'y'], 2), ...of(['b', 'x'], 7), ...of(['b', 'y'], 8)];
		const classes = classesOf(rows, 5, [1, 1]);
		const figure = (...asked: (string | null)[]) => figureOf(classes, asked);
		expect(figure('a', 'y').least).toBe(0);
		expect(figure('a', 'y').most).toBeGreaterThanOrEqual(5);
		const told = figure('a', null).least - figure('a', 'x').least;
		expect(told === 0 || told >= 5).toBe(true);
	});
	test('a pool is empty or holds the threshold', () => {
		const { named, pool } = split([...of(['a'], 5), ...of(['b'], 1)], (r) => r.codes[0]!, 5);
		expect([named.size, sumOf(pool)]).toEqual([0, 6]);
	});
	test('nothing is published of fewer than the threshold', () => expect(classesOf(of(['a'], 4), 5, [1])).toEqual([]));
});
