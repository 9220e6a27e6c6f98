/** The smallest coarsening that lets a case pass: all combinations of levels, cheapest first, no short cuts. */
import {
	attributes,
	generaliseAttributes,
	keyOf,
	levelNames,
	levelOf,
	type Attribute,
	type CaseCell,
	type LevelName
} from './ladders.ts';
import { expectedPopulation, shownCountries } from './reference.ts';
import { bandOf, casesByKey, effectiveCell, riskAmong, type Risk, type Setting } from './risk.ts';

/** What is lost up to each level, on one scale for all attributes; a setting of the county. */
export type Weights = Record<Attribute, readonly number[]>;
export const defaultWeights: Weights = {
	// the committee acts by region, so a region is worth more than a municipality
	place: [0, 1, 5],
	ageBand: [0, 1, 3, 5],
	origin: [0, 1, 2, 4],
	residenceGroup: [0, 2, 5],
	household: [0, 1, 3],
	gender: [0, 2]
};

export type Coarsening = {
	/** a level for each attribute */
	node: number[];
	cell: Required<CaseCell>;
	loss: number;
	/** what it gives up: codes and names of levels before and after */
	gives: { attribute: Attribute; from: string; to: string; fromLevel: LevelName; toLevel: LevelName }[];
	risk: Risk;
};

/**
 * Every combination of levels, as a list in order of loss; of those that show the case alike only the cheapest. The
 * first is the case as it is, a rare country of origin aside.
 */
export function combinations(
	cell: CaseCell,
	countries: ReadonlySet<string>,
	weights: Weights = defaultWeights
): Pick<Coarsening, 'node' | 'cell' | 'loss'>[] {
	const lossOf = (shown: Required<CaseCell>) =>
		attributes.reduce((sum, a) => sum + weights[a][levelOf(a, shown[a])]! - weights[a][levelOf(a, cell[a])]!, 0);
	let nodes: number[][] = [[]];
	for (const a of attributes) nodes = nodes.flatMap((node) => levelNames[a].map((_, level) => [...node, level]));
	const cheapest = new Map<string, Pick<Coarsening, 'node' | 'cell' | 'loss'>>();
	for (const node of nodes) {
		const shown = generaliseAttributes(cell, node, { countries });
		const key = keyOf(shown);
		if (!cheapest.has(key)) cheapest.set(key, { node, cell: shown, loss: lossOf(shown) });
	}
	return [...cheapest.values()].sort((a, b) => a.loss - b.loss);
}

/**
 * The two cheapest that pass, with what each gives up; one that gives up all the first does and more is no second choice.
 * Before there are enough cases none can pass the whole rule:
 * `enough: 'population'` asks only that enough people fit, and the case then waits for comparable ones.
 */
export function coarsenings(
	cell: CaseCell,
	setting: Setting & { weights?: Weights; enough?: 'all' | 'population' }
): Coarsening[] {
	const { reference, settings, weights, enough = 'all' } = setting;
	const cases = casesByKey(setting.released);
	const found: Coarsening[] = [];
	for (const candidate of combinations(cell, shownCountries(reference, settings.countryShare), weights)) {
		const lambda = expectedPopulation(effectiveCell(candidate.cell, setting.left), reference);
		if (bandOf(lambda, settings) !== 'green') continue;
		const risk = riskAmong(candidate.cell, setting, cases);
		if (enough === 'all' && !risk.passes) continue;
		const [first] = found;
		if (first && attributes.every((a) => levelOf(a, candidate.cell[a]) >= levelOf(a, first.cell[a]))) continue;
		found.push({ ...candidate, gives: givenUp(cell, candidate.cell), risk });
		if (found.length === 2) break;
	}
	return found;
}

function givenUp(before: CaseCell, after: Required<CaseCell>): Coarsening['gives'] {
	return attributes.flatMap((attribute) => {
		const [from, to] = [levelOf(attribute, before[attribute]), levelOf(attribute, after[attribute])];
		if (to <= from) return [];
		const names: readonly LevelName[] = levelNames[attribute];
		return [
			{ attribute, from: before[attribute]!, to: after[attribute], fromLevel: names[from]!, toLevel: names[to]! }
		];
	});
}
