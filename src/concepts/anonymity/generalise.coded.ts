/** A table as small numbers: equal rows once, each value as the number of its form on every level, ready for counting. */

/** value → its forms from level 0 up */
export type Ladder = ReadonlyMap<string, readonly string[]>;

type Level = {
	/** number of a value → number of its form here */
	forms: Int32Array;
	/** how many forms there are */
	size: number;
	/** bits lost over all rows when the column is shown on this level */
	loss: number;
};
export type Coded = {
	columns: { levels: Level[] }[];
	/** How many rows lie in classes of fewer than k rows when each column is shown on its level. */
	rowsInClassesBelow: (k: number, levels: readonly number[]) => number;
};

/** @throws where a value has no ladder, ladders of a column differ in height, or a ladder forks on its way up */
export function coded(rows: readonly (readonly string[])[], ladders: readonly Ladder[]): Coded {
	const values = ladders.map((ladder, c) => numbered(rows.map((row) => valueOf(row[c], ladder, c))));
	const columns = ladders.map((ladder, c) => ({ levels: levelsOf(values[c]!, ladder, c) }));
	const tally = new Tally(rows.length);
	const every = columns.map((_, c) => ({ codes: values[c]!.codes, size: values[c]!.names.length }));
	const classOf = tally.classes(every, rows.length);
	const counts = new Int32Array(tally.size);
	const first = new Int32Array(tally.size).fill(-1);
	classOf.forEach((id, row) => {
		counts[id]!++;
		if (first[id] === -1) first[id] = row;
	});
	// rows that are alike stay alike on every level, so from here on each is counted once
	const codes = values.map((column) => Int32Array.from(first, (row) => column.codes[row]!));
	const shown = codes.map((column) => new Int32Array(column.length));
	return {
		columns,
		rowsInClassesBelow(k, levels) {
			const parts = columns.map((column, c) => {
				const { forms, size } = column.levels[levels[c]!]!;
				const to = shown[c]!;
				const from = codes[c]!;
				for (let i = 0; i < from.length; i++) to[i] = forms[from[i]!]!;
				return { codes: to, size };
			});
			const ids = tally.classes(parts, first.length);
			const sizes = new Int32Array(tally.size);
			for (let i = 0; i < first.length; i++) sizes[ids[i]!]! += counts[i]!;
			return sizes.reduce((sum, size) => sum + (size < k ? size : 0), 0);
		}
	};
}

function valueOf(value: string | undefined, ladder: Ladder, column: number): string {
	if (value === undefined || !ladder.has(value)) throw new Error(`column ${column}: no ladder for ${String(value)}`);
	return value;
}

function numbered(values: readonly string[]): { names: string[]; codes: Int32Array } {
	const codeOf = new Map<string, number>();
	const codes = Int32Array.from(values, (value) => {
		const code = codeOf.get(value) ?? codeOf.size;
		codeOf.set(value, code);
		return code;
	});
	return { names: [...codeOf.keys()], codes };
}

function levelsOf({ names, codes }: { names: string[]; codes: Int32Array }, ladder: Ladder, column: number): Level[] {
	const counts = new Int32Array(names.length);
	for (const code of codes) counts[code]!++;
	const heights = new Set([...ladder.values()].map((forms) => forms.length));
	if (heights.size > 1) throw new Error(`column ${column}: ladders of different heights`);
	const height = [...heights][0] ?? 1;
	const levels: Level[] = [];
	for (let level = 0; level < height; level++) {
		const { names: shown, codes: forms } = numbered(names.map((name) => ladder.get(name)![level]!));
		const sizes = new Int32Array(shown.length);
		forms.forEach((form, code) => (sizes[form]! += counts[code]!));
		const loss = counts.reduce((sum, count, code) => sum + count * Math.log2(sizes[forms[code]!]! / count), 0);
		const below = levels.at(-1);
		if (below && !refines(below.forms, forms)) throw new Error(`column ${column}: a ladder forks at level ${level}`);
		levels.push({ forms, size: shown.length, loss });
	}
	return levels;
}

/** Whether all that is one form below is one form above. */
function refines(below: Int32Array, above: Int32Array): boolean {
	const up = new Map<number, number>();
	return below.every((form, code) => {
		const known = up.get(form) ?? above[code]!;
		up.set(form, known);
		return known === above[code];
	});
}

/** Numbers classes of equal rows, with memory that is used again: an open hash table over the columns as one number. */
class Tally {
	/** how many classes the last call found */
	size = 0;
	readonly #keys: Float64Array;
	readonly #slots: Float64Array;
	readonly #ids: Int32Array;
	readonly #classOf: Int32Array;

	constructor(rows: number) {
		const slots = 2 ** Math.ceil(Math.log2(Math.max(4, rows * 2)));
		this.#keys = new Float64Array(rows);
		this.#slots = new Float64Array(slots);
		this.#ids = new Int32Array(slots);
		this.#classOf = new Int32Array(rows);
	}

	/** The class of each of the first `rows` rows. The array is overwritten by the next call. */
	classes(parts: readonly { codes: Int32Array; size: number }[], rows: number): Int32Array {
		const keys = this.#keys;
		keys.fill(0, 0, rows);
		let range = 1;
		for (const { codes, size } of parts) {
			// beyond 2^53 two keys could become one: number what there is before the next column joins
			if (range * size > Number.MAX_SAFE_INTEGER) {
				this.#number(rows);
				keys.set(this.#classOf.subarray(0, rows));
				range = this.size;
			}
			for (let i = 0; i < rows; i++) keys[i] = keys[i]! * size + codes[i]!;
			range *= size;
		}
		this.#number(rows);
		return this.#classOf;
	}

	#number(rows: number): void {
		const [keys, slots, ids, classOf] = [this.#keys, this.#slots, this.#ids, this.#classOf];
		const mask = slots.length - 1;
		slots.fill(-1);
		let size = 0;
		for (let i = 0; i < rows; i++) {
			const key = keys[i]!;
			const mixed = Math.imul((key >>> 0) ^ Math.imul((key / 2 ** 32) | 0, 0x85ebca6b), 0x9e3779b1);
			let slot = (mixed ^ (mixed >>> 15)) & mask;
			while (slots[slot] !== key && slots[slot] !== -1) slot = (slot + 1) & mask;
			if (slots[slot] === -1) {
				slots[slot] = key;
				ids[slot] = size++;
			}
			classOf[i] = ids[slot]!;
		}
		this.size = size;
	}
}
