/** Single counts of cases that are not out yet: how many of each form of one attribute, from the threshold on. */
import { formOf, type Attribute, type CaseCell } from './ladders.ts';
import { suppress, publishable, tableOf, type CountTable, type PublishedTable } from './suppress.ts';

/**
 * Counts of one attribute on one level, in one column, and how they may be shown. Readers can count the early texts, so
 * the total is known and guards are needed. Two counts taken one case apart would tell that case: `before` are the counts
 * shown until now, and they stay as long as any of them would change by less than the threshold.
 */
export function earlyCounts(
	cells: readonly CaseCell[],
	{
		attribute,
		level,
		threshold,
		before
	}: { attribute: Attribute; level: number; threshold: number; before?: CountTable }
): { counts: CountTable; shown: PublishedTable } {
	const forms = cells.map((cell) => formOf(attribute, cell[attribute], level));
	const names = [...new Set([...forms, ...(before?.rows ?? [])])].sort();
	const countOf = (name: string) => forms.filter((form) => form === name).length;
	const now = tableOf(
		names,
		['cases'],
		names.map((name) => [countOf(name)])
	);
	const past = new Map(before?.rows.map((name, i) => [name, before.cells[i]![0]!]));
	const changesSafely = [
		...names.map((name) => [countOf(name), past.get(name) ?? 0]),
		[now.total, before?.total ?? 0]
	].every(([a, b]) => a === b || publishable(Math.abs(a! - b!), Infinity, threshold));
	const counts = before && !changesSafely ? before : now;
	return { counts, shown: suppress(counts, threshold) };
}
