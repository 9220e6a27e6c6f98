import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppressFiltered } from './suppress.filtered.ts';
import { isSmall, publishable, suppress, tableOf, type PublishedTable } from './suppress.ts';

const places = ['West', 'Mitte', 'Süd', 'Ost'];
const domains = ['SGB II', 'AufenthG', 'SchulG'];
const row = (counts: number[]) =>
	tableOf(
		['Kreis'],
		counts.map((_, c) => `${c}`),
		[counts]
	);
const shown = (t: PublishedTable) =>
	[...t.cells, t.columnTotals].map((cells, r) => [...cells, [...t.rowTotals, t.total][r]!]);

/**
 * The audit, on another way than the code: all that a reader knows as equations – sums and published numbers – and the
 * least and greatest value of one unknown by the simplex method. Totals make the equations totally unimodular, so that
 * the ends are whole numbers.
 */
function rangeOf(equations: { left: number[]; right: number }[], unknowns: number, target: number): [number, number] {
	const least = minimum(
		equations,
		Array.from({ length: unknowns }, (_, u) => (u === target ? 1 : 0))
	);
	const most = -minimum(
		equations,
		Array.from({ length: unknowns }, (_, u) => (u === target ? -1 : 0))
	);
	return [least, most];
}

/** Least value of goal·x over x ≥ 0 with all equations; two phases, smallest index first so that it ends. */
function minimum(equations: { left: number[]; right: number }[], goal: number[]): number {
	const [n, m, tiny] = [goal.length, equations.length, 1e-9];
	const rows = equations.map(({ left, right }, i) => {
		const sign = right < 0 ? -1 : 1;
		return [...left.map((a) => a * sign), ...equations.map((_, k) => (k === i ? 1 : 0)), right * sign];
	});
	const basis = rows.map((_, i) => n + i);
	const without = (r: number[], other: number[], factor: number) => {
		if (Math.abs(factor) > tiny) for (let c = 0; c < r.length; c++) r[c]! -= factor * other[c]!;
	};
	const run = (cost: number[], columns: number): number => {
		const prices = [...cost, 0];
		rows.forEach((r, i) => without(prices, r, cost[basis[i]!]!));
		for (;;) {
			const enter = prices.findIndex((price, c) => c < columns && price < -tiny);
			if (enter < 0) return -prices.at(-1)!;
			let leave = -1;
			rows.forEach((r, i) => {
				if (r[enter]! <= tiny) return;
				const [here, best] = [
					r.at(-1)! / r[enter]!,
					leave < 0 ? Infinity : rows[leave]!.at(-1)! / rows[leave]![enter]!
				];
				if (here < best - tiny || (here < best + tiny && basis[i]! < basis[leave]!)) leave = i;
			});
			if (leave < 0) return -Infinity;
			const pivot = rows[leave]![enter]!;
			rows[leave] = rows[leave]!.map((a) => a / pivot);
			rows.forEach((r, i) => i !== leave && without(r, rows[leave]!, r[enter]!));
			without(prices, rows[leave]!, prices[enter]!);
			basis[leave] = enter;
		}
	};
	const zeros = (size: number) => Array.from({ length: size }, () => 0);
	expect(run([...zeros(n), ...zeros(m).map(() => 1)], n + m)).toBeLessThan(1e-6);
	return run([...goal, ...zeros(m)], n);
}

/** What the totals and the published numbers say of the unknown cells, numbered as in `shown`. */
function equationsOf(table: PublishedTable) {
	const grid = shown(table);
	const number = new Map<string, number>();
	grid.forEach((cells, r) => cells.forEach((cell, c) => cell === null && number.set(`${r},${c}`, number.size)));
	const line = (cells: [number, number][], total: [number, number]) => {
		const left = Array.from({ length: number.size }, () => 0);
		let right = 0;
		for (const [[r, c], sign] of [...cells.map((at) => [at, 1] as const), [total, -1] as const]) {
			const unknown = number.get(`${r},${c}`);
			if (unknown === undefined) right -= sign * grid[r]![c]!;
			else left[unknown]! += sign;
		}
		return { left, right };
	};
	const [rows, columns] = [table.rows.length, table.columns.length];
	const across = grid.map((_, r) =>
		line(
			Array.from({ length: columns }, (_, c) => [r, c]),
			[r, columns]
		)
	);
	const down = grid[0]!.map((_, c) =>
		line(
			Array.from({ length: rows }, (_, r) => [r, c]),
			[rows, c]
		)
	);
	return { unknowns: number.size, equations: [...across, ...down].filter((e) => e.left.some((a) => a !== 0)), number };
}

