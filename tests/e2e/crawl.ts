/** All that somebody can read in the hub: every page that links lead to from the start, its data, its files. */
import { inflateRawSync } from 'node:zlib';
import { textOf } from '../pdf-text.ts';
import type { Hub } from './hub.ts';

/** What was read, by address. */
export type Reading = Map<string, string>;

export type Bounds = {
	most?: number;
	/** Which links are gone after; all, unless said. */
	follow?: (path: string) => boolean;
	/** So many of those that differ in an id alone. */
	alike?: number;
};
const atOnce = 8;

/** Reads breadth-first, two answers a page; of addresses that differ in their query alone, a few are enough. */
export async function crawl(hub: Hub, cookie: string, from: string[], bounds: Bounds = {}): Promise<Reading> {
	const { most = 160, follow = () => true, alike = Infinity } = bounds;
	const reading: Reading = new Map();
	const queue = [...new Set(from)];
	const known = new Set(queue);
	const perPath = new Map<string, number>();
	const perShape = new Map<string, number>();
	let pages = 0;
	const visit = async (path: string): Promise<void> => {
		const answer = await hub.get(path, cookie);
		const type = answer.headers.get('content-type') ?? '';
		const location = answer.headers.get('location');
		const bytes = Buffer.from(await answer.arrayBuffer());
		const text = type.includes('openxmlformats')
			? unzipped(bytes)
			: type.includes('pdf')
				? textOf(bytes)
				: bytes.toString();
		reading.set(path, `${location ?? ''}\n${[...answer.headers].flat().join('\n')}\n${text}`);
		const found = location ? [location] : [];
		if (type.includes('html')) {
			// that a page which is not there gives no data is asked by the matrix
			if (answer.ok) reading.set(dataOf(path), await (await hub.get(dataOf(path), cookie)).text());
			found.push(
				...[...text.matchAll(/\b(?:href|action)="(\/[^"#]*|\?[^"#]*)/g)].map((m) => m[1]!.replaceAll('&amp;', '&'))
			);
		}
		for (const link of found) {
			const url = new URL(link, `http://hub${path}`);
			const next = url.pathname + url.search;
			if (known.has(next) || !follow(next) || /^\/(_app|logout|favicon|fonts|health)|\?\//.test(next)) continue;
			const times = perPath.get(url.pathname) ?? 0;
			if (times >= 4) continue;
			const shape = url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#');
			const others = perShape.get(shape) ?? 0;
			if (shape !== url.pathname && others >= alike) continue;
			perShape.set(shape, others + 1);
			perPath.set(url.pathname, times + 1);
			known.add(next);
			queue.push(next);
		}
	};
	const work = async () => {
		for (let path = queue.shift(); path !== undefined && pages < most; path = queue.shift()) {
			pages++;
			await visit(path);
		}
	};
	while (queue.length > 0 && pages < most) await Promise.all(Array.from({ length: atOnce }, work));
	return reading;
}

/** Where a word stands, as `address: …what stands around it…`. */
export function places(reading: Reading, words: readonly string[]): string[] {
	return [...reading].flatMap(([path, text]) =>
		words.flatMap((word) => {
			const at = text.indexOf(word);
			return at < 0 ? [] : [`${path}: …${text.slice(Math.max(0, at - 60), at + word.length + 40)}…`];
		})
	);
}

/** What a page says to its reader, and where its links lead. */
export function visible(html: string): string {
	const links = [...html.matchAll(/href="(\/[^"?#]*)/g)].map((m) => m[1]!);
	const text = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
	return `${text.replace(/\s+/g, ' ')}\n${links.join('\n')}`;
}

export function dataOf(path: string): string {
	const [address = '', query] = path.split('?');
	return `${address === '/' ? '' : address}/__data.json${query ? `?${query}` : ''}`;
}

/** The text of all parts of a zip file, by its central directory. */
export function unzipped(file: Buffer): string {
	const parts: string[] = [];
	for (let at = file.indexOf('PK\u0001\u0002'); at >= 0; at = file.indexOf('PK\u0001\u0002', at + 4)) {
		const size = file.readUInt32LE(at + 20);
		const start = file.readUInt32LE(at + 42);
		const data = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
		const packed = file.subarray(data, data + size);
		parts.push((file.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString());
	}
	return parts.join('\n');
}
