/**
 * The best full-domain generalisation of a table: one level a column for all rows, so that every class has k rows and
 * as little as possible is lost. Exact: no node of the lattice that could be better is left out.
 */
import { coded, type Coded, type Ladder } from './generalise.coded.ts';

export type Wish = {
	/** one row a person, one value a column */
	rows: readonly (readonly string[])[];
	/** one a column: value → its forms from level 0 up */
	ladders: readonly Ladder[];
	/** least size of a class */
	k: number;
	/** share of the rows (0 to 1) that may lie in smaller classes and would be left out */
	suppressionLimit: number;
};
export type Generalisation = {
	/** a level for each column */
	node: number[];
	/** non-uniform entropy in bits over all rows */
	loss: number;
	/** rows in classes below k */
	suppressed: number;
};

/**
 * The node with the least loss among those that leave out no more rows than allowed; undefined where even the coarsest
 * leaves out more. Loss: Σ over rows and columns of −log2(frequency of the original value ÷ frequency of its
 * generalised value), frequencies and sums over all rows, left-out ones as if they stayed – as ARX counts, so that its
 * published optima can be compared. That makes the loss a sum over columns, which only grows with the levels.
 * @throws where a value has no ladder, ladders of a column differ in height, or a ladder forks on its way up
 */
export function optimalGeneralisation({ rows, ladders, k, suppressionLimit }: Wish): Generalisation | undefined {
	const table = coded(rows, ladders);
	const lattice = latticeOf(table);
	const { levelsOf, coarser, finer, losses } = lattice;
	const allowed = rows.length * suppressionLimit;
	const suppressedAt = (id: number) => table.rowsInClassesBelow(k, levelsOf(id));

	// Classes only grow from a node to a coarser one: where one leaves out too many rows, all finer ones do too.
	const fails = new Uint8Array(losses.length);
	const failWithAllFiner = (id: number) => {
		const open = [id];
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			if (fails[at]) continue;
			fails[at] = 1;
			open.push(...finer(at));
		}
	};

	const byLoss = Uint32Array.from(losses.keys()).sort((a, b) => losses[a]! - losses[b]! || a - b);
	for (const id of byLoss) {
		if (fails[id]) continue;
		// The first node in this order that does not fail is the optimum. A search by halves on a path up from here
		// finds failing nodes high in the lattice, which rule out most of what would come next.
		const path = [id];
		for (let next = coarser(id); next.length; next = coarser(path.at(-1)!))
			path.push(next.reduce((best, other) => (losses[other]! < losses[best]! ? other : best)));
		let low = 0;
		let high = path.length - 1;
		while (low <= high) {
			const middle = (low + high) >> 1;
			const suppressed = suppressedAt(path[middle]!);
			if (suppressed > allowed) {
				failWithAllFiner(path[middle]!);
				low = middle + 1;
			} else if (middle === 0) {
				return { node: levelsOf(id), loss: losses[id]!, suppressed };
			} else high = middle - 1;
		}
	}
	return undefined;
}

/** All nodes as numbers: the levels are the digits, the first column the lowest. */
function latticeOf({ columns }: Coded) {
	const heights = columns.map((column) => column.levels.length);
	const steps = heights.map((_, c) => heights.slice(0, c).reduce((a, b) => a * b, 1));
	const size = heights.reduce((a, b) => a * b, 1);
	const levelAt = (id: number, c: number) => Math.floor(id / steps[c]!) % heights[c]!;
	const levelsOf = (id: number): number[] => heights.map((_, c) => levelAt(id, c));
	return {
		levelsOf,
		coarser: (id: number): number[] =>
			steps.flatMap((step, c) => (levelAt(id, c) < heights[c]! - 1 ? [id + step] : [])),
		finer: (id: number): number[] => steps.flatMap((step, c) => (levelAt(id, c) > 0 ? [id - step] : [])),
		losses: Float64Array.from({ length: size }, (_, id) =>
			columns.reduce((sum, column, c) => sum + column.levels[levelAt(id, c)]!.loss, 0)
		)
	};
}
