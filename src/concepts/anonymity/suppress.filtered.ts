/** The table of a filter beside that of everything: comparing the two must not tell what either of them suppresses. */
import { networkOf, reach, type Network, type Room } from './suppress.network.ts';
import { flat, guard, isSmall, published, spare, type CountTable, type PublishedTable } from './suppress.ts';

/**
 * The filtered table as it may be shown beside `shown`, which is the whole as it is shown already; undefined where the
 * filter must not be answered at all. Counts of the rest that the filter leaves out are guarded like those it keeps.
 * @throws where the tables differ in shape or the filter counts more than the whole
 */
export function suppressFiltered(
	table: CountTable,
	whole: CountTable,
	shown: PublishedTable,
	threshold: number
): PublishedTable | undefined {
	const [kept, all] = [flat(table), flat(whole)];
	const rest = all.map((count, cell) => count - (kept[cell] ?? Infinity));
	if (kept.length !== all.length || rest.some((n) => n < 0)) throw new Error('a filter counts a part of its whole');
	const network = networkOf(table.rows.length, table.columns.length);
	const hiddenInWhole = new Set(hiddenCells(shown));
	const small = new Set(
		[...all.keys()].filter((cell) => hiddenInWhole.has(cell) || [kept, rest].some((t) => isSmall(t[cell]!, threshold)))
	);
	const hidden = new Set(small);

	const worlds = new Worlds(network, kept, rest, hidden, hiddenInWhole, threshold);
	const wide = (part: Part, cell: number) => worlds.rise(part, cell) + worlds.fall(part, cell) >= threshold;
	const safe = (cell: number) => wide('kept', cell) && wide('rest', cell);
	if (!guard(network, kept, hidden, { down: kept, up: rest }, threshold, safe)) return undefined;
	// what the whole hides must stay as vague as it was
	if (![...hiddenInWhole].every((cell) => wide('whole', cell))) return undefined;
	spare(kept, hidden, small, safe);
	return published(table, hidden, small);
}

type Part = 'kept' | 'rest' | 'whole';
type Move = 'exchange' | 'kept' | 'rest';

/**
 * How else the truth might be without anybody seeing it. Three moves lead from one possible world to another: kept and
 * rest exchange while the whole stays; the whole changes with what is kept; the whole changes with the rest. Moves one
 * after the other reach worlds that no single one does; that some are missed makes a filter refused, never shown.
 */
class Worlds {
	readonly #network: Network;
	readonly #truth: { kept: readonly number[]; rest: readonly number[] };
	readonly #hidden: ReadonlySet<number>;
	readonly #hiddenInWhole: ReadonlySet<number>;
	readonly #most: number;
	readonly #endless: readonly number[];

	constructor(
		network: Network,
		kept: readonly number[],
		rest: readonly number[],
		hidden: ReadonlySet<number>,
		hiddenInWhole: ReadonlySet<number>,
		most: number
	) {
		this.#network = network;
		this.#truth = { kept, rest };
		this.#hidden = hidden;
		this.#hiddenInWhole = hiddenInWhole;
		this.#most = most;
		this.#endless = kept.map(() => Infinity);
	}

	/** By how much the count may be greater than it is, up to the threshold. */
	rise(part: Part, cell: number): number {
		return this.#far(part, cell, 1);
	}
	fall(part: Part, cell: number): number {
		return this.#far(part, cell, -1);
	}

	#far(part: Part, cell: number, sign: 1 | -1): number {
		const world = { kept: [...this.#truth.kept], rest: [...this.#truth.rest] };
		const valueOf = () => (part === 'whole' ? world.kept[cell]! + world.rest[cell]! : world[part][cell]!);
		const before = valueOf();
		// exchange is told by what it does to the kept part
		const exchanged = part === 'rest' ? -sign : sign;
		const moves: [Move, number][] =
			part === 'whole'
				? [
						['kept', sign],
						['rest', sign]
					]
				: [
						['exchange', exchanged],
						[part, sign],
						[part === 'kept' ? 'rest' : 'kept', sign],
						['exchange', exchanged]
					];
		for (const [move, way] of moves) {
			const open = move === 'exchange' ? this.#hidden : this.#hiddenInWhole;
			if (!open.has(cell)) continue;
			const still = this.#most - Math.abs(valueOf() - before);
			const { kept, rest } = world;
			const room: Room = move === 'exchange' ? { down: kept, up: rest } : { down: world[move], up: this.#endless };
			const changes = new Map<number, number>();
			reach(this.#network, cell, way > 0 ? 'up' : 'down', (edge) => open.has(edge), room, still, changes);
			for (const [edge, change] of changes) {
				if (move !== 'rest') kept[edge]! += change;
				if (move !== 'kept') rest[edge]! += move === 'rest' ? change : -change;
			}
		}
		return Math.min(this.#most, sign * (valueOf() - before));
	}
}

/** Numbers of the cells that are not shown, counted as `flat` does. */
function hiddenCells({ cells, rowTotals, columnTotals, total }: PublishedTable): number[] {
	const counts = [...cells.flatMap((row, r) => [...row, rowTotals[r]!]), ...columnTotals, total];
	return [...counts.keys()].filter((cell) => counts[cell] === null);
}
