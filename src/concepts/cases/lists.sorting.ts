/** From the values of a list to codes: what is known by itself, and what a person has said. */
import { ladders, untold } from '#concepts/anonymity/ladders.ts';
import { shownAs } from './lists.columns.ts';
import { coarseCell, isAttribute, listFields, type ListedCase, type ListField, type ListGate } from './lists.rules.ts';
import { codeFor, type Cell } from './lists.values.ts';

/** The column from which each field is taken. */
export type Chosen = Partial<Record<ListField, number>>;
/** field → value as it is shown → code. What a person has said goes before what is recognised. */
export type Choices = Partial<Record<ListField, Record<string, string>>>;
/** A value of the list, in how many rows, and the code it becomes: `*` where it is not known. */
export type ListedValue = { value: string; rows: number; code: string; byHand: boolean };

const codeOf = (field: ListField, value: Cell, choices: Choices, today: string): string => {
	const own = choices[field];
	const shown = shownAs(value);
	return own && Object.hasOwn(own, shown) ? own[shown]! : (codeFor(field, value, today) ?? untold);
};

export function casesOf(rows: readonly Cell[][], chosen: Chosen, choices: Choices, today: string): ListedCase[] {
	return rows.map(
		(row) =>
			Object.fromEntries(
				listFields.map((field) => {
					const at = chosen[field];
					return [field, at === undefined ? untold : codeOf(field, row[at] ?? null, choices, today)];
				})
			) as ListedCase
	);
}

/** The different values of a column, unknown ones first, then the frequent ones. Ages are not told apart within a group. */
export function valuesOf(
	field: ListField,
	rows: readonly Cell[][],
	at: number,
	choices: Choices,
	today: string,
	gate: ListGate
): ListedValue[] {
	const found = new Map<string, ListedValue>();
	for (const row of rows) {
		const value = row[at] ?? null;
		const shown = shownAs(value);
		if (!shown) continue;
		const known = found.get(shown);
		if (known) known.rows++;
		else {
			const code = coarsely(field, codeOf(field, value, choices, today), gate);
			found.set(shown, { value: shown, rows: 1, code, byHand: Object.hasOwn(choices[field] ?? {}, shown) });
		}
	}
	const open = (v: ListedValue) => Number(v.code !== untold && !v.byHand);
	return [...found.values()].sort((a, b) => open(a) - open(b) || b.rows - a.rows);
}

/** A code as finely as a list may show it. */
export const coarsely = (field: ListField, code: string, gate: ListGate): string =>
	isAttribute(field) && code !== untold ? coarseCell({ [field]: code }, gate)[field] : code;

/** What a value may be said to mean: the codes a list may show, the finest first. */
export function codesFor(field: ListField, gate: ListGate, codes: readonly string[]): string[] {
	if (!isAttribute(field)) return [...codes];
	return [...new Set([...ladders[field].keys()].map((code) => coarsely(field, code, gate)))].filter(
		(c) => c !== untold
	);
}
