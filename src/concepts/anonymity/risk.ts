/** Whether a case can be told apart: how many cases look the same, how many people would fit, and what singles it out. */
import { attributes, keyOf, levelOf, type Attribute, type CaseCell } from './ladders.ts';
import { expectedPopulation, type Reference } from './reference.ts';
import type { Thresholds } from './thresholds.ts';

/** A released case as it is shown; its text tells nothing finer. */
export type ReleasedCell = { cell: CaseCell; mainDomain: string };

export type Band = 'green' | 'amber' | 'red';
export const riskReasons = ['too_few_cases', 'population_small', 'population_tiny', 'too_few_domains'] as const;
export type RiskReason = (typeof riskReasons)[number];

export type Risk = {
	/** cases of the cell, this one among them; undefined before there are enough, never a small number */
	k: number | undefined;
	/** people of the reference population who fit, expected */
	lambda: number;
	/** what λ says */
	band: Band;
	/** different main legal domains among the cases of the cell */
	domains: number;
	/** attributes that single the person out, strongest first; gain: λ grows by this factor without it */
	drivers: { attribute: Attribute; gain: number }[];
	/** „2 von 5 vergleichbaren Fällen“ */
	comparable: { have: number; need: number };
	passes: boolean;
	/** what stands against it; empty when it passes */
	why: RiskReason[];
};

/** What a case is held against. */
export type Setting = {
	/** the cases it stands among once released: those released, and those that come out with it */
	released: readonly ReleasedCell[];
	reference: Reference;
	settings: Thresholds;
	/** main legal domain of the case */
	mainDomain?: string;
	/** what the text still tells, as the codes of the marks left in it */
	left?: CaseCell;
};

/** What code and text tell together: of each attribute the finer one. */
export function effectiveCell(cell: CaseCell, left: CaseCell = {}): CaseCell {
	const finer = attributes.map((a) => [a, levelOf(a, left[a]) < levelOf(a, cell[a]) ? left[a] : cell[a]]);
	return Object.fromEntries(finer) as CaseCell;
}

export function riskOf(cell: CaseCell, setting: Setting): Risk {
	return riskAmong(cell, setting, casesByKey(setting.released));
}

/** The main legal domains of the cases of each cell. */
export type CasesByKey = ReadonlyMap<string, readonly string[]>;
export function casesByKey(released: readonly ReleasedCell[]): CasesByKey {
	const byKey = Map.groupBy(released, (r) => keyOf(r.cell));
	return new Map([...byKey].map(([key, cases]) => [key, cases.map((c) => c.mainDomain)]));
}

/** As `riskOf`, with the released cases sorted already. */
export function riskAmong(cell: CaseCell, { reference, settings, mainDomain, left }: Setting, cases: CasesByKey): Risk {
	const seen = effectiveCell(cell, left);
	const alike = cases.get(keyOf(seen)) ?? [];
	const have = alike.length + 1;
	const domains = new Set(mainDomain ? [...alike, mainDomain] : alike).size;
	const lambda = expectedPopulation(seen, reference);
	const band = bandOf(lambda, settings);
	const why: RiskReason[] = [];
	if (have < settings.cases) why.push('too_few_cases');
	if (band === 'amber') why.push('population_small');
	if (band === 'red') why.push('population_tiny');
	if (domains < settings.domains) why.push('too_few_domains');
	return {
		k: have < settings.cases ? undefined : have,
		lambda,
		band,
		domains,
		drivers: driversOf(seen, reference),
		comparable: { have: Math.min(have, settings.cases), need: settings.cases },
		passes: why.length === 0,
		why
	};
}

export const bandOf = (lambda: number, { population, populationRed }: Thresholds): Band =>
	lambda >= population ? 'green' : lambda >= populationRed ? 'amber' : 'red';

/** An attribute that nobody of the reference has gains without bound. */
function driversOf(cell: CaseCell, reference: Reference): Risk['drivers'] {
	const lambda = expectedPopulation(cell, reference);
	return attributes
		.map((attribute) => {
			const without = expectedPopulation({ ...cell, [attribute]: undefined }, reference);
			return { attribute, gain: without === 0 ? 1 : without / lambda };
		})
		.filter(({ gain }) => gain > 1 + 1e-9)
		.sort((a, b) => b.gain - a.gain);
}
