/** Answers of the interface, each with the mark by which it is asked for again only when it has changed: JSON for programs of any origin, errors as OParl describes them. */
import { createHash } from 'node:crypto';
import { schemaUrl } from './addresses.ts';
import { askedBy, type Asked } from './listing.rules.ts';
import { errorText } from './words.ts';

/**
 * Security: any origin may read an answer, because nothing is answered on the strength of a cookie; what counts is the
 * token that the asker sends along.
 */
export const openToAll: Record<string, string> = { 'access-control-allow-origin': '*' };
const always = { vary: 'authorization', 'access-control-expose-headers': 'etag', ...openToAll };
const headers = {
	'content-type': 'application/json; charset=utf-8',
	'cache-control': 'private, no-store',
	...always
};
/** Security: what the asker keeps is hers alone, and good only after asking whether it still is. */
const kept = { ...headers, 'cache-control': 'private, no-cache' };

/** As the very words: rights that changed change them, too, whatever was modified when. */
const markOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`;
/** One of a list of marks, weak or not; `*` is any. */
const isAmong = (mark: string, said: string | null): boolean =>
	said !== null && said.split(',').some((one) => ['*', mark].includes(one.trim().replace(/^W\//, '')));

type Told = { modified?: unknown; data?: unknown[] };
/** When the object, or the latest of the list, was modified; a list says nothing of what has left it – its mark does. */
function lastModified(body: unknown): Record<string, string> {
	const { modified, data } = body as Told;
	const stamps = [modified, ...(data ?? []).map((one) => (one as Told).modified)].filter((s) => typeof s === 'string');
	const latest = Math.max(...stamps.map((s) => Date.parse(s)));
	return Number.isFinite(latest) ? { 'last-modified': new Date(latest).toUTCString() } : {};
}

export function json(request: Request, body: unknown): Response {
	const text = JSON.stringify(body);
	const marks = { etag: markOf(text), ...lastModified(body) };
	return isAmong(marks.etag, request.headers.get('if-none-match'))
		? new Response(null, { status: 304, headers: { ...always, 'cache-control': kept['cache-control'], ...marks } })
		: new Response(text, { headers: { ...kept, ...marks } });
}

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
export const answerOf = (request: Request, body: unknown): Response =>
	body === null ? errorAnswer(404) : json(request, body);

/** To a browser that asks before it sends the token of a page elsewhere. */
export const preflight = (): Response =>
	new Response(null, {
		status: 204,
		headers: {
			...openToAll,
			'access-control-allow-methods': 'GET',
			'access-control-allow-headers': 'authorization, if-none-match',
			'access-control-max-age': '600'
		}
	});
