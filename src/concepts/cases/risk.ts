/** What a writer and a reviewer learn about the combination of attributes: the risk, and what would lower it. */
import { coarsenings, type Coarsening } from '#concepts/anonymity/coarsen.ts';
import { keyOf, levelOf, type CaseCell } from '#concepts/anonymity/ladders.ts';
import { shownCountries } from '#concepts/anonymity/reference.ts';
import { effectiveCell, riskOf, type ReleasedCell, type Risk, type Setting } from '#concepts/anonymity/risk.ts';
import { cellOf, type Attributes } from './rules.ts';

export type RiskCard = {
	risk: Risk;
	/** the two cheapest ways to be told apart less; none when nothing is gained */
	proposals: Coarsening[];
	/** the others that look the same */
	alike: ReleasedCell[];
	/** what the proposals reach: that enough people fit – asked for before a review –, or the whole rule of the waiting room */
	needs: 'all' | 'population';
	/** names a country from which so few have come that only its region may be said */
	rareOrigin: boolean;
};

export function riskCard(attributes: Attributes, setting: Setting): RiskCard {
	const cell = cellOf(attributes);
	const told = { ...setting, mainDomain: attributes.legalDomains[0] };
	const risk = riskOf(cell, told);
	const rareOrigin = isRare(cell, setting);
	const needs = risk.band === 'green' && !rareOrigin ? 'all' : 'population';
	const key = keyOf(effectiveCell(cell, setting.left));
	return {
		risk,
		proposals: risk.passes && !rareOrigin ? [] : coarsenings(cell, { ...told, enough: needs }),
		alike: setting.released.filter((r) => keyOf(r.cell) === key),
		needs,
		rareOrigin
	};
}

/** Asked for before a review; the number of cases alike is for the waiting room. */
export const commonEnough = ({ risk, rareOrigin }: RiskCard): boolean => risk.band === 'green' && !rareOrigin;

const isRare = (cell: CaseCell, { reference, settings }: Setting): boolean =>
	levelOf('origin', cell.origin) === 0 && !shownCountries(reference, settings.countryShare).has(cell.origin!);
