/** A paper becomes a Word file with real headings, lists and header rows, and whatever was typed stays text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { docxOf } from './docx.server.ts';
import { cell, heading, pageBreak, paragraph, type Block, type Paper } from './paper.ts';

const paper = (sections: Block[], more: Partial<Paper> = {}): Paper => ({
	fileName: 'protokoll',
	title: 'Protokoll',
	language: 'de',
	letterhead: ['Kreis Steinfurt', 'Kommunales Integrationsmanagement'],
	subtitle: '2. Sitzung der Arbeitsgruppe',
	facts: [{ label: 'Ort', text: 'Kreishaus' }],
	sections,
	footer: 'Kreis Steinfurt',
	createdOn: '2026-11-26',
	...more
});
/** The files of a zip, by its central directory. */
function unzipped(zip: Uint8Array): Map<string, string> {
	const b = Buffer.from(zip);
	const files = new Map<string, string>();
	let at = b.readUInt32LE(b.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1')) + 16);
	while (b.readUInt32LE(at) === 0x02014b50) {
		const [method, size] = [b.readUInt16LE(at + 10), b.readUInt32LE(at + 20)];
		const [name, extra, comment] = [b.readUInt16LE(at + 28), b.readUInt16LE(at + 30), b.readUInt16LE(at + 32)];
		const local = b.readUInt32LE(at + 42);
		const from = local + 30 + b.readUInt16LE(local + 26) + b.readUInt16LE(local + 28);
		const data = b.subarray(from, from + size);
		files.set(b.toString('utf8', at + 46, at + 46 + name), (method ? inflateRawSync(data) : data).toString('utf8'));
		at += 46 + name + extra + comment;
	}
	return files;
}
const partOf = async (p: Paper, name: string): Promise<string> => unzipped(await docxOf(p)).get(name) ?? '';
const documentOf = (...sections: Block[]): Promise<string> => partOf(paper(sections), 'word/document.xml');
/** What Word would show. */
const shown = (xml: string): string =>
	[...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
		.map((x) => x[1]!)
		.join('')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');
const list = (ordered: boolean, ...items: string[]): Block => ({
	type: 'list',
	ordered,
	items: items.map((i) => [paragraph(i)])
});
const nested = (depth: number): Block => ({
	type: 'list',
	ordered: true,
	items: [[paragraph(`Ebene ${depth}`), ...(depth ? [nested(depth - 1)] : [])]]
});

describe('a paper as Word file', () => {
	it('holds title, facts, headings and text in real styles', async () => {
		const xml = await documentOf(
			heading(1, 'Anwesenheit'),
			heading(2, 'Gäste'),
			paragraph({ text: 'fett', bold: true })
		);
		expect(xml).toMatch(/<w:pStyle w:val="Title"\/>.*?Protokoll/);
		expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*Anwesenheit/);
		expect(xml).toMatch(/<w:pStyle w:val="Heading2"\/>(?:(?!<\/w:p>).)*Gäste/);
		expect(xml).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*fett/);
		expect(shown(xml)).toContain('Kreishaus');
	});

	it('says its title, author and language, and counts its pages', async () => {
		const files = unzipped(await docxOf(paper([], { author: 'Kreis Steinfurt' })));
		expect(files.get('docProps/core.xml')).toContain('<dc:title>Protokoll – 2. Sitzung der Arbeitsgruppe</dc:title>');
		expect(files.get('docProps/core.xml')).toContain('<dc:creator>Kreis Steinfurt</dc:creator>');
		expect(files.get('word/styles.xml')).toContain('<w:lang w:val="de-DE"');
		expect(files.get('word/footer1.xml')).toMatch(/Seite .*PAGE.* von .*NUMPAGES/s);
	});

	it('repeats and marks the header row of a table', async () => {
		const rows = [[cell('Hopsten'), []], [cell('Rheine')]];
		const xml = await documentOf({ type: 'table', caption: 'Plätze', head: [[cell('Gemeinde'), cell('Zahl')]], rows });
		const [head, ...rest] = [...xml.slice(xml.indexOf('Plätze')).matchAll(/<w:tr>.*?<\/w:tr>/g)].map((x) => x[0]);
		expect(head).toContain('<w:tblHeader/>');
		expect(rest).toHaveLength(2);
		for (const row of rest) {
			expect(row).not.toContain('w:tblHeader');
			expect(row.match(/<w:tc>/g)).toHaveLength(2);
		}
	});

	it('begins every ordered list at 1, and knows lists in lists', async () => {
		const xml = await documentOf(list(true, 'a', 'b'), paragraph('dazwischen'), list(true, 'c'), list(false, 'd'));
		const numberings = [...xml.matchAll(/<w:ilvl w:val="0"\/><w:numId w:val="(\d+)"\/>/g)].map((x) => x[1]);
		expect(numberings).toHaveLength(4);
		expect(numberings[0]).toBe(numberings[1]);
		expect(new Set(numberings).size).toBe(3);
		const deep = await documentOf(nested(20));
		expect(deep).toContain('<w:ilvl w:val="7"/>');
		expect(shown(deep)).toContain('Ebene 0');
	});

	it('sets a callout apart, with the word of its kind', async () => {
		const facts = [{ label: 'Bis', text: '15.12.2026' }];
		const xml = await documentOf({
			type: 'callout',
			kind: 'Aufgabe',
			title: 'Liste',
			facts,
			blocks: [paragraph('Wer?')]
		});
		expect(shown(xml)).toContain('AufgabeListeWer?Bis15.12.2026');
	});
});

