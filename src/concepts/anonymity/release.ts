/**
 * The waiting room: reviewed cases come out in batches, once enough look the same, and are never shown finer afterwards.
 *
 * It protects whoever keeps all versions of what was shown: cases of one cell stay together for ever, so every set that
 * two versions have in common holds as many as a cell must have – those deleted since counted in, as nobody can tell that
 * they were. It does not protect from the texts themselves, nor from somebody who knows in which batch a person's case
 * came out: that leaves the arrivals of a cell, of which there are at least `arrivals`.
 */
import { defaultWeights, type Weights } from './coarsen.ts';
import { attributes, formOf, keyOf, levelOf, topLevel, type CaseCell } from './ladders.ts';
import { expectedPopulation, type Reference } from './reference.ts';
import type { Thresholds } from './thresholds.ts';

/** A reviewed case, as finely as author and reviewer agreed; its text tells nothing finer. */
export type Reviewed = {
	id: string;
	cell: CaseCell;
	mainDomain: string;
	legalDomains: readonly string[];
	/** while its cell is held back: how many looked the same at the last batch */
	told?: number;
};

export type WaitingRoom = {
	waiting: readonly Reviewed[];
	/** out, on the level they have for ever; only a deletion can make it coarser */
	released: readonly Reviewed[];
	batches: number;
	/** YYYY-MM-DD */
	lastBatchOn: string | undefined;
};
export const emptyRoom: WaitingRoom = { waiting: [], released: [], batches: 0, lastBatchOn: undefined };

export type Rules = { reference: Reference; thresholds: Thresholds; weights?: Weights };

/** @throws where the case is in the room already */
export function arrive(room: WaitingRoom, reviewed: Reviewed): WaitingRoom {
	if ([...room.waiting, ...room.released].some((r) => r.id === reviewed.id))
		throw new Error(`${reviewed.id} is in the waiting room already`);
	return { ...room, waiting: [...room.waiting, reviewed] };
}

/** Deleted or recalled: gone at once. What that does to its cell is settled with the next batch. */
export function remove(room: WaitingRoom, id: string): WaitingRoom {
	const others = (cases: readonly Reviewed[]) => cases.filter((r) => r.id !== id);
	return { ...room, waiting: others(room.waiting), released: others(room.released) };
}

