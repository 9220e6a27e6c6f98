/** A paper becomes a PDF that a screen reader can read, and whatever was typed stays text. */
import { describe, expect, it } from 'vitest';
import { pagesOf, textOf } from '../../tests/pdf-text.ts';
import { annexes, cell, heading, pageBreak, paragraph, shadeOf, type Block, type Paper } from './paper.ts';
import { pdfOf } from './pdf.server.ts';

const paper = (sections: Block[], more: Partial<Paper> = {}): Paper => ({
	fileName: 'niederschrift',
	title: 'Niederschrift',
	language: 'de',
	letterhead: ['Kreis Steinfurt', 'Kommunales Integrationsmanagement'],
	subtitle: '4. Sitzung der Lenkungsgruppe',
	facts: [{ label: 'Ort', text: 'Kreishaus' }],
	sections,
	footer: 'Kreis Steinfurt',
	author: 'Kreis Steinfurt',
	createdOn: '2026-11-26',
	...more
});
const raw = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
/** How a PDF writes a title that is more than plain letters. */
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
const set = async (text: string): Promise<string> => textOf(await pdfOf(paper([paragraph(text)])));
const nested = (depth: number): Block => ({
	type: 'list',
	ordered: depth % 2 === 0,
	items: [[paragraph(`Ebene ${depth}`), ...(depth ? [nested(depth - 1)] : [])]]
});
const rows = (n: number): Block => ({
	type: 'table',
	caption: 'Plätze nach Gemeinde',
	head: [[cell('Gemeinde'), cell('Plätze')]],
	rows: Array.from({ length: n }, (_, i) => [cell(`Gemeinde ${i + 1}`), i % 2 ? [] : cell(String(i))])
});

describe('a paper as PDF', () => {
	it('is a tagged PDF/UA-1 with language, title, author and bookmarks', async () => {
		const pdf = raw(
			await pdfOf(paper([heading(1, 'Anwesenheit'), paragraph('Alle.'), heading(1, 'Beschluss'), paragraph('Ja.')]))
		);
		expect(pdf.startsWith('%PDF-1.7')).toBe(true);
		expect(pdf).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
		expect(pdf).toContain('/StructTreeRoot');
		expect(pdf).toContain('/Lang (de-DE)');
		expect(pdf).toMatch(/\/DisplayDocTitle true/);
		expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(pdf).toContain(`/Title <FEFF${utf16('Niederschrift – 4. Sitzung der Lenkungsgruppe')}>`);
		expect(pdf).toContain('/Author (Kreis Steinfurt)');
		expect(pdf).toContain('D:20261126');
		expect(pdf).toMatch(/\/Type \/Outlines[^]*?\/Count 2/);
		expect(pdf).toContain('/Title (Anwesenheit)');
	});

	it('tags headings, lists, header cells and links for what they are', async () => {
		const pdf = raw(
			await pdfOf(
				paper([
					heading(1, 'A'),
					heading(2, 'B'),
					nested(1),
					rows(2),
					paragraph({ text: 'da', href: 'https://example.org/' })
				])
			)
		);
		for (const tag of ['H1', 'H2', 'L', 'LI', 'LBody', 'Table', 'THead', 'TH', 'TD', 'Caption', 'Link'])
			expect(pdf, tag).toContain(`/S /${tag}\n`);
		expect(pdf).toContain('/URI (https://example.org/)');
	});

	it('says title, facts, text, page of pages and checksum', async () => {
		const hash = { label: 'Prüfsumme (SHA-256)', text: 'a1'.repeat(32) };
		const pages = pagesOf(await pdfOf(paper([rows(90)], { hash, notice: 'Entwurf' })));
		expect(pages.length).toBeGreaterThan(1);
		expect(pages[0]).toContain('Niederschrift');
		expect(pages[0]).toContain('Kreishaus');
		expect(pages[0]).toContain('Entwurf');
		for (const [i, text] of pages.entries()) {
			expect(text).toContain(`Seite ${i + 1} von ${pages.length}`);
			expect(text, 'the header row on every page').toContain('Plätze');
		}
		expect(pages.at(-1)).toContain('a1'.repeat(32));
		const english = textOf(await pdfOf(paper([paragraph('Yes.')], { language: 'en' })));
		expect(english).toContain('Page 1 of 1');
	});

	it('is the same file for the same paper', async () => {
		const twice = [rows(40), nested(3), heading(1, 'Ende')];
		const [a, b] = [await pdfOf(paper(twice)), await pdfOf(paper(twice))];
		expect(Buffer.compare(a, b)).toBe(0);
	});

	it('sets many papers at once, each its own', async () => {
		const texts = ['eins', 'zwei', 'drei', 'vier'];
		expect((await Promise.all(texts.map(set))).map((t) => texts.filter((x) => t.includes(x)))).toEqual(
			texts.map((t) => [t])
		);
	});
});

