/** Looks into the directory of a packed file before anything of it is unpacked. */

/** A list of 20,000 cases unpacks to far less. */
const mostBytes = 120_000_000;
const mostFiles = 1_000;

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;

export type ZipVerdict = 'fine' | 'too_packed' | 'unreadable';

/** What the directory says: whether it is a workbook, and no more than a workbook of this kind can be. */
export function zipVerdict(bytes: Uint8Array): ZipVerdict {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	if (end === undefined) return 'unreadable';
	const files = view.getUint16(end + 10, true);
	if (files > mostFiles) return 'too_packed';
	let at = view.getUint32(end + 16, true);
	let total = 0;
	let workbook = false;
	for (let i = 0; i < files; i++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return 'unreadable';
		// a size that needs more than 32 bits is written as all ones: far too big as well
		total += view.getUint32(at + 24, true);
		const name = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
		workbook ||= new TextDecoder().decode(name) === 'xl/workbook.xml';
		at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	if (total > mostBytes) return 'too_packed';
	return workbook ? 'fine' : 'unreadable';
}

/** The directory ends with a comment of up to 65,535 bytes. */
function endOf(view: DataView): number | undefined {
	for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
		if (view.getUint32(at, true) === directoryEnd) return at;
	return undefined;
}
