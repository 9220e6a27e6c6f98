/** Reads the text of our own PDF files back, page by page, as a reader's program would: by their ToUnicode tables. */
import { inflateSync } from 'node:zlib';

type Thing = { dict: string; data: Buffer | null };

function thingsOf(pdf: Uint8Array): Map<string, Thing> {
	const bytes = Buffer.from(pdf);
	const text = bytes.toString('latin1');
	const things = new Map<string, Thing>();
	for (const hit of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([^]*?)(?:\nendobj|\nstream\r?\n)/g)) {
		const dict = hit[2]!;
		const isStream = hit[0].trimEnd().endsWith('stream');
		const from = hit.index + hit[0].length;
		const raw = isStream ? bytes.subarray(from, from + Number(/\/Length (\d+)/.exec(dict)![1])) : null;
		things.set(hit[1]!, { dict, data: raw && /\/FlateDecode/.test(dict) ? inflateSync(raw) : raw });
	}
	return things;
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function signsOf(cmap: string): Map<number, string> {
	const signs = new Map<number, string>();
	for (const [, part] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g))
		for (const [, code, to] of part!.matchAll(/<(\w+)>\s*<(\w+)>/g)) signs.set(parseInt(code!, 16), utf16(to!));
	for (const [, part] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g))
		for (const [, first, last, to] of part!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
			for (let code = parseInt(first!, 16), n = 0; code <= parseInt(last!, 16); code++, n++)
				signs.set(code, String.fromCodePoint(utf16(to!).codePointAt(0)! + n));
	return signs;
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (text: string): string =>
	text.replace(/\\([0-7]{1,3}|[^])/g, (_, e: string) =>
		/^[0-7]/.test(e) ? String.fromCharCode(parseInt(e, 8)) : (escapes[e] ?? e)
	);

/** A string of PDF may hold pairs of brackets as they are; a few levels of them are enough here. */
const string = ['', '', '', '', ''].reduce((inside) => `\\((?:\\\\[^]|[^\\\\()]${inside && `|${inside}`})*\\)`, '');
const token = new RegExp(`/(f\\d+) [\\d.]+ Tf|(${string})|<([0-9A-Fa-f]+)>|\\b(ET)\\b`, 'g');

function shown(content: string, fonts: Map<string, Map<number, string>>): string {
	let signs = new Map<number, string>();
	let text = '';
	for (const [, font, typed, hex, end] of content.matchAll(token)) {
		if (font) signs = fonts.get(font) ?? signs;
		else if (end) text += '\n';
		else {
			const codes = hex ? Buffer.from(hex, 'hex').toString('latin1') : unescaped(typed!.slice(1, -1));
			for (let i = 0; i + 1 < codes.length; i += 2)
				text += signs.get(codes.charCodeAt(i) * 256 + codes.charCodeAt(i + 1)) ?? '';
		}
	}
	return text;
}

export function pagesOf(pdf: Uint8Array): string[] {
	const things = thingsOf(pdf);
	const at = (dict: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(dict)?.[1] ?? '';
	return [...things.values()]
		.filter((t) => /\/Type \/Page\b/.test(t.dict))
		.map(({ dict }) => {
			const fonts = new Map(
				[...dict.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, id]) => {
					const cmap = things.get(at(things.get(id!)!.dict, 'ToUnicode'));
					return [name!, signsOf(cmap?.data?.toString('latin1') ?? '')] as const;
				})
			);
			return shown(things.get(at(dict, 'Contents'))!.data!.toString('latin1'), fonts);
		});
}

/** All pages; the space between words is one blank, soft hyphens at line ends are gone. */
export const textOf = (pdf: Uint8Array): string =>
	pagesOf(pdf).join('\n').replace(/\s+/g, ' ').replaceAll('\u00ad ', '');
