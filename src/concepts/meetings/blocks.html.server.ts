/** Blocks as HTML: everything that was typed is escaped, and tags stand only for what a block is. */
import { m } from '#i18n/paraglide/messages.js';
import { groupResultText, taskText, votesText } from './blocks.words.ts';
import { isSafeLink, type Block, type Cell, type Inline, type ReferenceType } from './minutes.blocks.ts';

const inGerman = { locale: 'de' } as const;
const pages: Record<ReferenceType, string> = { service_gap: 'gaps', proposal: 'proposals', measure: 'measures' };

export const escaped = (s: string): string =>
	s
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');

export const htmlOf = (blocks: readonly Block[]): string => blocks.map(rendered).join('\n');

/** Items of the agenda are headings of the third level on their page; what is below them follows. */
function rendered(block: Block): string {
	switch (block.type) {
		case 'paragraph':
			return `<p>${inlineHtml(block.content)}</p>`;
		case 'heading':
			return `<h${block.level + 1}>${inlineHtml(block.content)}</h${block.level + 1}>`;
		case 'list': {
			const tag = block.ordered ? 'ol' : 'ul';
			return `<${tag}>${block.items.map((item) => `<li>${compact(item)}</li>`).join('')}</${tag}>`;
		}
		case 'table':
			return `<table><tbody>${block.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table>`;
		case 'finding':
			return section('finding', m.meetings_block_finding({}, inGerman), htmlOf(block.content), '');
		case 'decision': {
			const end = [votesText(block.votes), groupResultText(block.result)].filter(Boolean).join(' – ');
			return section('decision', m.meetings_block_decision({}, inGerman), htmlOf(block.content), end);
		}
		case 'task': {
			const title = `<p>${inlineHtml(block.content)}</p>`;
			return section('task', m.meetings_block_task({}, inGerman), title, taskText(block));
		}
	}
}
const section = (name: string, word: string, content: string, end: string): string =>
	`<section class="${name}"><p><strong>${escaped(word)}</strong></p>${content}${end ? `<p>${escaped(end)}</p>` : ''}</section>`;

/** A single paragraph needs no tag of its own. */
const compact = ([first, ...rest]: readonly Block[]): string =>
	first?.type === 'paragraph' ? inlineHtml(first.content) + htmlOf(rest) : htmlOf(first ? [first, ...rest] : []);
function cell(c: Cell): string {
	const tag = c.header ? 'th' : 'td';
	const spans = `${c.columns > 1 ? ` colspan="${c.columns}"` : ''}${c.rows > 1 ? ` rowspan="${c.rows}"` : ''}`;
	return `<${tag}${spans}>${compact(c.content)}</${tag}>`;
}

const inlineHtml = (content: readonly Inline[]): string => content.map(inline).join('');
function inline(part: Inline): string {
	if (part.type === 'break') return '<br />';
	if (part.type === 'mention') return `<span class="mention">@${escaped(part.label)}</span>`;
	if (part.type === 'reference')
		return `<a href="/${pages[part.thing]}/${encodeURIComponent(part.id)}">${escaped(part.label)}</a>`;
	let html = escaped(part.text);
	if (part.strike) html = `<s>${html}</s>`;
	if (part.italic) html = `<em>${html}</em>`;
	if (part.bold) html = `<strong>${html}</strong>`;
	return isSafeLink(part.href) ? `<a href="${escaped(part.href)}">${html}</a>` : html;
}