/** The narrowest range a reader can work out for any suppressed cell; nothing suppressed is endless. */
function narrowest(table: PublishedTable): number {
	const { unknowns, equations } = equationsOf(table);
	const widths = Array.from({ length: unknowns }, (_, u) => {
		const [least, most] = rangeOf(equations, unknowns, u);
		return most - least;
	});
	return Math.min(Infinity, ...widths);
}

const counts = (most: number) =>
	fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }) }, fc.integer({ min: 0, max: most }));
const anyTable = (rows: number, columns: number) =>
	fc
		.tuple(fc.integer({ min: 1, max: rows }), fc.integer({ min: 1, max: columns }))
		.chain(([r, c]) => fc.array(fc.array(counts(60), { minLength: c, maxLength: c }), { minLength: r, maxLength: r }))
		.map((cells) =>
			tableOf(
				cells.map((_, i) => `${i}`),
				cells[0]!.map((_, i) => `${i}`),
				cells
			)
		);

describe('one row', () => {
	test('a small count takes another with it, or the total would tell it', () => {
		const table = suppress(row([3, 20, 40]), 5);
		expect(table.cells).toEqual([[null, null, 40]]);
		expect(table.total).toBe(63);
		expect(shown(table)[1]).toEqual([null, null, 40, 63]);
	});
	test('the other is the smallest that is large enough to hide behind', () => {
		expect(suppress(row([2, 5, 30, 0]), 5).cells).toEqual([[null, null, 30, 0]]);
	});
	test('two small counts guard each other when together they are enough', () => {
		expect(suppress(row([2, 3, 30]), 5).cells).toEqual([[null, null, 30]]);
	});
	test('two small counts that add up to little do not', () => {
		expect(suppress(row([1, 1, 30]), 5).cells).toEqual([[null, null, null]]);
	});
	test('nothing small, nothing suppressed; zeros are shown', () => {
		const table = suppress(row([0, 5, 12]), 5);
		expect(table.cells).toEqual([[0, 5, 12]]);
		expect(table.complement).toEqual([]);
	});
	test('where there is nothing to hide behind, the total goes', () => {
		expect(shown(suppress(row([0, 4, 0]), 5))).toEqual([
			[0, null, 0, null],
			[0, null, 0, null]
		]);
	});
	test('the threshold is a setting', () => {
		expect(suppress(row([3, 20]), 3).cells).toEqual([[3, 20]]);
		expect(suppress(row([9, 20]), 10).cells).toEqual([[null, null]]);
	});
});

describe('rows and columns', () => {
	const county = tableOf(places, domains, [
		[12, 9, 14],
		[8, 2, 11],
		[20, 16, 6],
		[7, 13, 10]
	]);
	test('one small cell needs a ring of four', () => {
		const table = suppress(county, 5);
		expect(table.cells.flat().filter((cell) => cell === null)).toHaveLength(4);
		expect(table.cells[1]![1]).toBeNull();
		expect([table.rowTotals, table.columnTotals, table.total]).toEqual([[35, 21, 42, 30], [47, 40, 41], 128]);
		expect(narrowest(table)).toBeGreaterThanOrEqual(5);
	});
	test('marks the cells that only guard', () => {
		const { complement, cells } = suppress(county, 5);
		expect(complement).toHaveLength(3);
		for (const { row, column } of complement) {
			expect(cells[row]![column]).toBeNull();
			expect(county.cells[row]![column]).toBeGreaterThanOrEqual(5);
		}
	});
	test('small totals are suppressed like cells', () => {
		const table = suppress(
			tableOf(
				['A', 'B'],
				['x', 'y'],
				[
					[1, 2],
					[30, 40]
				]
			),
			5
		);
		expect(table.rowTotals[0]).toBeNull();
		expect(narrowest(table)).toBeGreaterThanOrEqual(5);
	});
	test('an empty table stays empty', () => {
		expect(suppress(tableOf([], [], []), 5)).toMatchObject({ cells: [], total: 0, complement: [] });
	});
	test.each([
		['totals that are no sums, as when a case counts in two legal domains', { ...county, total: 127 }],
		['half a case', tableOf(['A'], ['x'], [[1.5]])],
		['less than none', tableOf(['A'], ['x'], [[-1]])],
		['a row too short', { ...county, cells: [[1], [2], [3], [4]] }]
	])('refuses %s', (_, table) => expect(() => suppress(table, 5)).toThrow('add up'));
});

