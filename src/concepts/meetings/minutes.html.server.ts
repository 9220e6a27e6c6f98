/** The HTML of minutes, allowed tags only, and its hash. */
import { createHash } from 'node:crypto';
import sanitize from 'sanitize-html';
import { htmlOf } from './blocks.html.server.ts';
import type { Block } from './minutes.blocks.ts';

/** Security: a second wall behind the renderer, which escapes everything already. */
export const minutesHtml = (blocks: readonly Block[]): string =>
	sanitize(htmlOf(blocks), {
		allowedTags: [
			...['p', 'h3', 'h4', 'h5', 'ul', 'ol', 'li', 'table', 'tbody', 'tr', 'th', 'td'],
			...['section', 'span', 'strong', 'em', 's', 'a', 'br']
		],
		allowedAttributes: { a: ['href', 'rel'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
		allowedClasses: { section: ['finding', 'decision', 'task'], span: ['mention'] },
		allowedSchemes: ['http', 'https', 'mailto'],
		allowProtocolRelative: false,
		transformTags: { a: sanitize.simpleTransform('a', { rel: 'noreferrer' }) }
	});
/** SHA-256, hex, over the HTML as UTF-8. */
export const hashOfMinutes = (html: string): string => createHash('sha256').update(html, 'utf8').digest('hex');
