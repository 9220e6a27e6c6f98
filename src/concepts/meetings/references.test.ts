import { describe, expect, test } from 'vitest';
import type { Block, Inline } from './minutes.blocks.ts';
import { minutesHtml } from './minutes.html.server.ts';
import { referredIn, withReferences } from './references.server.ts';

const id = '00000000-0000-4000-8000-000000000001';
const gap = (label: string): Inline => ({ type: 'reference', thing: 'service_gap', id, label });
const html = (...content: Inline[]): string => minutesHtml([{ type: 'paragraph', content } satisfies Block]);
const labels = new Map([
	[`service_gap:${id}`, { number: 'L-2026-014', title: 'Kein <Kurs> am Abend', state: 'bestätigt' }]
]);

describe('a reference in minutes', () => {
	test('is found', () => {
		expect(referredIn(html(gap('L-2026-014')))).toEqual([{ type: 'service_gap', id }]);
	});
	test('shows title and state to whoever may see the thing', () => {
		expect(withReferences(html(gap('L-2026-014')), labels, 'nicht freigegeben')).toBe(
			`<p><a href="/gaps/${id}" rel="noreferrer">L-2026-014 Kein &lt;Kurs&gt; am Abend</a> (bestätigt)</p>`
		);
	});
	test('keeps its number and nothing else for others', () => {
		const shown = (label: string) => withReferences(html(gap(label)), new Map(), 'nicht freigegeben');
		expect(shown('L-2026-014')).toBe('<p>L-2026-014 (nicht freigegeben)</p>');
		expect(shown('Kein Kurs für Frau K.')).toBe('<p>nicht freigegeben</p>');
	});
	test('is not what somebody typed as a link', () => {
		const typed = html({ type: 'text', text: 'x', href: `https://a.de/gaps/${id}` });
		expect(withReferences(typed, labels, 'nicht freigegeben')).toBe(typed);
	});
});
