/**
 * Disclosure control for counts: cells below the threshold are not shown, and enough others with them that no sum gives
 * them away.
 *
 * It protects: each suppressed cell of a table, from whoever knows the table, its totals and this rule – every number in
 * a range at least as wide as the threshold fits all that is shown. And a filtered table beside the whole one: neither the
 * filtered counts, nor the rest the filter leaves out, nor what the whole suppresses can be told by comparing the two.
 * It does not protect: against two different filters of one whole held beside each other (let filters nest and ask
 * `publishable` for each step, or offer a fixed list of tables); against somebody who knows some of the people counted;
 * against learning that all of a group share something (a cell that equals its total); tables whose cells overlap, as
 * when a case counts in several legal domains – their sums are no sums, and they are refused. A zero is shown.
 */
import { cheapestRing, networkOf, reach, type Network, type Room } from './suppress.network.ts';

type Shape<Count> = {
	rows: readonly string[];
	columns: readonly string[];
	/** row by row */
	cells: Count[][];
	rowTotals: Count[];
	columnTotals: Count[];
	total: Count;
};
export type CountTable = Shape<number>;
/** null is suppressed. */
export type PublishedTable = Shape<number | null> & {
	/**
	 * Which cells are suppressed only to guard others; index rows.length or columns.length is the total.
	 * Security: never shown or handed out, as it would tell that the other suppressed cells are small.
	 */
	complement: { row: number; column: number }[];
};

/** Counts in rows and columns with their sums. */
export function tableOf(rows: readonly string[], columns: readonly string[], cells: number[][]): CountTable {
	const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
	const rowTotals = cells.map(sum);
	const columnTotals = columns.map((_, c) => sum(cells.map((row) => row[c]!)));
	return { rows, columns, cells, rowTotals, columnTotals, total: sum(rowTotals) };
}

/** @throws where a count is no whole number from 0 or a total is not the sum */
export function suppress(table: CountTable, threshold: number): PublishedTable {
	const counts = flat(table);
	const network = networkOf(table.rows.length, table.columns.length);
	const hidden = new Set([...counts.keys()].filter((cell) => isSmall(counts[cell]!, threshold)));
	const small = new Set(hidden);
	const room: Room = { down: counts, up: counts.map(() => Infinity) };
	const safe = (cell: number) => {
		const open = (edge: number) => hidden.has(edge);
		const down = reach(network, cell, 'down', open, room, threshold);
		return down + reach(network, cell, 'up', open, room, threshold - down) >= threshold;
	};
	// always succeeds: a ring through the totals of row, column and table has no upper end
	guard(network, counts, hidden, room, threshold, safe);
	spare(counts, hidden, small, safe);
	return published(table, hidden, small);
}

export const isSmall = (count: number, threshold: number): boolean => count > 0 && count < threshold;

/**
 * Whether the count of a filter may be shown beside that of its parent (the same question with one filter less): neither
 * it nor the difference may be small.
 */
export const publishable = (queryCount: number, parentCount: number, threshold: number): boolean =>
	!isSmall(queryCount, threshold) && !isSmall(Math.abs(parentCount - queryCount), threshold);

/** Opens rings of cells until all hidden ones are safe; false where some cannot be. Hides more cells in `hidden`. */
export function guard(
	network: Network,
	counts: readonly number[],
	hidden: Set<number>,
	room: Room,
	threshold: number,
	safe: (cell: number) => boolean
): boolean {
	// a zero may be known to be impossible otherwise, so it guards only as a last resort
	const zero = Math.max(...counts) + 1;
	const cost = (cell: number) => (hidden.has(cell) ? 0.001 : counts[cell]! === 0 ? zero : counts[cell]! + 1);
	// a set in iteration also visits what is added to it on the way
	for (const cell of hidden) {
		while (!safe(cell)) {
			const ways = Array.from({ length: threshold + 1 }, (_, down) => {
				const fall = down ? cheapestRing(network, cell, 'down', down, cost, room) : { cells: [], cost: 0 };
				const rise =
					threshold - down ? cheapestRing(network, cell, 'up', threshold - down, cost, room) : { cells: [], cost: 0 };
				return fall && rise ? { cells: [...fall.cells, ...rise.cells], cost: fall.cost + rise.cost } : undefined;
			}).filter((way) => way !== undefined);
			const [best] = ways.sort((a, b) => a.cost - b.cost);
			const before = hidden.size;
			best?.cells.forEach((other) => hidden.add(other));
			if (hidden.size === before) return false;
		}
	}
	return true;
}

/** Shows again what turned out not to be needed, the largest counts first. */
export function spare(
	counts: readonly number[],
	hidden: Set<number>,
	needed: ReadonlySet<number>,
	safe: (cell: number) => boolean
): void {
	const extra = [...hidden].filter((cell) => !needed.has(cell)).sort((a, b) => counts[b]! - counts[a]!);
	for (const cell of extra) {
		hidden.delete(cell);
		if (![...hidden].every(safe)) hidden.add(cell);
	}
}

/** Row by row, the total of each row behind it, the row of totals last. */
export function flat(table: CountTable): number[] {
	const { rows, columns, cells, rowTotals, columnTotals, total } = table;
	const sums = tableOf(rows, columns, cells);
	const whole = cells.flat().every((n) => Number.isSafeInteger(n) && n >= 0);
	const fits =
		cells.length === rows.length &&
		cells.every((row) => row.length === columns.length) &&
		rowTotals.join() === sums.rowTotals.join() &&
		columnTotals.join() === sums.columnTotals.join() &&
		total === sums.total;
	if (!whole || !fits) throw new Error('a table of counts needs whole numbers that add up to its totals');
	return [...cells.flatMap((row, r) => [...row, rowTotals[r]!]), ...columnTotals, total];
}

export function published(table: CountTable, hidden: ReadonlySet<number>, small: ReadonlySet<number>): PublishedTable {
	const width = table.columns.length + 1;
	const last = table.rows.length;
	const shown = (count: number, row: number, column: number) => (hidden.has(row * width + column) ? null : count);
	return {
		rows: table.rows,
		columns: table.columns,
		cells: table.cells.map((row, r) => row.map((count, c) => shown(count, r, c))),
		rowTotals: table.rowTotals.map((count, r) => shown(count, r, width - 1)),
		columnTotals: table.columnTotals.map((count, c) => shown(count, last, c)),
		total: shown(table.total, last, width - 1),
		complement: [...hidden]
			.filter((cell) => !small.has(cell))
			.sort((a, b) => a - b)
			.map((cell) => ({ row: Math.floor(cell / width), column: cell % width }))
	};
}
