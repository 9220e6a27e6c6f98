/** The risk of a combination as the form says it: words, and what its buttons would make coarser. */
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import type { Band } from '#concepts/anonymity/risk.ts';

export type RiskWords = {
	band: Band;
	/** people of the county's newcomers who fit, rounded */
	people: number;
	/** an origin that only few have, whatever else is said */
	rareOrigin: boolean;
	/** what singles the person out, strongest first */
	drivers: string[];
	comparable: { have: number; need: number };
	/** `cell`: the codes it would set; `gives`: „Herkunft: Syrien → Westasien“ */
	proposals: { cell: CaseCell; gives: { attribute: string; from: string; to: string }[] }[];
};
