/** Blocks in the light markup of markup.ts: what a correction starts from. What has a type becomes words. */
import { m } from '#i18n/paraglide/messages.js';
import { groupResultText, taskText, votesText } from './blocks.words.ts';
import { plainText, type Block, type Inline } from './minutes.blocks.ts';

const inGerman = { locale: 'de' } as const;

export const markupOf = (blocks: readonly Block[]): string =>
	blocks
		.map((b) => written(b, 0))
		.filter(Boolean)
		.join('\n\n');

function written(block: Block, depth: number): string {
	switch (block.type) {
		case 'paragraph':
			return line(block.content);
		case 'heading':
			return `${'#'.repeat(block.level)} ${oneLine(block.content)}`;
		case 'list':
			return block.items.map((item, i) => itemOf(item, block.ordered ? `${i + 1}.` : '-', depth)).join('\n');
		case 'table':
			return tableOf(block.rows.map((row) => row.map((c) => plainText(c.content).replace(/[|\s]+/g, ' '))));
		case 'finding':
			return typed(m.meetings_block_finding({}, inGerman), markupOf(block.content), '');
		case 'decision':
			return typed(
				m.meetings_block_decision({}, inGerman),
				markupOf(block.content),
				[votesText(block.votes), groupResultText(block.result)].filter(Boolean).join(' – ')
			);
		case 'task':
			return typed(m.meetings_block_task({}, inGerman), oneLine(block.content), taskText(block));
	}
}
const typed = (word: string, content: string, end: string): string =>
	[`**${word}:** ${content}`, end].filter(Boolean).join('\n\n');

function itemOf(item: readonly Block[], sign: string, depth: number): string {
	const indent = '  '.repeat(depth);
	return item
		.map((block, i) => {
			if (block.type === 'list') return written(block, depth + 1);
			const words = block.type === 'paragraph' ? oneLine(block.content) : plainText([block]).replace(/\s*\n\s*/g, ' ');
			return `${indent}${i ? '  ' : ''}${sign} ${words}`;
		})
		.join('\n');
}
function tableOf(rows: readonly string[][]): string {
	const [head, ...rest] = rows.map((row) => `| ${row.join(' | ')} |`);
	return head ? [head, `|${'---|'.repeat(rows[0]!.length)}`, ...rest].join('\n') : '';
}

const line = (content: readonly Inline[]): string => content.map(inline).join('').trim();
const oneLine = (content: readonly Inline[]): string => line(content).replace(/\s*\n\s*/g, ' ');
function inline(part: Inline): string {
	if (part.type === 'break') return '\n';
	if (part.type === 'mention') return `@${part.label}`;
	if (part.type === 'reference') return part.label;
	if (part.href) return `[${part.text}](${part.href})`;
	const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part.text)!;
	const mark = part.bold ? '**' : part.italic ? '*' : '';
	return words ? `${before}${mark}${words}${mark}${after}` : part.text;
}