describe('the audit of 2,000 tables', () => {
	const seen = { suppressed: 0, guards: 0 };
	test('nobody can narrow a suppressed count to less than the threshold', () => {
		fc.assert(
			fc.property(anyTable(5, 5), fc.constantFrom(3, 5, 5, 10), (table, threshold) => {
				const result = suppress(table, threshold);
				seen.suppressed += shown(result)
					.flat()
					.filter((cell) => cell === null).length;
				seen.guards += result.complement.length;
				expect(narrowest(result)).toBeGreaterThanOrEqual(threshold);
			}),
			{ numRuns: 2000 }
		);
		expect(seen.guards).toBeGreaterThan(1000);
	}, 60_000);
	test('no small count is shown, and every shown count is true', () => {
		fc.assert(
			fc.property(anyTable(6, 6), (table) => {
				const result = suppress(table, 5);
				const truth = [...table.cells, table.columnTotals].map((c, r) => [...c, [...table.rowTotals, table.total][r]!]);
				shown(result).forEach((cells, r) =>
					cells.forEach((cell, c) => {
						if (cell === null) return;
						expect(cell).toBe(truth[r]![c]);
						expect(isSmall(cell, 5)).toBe(false);
					})
				);
			}),
			{ numRuns: 500 }
		);
	});
	test('no guard is there for nothing: shown again, it would give something away', () => {
		fc.assert(
			fc.property(anyTable(4, 4), (table) => {
				const result = suppress(table, 5);
				const truth = [...table.cells, table.columnTotals].map((c, r) => [...c, [...table.rowTotals, table.total][r]!]);
				for (const { row, column } of result.complement) {
					const grid = shown(result);
					grid[row]![column] = truth[row]![column]!;
					const more: PublishedTable = {
						...result,
						cells: grid.slice(0, -1).map((r) => r.slice(0, -1)),
						rowTotals: grid.slice(0, -1).map((r) => r.at(-1)!),
						columnTotals: grid.at(-1)!.slice(0, -1),
						total: grid.at(-1)!.at(-1)!
					};
					expect(narrowest(more)).toBeLessThan(5);
				}
			}),
			{ numRuns: 200 }
		);
	}, 60_000);
	test('the audit itself finds what is badly suppressed', () => {
		const table = suppress(row([3, 20, 40]), 5);
		expect(narrowest({ ...table, cells: [[null, 20, 40]], columnTotals: [null, 20, 40] })).toBe(0);
	});
});

