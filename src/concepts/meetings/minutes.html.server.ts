/** The HTML of minutes, allowed tags only, and its hash. */
import { createHash } from 'node:crypto';
import sanitize from 'sanitize-html';
import { htmlOf } from './markup.ts';

/** Security: a second wall behind the renderer, which escapes everything already. */
export const minutesHtml = (source: string): string =>
	sanitize(htmlOf(source), {
		allowedTags: ['p', 'h3', 'ul', 'ol', 'li', 'strong', 'em', 'a'],
		allowedAttributes: { a: ['href', 'rel'] },
		allowedSchemes: ['http', 'https', 'mailto'],
		allowProtocolRelative: false,
		transformTags: { a: sanitize.simpleTransform('a', { rel: 'noreferrer' }) }
	});
/** SHA-256, hex, over the HTML as UTF-8. */
export const hashOfMinutes = (html: string): string => createHash('sha256').update(html, 'utf8').digest('hex');
