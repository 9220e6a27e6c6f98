/** Answers of the interface: JSON for programs of any origin, errors as OParl describes them. */
import { schemaUrl } from './addresses.ts';
import { askedBy, type Asked } from './listing.rules.ts';
import { errorText } from './words.ts';

/**
 * Security: any origin may read an answer, because nothing is answered on the strength of a cookie; what counts is the
 * token that the asker sends along.
 */
export const openToAll: Record<string, string> = { 'access-control-allow-origin': '*' };
const headers = {
	'content-type': 'application/json; charset=utf-8',
	'cache-control': 'private, no-store',
	vary: 'authorization',
	...openToAll
};

export const json = (body: unknown): Response => new Response(JSON.stringify(body), { headers });

export type ErrorStatus = Exclude<keyof typeof errorText, 400>;
export function errorAnswer(status: ErrorStatus): Response {
	const body = { type: schemaUrl('Error'), message: errorText[status](), debug: String(status) };
	const more: Record<string, string> =
		status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : status === 405 ? { allow: 'GET' } : {};
	if (status === 429) more['retry-after'] = '60';
	return new Response(JSON.stringify(body), { status, headers: { ...headers, ...more } });
}

/** What a list is asked for, or the answer to a parameter that makes no sense. */
export function askedFor(url: URL): { ok: true; asked: Asked } | { ok: false; answer: Response } {
	const found = askedBy(url.searchParams);
	if (found.ok) return found;
	const body = { type: schemaUrl('Error'), message: errorText[400](found.parameter), debug: found.parameter };
	return { ok: false, answer: new Response(JSON.stringify(body), { status: 400, headers }) };
}

/** The object, or that there is none. */
export const answerOf = (body: unknown): Response => (body === null ? errorAnswer(404) : json(body));

/** To a browser that asks before it sends the token of a page elsewhere. */
export const preflight = (): Response =>
	new Response(null, {
		status: 204,
		headers: {
			...openToAll,
			'access-control-allow-methods': 'GET',
			'access-control-allow-headers': 'authorization',
			'access-control-max-age': '600'
		}
	});
