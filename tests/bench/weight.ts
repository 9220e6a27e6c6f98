/** How much JavaScript a browser loads with a page it has never seen, before the person does anything, as compressed on the way. */
import { gzipSync } from 'node:zlib';
import type { CastKey } from '#demo/cast.server.ts';
import { launchBrowser } from '../browser.ts';
import { hubOn } from '../e2e/hub.ts';
import type { Worlds } from './databases.ts';
import { linesOn } from './lines.ts';
import { say, table, verdict } from './report.ts';

/** Bytes; pages with the editor for minutes may weigh more. */
const limit = 100_000;
const withEditor = /\/minutes$/;

type Weighed = { name: string; path: string; files: number; bytes: number };

export async function benchWeight(worlds: Worlds): Promise<boolean> {
	const hub = await hubOn(worlds.big);
	const browser = await launchBrowser();
	/** The browser's own count of bytes is not told for each file; what the hub serves is compressed beforehand. */
	const known = new Map<string, number>();
	const weigh = async (url: string): Promise<number> => {
		const body = await (await fetch(url)).arrayBuffer();
		return gzipSync(Buffer.from(body)).length;
	};
	try {
		const cookies = new Map<CastKey, string>();
		const pages: Weighed[] = [];
		for (const { name, who, paths } of await linesOn(worlds.opened.db)) {
			if (!paths[0]) continue;
			const cookie = cookies.get(who) ?? (await hub.login(who));
			cookies.set(who, cookie);
			const context = await browser.newContext();
			const [key, value] = cookie.split('=');
			await context.addCookies([{ name: key!, value: value!, url: hub.url }]);
			const page = await context.newPage();
			const scripts = new Set<string>();
			page.on('request', (r) => r.resourceType() === 'script' && scripts.add(r.url()));
			await page.goto(hub.url + paths[0], { waitUntil: 'networkidle' });
			await context.close();
			for (const url of scripts) if (!known.has(url)) known.set(url, await weigh(url));
			const bytes = [...scripts].reduce((sum, url) => sum + known.get(url)!, 0);
			pages.push({ name, path: paths[0], files: scripts.size, bytes });
		}
		const heavy = (p: Weighed) => p.bytes > limit && !withEditor.test(p.path);
		const rows = pages
			.toSorted((a, b) => b.bytes - a.bytes)
			.map((p) => [p.name, p.files, p.bytes / 1000, verdict(!heavy(p))]);
		say(table(['page', 'scripts', 'kB gzip', `≤ ${limit / 1000}`], rows));
		return !pages.some(heavy);
	} finally {
		await browser.close();
		await hub.stop();
	}
}
