/** A carrier's case list as it may leave the device: rows of coarse codes with how many cases each stands for, and single counts. */
import {
	attributes,
	formOf,
	generaliseAttributes,
	ladders,
	levelOf,
	topLevel,
	untold,
	type Attribute,
	type CaseCell
} from '#concepts/anonymity/ladders.ts';
import { expectedPopulation, shownCountries, type Reference } from '#concepts/anonymity/reference.ts';
import type { Thresholds } from '#concepts/anonymity/thresholds.ts';

/** What a column of a list may say of a case; all else stays on the device. */
export const listFields = [...attributes, 'legalDomain', 'phase'] as const;
export type ListField = (typeof listFields)[number];

/** One case of a list: codes on any level of the ladders; `*` is no statement. */
export type ListedCase = Record<ListField, string>;
/** Cases that look the same, and how many they are. */
export type ListRow = ListedCase & { cases: number };
/** Of the cases that are in no row: how many have this code, whatever else they have. */
export type ListCount = { field: ListField; code: string; cases: number };
export type ListUpload = { period: string; rows: ListRow[]; counts: ListCount[] };

/** What decides whether a row passes. */
export type ListGate = { thresholds: Thresholds; reference: Reference };
/** The codes of the county's catalogues for what has no ladder. */
export type ListCodes = { legalDomain: readonly string[]; phase: readonly string[] };

export const mostListRows = 20_000;
/** However long a list is, it holds far fewer combinations. */
export const mostUploadRows = 2_000;

/** The finest level a list may show each attribute on: no place below a region, no age below its group. */
const finest: Record<Attribute, number> = {
	place: 1,
	ageBand: 1,
	origin: 0,
	residenceGroup: 1,
	household: 1,
	gender: 0
};
const finestNode = attributes.map((a) => finest[a]);

export const isAttribute = (field: ListField): field is Attribute => (attributes as readonly string[]).includes(field);
export const cellOfListed = (listed: ListedCase): CaseCell => Object.fromEntries(attributes.map((a) => [a, listed[a]]));
export const keyOfListed = (listed: ListedCase): string => listFields.map((field) => listed[field]).join('|');

/** The cell as finely as a list may show it, however finely it is known. */
export const coarseCell = (cell: CaseCell, { reference, thresholds }: ListGate): Required<CaseCell> =>
	generaliseAttributes(cell, finestNode, { countries: shownCountries(reference, thresholds.countryShare) });

/** Says nothing: no statement or, for a place, the whole county. */
export const saysNothing = (field: ListField, code: string): boolean =>
	isAttribute(field) ? levelOf(field, code) === topLevel(field) : code === untold;

/** Enough people fit, as the reference population expects. */
export const enoughPeople = (cell: CaseCell, { reference, thresholds }: ListGate): boolean =>
	expectedPopulation(cell, reference) >= thresholds.population;

/** The code on its own or on the finest coarser level on which enough people fit. */
export function coarseCode(attribute: Attribute, code: string, gate: ListGate): string {
	const { [attribute]: start } = coarseCell({ [attribute]: code }, gate);
	for (let level = 0; level <= topLevel(attribute); level++) {
		const form = formOf(attribute, start, level);
		if (enoughPeople({ [attribute]: form }, gate)) return form;
	}
	return formOf(attribute, untold, topLevel(attribute));
}

/** The codes of a field that a single count may be about. */
export function countableCodes(field: ListField, gate: ListGate, codes: ListCodes): string[] {
	if (!isAttribute(field)) return [...codes[field]];
	const forms = [...ladders[field].keys()].map((code) => coarseCell({ [field]: code }, gate)[field]);
	return [...new Set(forms)].filter((code) => !saysNothing(field, code) && enoughPeople({ [field]: code }, gate));
}

/** The half-years a list can be about: the one of this day and the four before, '2026-H2' first. */
export function periodsAt(day: string): string[] {
	let [year, half] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) <= 6 ? 1 : 2];
	return Array.from({ length: 5 }, () => {
		const period = `${year}-H${half}`;
		[year, half] = half === 2 ? [year, 1] : [year - 1, 2];
		return period;
	});
}

export const listFaults = ['nothing', 'period', 'too_many', 'unknown_code', 'too_fine', 'too_few', 'repeated'] as const;
export type ListFault = (typeof listFaults)[number];

/**
 * Why an upload may not be taken; undefined where it may. Asked by the server of whatever a browser sends.
 * Security: every rule by which the browser lets rows pass is asked again here, of the codes alone.
 */
export function faultOf(upload: ListUpload, gate: ListGate, codes: ListCodes, today: string): ListFault | undefined {
	const { period, rows, counts } = upload;
	if (!periodsAt(today).includes(period)) return 'period';
	if (rows.length + counts.length === 0) return 'nothing';
	if (rows.length > mostUploadRows || counts.length > mostUploadRows) return 'too_many';
	if (rows.reduce((sum, r) => sum + r.cases, 0) > mostListRows) return 'too_many';
	const said = [
		...rows.flatMap((r) => listFields.map((f) => [f, r[f]] as const)),
		...counts.map((c) => [c.field, c.code] as const)
	];
	if (!said.every(([field, code]) => isKnown(field, code, codes))) return 'unknown_code';
	if (counts.some((c) => saysNothing(c.field, c.code))) return 'nothing';
	const seen = [...rows.map(keyOfListed), ...counts.map((c) => `${c.field}=${c.code}`)];
	if (new Set(seen).size < seen.length) return 'repeated';
	const cells = [...rows.map(cellOfListed), ...counts.map((c) => (isAttribute(c.field) ? { [c.field]: c.code } : {}))];
	if (!cells.every((cell) => isCoarse(cell, gate) && enoughPeople(cell, gate))) return 'too_fine';
	const enough = (cases: number) => Number.isInteger(cases) && cases >= gate.thresholds.cases && cases <= mostListRows;
	return [...rows, ...counts].every((x) => enough(x.cases)) ? undefined : 'too_few';
}

const isKnown = (field: ListField, code: string, codes: ListCodes): boolean =>
	isAttribute(field) ? ladders[field].has(code) : code === untold || codes[field].includes(code);

function isCoarse(cell: CaseCell, gate: ListGate): boolean {
	const coarse = coarseCell(cell, gate);
	return (Object.keys(cell) as Attribute[]).every((a) => coarse[a] === cell[a]);
}
