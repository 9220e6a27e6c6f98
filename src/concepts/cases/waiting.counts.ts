/** The waiting room in numbers: how many analyses wait, by what they still need; small counts are not told, nor what gives them away. */
import { companyOf, releaseBatch, type Rules, type WaitingRoom } from '#concepts/anonymity/release.ts';
import { suppress, tableOf } from '#concepts/anonymity/suppress.ts';

/** So many comparable cases, or: enough of them, but in too few domains or too few new ones; or nothing more. */
export type Need = number | 'other' | 'nothing';
/** `count`: null is not told. */
export type WaitingCounts = { needs: { need: Need; count: number | null }[]; total: number | null; ready: boolean };

export function waitingCounts(room: WaitingRoom, day: string, rules: Rules, least: number): WaitingCounts {
	const out = new Set(releaseBatch(room, day, rules).released.map((r) => r.id));
	const company = companyOf(room, rules.thresholds);
	const needOf = (id: string): Need => {
		if (out.has(id)) return 'nothing';
		const missing = rules.thresholds.cases - company.get(id)!;
		return missing > 0 ? missing : 'other';
	};
	const missing = Array.from({ length: rules.thresholds.cases - 1 }, (_, i): Need => i + 1);
	const order: Need[] = ['nothing', 'other', ...missing];
	const needs = room.waiting.map(({ id }) => needOf(id));
	const table = tableOf(
		order.map(String),
		['cases'],
		order.map((need) => [needs.filter((n) => n === need).length])
	);
	const told = suppress(table, least);
	return {
		needs: order.map((need, i) => ({ need, count: told.cells[i]![0]! })).filter(({ count }) => count !== 0),
		total: told.total,
		ready: needs.includes('nothing')
	};
}
