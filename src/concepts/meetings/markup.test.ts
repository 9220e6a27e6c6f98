/** The light markup of minutes: what becomes HTML, and that nothing else does. */
import { describe, expect, it } from 'vitest';
import { htmlOf } from './markup.ts';
import { hashOfMinutes, minutesHtml } from './minutes.html.server.ts';

describe('the markup', () => {
	it('makes paragraphs, headings, lists, emphasis and links', () => {
		expect(
			minutesHtml(
				'## TOP 1\n\nErste **wichtige** und *leise* Zeile\n\n- eins\n- zwei\n\n1. a\n2. b\n\n[Kreis](https://example.org)'
			)
		).toBe(
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
			const html = minutesHtml(evil);
			expect(html).not.toMatch(/<(?!\/?(p|h3|ul|ol|li|strong|em|a)\b)/);
			expect(html).not.toMatch(/<a [^>]*(javascript|data|onmouseover)/);
		}
		expect(htmlOf('5 < 6 & "7"')).toBe('<p>5 &lt; 6 &amp; &quot;7&quot;</p>');
	});
	it('ends for hostile input', () => {
		expect(htmlOf(`${'['.repeat(5000)}${'*'.repeat(5000)}`).length).toBeGreaterThan(5000);
	});
	it('hashes the same text the same way', () => {
		expect(hashOfMinutes('<p>ä</p>')).toBe(hashOfMinutes('<p>ä</p>'));
		expect(hashOfMinutes('<p>ä</p>')).toMatch(/^[0-9a-f]{64}$/);
	});
});
