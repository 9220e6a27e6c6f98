/** What a bench prints: sentences, a table, and whether a limit was missed. */
export const say = (line: string): void => console.log(line);

/** The value below which a share of all lies, of numbers in any order. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export type Cell = string | number;
/** Columns as wide as they need; numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
	const text = (cell: Cell): string => (typeof cell === 'number' ? cell.toFixed(cell < 10 && cell % 1 ? 1 : 0) : cell);
	const width = head.map((h, i) => Math.max(h.length, ...rows.map((row) => text(row[i] ?? '').length)));
	const line = (cells: readonly Cell[]): string =>
		cells
			.map((cell, i) => (typeof cell === 'number' ? text(cell).padStart(width[i]!) : text(cell).padEnd(width[i]!)))
			.join('  ')
			.trimEnd();
	return [line(head), width.map((w) => '-'.repeat(w)).join('  '), ...rows.map(line)].join('\n');
}

export const verdict = (fits: boolean): string => (fits ? 'ok' : 'MISSED');

/** Runs something so many times, so many at once, and gives all results. */
export async function inTurns<T>(atOnce: number, times: number, run: (turn: number) => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	let next = 0;
	const worker = async () => {
		while (next < times) results.push(await run(next++));
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}
