/** Opens what the hub hands out on paper: the files in a Word file, the entry in a calendar file. */
import { inflateRawSync } from 'node:zlib';

/** The files of a zip, by its central directory. */
export function unzipped(zip: Uint8Array): Map<string, string> {
	const b = Buffer.from(zip);
	const end = b.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	const files = new Map<string, string>();
	for (let at = b.readUInt32LE(end + 16), n = b.readUInt16LE(end + 10); n > 0; n--) {
		const [method, packed] = [b.readUInt16LE(at + 10), b.readUInt32LE(at + 20)];
		const [name, extra, note] = [b.readUInt16LE(at + 28), b.readUInt16LE(at + 30), b.readUInt16LE(at + 32)];
		const local = b.readUInt32LE(at + 42);
		const from = local + 30 + b.readUInt16LE(local + 26) + b.readUInt16LE(local + 28);
		const data = b.subarray(from, from + packed);
		files.set(b.toString('utf8', at + 46, at + 46 + name), (method ? inflateRawSync(data) : data).toString('utf8'));
		at += 46 + name + extra + note;
	}
	return files;
}

/** The lines of the one VEVENT, unfolded, by their names. */
export function entryOf(calendar: string): Record<string, string> {
	const lines = calendar.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
	const from = lines.indexOf('BEGIN:VEVENT');
	const inside = lines.slice(from + 1, lines.indexOf('END:VEVENT', from));
	return Object.fromEntries(
		inside.map((line) => [
			line.slice(0, line.search(/[;:]/)),
			line.slice(line.indexOf(':') + 1).replaceAll(/\\([,;\\])/g, '$1')
		])
	);
}
