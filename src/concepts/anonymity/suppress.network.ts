/**
 * A table with its totals as a network: what enters a node leaves it again exactly when all sums are right. A suppressed
 * cell can be another number wherever a change runs round a ring of suppressed cells; how far, is a flow.
 * The authority: secondary suppression as network flow (Kelly, Golden, Assad 1992); flows of whole numbers are exact.
 */

export type Network = {
	/** number of nodes */
	nodes: number;
	/** one edge a cell, row by row, the total of a row last and the row of totals at the end */
	edges: readonly { from: number; to: number }[];
};
/** How far each cell can go down and up if it is open. */
export type Room = { down: ArrayLike<number>; up: ArrayLike<number> };

/** Rows lead into columns, columns into the row of totals, that into the column of totals, and that back into the rows. */
export function networkOf(rows: number, columns: number): Network {
	const edges = Array.from({ length: (rows + 1) * (columns + 1) }, (_, cell) => {
		const [r, c] = [Math.floor(cell / (columns + 1)), cell % (columns + 1)];
		const [row, column] = [r, rows + 1 + c];
		const forth = r < rows === c < columns;
		return forth ? { from: row, to: column } : { from: column, to: row };
	});
	return { nodes: rows + columns + 2, edges };
}

/** Edges at each node, with the way they lead. */
const around = new WeakMap<Network, { edge: number; to: number; forth: boolean }[][]>();
function edgesAt(network: Network) {
	let list = around.get(network);
	if (!list) {
		list = Array.from({ length: network.nodes }, () => []);
		network.edges.forEach(({ from, to }, edge) => {
			list![from]!.push({ edge, to, forth: true });
			list![to]!.push({ edge, to: from, forth: false });
		});
		around.set(network, list);
	}
	return list;
}

/**
 * How far the cell can go up (or down) while the open cells make up for it and closed ones stay; not beyond `most`.
 * `changes` is filled with what becomes of each cell.
 */
export function reach(
	network: Network,
	cell: number,
	way: 'up' | 'down',
	open: (edge: number) => boolean,
	room: Room,
	most: number,
	changes = new Map<number, number>()
): number {
	const limit = Math.min(most, room[way][cell]!);
	const { from, to } = network.edges[cell]!;
	const [source, sink] = way === 'up' ? [to, from] : [from, to];
	const left = (edge: number, forth: boolean) =>
		forth ? room.up[edge]! - (changes.get(edge) ?? 0) : room.down[edge]! + (changes.get(edge) ?? 0);
	let sum = 0;
	while (sum < limit) {
		const back = new Array<{ edge: number; from: number; forth: boolean } | undefined>(network.nodes);
		const queue = [source];
		back[source] = { edge: -1, from: -1, forth: true };
		for (let i = 0; i < queue.length && !back[sink]; i++) {
			for (const { edge, to: next, forth } of edgesAt(network)[queue[i]!]!) {
				if (edge === cell || back[next] || !open(edge) || left(edge, forth) <= 0) continue;
				back[next] = { edge, from: queue[i]!, forth };
				queue.push(next);
			}
		}
		if (!back[sink]) break;
		const path: { edge: number; forth: boolean }[] = [];
		for (let node = sink; node !== source; node = back[node]!.from) path.push(back[node]!);
		const more = Math.min(limit - sum, ...path.map(({ edge, forth }) => left(edge, forth)));
		for (const { edge, forth } of path) changes.set(edge, (changes.get(edge) ?? 0) + (forth ? more : -more));
		sum += more;
	}
	if (sum) changes.set(cell, way === 'up' ? sum : -sum);
	return sum;
}

/** The cheapest ring through the cell on which all can change by `amount`: its other cells and what they cost together. */
export function cheapestRing(
	network: Network,
	cell: number,
	way: 'up' | 'down',
	amount: number,
	cost: (edge: number) => number,
	room: Room
): { cells: number[]; cost: number } | undefined {
	if (room[way][cell]! < amount) return undefined;
	const { from, to } = network.edges[cell]!;
	const [source, sink] = way === 'up' ? [to, from] : [from, to];
	const best = new Array<number>(network.nodes).fill(Infinity);
	const back = new Array<{ edge: number; from: number } | undefined>(network.nodes);
	const done = new Set<number>();
	best[source] = 0;
	for (;;) {
		let at = -1;
		for (let n = 0; n < network.nodes; n++) if (!done.has(n) && best[n]! < (best[at] ?? Infinity)) at = n;
		if (at === -1 || at === sink) break;
		done.add(at);
		for (const { edge, to: next, forth } of edgesAt(network)[at]!) {
			if (edge === cell || (forth ? room.up : room.down)[edge]! < amount) continue;
			const sum = best[at]! + cost(edge);
			if (sum >= best[next]!) continue;
			best[next] = sum;
			back[next] = { edge, from: at };
		}
	}
	if (best[sink] === Infinity) return undefined;
	const cells: number[] = [];
	for (let node = sink; node !== source; node = back[node]!.from) cells.push(back[node]!.edge);
	return { cells, cost: best[sink]! };
}