/** Whether a batch should be released: enough are ready; or, since a quarter of the year in which there was none, any or a cell that lost cases. */
export function batchDue(room: WaitingRoom, today: string, rules: Rules): boolean {
	const ready = room.waiting.length - releaseBatch(room, today, rules).waiting.length;
	if (ready >= rules.thresholds.batchSize) return true;
	return (
		(ready > 0 || isUnsettled(room, rules)) && (!room.lastBatchOn || quarterOf(room.lastBatchOn) !== quarterOf(today))
	);
}
/** Cells that lost cases are to become coarser. */
export function isUnsettled({ released }: WaitingRoom, rules: Rules): boolean {
	const settled = settle(released, rules);
	return released.some(({ cell }, i) => keyOf(cell) !== keyOf(settled[i]!.cell));
}
const quarterOf = (day: string): string => `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Makes cells that lost cases coarser, then lets out whoever finds enough others. */
export function releaseBatch(room: WaitingRoom, today: string, rules: Rules): WaitingRoom {
	const { thresholds, reference } = rules;
	const settled = settle(room.released, rules);
	const standing = Map.groupBy(settled, (r) => keyOf(r.cell));
	const fitting = room.waiting.filter((r) => expectedPopulation(r.cell, reference) >= thresholds.population);
	const coming = [...Map.groupBy(fitting, (r) => keyOf(r.cell))].flatMap(([key, arrivals]) => {
		const enough =
			arrivals.length >= thresholds.arrivals && isFull([...(standing.get(key) ?? []), ...arrivals], thresholds);
		return enough ? arrivals : [];
	});
	const out = new Set(coming.map((r) => r.id));
	const after = {
		waiting: room.waiting.filter((r) => !out.has(r.id)),
		released: [...settled, ...coming],
		batches: room.batches + 1,
		lastBatchOn: today
	};
	const shown = showing(after, thresholds);
	const company = companyOf(after, thresholds);
	const told = ({ told: _, ...r }: Reviewed): Reviewed =>
		shown.get(r.id)!.how === 'full' ? r : { ...r, told: company.get(r.id)! };
	return { ...after, waiting: after.waiting.map(told), released: after.released.map(told) };
}

/** How many look the same as each case, itself among them; no more than are needed. Security: not for readers. */
export function companyOf({ waiting, released }: WaitingRoom, { cases }: Thresholds): ReadonlyMap<string, number> {
	const cells = Map.groupBy([...released, ...waiting], (r) => keyOf(r.cell));
	return new Map(
		[...cells.values()].flatMap((alike) => alike.map(({ id }) => [id, Math.min(alike.length, cases)] as const))
	);
}

/** Enough cases, and in enough legal domains that their cell does not tell which. */
const isFull = (cases: readonly Reviewed[], { cases: least, domains }: Thresholds): boolean =>
	cases.length >= least && new Set(cases.map((r) => r.mainDomain)).size >= domains;

/** What is left of a cell goes up together, step by step, until it is among enough others or says nothing any more. */
function settle(released: readonly Reviewed[], { thresholds, weights = defaultWeights }: Rules): Reviewed[] {
	let cases = [...released];
	for (;;) {
		const cells = Map.groupBy(cases, (r) => keyOf(r.cell));
		const lacking = [...cells].find(([, members]) => !isFull(members, thresholds) && canRise(members[0]!.cell));
		if (!lacking) return cases;
		const [key, members] = lacking;
		const steps = attributes
			.filter((a) => levelOf(a, members[0]!.cell[a]) < topLevel(a))
			.map((a) => {
				const level = levelOf(a, members[0]!.cell[a]);
				const cell: CaseCell = { ...members[0]!.cell, [a]: formOf(a, members[0]!.cell[a], level + 1) };
				const helps = isFull([...members, ...(cells.get(keyOf(cell)) ?? [])], thresholds);
				return { cell, cost: weights[a][level + 1]! - weights[a][level]!, helps };
			})
			.sort((a, b) => Number(b.helps) - Number(a.helps) || a.cost - b.cost);
		cases = cases.map((r) => (keyOf(r.cell) === key ? { ...r, cell: steps[0]!.cell } : r));
	}
}
const canRise = (cell: CaseCell): boolean => attributes.some((a) => levelOf(a, cell[a]) < topLevel(a));

/**
 * What a reader gets of a case beside its text: all of its cell, or – before it is out, and while its cell lacks others –
 * its legal domains and the county alone. Security: the cell of an early case must not leave the server.
 */
export type Shown =
	| { how: 'full'; cell: CaseCell; legalDomains: readonly string[]; k: number }
	| { how: 'early'; legalDomains: readonly string[]; comparable: Comparable };
/** Nothing is told before the first batch: a number that moves between batches would tell which cases look the same. */
export type Comparable = { have: number | null; need: number };

/** For each case in the room, by its id. */
export function showing(room: WaitingRoom, thresholds: Thresholds): ReadonlyMap<string, Shown> {
	const out = Map.groupBy(room.released, (r) => keyOf(r.cell));
	const coming = Map.groupBy(room.waiting, (r) => keyOf(r.cell));
	const shown = new Map<string, Shown>();
	for (const key of new Set([...out.keys(), ...coming.keys()])) {
		const [released, waiting] = [out.get(key) ?? [], coming.get(key) ?? []];
		const full = isFull(released, thresholds);
		const early = ({ legalDomains, told }: Reviewed): Shown => ({
			how: 'early',
			legalDomains,
			comparable: { have: told ?? null, need: thresholds.cases }
		});
		for (const r of released)
			shown.set(
				r.id,
				full ? { how: 'full', cell: r.cell, legalDomains: r.legalDomains, k: released.length } : early(r)
			);
		for (const r of waiting) shown.set(r.id, early(r));
	}
	return shown;
}
