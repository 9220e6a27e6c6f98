/**
 * Keeps the shell on the device: build assets as they are used, and the page on which a report is written without a
 * connection. Security: no page behind the login and no answer of the hub is ever kept.
 */
/// <reference lib="webworker" />
import { version } from '$service-worker';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const family = 'lueckenlos-shell-';
const shell = family + version;
const offline = '/offline';
/** Named by their content, so they never change. */
const isAsset = (path: string): boolean => path.startsWith('/_app/immutable/');

/** The page, which is the same for everybody but for its language, and what it says it needs. */
async function prepare(): Promise<void> {
	const cache = await caches.open(shell);
	const page = await fetch(offline, { cache: 'reload' });
	if (!page.ok || page.redirected) throw new Error('the page without a connection cannot be fetched');
	// the scripts are named in the header, the rest in the page
	const named = (await page.clone().text()) + (page.headers.get('link') ?? '');
	const assets = [...named.matchAll(/_app\/immutable\/[\w./-]+/g)].map(([path]) => `/${path}`);
	await cache.addAll([...new Set(assets)]);
	await cache.put(offline, page);
}

async function forgetEarlier(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(
		names.filter((name) => name.startsWith(family) && name !== shell).map((name) => caches.delete(name))
	);
	await worker.clients.claim();
}

async function asset(request: Request): Promise<Response> {
	const kept = await caches.match(request);
	if (kept) return kept;
	const answer = await fetch(request);
	if (answer.ok) await (await caches.open(shell)).put(request, answer.clone());
	return answer;
}

async function page(request: Request): Promise<Response> {
	try {
		return await fetch(request);
	} catch {
		if (new URL(request.url).pathname !== offline) return Response.redirect(offline);
		return (await caches.match(offline)) ?? Response.error();
	}
}

worker.addEventListener('install', (event) => event.waitUntil(prepare().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(forgetEarlier()));
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	if (isAsset(pathname)) event.respondWith(asset(request));
	else if (request.mode === 'navigate') event.respondWith(page(request));
});
