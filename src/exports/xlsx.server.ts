/** Makes an Excel file of a sheet: headings and rows of plain cells. Knows nothing of what they mean. */
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

export type SheetColumn = { heading: string; /** in characters */ width?: number };
export type Sheet = { name: string; columns: SheetColumn[]; rows: (string | number | null)[][] };

/**
 * Security: text that a spreadsheet would take for a formula (= + - @, also after blanks, tab or line break) gets an
 * apostrophe before it, so that it stays text also when the file is saved as CSV and opened again.
 */
export const asText = (value: string): string => (/^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value);

/** Names of sheets may not hold some signs and not more than 31 characters. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
/** XML knows no control characters but tab and line breaks; a cell holds 32,767 characters. */

const clean = (value: string): string =>
	value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000);

export async function xlsxOf(sheet: Sheet): Promise<Buffer> {
	const head = sheet.columns.map((c) => ({ value: clean(c.heading), fontWeight: 'bold' as const, wrap: true }));
	const rows = sheet.rows.map((row) =>
		row.map((value) => {
			if (value === null || value === '') return null;
			if (typeof value === 'number') return { value, type: Number };
			return { value: asText(clean(value)), type: String, wrap: true, alignVertical: 'top' as const };
		})
	);
	return writeXlsxFile([head, ...rows] as SheetData, {
		columns: sheet.columns.map((c) => ({ width: c.width ?? 20 })),
		sheet: sheetName(sheet.name),
		stickyRowsCount: 1
	}).toBuffer();
}
