/** Stored HTML becomes blocks: what it says is kept, what it could do is not. */
import { describe, expect, it } from 'vitest';
import { blocksOfHtml } from './html-blocks.ts';
import { cleanPaper } from './paper.clean.ts';
import type { Block } from './paper.ts';

const p = (...runs: object[]) => ({ type: 'paragraph', runs });
const t = (text: string, marks: object = {}) => ({ text, ...marks });
const words = (blocks: readonly Block[]): string => JSON.stringify(blocks);
const cleaned = (blocks: Block[]) =>
	cleanPaper({
		fileName: '',
		title: 'x',
		language: 'de',
		letterhead: [],
		facts: [],
		sections: blocks,
		footer: '',
		createdOn: '2026-01-01'
	}).sections;

describe('HTML as blocks', () => {
	it('keeps headings from the topmost level on, paragraphs, marks, links and line breaks', () => {
		expect(
			blocksOfHtml(
				'<h3>TOP 1: Sprache &amp; Beruf</h3>\n<p>Ein <strong>fetter <em>und schräger</em></strong>\n <s>alter</s> Text<br />mit <a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">Link</a>.</p><h4>Aussprache</h4>'
			)
		).toEqual([
			{ type: 'heading', level: 1, text: 'TOP 1: Sprache & Beruf' },
			p(
				t('Ein '),
				t('fetter ', { bold: true }),
				t('und schräger', { bold: true, italic: true }),
				t(' '),
				t('alter', { strike: true }),
				t(' Text'),
				t('\n'),
				t('mit '),
				t('Link', { href: 'https://example.org/?a=1&b=2' }),
				t('.')
			),
			{ type: 'heading', level: 2, text: 'Aussprache' }
		]);
	});

	it('keeps lists in lists, with and without paragraphs inside', () => {
		expect(blocksOfHtml('<ol><li>eins<ul><li><p>innen</p></li></ul></li><li><p>zwei</p><p>noch</p></li></ol>')).toEqual(
			[
				{
					type: 'list',
					ordered: true,
					items: [
						[p(t('eins')), { type: 'list', ordered: false, items: [[p(t('innen'))]] }],
						[p(t('zwei')), p(t('noch'))]
					]
				}
			]
		);
	});

	it('keeps tables: rows of header cells lead, spans keep their place', () => {
		const html =
			'<table><tbody><tr><th>Ort</th><th colspan="2">Plätze</th></tr><tr><td rowspan="2">Rheine</td><td>1</td><td></td></tr><tr><td>2</td><td>3</td></tr></tbody></table>';
		expect(blocksOfHtml(html)).toEqual([
			{
				type: 'table',
				head: [[[p(t('Ort', { bold: true }))], [p(t('Plätze', { bold: true }))], []]],
				rows: [
					[[p(t('Rheine'))], [p(t('1'))], []],
					[[], [p(t('2'))], [p(t('3'))]]
				]
			}
		]);
	});

	it('takes a section that begins with a bold word for a callout of that kind', () => {
		const html =
			'<section class="decision"><p><strong>Beschluss</strong></p><p>So wird es gemacht.</p><p>6 Ja, 0 Nein</p></section>';
		expect(blocksOfHtml(html)).toEqual([
			{
				type: 'callout',
				kind: 'Beschluss',
				title: '',
				facts: [],
				blocks: [p(t('So wird es gemacht.')), p(t('6 Ja, 0 Nein'))]
			}
		]);
	});

	it('completes links into the hub, and only with its address', () => {
		const html = '<p><a href="/gaps/1">L-2026-001</a></p>';
		expect(words(blocksOfHtml(html, { base: 'https://hub.example' }))).toContain('"https://hub.example/gaps/1"');
		expect(words(blocksOfHtml('<p><a href="//evil.example">x</a></p>', { base: 'https://hub.example' }))).not.toContain(
			'hub.example'
		);
		expect(words(cleaned(blocksOfHtml(html)))).not.toContain('href');
	});

	it.each([
		['<p>a <b>offen <p>b</p> c', 'a offen b c'],
		['</div></p>nur Text</strong>', 'nur Text'],
		['<p>1 < 2 & 3 > 2 &unbekannt; &#x41;&#66;</p>', '1 < 2 & 3 > 2 &unbekannt; AB'],
		['<script>alert(1)</script><style>p{}</style><p>da<!-- nicht --></p>', 'da'],
		['<p title="a > b">Titel</p><img src=x onerror=alert(1)>', 'Titel'],
		['<unknown><p>innen</p></unknown> <custom-tag>neben</custom-tag>', 'innen neben'],
		['<td>lose Zelle</td><li>loser Punkt</li>', 'lose Zelle loser Punkt']
	])('never fails, and shows the text of %s', (html, text) => {
		const shown = cleaned(blocksOfHtml(html)).flatMap((b) => (b.type === 'paragraph' ? b.runs.map((r) => r.text) : []));
		expect(shown.join(' ').replace(/\s+/g, ' ').trim()).toBe(text);
	});

	it('survives what is far too deep or too long', () => {
		const deep = `${'<ul><li>'.repeat(5000)}unten${'</li></ul>'.repeat(5000)}`;
		expect(words(cleaned(blocksOfHtml(deep)))).toContain('unten');
		expect(words(blocksOfHtml('<p>lang</p>'.repeat(20_000)))).toContain('lang');
		expect(blocksOfHtml('<'.repeat(50_000)).length).toBeGreaterThan(0);
		expect(blocksOfHtml('')).toEqual([]);
	});
});
