/** Reports out of a table: which column is what, what each row says, and why a row cannot be taken. */
import { fold } from '#concepts/anonymity/folding.ts';
import type { CatalogueItem } from '#concepts/people/catalogues.ts';
import { missingFields, noFields, type ReportFields } from './rules.ts';

export const importFields = ['text', 'idea', 'phase', 'gapType', 'legalDomains', 'municipality'] as const;
export type ImportField = (typeof importFields)[number];
export type ImportTable = { headings: string[]; rows: string[][] };
/** Column by field; a field without a column is empty in all rows. */
export type Mapping = Partial<Record<ImportField, number>>;
export type ImportLists = Record<'integrationPhase' | 'gapType' | 'legalDomain' | 'municipality', CatalogueItem[]>;

export const mostImportRows = 200;

/** What a heading holds, folded. */
const headings: Record<ImportField, string[]> = {
	text: ['was fehlt', 'luecke', 'beschreibung', 'problem', 'meldung', 'text'],
	idea: ['idee', 'vorschlag', 'helfen', 'loesung'],
	phase: ['phase', 'kette', 'wo '],
	gapType: ['art', 'typ'],
	legalDomains: ['rechtskreis', 'sgb', 'gesetz'],
	municipality: ['kommune', 'gemeinde', 'stadt', 'ort']
};
const said = (text: string): string =>
	text
		.split(/[^\p{L}\p{N}]+/u)
		.map((word) => (/\d/.test(word) ? word.toLowerCase() : fold(word)))
		.filter(Boolean)
		.join(' ');

/** By what the columns are called; each is used once. */
export function guessed(table: ImportTable): Mapping {
	const taken = new Set<number>();
	const mapping: Mapping = {};
	for (const field of importFields) {
		const at = table.headings.findIndex(
			(heading, i) => !taken.has(i) && headings[field].some((word) => `${said(heading)} `.includes(word))
		);
		if (at < 0) continue;
		taken.add(at);
		mapping[field] = at;
	}
	return mapping;
}

/** The code of a choice by its code, its name, or how its name begins („SGB II“ for „SGB II – Grundsicherung …“). */
export function codeOf(items: readonly CatalogueItem[], value: string): string | undefined {
	const wanted = said(value);
	if (!wanted) return undefined;
	const names = (i: CatalogueItem) => [i.code, i.labelDe, i.labelEn].map(said);
	const whole = items.find((i) => names(i).includes(wanted));
	const heads = (i: CatalogueItem) => [i.labelDe, i.labelEn].map((label) => said(label.split(/ [–(]/)[0]!));
	const head = items.filter((i) => heads(i).includes(wanted));
	const begun = items.filter((i) => names(i).some((name) => name.startsWith(`${wanted} `)));
	return (whole ?? (head.length === 1 ? head[0] : begun.length === 1 ? begun[0] : undefined))?.code;
}

export type ImportProblem = { field: ImportField; why: 'missing' | 'unknown' | 'too_long' | 'double'; value: string };
/** `number`: of the row in the table, from 1. */
export type ImportRow = { number: number; fields: ReportFields; problems: ImportProblem[]; source: string[] };

const longest = 2000;

export function rowsOf(table: ImportTable, mapping: Mapping, lists: ImportLists): ImportRow[] {
	const seen = new Set<string>();
	return table.rows.map((source, i) => {
		const cell = (field: ImportField) => (mapping[field] === undefined ? '' : (source[mapping[field]] ?? '').trim());
		const problems: ImportProblem[] = [];
		const code = (field: ImportField, items: CatalogueItem[], value: string): string => {
			const found = value ? codeOf(items, value) : '';
			if (found === undefined) problems.push({ field, why: 'unknown', value });
			return found ?? '';
		};
		const fields: ReportFields = {
			...noFields,
			text: cell('text'),
			idea: cell('idea'),
			phase: code('phase', lists.integrationPhase, cell('phase')),
			gapType: code('gapType', lists.gapType, cell('gapType')),
			legalDomains: cell('legalDomains')
				.split(/[;,|\n]/)
				.map((part) => code('legalDomains', lists.legalDomain, part.trim()))
				.filter(Boolean),
			municipality: code('municipality', lists.municipality, cell('municipality'))
		};
		for (const field of ['text', 'idea'] as const)
			if (fields[field].length > longest) problems.push({ field, why: 'too_long', value: '' });
		for (const field of missingFields(fields))
			if (!problems.some((p) => p.field === field)) problems.push({ field, why: 'missing', value: '' });
		const same = JSON.stringify(fields);
		if (seen.has(same)) problems.push({ field: 'text', why: 'double', value: '' });
		seen.add(same);
		return { number: i + 1, fields, problems, source };
	});
}
