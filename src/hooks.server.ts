/** Every request passes here: language, origin check, who asks, default deny, nothing kept. */
import { redirect, type Handle, type HandleServerError, type RequestEvent } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { actorOf } from '#concepts/bodies/actor.server.ts';
import { errorAnswer, preflight } from '#concepts/oparl/answers.server.ts';
import { apiPath } from '#concepts/oparl/addresses.ts';
import { enter } from '#concepts/oparl/door.server.ts';
import { isSomebody, nobody } from '#concepts/people/actor.ts';
import { paraglideMiddleware } from '#i18n/paraglide/server.js';
import { m } from '#i18n/paraglide/messages.js';
import { log } from '#platform/log.server.ts';
import { isOwnRequest } from '#platform/origin.server.ts';
import { accountOfSession, cookieName, cookieOptions } from '#platform/sessions.server.ts';

const speak: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		const theme = event.cookies.get('theme');
		const shown = theme === 'dark' || theme === 'light' ? theme : 'system';
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%lueckenlos.theme%', shown)
		});
	});

/** Nothing here has a NUL in its address, and the database takes none. */
const withoutNul: Handle = ({ event, resolve }) => {
	const { pathname, search } = event.url;
	const clean = (pathname + search).replaceAll(/%00/g, '');
	if (clean !== pathname + search) redirect(308, clean.replace(/^\/+/, '/'));
	return resolve(event);
};

const onlyOurPages: Handle = ({ event, resolve }) =>
	isOwnRequest(event.request.method, event.request.headers, event.url.origin)
		? resolve(event)
		: new Response(m.hub_foreign_request(), { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** The interface for programs: its routes, and what is none of them below its address. */
const isForPrograms = ({ route, url }: RequestEvent): boolean =>
	route.id === null ? url.pathname.startsWith(`${apiPath}/`) : route.id.startsWith('/(api)/');

/**
 * Security: here a token counts and no cookie; everywhere else a cookie and no token. Nothing here writes, and each
 * query asks what the token's owner – or nobody – may see.
 */
const forPrograms: Handle = async ({ event, resolve }) => {
	if (!isForPrograms(event)) return resolve(event);
	const { method } = event.request;
	if (method === 'OPTIONS') return preflight();
	if (method !== 'GET' && method !== 'HEAD') return errorAnswer(405);
	event.locals.sessionId = null;
	const entered = await enter(event.request.headers, {
		address: event.getClientAddress,
		file: event.route.id?.includes('/file/') === true
	});
	if (!entered.ok) return errorAnswer(entered.status);
	event.locals.actor = entered.actor;
	const answer = await resolve(event);
	const said = answer.headers.get('content-type') ?? '';
	return answer.status < 400 ||
		(said.startsWith('application/json') && answer.headers.has('access-control-allow-origin'))
		? answer
		: errorAnswer(answer.status === 404 ? 404 : 500);
};

const whoAsks: Handle = async ({ event, resolve }) => {
	if (isForPrograms(event)) return resolve(event);
	const id = event.cookies.get(cookieName) ?? null;
	const accountId = id ? await accountOfSession(id) : null;
	event.locals.actor = accountId ? await actorOf(accountId) : nobody;
	event.locals.sessionId = accountId ? id : null;
	if (id && !accountId) event.cookies.delete(cookieName, cookieOptions);
	return resolve(event);
};

/**
 * Security: the only guard of pages. Whatever is not in (open) sends nobody to the login; a layout load is no guard. Who
 * asks the interface for programs was found at its own door, and nobody is let in there, too.
 */
const denyByDefault: Handle = ({ event, resolve }) => {
	const route = event.route.id;
	const open = isForPrograms(event) || route === null || route.startsWith('/(open)/') || route === '/health';
	if (open || isSomebody(event.locals.actor)) return resolve(event);
	if (event.request.method !== 'GET') redirect(303, '/login');
	const next = event.url.pathname + event.url.search;
	redirect(303, next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`);
};

const notKept: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (!event.url.pathname.startsWith('/_app/') && !response.headers.has('cache-control'))
		response.headers.set('cache-control', 'no-store');
	return response;
};

export const handle = sequence(notKept, speak, withoutNul, onlyOurPages, whoAsks, forPrograms, denyByDefault);

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status !== 404)
		log.error({ err: error, route: event.route.id, method: event.request.method, status }, 'request failed');
	return { message: status === 404 ? m.hub_not_found() : m.hub_unexpected() };
};
