/** Takes rows of a table as reports: read, checked, sent one by one by the command of the form; the same row twice is one report. */
import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import type { Actor } from '#concepts/people/actor.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { reportLists } from './catalogues.server.ts';
import { guessed, mostImportRows, rowsOf, type ImportRow, type ImportTable, type Mapping } from './import.rules.ts';
import { may } from './policy.ts';
import { checked } from './report.check.server.ts';
import { submitReport } from './report.commands.server.ts';
import { textsOf, type ReportFields } from './rules.ts';

/** Rows as they are pasted from a spreadsheet, or as CSV; the first holds the headings. Undefined where there are no rows. */
export function tableFrom(text: string): ImportTable | undefined {
	const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy', preview: mostImportRows + 1 });
	const [headings, ...rows] = data;
	return headings && rows.length ? { headings: headings.map((h) => h.trim()), rows } : undefined;
}
/** Rows back into text, for those that are left to be mended. */
export const asText = (table: ImportTable): string =>
	Papa.unparse({ fields: table.headings, data: table.rows }, { delimiter: '\t', escapeFormulae: true });

export type Weighed = ImportRow & { issues: Issue[] };
export type Preview = { table: ImportTable; mapping: Mapping; rows: Weighed[] };

type Read = { table: ImportTable; mapping: Mapping; rows: ImportRow[] };
async function read(actor: Actor, text: string, asked?: Mapping): Promise<Result<Read>> {
	if (!may(actor, 'report')) return no('forbidden');
	const table = tableFrom(text);
	if (!table) return no('incomplete');
	const mapping = asked ?? guessed(table);
	return yes({ table, mapping, rows: rowsOf(table, mapping, await reportLists()) });
}

/** What would be sent and what not, with why. */
export async function previewRows(actor: Actor, text: string, asked?: Mapping): Promise<Result<Preview>> {
	const found = await read(actor, text, asked);
	if (!found.ok) return found;
	const rows: Weighed[] = [];
	for (const row of found.value.rows) {
		const issues = row.problems.length ? [] : (await checked(textsOf(row.fields), [])).issues;
		rows.push({ ...row, issues });
	}
	return yes({ ...found.value, rows });
}

export type Imported = { sent: { id: string; text: string }[]; left: Weighed[]; table: ImportTable; mapping: Mapping };
/** What each says is checked by the command that sends it. */
export async function sendRows(actor: Actor, text: string, asked: Mapping): Promise<Result<Imported>> {
	const found = await read(actor, text, asked);
	if (!found.ok) return found;
	const { table, mapping, rows } = found.value;
	const imported: Imported = { sent: [], left: [], table, mapping };
	for (const row of rows) {
		const sent = row.problems.length ? null : await submitReport(actor, keyOf(row.fields), row.fields);
		if (sent?.ok) imported.sent.push({ id: sent.value.id, text: row.fields.text });
		else imported.left.push({ ...row, issues: sent?.issues ?? [] });
	}
	return yes(imported);
}

/** From what the row says: whoever sends the same table again sends nothing new. */
function keyOf(fields: ReportFields): string {
	const hash = createHash('sha256').update(JSON.stringify(fields)).digest('hex');
	return [
		hash.slice(0, 8),
		hash.slice(8, 12),
		`8${hash.slice(13, 16)}`,
		`a${hash.slice(17, 20)}`,
		hash.slice(20, 32)
	].join('-');
}
