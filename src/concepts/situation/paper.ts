/** The situation picture as a sheet and as JSON: the figures of the page, nothing finer. */
import { m } from '#i18n/paraglide/messages.js';
import type { Figure } from '#concepts/anonymity/suppress.classes.ts';
import type { FigureTable } from './picture.ts';
import type { Situation } from './queries.server.ts';
import { figureText, halfYearText, headText, tableWords } from './words.ts';

type Line = [table: string, row: string, column: string, figure: number | string];

export function sheetOf(s: Situation) {
	const columns = [
		{ heading: m.situation_sheet_table(), width: 34 },
		{ heading: m.situation_sheet_row(), width: 44 },
		{ heading: m.situation_sheet_column(), width: 34 },
		{ heading: m.situation_sheet_contributions(), width: 18 }
	];
	return { name: m.situation_title(), columns, rows: s.picture.tables.flatMap(linesOf) };
}

const cell = (f: Figure): number | string => (f.least === f.most ? f.least : figureText(f));
const rowText = (table: FigureTable, r: number): string =>
	table.key === 'half_years' ? halfYearText(table.rows[r]!.code!) : headText(table.rows[r]!);

function linesOf(table: FigureTable): Line[] {
	const name = tableWords[table.key]();
	const total = m.situation_total();
	return [
		...table.rows.flatMap((_, r): Line[] => [
			...table.columns.map((c, i): Line => [name, rowText(table, r), headText(c), cell(table.cells[r]![i]!)]),
			[name, rowText(table, r), total, cell(table.rowTotals[r]!)]
		]),
		...table.columns.map((c, i): Line => [name, total, headText(c), cell(table.columnTotals[i]!)]),
		[name, total, total, cell(table.total)]
	];
}

/** `exact` false: at least so many; the rest cannot be told. */
const figure = ({ least, most }: Figure) => ({ atLeast: least, exact: least === most });
export const jsonOf = (s: Situation) => ({
	throughOn: s.throughOn,
	threshold: s.threshold,
	note: m.situation_note({ n: s.threshold }),
	filter: Object.fromEntries(Object.entries(s.filter).filter(([, code]) => code)),
	total: figure(s.picture.total),
	tables: s.picture.tables.map((t) => ({
		table: t.key,
		name: tableWords[t.key](),
		columns: t.columns.map((c) => ({ code: c.code, label: headText(c) })),
		rows: t.rows.map((row, r) => ({
			code: row.code,
			label: rowText(t, r),
			total: figure(t.rowTotals[r]!),
			cells: t.cells[r]!.map(figure)
		})),
		columnTotals: t.columnTotals.map(figure),
		total: figure(t.total)
	})),
	daysToDecision: s.times
});