describe('a long paper', () => {
	const bars: Block = {
		type: 'bars',
		caption: 'Maßnahmen nach Stand',
		alt: 'Drei sind erteilt, fünf abgenommen.',
		head: ['Stand', 'Maßnahmen'],
		bars: [
			{ label: 'Erteilt', value: 3, text: '3' },
			{ label: 'Abgenommen', value: 5, text: 'mindestens 5' }
		]
	};
	const heat: Block = {
		type: 'heat',
		caption: 'Beiträge',
		alt: 'Am häufigsten: SGB II.',
		head: ['Rechtskreis', 'Wartezeit'],
		rows: [{ label: 'SGB II', cells: [{ text: '12', shade: 4 }] }]
	};
	const count = (pdf: string, tag: string): number => pdf.split(`/S /${tag}\n`).length - 1;

	it('has its contents with pages before the text, and its headings as bookmarks on all levels', async () => {
		const sections = [
			heading(1, 'Erstens'),
			paragraph('Text.'),
			heading(2, 'Darunter'),
			...annexes(
				'Anlagen',
				[
					{ title: 'Volltext', blocks: [heading(3, 'Lösung'), paragraph('a')] },
					{ title: 'Verlauf', blocks: [paragraph('b')] }
				],
				'de'
			)
		];
		const pdf = await pdfOf(paper(sections, { contents: { title: 'Inhalt', depth: 2 } }));
		const pages = pagesOf(pdf);
		expect(pages).toHaveLength(4);
		expect(pages[0]).toContain('Inhalt');
		expect(pages[0]!.replace(/[\s.]+/g, ' ')).toMatch(
			/Erstens .*2 Darunter .*2 Anlagen .*3 Anlage 1 – Volltext .*3 Anlage 2 – Verlauf .*4 /
		);
		expect(pages[0]).not.toContain('Lösung');
		const file = raw(pdf);
		for (const tag of ['TOC', 'TOCI']) expect(file).toContain(`/S /${tag}\n`);
		expect(file).toMatch(/\/Type \/Outlines[^]*?\/Count 2/);
		expect(file, 'two annexes below their heading').toContain('/Count -2');
		expect(file).toContain('/S /H3');
	});

	it('breaks its pages where it is told, and never twice', async () => {
		const pages = pagesOf(await pdfOf(paper([paragraph('eins'), pageBreak, pageBreak, paragraph('zwei'), pageBreak])));
		expect(pages).toHaveLength(2);
		const inside = pagesOf(
			await pdfOf(paper([{ type: 'list', ordered: false, items: [[pageBreak, paragraph('a')]] }]))
		);
		expect(inside).toHaveLength(1);
	});

	it('draws bars with a text alternative, and their figures as a table', async () => {
		const file = raw(await pdfOf(paper([bars])));
		expect(file).toContain(`/Alt <FEFF${utf16('Drei sind erteilt, fünf abgenommen.')}>`);
		expect([count(file, 'Figure'), count(file, 'Table'), count(file, 'TH')]).toEqual([1, 1, 2]);
		expect(textOf(await pdfOf(paper([bars])))).toContain('Abgenommen mindestens 5');
	});

	it('shades a table by its figures, which stay readable as a table, and says the most striking first', async () => {
		const pdf = await pdfOf(paper([heat]));
		expect([count(raw(pdf), 'Table'), count(raw(pdf), 'TH')]).toEqual([1, 2]);
		expect(textOf(pdf)).toMatch(/Am häufigsten: SGB II\. Beiträge Rechtskreis Wartezeit SGB II 12/);
		expect([0, 1, 5, 8, 20].map((n) => shadeOf(n, 20))).toEqual([0, 1, 1, 2, 4]);
		expect(shadeOf(3, 0)).toBe(0);
	});

	it('is the same file for the same paper, charts and contents included', async () => {
		const of = () => pdfOf(paper([heading(1, 'a'), bars, heat], { contents: { title: 'Inhalt', depth: 3 } }));
		expect(Buffer.compare(await of(), await of())).toBe(0);
	});

	it('takes odd figures, ragged rows and hostile words', async () => {
		const bad = '#panic("nein") ]$\\';
		const odd: Block[] = [
			{
				type: 'bars',
				caption: bad,
				alt: '',
				head: [bad, bad],
				bars: [
					{ label: bad, value: NaN, text: bad },
					{ label: '', value: -3, text: '' }
				]
			},
			{ type: 'bars', caption: bad, alt: bad, head: [bad, bad], bars: [] },
			{ type: 'heat', caption: bad, alt: bad, head: [bad, bad, bad], rows: [{ label: bad, cells: [] }] },
			{ type: 'facts', facts: [{ label: bad, text: bad }] },
			{ type: 'facts', facts: [] }
		];
		expect(textOf(await pdfOf(paper(odd)))).toContain(bad);
	});
});

