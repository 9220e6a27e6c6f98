/** Makes a CSV file of a sheet, as German spreadsheets open it: semicolons, quotes, a mark of UTF-8. */
import { asText, type Sheet } from './xlsx.server.ts';

/** Security: what a spreadsheet would take for a formula stays text, as in an Excel file. */
const cell = (value: string | number | null): string =>
	value === null ? '' : typeof value === 'number' ? String(value) : `"${asText(value).replaceAll('"', '""')}"`;
const line = (values: readonly (string | number | null)[]): string => `${values.map(cell).join(';')}\r\n`;

export const csvOf = (sheet: Sheet): string =>
	`\ufeff${line(sheet.columns.map((c) => c.heading))}${sheet.rows.map(line).join('')}`;
