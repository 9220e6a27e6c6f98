/** Blocks and light markup: what becomes HTML, that nothing else does, and the way back. */
import { describe, expect, it } from 'vitest';
import { markupOf } from './blocks.markup.ts';
import { htmlOf } from './blocks.html.server.ts';
import { blocksFrom } from './markup.ts';
import type { Block } from './minutes.blocks.ts';
import { hashOfMinutes, minutesHtml } from './minutes.html.server.ts';

const id = '00000000-0000-4000-8000-000000000001';

describe('the markup', () => {
	it('makes paragraphs, headings, lists, emphasis and links', () => {
		const source =
			'## TOP 1\n\nErste **wichtige** und *leise* Zeile\n\n- eins\n- zwei\n\n1. a\n2. b\n\n[Kreis](https://example.org)';
		expect(minutesHtml(blocksFrom(source))).toBe(
			'<h3>TOP 1</h3>\n<p>Erste <strong>wichtige</strong> und <em>leise</em> Zeile</p>\n<ul><li>eins</li><li>zwei</li></ul>\n' +
				'<ol><li>a</li><li>b</li></ol>\n<p><a href="https://example.org" rel="noreferrer">Kreis</a></p>'
		);
	});
	it('keeps what people type as text, tags and scripts included', () => {
		for (const evil of [
			'<script>alert(1)</script>',
			'<img src=x onerror=alert(1)>',
			'[x](javascript:alert(1))',
			'[x](https://a" onmouseover="b)',
			'<a href="data:text/html,x">x</a>'
		]) {
			const html = minutesHtml(blocksFrom(evil));
			expect(html).not.toMatch(/<(?!\/?(p|h3|ul|ol|li|strong|em|a)\b)/);
			expect(html).not.toMatch(/<a [^>]*(javascript|data|onmouseover)/);
		}
		expect(htmlOf(blocksFrom('5 < 6 & "7"'))).toBe('<p>5 &lt; 6 &amp; &quot;7&quot;</p>');
	});
	it('ends for hostile input', () => {
		expect(htmlOf(blocksFrom(`${'['.repeat(5000)}${'*'.repeat(5000)}`)).length).toBeGreaterThan(5000);
	});
	it('comes back as it was from headings, lists in lists, tables and emphasis', () => {
		const source = [
			'## TOP 1: Anfang',
			'Ein **fettes** Wort.\nEine zweite Zeile.',
			'- eins\n  - darunter\n- zwei',
			'| Ort | Plätze |\n|---|---|\n| Rheine | 12 |',
			'#### Klein'
		].join('\n\n');
		expect(markupOf(blocksFrom(source))).toBe(source);
	});
	it('hashes the same text the same way', () => {
		expect(hashOfMinutes('<p>ä</p>')).toBe(hashOfMinutes('<p>ä</p>'));
		expect(hashOfMinutes('<p>ä</p>')).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('blocks with a type', () => {
	const blocks: Block[] = [
		{
			type: 'decision',
			votes: { yes: 5, no: 1, abstained: 0 },
			result: 'adopted',
			content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Die Abendkurse <kommen>.' }] }]
		},
		{
			type: 'task',
			id,
			assigneeId: id,
			assigneeName: 'Olaf Wessels',
			dueOn: '2026-12-24',
			content: [
				{ type: 'text', text: 'Räume suchen für ' },
				{ type: 'reference', thing: 'service_gap', id, label: 'L-2026-014' }
			]
		}
	];
	it('carry their German word, the votes, the person and the day', () => {
		expect(minutesHtml(blocks)).toBe(
			'<section class="decision"><p><strong>Beschluss</strong></p><p>Die Abendkurse &lt;kommen&gt;.</p>' +
				'<p>Ja 5, Nein 1, Enthaltungen 0 – angenommen</p></section>\n' +
				`<section class="task"><p><strong>Aufgabe</strong></p><p>Räume suchen für <a href="/gaps/${id}" rel="noreferrer">L-2026-014</a></p>` +
				'<p>Olaf Wessels, bis 24.12.2026</p></section>'
		);
	});
	it('become words in the markup a correction starts from', () => {
		expect(markupOf(blocks)).toBe(
			'**Beschluss:** Die Abendkurse <kommen>.\n\nJa 5, Nein 1, Enthaltungen 0 – angenommen\n\n' +
				'**Aufgabe:** Räume suchen für L-2026-014\n\nOlaf Wessels, bis 24.12.2026'
		);
	});
	it('lead nowhere but to web pages and mail addresses', () => {
		for (const href of ['javascript:alert(1)', 'data:text/html,x', '//example.org', ' https://x', 'https://x" y'])
			expect(minutesHtml([{ type: 'paragraph', content: [{ type: 'text', text: 'x', href }] }])).toBe('<p>x</p>');
	});
});
