/** Reads a list from the bytes of a file, on the device: Excel workbooks and CSV in the encodings that offices use. */
import type { ListTable } from './lists.columns.ts';
import { fieldHeaders, identifyingHeaders } from './data/list-headers.ts';
import { mostListRows } from './lists.rules.ts';
import { plain, type Cell } from './lists.values.ts';
import { zipVerdict } from './lists.zip.ts';

export const readingFaults = [
	'too_big',
	'too_many_rows',
	'too_packed',
	'old_excel',
	'locked',
	'unreadable',
	'empty',
	'too_slow',
	'unchecked'
] as const;
export type ReadingFault = (typeof readingFaults)[number];
export class UnreadableList extends Error {
	readonly fault: ReadingFault;
	constructor(fault: ReadingFault) {
		super(fault);
		this.fault = fault;
	}
}

export const mostListBytes = 10_000_000;
const mostColumns = 200;

/** The first sheet that has anything in it. @throws UnreadableList */
export async function tableFrom(bytes: Uint8Array): Promise<ListTable> {
	if (bytes.length > mostListBytes) throw new UnreadableList('too_big');
	const cells = isZip(bytes) ? await workbookCells(bytes) : await textCells(bytes);
	const table = tableIn(cells);
	if (!table || table.rows.length === 0) throw new UnreadableList('empty');
	if (table.rows.length > mostListRows) throw new UnreadableList('too_many_rows');
	return table;
}

const isZip = (b: Uint8Array): boolean => b[0] === 0x50 && b[1] === 0x4b && b[2] === 0x03 && b[3] === 0x04;
const isCompound = (b: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0].every((x, i) => b[i] === x);

async function workbookCells(bytes: Uint8Array): Promise<Cell[][]> {
	const verdict = zipVerdict(bytes);
	if (verdict !== 'fine') throw new UnreadableList(verdict);
	const { default: readWorkbook } = await import('read-excel-file/web-worker');
	try {
		const sheets = await readWorkbook(bytes.slice().buffer);
		return (sheets.find((s) => s.data.length > 1) ?? sheets[0])?.data as unknown as Cell[][];
	} catch {
		throw new UnreadableList('unreadable');
	}
}

async function textCells(bytes: Uint8Array): Promise<Cell[][]> {
	// a locked workbook is packed into the same kind of file as one from before 2007
	if (isCompound(bytes)) throw new UnreadableList(holds(bytes, 'EncryptedPackage') ? 'locked' : 'old_excel');
	const text = decoded(bytes);
	if (/[\0\u0001-\u0008\u000e-\u001a]/.test(text.slice(0, 20_000))) throw new UnreadableList('unreadable');
	const { default: Papa } = await import('papaparse');
	const read = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: mostListRows + 20 });
	return read.data.map((row) => row.map((value) => value.trim() || null));
}

const holds = (bytes: Uint8Array, name: string): boolean =>
	new TextDecoder('latin1').decode(bytes.subarray(0, 200_000)).includes([...name].join('\0'));

/** UTF-8 and UTF-16 with or without a mark at the start; what is neither is in the encoding of Windows. */
export function decoded(bytes: Uint8Array): string {
	const [a, b] = bytes;
	if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const start = bytes.subarray(0, 200);
	const zeros = (rest: number) => start.filter((x, i) => x === 0 && i % 2 === rest).length;
	if (zeros(1) > start.length / 4) return new TextDecoder('utf-16le').decode(bytes);
	if (zeros(0) > start.length / 4) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

const isHeading = (text: string): boolean => {
	const said = plain(text);
	return [...Object.values(identifyingHeaders), ...Object.values(fieldHeaders)].some((pattern) => pattern.test(said));
};

/** Headings and rows: titles above the headings are left out, and a list without headings gets numbers. */
export function tableIn(cells: readonly (readonly Cell[])[]): ListTable | undefined {
	const filled = cells.filter((row) => row.some((cell) => cell !== null && cell !== ''));
	const width = Math.min(mostColumns, Math.max(0, ...filled.map((row) => row.length)));
	if (width === 0) return undefined;
	const scores = filled
		.slice(0, 10)
		.map((row) => row.filter((cell) => typeof cell === 'string' && isHeading(cell)).length);
	const best = Math.max(...scores);
	const first = filled[0]!;
	const allWords = first.every((cell) => cell === null || (typeof cell === 'string' && !/\d/.test(cell)));
	const head = best > 0 ? scores.indexOf(best) : allWords && filled.length > 1 ? 0 : -1;
	const headings = Array.from({ length: width }, (_, i) => {
		const said = head < 0 ? null : (filled[head]![i] ?? null);
		return said === null || said === '' ? `Spalte ${i + 1}` : String(said).trim();
	});
	const rows = filled.slice(head + 1).map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null));
	return { headings, rows };
}
