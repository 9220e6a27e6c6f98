/**
 * Counts that any filters may ask, protected once: rows are gathered into classes of at least `threshold`, each knowing
 * only those of its codes that it can say without being smaller. Whatever is added up or subtracted afterwards – tables,
 * totals, two filters – is a sum of whole classes, so it never leaves fewer than the threshold.
 *
 * It does not protect: two partitions of the same rows held beside each other, unless they have no code in common and
 * the same rows as their whole (then each count of both together can still be anything within a range at least as wide
 * as the threshold, as both leave at least so many on either side); against somebody who knows some of the people
 * counted. See docs/adr on the situation picture.
 */

/** `codes` in the order of the attributes; null is not said. */
export type Counted = { codes: readonly (string | null)[]; count: number };
export type Split<Row> = { named: Map<string, Row[]>; pool: Row[] };

export const sumOf = (rows: readonly { count: number }[]): number => rows.reduce((sum, row) => sum + row.count, 0);

/**
 * Parts of the rows with a name of at least `least`, all others in one pool, which is empty or holds as many: else the
 * smallest parts go into it, too. Rows that have no code are of the pool.
 */
export function split<Row extends { count: number }>(
	rows: readonly Row[],
	codeOf: (row: Row) => string | null,
	least: number
): Split<Row> {
	const parts = Map.groupBy(rows, codeOf);
	const pool = parts.get(null) ?? [];
	parts.delete(null);
	const bySize = [...parts].sort(([a, x], [b, y]) => sumOf(x) - sumOf(y) || (String(a) < String(b) ? -1 : 1));
	const named = new Map(bySize as [string, Row[]][]);
	for (const [code, part] of named) {
		const kept = sumOf(part) >= least;
		// the secondary suppression: a pool of fewer would be told by what is missing to the total
		const poolStands = pool.length === 0 || sumOf(pool) >= least;
		if (kept && poolStands) break;
		pool.push(...part);
		named.delete(code);
	}
	return { named, pool };
}

/**
 * The classes of these rows, none below the threshold; an empty list where all rows together are fewer. At each step the
 * attribute is told apart that keeps most of the rows their code; `weights` says how much each is worth.
 */
export function classesOf(rows: readonly Counted[], threshold: number, weights: readonly number[]): Counted[] {
	if (sumOf(rows) < threshold) return [];
	const open = weights.map((_, attribute) => attribute);
	const classes = divide({ rows, said: weights.map(() => null) }, open, threshold, weights);
	return [...Map.groupBy(classes, (c) => JSON.stringify(c.codes)).values()].map((same) => ({
		codes: same[0]!.codes,
		count: sumOf(same)
	}));
}

type Node = { rows: readonly Counted[]; said: (string | null)[] };

function divide(
	{ rows, said }: Node,
	open: readonly number[],
	threshold: number,
	weights: readonly number[]
): Counted[] {
	const ways = open.map((attribute) => {
		const parts = split(rows, (row) => row.codes[attribute]!, threshold);
		return { attribute, parts, worth: weights[attribute]! * sumOf([...parts.named.values()].flat()) };
	});
	const best = ways.reduce(
		(a, b) => (b.worth > (a?.worth ?? 0) ? b : a),
		undefined as (typeof ways)[number] | undefined
	);
	if (!best) return [{ codes: said, count: sumOf(rows) }];
	const rest = open.filter((attribute) => attribute !== best.attribute);
	const { named, pool } = best.parts;
	const parts: Node[] = [...named].map(([code, part]) => ({
		rows: part,
		said: said.with(best.attribute, code)
	}));
	if (pool.length) parts.push({ rows: pool, said });
	return parts.flatMap((part) => divide(part, rest, threshold, weights));
}

/** What is known of a count: at least so many, at most so many. */
export type Figure = { least: number; most: number };

/**
 * How many rows have these codes; null asks for any. `least` are those that say so, `most` also those that do not say
 * otherwise.
 */
export function figureOf(classes: readonly Counted[], asked: readonly (string | null)[]): Figure {
	let [least, most] = [0, 0];
	for (const { codes, count } of classes) {
		if (asked.some((code, i) => code !== null && codes[i] !== null && codes[i] !== code)) continue;
		most += count;
		if (asked.every((code, i) => code === null || codes[i] === code)) least += count;
	}
	return { least, most };
}