describe('filters', () => {
	test.each([
		[0, 40, true],
		[2, 40, false],
		[5, 40, true],
		[38, 40, false],
		[40, 40, true],
		[35, 40, true]
	])('%d of %d: shown %s', (query, parent, fine) => expect(publishable(query, parent, 5)).toBe(fine));

	const whole = tableOf(places, domains, [
		[12, 9, 14],
		[8, 2, 11],
		[20, 16, 6],
		[7, 13, 10]
	]);
	test('a filter that leaves out two cases of a cell does not show that cell', () => {
		const part = tableOf(
			places,
			domains,
			whole.cells.map((cells, r) => cells.map((n, c) => (r === 0 && c === 0 ? n - 2 : n)))
		);
		const result = suppressFiltered(part, whole, suppress(whole, 5), 5);
		if (result) expect(result.cells[0]![0]).toBeNull();
	});
	test('a filter that leaves two cases is suppressed, and comparing with the whole does not help', () => {
		const two = tableOf(
			places,
			domains,
			whole.cells.map((cells, r) => cells.map((_, c) => (r === 0 && c === 0 ? 2 : 0)))
		);
		const result = suppressFiltered(two, whole, suppress(whole, 5), 5);
		if (result) expect([result.cells[0]![0], result.total]).toEqual([null, null]);
	});
	test('a filter that keeps everything shows what the whole shows', () => {
		const result = suppressFiltered(whole, whole, suppress(whole, 5), 5);
		if (result) expect(result.cells.flat().filter((c) => c !== null).length).toBeLessThanOrEqual(8);
	});
	test('a filter cannot count more than its whole', () => {
		const shownWhole = suppress(whole, 5);
		expect(() =>
			suppressFiltered(
				tableOf(
					places,
					domains,
					whole.cells.map((r) => r.map((n) => n + 1))
				),
				whole,
				shownWhole,
				5
			)
		).toThrow();
		expect(() => suppressFiltered(row([1]), whole, shownWhole, 5)).toThrow();
	});

	test('a filter is refused where nothing shows that it leaves the whole as vague as it was', () => {
		const all = tableOf(
			['A', 'B'],
			['x', 'y'],
			[
				[7, 4],
				[7, 15]
			]
		);
		const part = tableOf(
			['A', 'B'],
			['x', 'y'],
			[
				[7, 2],
				[4, 0]
			]
		);
		expect(suppressFiltered(part, all, suppress(all, 5), 5)).toBeUndefined();
	});

	/** Kept and rest as unknowns of their own; what is shown of kept and of the whole as equations. */
	function narrowestOfBoth(part: PublishedTable, all: PublishedTable): number {
		const [kept, both] = [shown(part), shown(all)];
		const [height, width] = [kept.length, kept[0]!.length];
		const size = height * width;
		const equation = (terms: [number, number][], right: number) => {
			const left = Array.from({ length: 2 * size }, () => 0);
			for (const [unknown, factor] of terms) left[unknown]! += factor;
			return { left, right };
		};
		const equations: ReturnType<typeof equation>[] = [];
		for (const offset of [0, size]) {
			for (let r = 0; r < height; r++)
				equations.push(
					equation(
						Array.from({ length: width }, (_, c) => [offset + r * width + c, c < width - 1 ? 1 : -1]),
						0
					)
				);
			for (let c = 0; c < width; c++)
				equations.push(
					equation(
						Array.from({ length: height }, (_, r) => [offset + r * width + c, r < height - 1 ? 1 : -1]),
						0
					)
				);
		}
		kept.flat().forEach((n, i) => n !== null && equations.push(equation([[i, 1]], n)));
		both.flat().forEach(
			(n, i) =>
				n !== null &&
				equations.push(
					equation(
						[
							[i, 1],
							[size + i, 1]
						],
						n
					)
				)
		);
		let width_ = Infinity;
		for (let i = 0; i < size; i++) {
			// a shown number of kept and of the whole also shows the rest
			const asked = [
				...(kept.flat()[i] === null ? [[i], [size + i]] : []),
				...(both.flat()[i] === null ? [[i, size + i]] : [])
			];
			for (const unknowns of asked) {
				const goal = (sign: number) => Array.from({ length: 2 * size }, (_, u) => (unknowns.includes(u) ? sign : 0));
				width_ = Math.min(width_, -minimum(equations, goal(-1)) - minimum(equations, goal(1)));
			}
		}
		return width_;
	}
	test('kept, rest and whole together give nothing away', () => {
		const seen = { answered: 0, hidden: 0, refused: 0 };
		const parts = anyTable(3, 3).chain((all) =>
			fc
				.array(fc.array(fc.constantFrom(0, 0.1, 0.5, 0.5, 0.9, 1), { minLength: 3, maxLength: 3 }), {
					minLength: 3,
					maxLength: 3
				})
				.map((share) => ({
					all,
					part: tableOf(
						all.rows,
						all.columns,
						all.cells.map((cells, r) => cells.map((n, c) => Math.round(n * share[r]![c]!)))
					)
				}))
		);
		fc.assert(
			fc.property(parts, ({ all, part }) => {
				const wholeShown = suppress(all, 5);
				const result = suppressFiltered(part, all, wholeShown, 5);
				if (!result) return void seen.refused++;
				seen.answered++;
				const [kept, both] = [shown(result).flat(), shown(wholeShown).flat()];
				seen.hidden += kept.filter((n) => n === null).length;
				kept.forEach((n, i) => {
					if (n === null) return;
					expect(both[i]).not.toBeNull();
					expect(publishable(n, both[i]!, 5)).toBe(true);
				});
				expect(narrowestOfBoth(result, wholeShown)).toBeGreaterThanOrEqual(5);
			}),
			{ numRuns: 300 }
		);
		expect(seen.answered).toBeGreaterThan(30);

		expect(seen.hidden).toBeGreaterThan(100);
	}, 60_000);
});