describe('what was typed', () => {
	it.each([
		['#import "@preview/x:1.0.0": *'],
		['#panic("nein")'],
		['$x^2$ und #sys.inputs ]]] [[['],
		['*fett* _kursiv_ `code` <label> @verweis'],
		['= Überschrift'],
		['C:\\Ordner\\neu \\u{41} \\n'],
		['"}, {"type": "heading"'],
		['// Kommentar /* auch */ ~ --- …'],
		['{{ }} ${a} <script>alert(1)</script> &amp;']
	])('stays text: %s', async (text) => {
		expect(await set(`vorher ${text} nachher`)).toContain(`vorher ${text} nachher`);
	});

	it('may stand in every place of the paper', async () => {
		const bad = '#panic("nein") ]$\\';
		const text = textOf(
			await pdfOf({
				fileName: bad,
				title: bad,
				subtitle: bad,
				language: 'de',
				letterhead: [bad, bad],
				notice: bad,
				facts: [{ label: bad, text: bad }],
				sections: [
					heading(1, bad),
					{
						type: 'callout',
						kind: 'Aufgabe',
						title: bad,
						facts: [{ label: bad, text: bad }],
						blocks: [paragraph(bad)]
					},
					{ type: 'table', caption: bad, head: [[cell(bad)]], rows: [[cell(bad)]] },
					{ type: 'list', ordered: true, items: [[paragraph(bad)]] }
				],
				footer: bad,
				hash: { label: bad, text: bad },
				author: bad,
				createdOn: '2026-11-26'
			})
		);
		expect(text.split(bad).length - 1).toBeGreaterThanOrEqual(16);
	});

	it('may be of any script; a sign no font has is written as its number', async () => {
		expect(await set('Київ, Ελλάδα, Łódź, Yıldız, „ß“')).toContain('Київ, Ελλάδα, Łódź, Yıldız, „ß“');
		for (const text of ['مرحبا بالعالم', 'שלום', '漢字', '👨‍👩‍👧 😀', '\u{10fffd}', '\ue000', 'a\ufffd'])
			expect(await set(`davor ${text} danach`), text).toMatch(/davor .*danach/);
		expect(await set('davor \u{10fffd} danach')).toContain('[U+10FFFD]');
	});

	it('loses control characters, half characters and overrides of the writing direction', async () => {
		expect(await set('a\u0000b\u0001c\u001b[31md\u007fe\ufefff\u202eg\u2066h\ud800i')).toMatch(
			/abc\[31mdefgh ?\ufffd ?i/
		);
		expect(await set('eine\tZeile\r\nund die nächste')).toContain('eine Zeile');
	});

	it('may be long, deep, or empty', async () => {
		const long = await pdfOf(paper([paragraph('Wort und Satz. '.repeat(7000)), paragraph('x'.repeat(20_000))]));
		expect(pagesOf(long).length).toBeGreaterThan(20);
		expect(pagesOf(await pdfOf(paper([paragraph('x'.repeat(20_000))]))).length).toBeGreaterThan(3);
		expect(textOf(await pdfOf(paper([nested(6)])))).toContain('Ebene 0');
		expect(textOf(await pdfOf(paper([nested(60)])))).toContain('Ebene 0');
		expect(await pdfOf(paper([{ type: 'table', head: [[]], rows: [] }, rows(0), paragraph('')]))).toBeTruthy();
		const ragged: Block = { type: 'table', head: [], rows: [[cell('a')], [[], cell('b'), cell('c')], []] };
		expect(textOf(await pdfOf(paper([ragged])))).toMatch(/a.*b.*c/);
		expect(await pdfOf(paper([], { title: '', facts: [], letterhead: [], footer: '' }))).toBeTruthy();
	});

	it('never skips a level of headings, nor leads anywhere but to a page or a mail', async () => {
		const pdf = raw(
			await pdfOf(
				paper([
					heading(3, 'gleich tief'),
					heading(1, 'oben'),
					heading(3, 'tief'),
					paragraph({ text: 'nein', href: 'javascript:alert(1)' }, { text: 'nein', href: 'file:///etc/passwd' })
				])
			)
		);
		expect(pdf).not.toContain('/S /H3');
		expect(pdf).not.toMatch(/javascript|file:/);
	});
});

describe('the thread', () => {
	it('reports a paper it cannot set and goes on with the next', async () => {
		await expect(pdfOf(paper([paragraph('x')], { createdOn: '2026-13-45' }))).rejects.toThrow('could not be set');
		expect(await set('danach')).toContain('danach');
		await expect(pdfOf(paper([paragraph('x'.repeat(9_000_000))]))).rejects.toThrow('too long');
	});

	it('is let go when a paper takes too long; others that wait are set by a fresh one', async () => {
		const slow = paper([paragraph('Wort und Satz. '.repeat(30_000))]);
		const [late, next] = await Promise.allSettled([pdfOf(slow, 20), set('danach')]);
		expect(late).toMatchObject({ status: 'rejected', reason: { message: 'setting the paper took too long' } });
		expect(next).toMatchObject({ status: 'fulfilled' });
		expect(await set('noch einmal')).toContain('noch einmal');
	});

	it('takes no more papers than it can set in time', async () => {
		const all = await Promise.allSettled(Array.from({ length: 130 }, (_, i) => pdfOf(paper([paragraph(`${i}`)]))));
		expect(all.filter((x) => x.status === 'rejected')).toHaveLength(30);
	});
});
