/** What of a list may leave the device: the cases made so coarse together that each combination holds enough of them. */
import { defaultWeights } from '#concepts/anonymity/coarsen.ts';
import { optimalGeneralisation } from '#concepts/anonymity/generalise.ts';
import type { Ladder } from '#concepts/anonymity/generalise.coded.ts';
import {
	attributes,
	formOf,
	keyOf,
	ladders,
	levelNames,
	levelOf,
	untold,
	type CaseCell
} from '#concepts/anonymity/ladders.ts';
import { suppress, tableOf } from '#concepts/anonymity/suppress.ts';
import {
	cellOfListed,
	coarseCell,
	coarseCode,
	enoughPeople,
	isAttribute,
	keyOfListed,
	listFields,
	saysNothing,
	type ListCount,
	type ListedCase,
	type ListGate,
	type ListRow
} from './lists.rules.ts';

export type Leaving = {
	rows: ListRow[];
	counts: ListCount[];
	/** cases in no row: they go in single counts at most */
	held: number;
};

/** Of the cases of a round so many may be left to the next, which makes them coarser. */
const leftToNext = 0.1;
const mostRounds = 6;

export function leavingOf(cases: readonly ListedCase[], gate: ListGate): Leaving {
	const k = gate.thresholds.cases;
	const lift = lifting(gate);
	let rest = cases.map((c): ListedCase => ({ ...c, ...lift(cellOfListed(c)) }));
	const rows = new Map<string, ListRow>();
	for (let round = 0; round < mostRounds && rest.length >= k; round++) {
		const shown = generalised(rest, k);
		if (!shown) break;
		const classes = Map.groupBy(shown.keys(), (i) => keyOfListed(shown[i]!));
		const next: ListedCase[] = [];
		for (const [key, members] of classes) {
			const look = shown[members[0]!]!;
			const passes = members.length >= k && enoughPeople(cellOfListed(look), gate);
			if (!passes || listFields.every((f) => saysNothing(f, look[f]))) next.push(...members.map((i) => rest[i]!));
			else rows.set(key, { ...look, cases: (rows.get(key)?.cases ?? 0) + members.length });
		}
		if (next.length === rest.length) break;
		rest = next;
	}
	return {
		rows: [...rows.values()].sort((a, b) => b.cases - a.cases),
		counts: countsOf(rest, gate),
		held: rest.length
	};
}

/** The least loss over all of them, a tenth left out. */
function generalised(cases: readonly ListedCase[], k: number): ListedCase[] | undefined {
	const flat: Ladder = new Map(
		[untold, ...cases.flatMap((c) => [c.legalDomain, c.phase])].map((c) => [c, [c, untold]])
	);
	const ladderOf = listFields.map((field) => (isAttribute(field) ? ladders[field] : flat));
	const best = optimalGeneralisation({
		rows: cases.map((c) => listFields.map((field) => c[field])),
		ladders: ladderOf,
		k,
		suppressionLimit: leftToNext
	});
	if (!best) return undefined;
	const form = (c: ListedCase, i: number) => ladderOf[i]!.get(c[listFields[i]!])![best.node[i]!]!;
	return cases.map((c) => Object.fromEntries(listFields.map((field, i) => [field, form(c, i)])) as ListedCase);
}

/** Makes a cell as coarse as a list must be, and then until enough people of the reference population fit, at the least loss. */
function lifting(gate: ListGate): (cell: CaseCell) => Required<CaseCell> {
	let nodes: number[][] = [[]];
	for (const a of attributes) nodes = nodes.flatMap((node) => levelNames[a].map((_, level) => [...node, level]));
	const lossOf = (node: number[]) => attributes.reduce((sum, a, i) => sum + defaultWeights[a][node[i]!]!, 0);
	const byLoss = nodes.map((node) => ({ node, loss: lossOf(node) })).sort((a, b) => a.loss - b.loss);
	const done = new Map<string, Required<CaseCell>>();
	return (cell) => {
		const coarse = coarseCell(cell, gate);
		const key = keyOf(coarse);
		let lifted = done.get(key);
		if (!lifted) {
			const levels = attributes.map((a) => levelOf(a, coarse[a]));
			// a node below the cell's own levels shows it alike and costs less: only those from there on
			const fit = byLoss.find(
				({ node }) => node.every((level, i) => level >= levels[i]!) && enoughPeople(onLevels(coarse, node), gate)
			);
			lifted = onLevels(coarse, fit?.node ?? attributes.map((a) => levelNames[a].length - 1));
			done.set(key, lifted);
		}
		return lifted;
	};
}
const onLevels = (cell: CaseCell, node: readonly number[]): Required<CaseCell> =>
	Object.fromEntries(attributes.map((a, i) => [a, formOf(a, cell[a], node[i]!)])) as Required<CaseCell>;

/** One attribute at a time. Their sum is the same for each, so small ones are guarded as in any table with a total. */
function countsOf(cases: readonly ListedCase[], gate: ListGate): ListCount[] {
	if (cases.length === 0) return [];
	return listFields.flatMap((field) => {
		const codes = cases.map((c) => (isAttribute(field) ? coarseCode(field, c[field], gate) : c[field]));
		const names = [...new Set(codes)].sort();
		const counted = names.map((name) => [codes.filter((code) => code === name).length]);
		const shown = suppress(tableOf(names, ['cases'], counted), gate.thresholds.cases);
		return names.flatMap((code, i) => {
			const [count] = shown.cells[i]!;
			return count && !saysNothing(field, code) ? [{ field, code, cases: count }] : [];
		});
	});
}