describe('a long paper', () => {
	it('says charts as a sentence and a table, breaks pages, and has its contents as a field', async () => {
		const bars = [{ label: 'Erteilt', value: 3, text: '3' }];
		const sections: Block[] = [
			heading(1, 'Stand'),
			{ type: 'bars', caption: 'Maßnahmen', alt: 'Drei sind erteilt.', head: ['Stand', 'Zahl'], bars },
			pageBreak,
			{
				type: 'heat',
				caption: 'Beiträge',
				alt: 'Am häufigsten: SGB II.',
				head: ['Rechtskreis', 'Wartezeit'],
				rows: [{ label: 'SGB II', cells: [{ text: '12', shade: 4 }] }]
			},
			{ type: 'facts', facts: [{ label: 'Federführung', text: 'Jobcenter' }] }
		];
		const xml = await partOf(paper(sections, { contents: { title: 'Inhalt', depth: 2 } }), 'word/document.xml');
		expect(shown(xml)).toContain('Drei sind erteilt.MaßnahmenStandZahlErteilt3');
		expect(shown(xml)).toContain('Am häufigsten: SGB II.BeiträgeRechtskreisWartezeitSGB II12FederführungJobcenter');
		expect(xml).toContain('TOC \\h \\o &quot;1-2&quot;');
		expect(xml.match(/<w:br w:type="page"\/>/g)).toHaveLength(2);
		expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
	});
});

const soffice = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
describe.skipIf(!soffice)('in LibreOffice, where it is installed', () => {
	it('opens with all that it says', { timeout: 120_000 }, async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'docx-'));
		try {
			const file = path.join(folder, 'protokoll.docx');
			const head = [[cell('Wer'), cell('Bis wann')]];
			const table: Block = { type: 'table', head, rows: [[cell('Jobcenter'), cell('30.06.2027')]] };
			writeFileSync(file, await docxOf(paper([heading(1, 'Anwesenheit'), nested(3), table])));
			// a profile of its own, so that one that is open does not answer instead
			const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
			const options = [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file];
			expect(spawnSync(soffice!, options).status).toBe(0);
			const text = readFileSync(path.join(folder, 'protokoll.txt'), 'utf8');
			for (const words of ['Protokoll', 'Kreishaus', 'Anwesenheit', 'Ebene 0', 'Jobcenter', '30.06.2027'])
				expect(text).toContain(words);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

describe('what was typed', () => {
	it.each([
		['</w:t></w:r><w:fldSimple w:instr="DDEAUTO c:\\\\cmd"/>'],
		['{ HYPERLINK "https://example.org" }'],
		['=SUM(A1:A9) & <b>fett</b> "x" \'y\''],
		['😀 مرحبا 漢字 ]]> <!-- -->']
	])('stays text: %s', async (text) => {
		const xml = await documentOf(
			paragraph(text),
			heading(1, text),
			{ type: 'table', head: [[cell(text)]], rows: [[cell(text)]] },
			list(true, text)
		);
		expect(shown(xml).split(text)).toHaveLength(6);
		expect(xml).not.toMatch(/<w:(fldSimple|instrText|object)/);
	});

	it('loses what XML does not know, in every part', async () => {
		const bad = 'a\u0000b\u0008c\u001fd\ud800e\ufffff';
		const p = paper([paragraph(bad)], { title: bad, subtitle: bad, letterhead: [bad], author: bad, footer: bad });
		for (const [name, xml] of unzipped(await docxOf(p)))
			expect(xml, name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff]/);
		expect(shown(await partOf(p, 'word/document.xml'))).toContain('abcd\ufffdef');
	});

	it('leads nowhere but to a page or a mail', async () => {
		const of = (href: string) => partOf(paper([paragraph({ text: 'da', href })]), 'word/_rels/document.xml.rels');
		expect(await of('https://example.org/?a=1&b="')).not.toContain('example.org');
		expect(await of('https://example.org/?a=1&b=2')).toContain('Target="https://example.org/?a=1&amp;b=2"');
		for (const href of ['javascript:alert(1)', 'file:///etc/passwd', '\\\\server\\share', 'https://a b'])
			expect(await of(href), href).not.toContain('TargetMode="External"');
	});
});
