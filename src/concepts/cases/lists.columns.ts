/** Which columns of a list say something that may leave coarsely, and why each of the others stays on the device. */
import type { Label } from '#concepts/anonymity/marks.ts';
import { fieldHeaders, identifyingHeaders } from './data/list-headers.ts';
import { listFields, type ListField } from './lists.rules.ts';
import { codeFor, dayIn, plain, type Cell } from './lists.values.ts';

export const dropReasons = [
	'name',
	'birth',
	'contact',
	'address',
	'number',
	'text',
	'date',
	'double',
	'empty',
	'unknown'
] as const;
export type DropReason = (typeof dropReasons)[number];

/** Columns that a person may give a meaning all the same: only codes leave, and none of these is made of names or numbers. */
const openToChoice: Partial<Record<DropReason, readonly ListField[]>> = {
	birth: ['ageBand'],
	address: ['place'],
	date: [],
	double: listFields,
	unknown: listFields
};
export const choicesFor = (column: ListColumn): readonly ListField[] =>
	column.reason ? (openToChoice[column.reason] ?? []) : listFields;

export type ListColumn = {
	at: number;
	heading: string;
	/** what it is taken for */
	field?: ListField;
	/** why it stays here; none where a field was recognised */
	reason?: DropReason;
	/** it is kept back because of what is in it, not of what it is called */
	byContent?: boolean;
};
export type ListTable = { headings: string[]; rows: Cell[][] };

/** What a value looks like to the text detector: the label of its red mark, or that it may be a name. */
export type Suspicion = Label | 'MAYBE_NAME';
export type Suspect = (value: string) => Suspicion | undefined;

/** So many different values of a column are looked at. */
const sample = 200;

export function columnsOf(table: ListTable, suspect: Suspect, today: string): ListColumn[] {
	const taken = new Set<ListField>();
	const columns = table.headings.map((heading, at): ListColumn => {
		const values = distinct(table.rows, at).slice(0, sample);
		return { at, heading, ...readColumn(heading, values, suspect, today) };
	});
	return columns.map(({ field, ...column }) => {
		if (!field) return column;
		if (taken.has(field)) return { ...column, reason: 'double' };
		taken.add(field);
		return { ...column, field };
	});
}

/** The different values of a column, empty ones left out. */
export function distinct(rows: readonly Cell[][], at: number): Cell[] {
	const seen = new Map<string, Cell>();
	for (const row of rows) {
		const value = row[at] ?? null;
		if (value !== null && shownAs(value)) seen.set(shownAs(value), value);
	}
	return [...seen.values()];
}
/** A value as people read it, on the device only. */
export const shownAs = (value: Cell): string =>
	value === null ? '' : value instanceof Date ? (dayIn(value) ?? '') : String(value).trim();

type Read = Pick<ListColumn, 'field' | 'reason' | 'byContent'>;
function readColumn(heading: string, values: readonly Cell[], suspect: Suspect, today: string): Read {
	if (values.length === 0) return { reason: 'empty' };
	const said = plain(heading);
	const byHeader = listFields.find((f) => fieldHeaders[f].test(said));
	const kept = identifiedBy(said, byHeader);
	if (kept) return { reason: kept };
	const known = (field: ListField) =>
		values.filter((v) => codeFor(field, v, today) !== undefined).length / values.length;
	if (byHeader && known(byHeader) >= 0.5) return { field: byHeader };
	const sure = listFields.find((f) => f !== 'ageBand' && f !== 'household' && known(f) >= 0.9);
	if (sure) return { field: sure };
	const looksLike = contentOf(values, suspect);
	if (looksLike) return { reason: looksLike, byContent: true };
	return byHeader && known(byHeader) > 0 ? { field: byHeader } : { reason: 'unknown' };
}

/** „Geburtsjahr“ and „Staatsangehörigkeit“ hold parts of words that would give a column away. */
function identifiedBy(said: string, field: ListField | undefined): DropReason | undefined {
	const reasons = Object.keys(identifyingHeaders) as (keyof typeof identifyingHeaders)[];
	const reason = reasons.find((r) => identifyingHeaders[r].test(said));
	const harmless: Partial<Record<ListField, RegExp>> = {
		ageBand: /^(geburts ?jahr|geb ?jahr|jahrgang|alter|age|birth ?year|year of birth)/,
		household: /^(anzahl (der )?kinder|anz kinder|kinder|familien(form|stand|status))/,
		origin: /^(staatsangehoerigkeit|geburtsland|nationalitaet|herkunftsland)/,
		legalDomain: new RegExp('^rechtskreis'),
		residenceGroup: /^aufenthalts(titel|status)|^schutzstatus/
	};
	return field && harmless[field]?.test(said) && reason !== 'contact' && !/name|nummer|\bnr\b/.test(said)
		? undefined
		: reason;
}

const reasonOf: Partial<Record<Suspicion, DropReason>> = {
	PERSON: 'name',
	MAYBE_NAME: 'name',
	ADDRESS: 'address',
	LOCATION: 'address',
	PHONE: 'contact',
	EMAIL: 'contact',
	IBAN: 'number',
	ID_NUMBER: 'number',
	ORGANISATION: 'text'
};

/** What gives a column away by what is in it: one value in five that names somebody is enough. */
function contentOf(values: readonly Cell[], suspect: Suspect): DropReason | undefined {
	const share = (some: number) => some / values.length;
	if (share(values.filter((v) => dayIn(v) !== undefined && typeof v !== 'number').length) >= 0.5) return 'date';
	const texts = values.filter((v) => typeof v !== 'boolean').map(shownAs);
	const found = texts.map((text) => suspect(text));
	const count = (which: (s: Suspicion) => boolean) => found.filter((s) => s !== undefined && which(s)).length;
	const red = (s: Suspicion) => s !== 'MAYBE_NAME' && reasonOf[s] !== undefined;
	if (share(count(red)) >= 0.2) {
		const byReason = Map.groupBy(
			found.filter((s) => s !== undefined && red(s)),
			(s) => reasonOf[s!]!
		);
		return [...byReason].sort((a, b) => b[1].length - a[1].length)[0]![0];
	}
	if (share(count(() => true)) >= 0.6) return 'name';
	if (texts.reduce((sum, t) => sum + t.split(/\s+/).length, 0) / texts.length > 4) return 'text';
	const numbers = texts.filter((t) => /\d/.test(t) && t.replace(/\D/g, '').length >= 5).length;
	return share(numbers) >= 0.5 ? 'number' : undefined;
}
