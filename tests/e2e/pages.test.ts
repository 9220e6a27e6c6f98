/** Every page of the hub in Chromium: without barriers, light and dark, on phone and desk, in both languages. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CastKey } from '#demo/cast.server.ts';
import { launchBrowser } from '../browser.ts';
import { everybody } from '../matrix/cast.ts';
import { routes } from '../matrix/routes.ts';
import { matrixWorld, type MatrixWorld } from '../matrix/world.ts';
import { axeSource, whatAxeFinds, whatGoesWrong, whatIsTooWide, whichWordsAreOdd } from './eye.ts';
import { startHub, type Hub } from './hub.ts';

let hub: Hub;
let world: MatrixWorld;
let browser: Browser;
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
	world = await matrixWorld(hub);
});
afterAll(async () => {
	await browser?.close();
	await world?.close();
	await hub?.stop();
});

type Visitor = CastKey | 'nobody';
/** Each page by somebody who may open it, the start page by everybody. */
const visits = (): Map<Visitor, string[]> => {
	const all = new Map<Visitor, string[]>(everybody.map((who) => [who, ['/']]));
	all.set('nobody', []);
	for (const line of routes) {
		if (line.to || /\.(ics|xlsx|csv|pdf|docx|json|atom)|\/health|\/(labels|suggest)$|^GET \/\(hub\)$/.test(line.route))
			continue;
		const who = line.may === 'world' ? 'nobody' : line.may[0];
		if (who) all.get(who)!.push(world.fill(line.path));
	}
	return all;
};

/**
 * A page behind the login is awake when it opens its socket: then its scripts have taken over what the server sent. It opens
 * it at the first sign of the person.
 */
async function opened(page: Page, url: string, wakes: boolean): Promise<string[]> {
	let awake = !wakes;
	page.once('websocket', () => (awake = true));
	await page.goto(url, { waitUntil: 'load' });
	for (let moves = 0; !awake && moves < 300; moves++) {
		await page.mouse.move(2 + (moves % 2), 2);
		await page.waitForTimeout(50);
	}
	return awake ? [] : ['its scripts do not start'];
}

/** Two people at a time; each keeps one page. */
async function everyPage(options: BrowserContextOptions, look: (page: Page) => Promise<string[]>): Promise<string[]> {
	const findings: string[] = [];
	const waiting = [...visits()].sort((a, b) => b[1].length - a[1].length);
	const work = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const [who, paths] = next;
			const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
			await context.addInitScript({ content: axeSource });
			if (who !== 'nobody') {
				const [name, value] = world.cookie(who).split('=');
				await context.addCookies([{ name: name!, value: value!, url: hub.url }]);
			}
			const page = await context.newPage();
			const wrong = whatGoesWrong(page);
			for (const path of paths) {
				const awake = await opened(page, hub.url + path, who !== 'nobody');
				for (const found of [...awake, ...(await look(page)), ...wrong()]) findings.push(`${path} (${who}): ${found}`);
			}
			await context.close();
		}
	};
	await Promise.all([work(), work()]);
	return findings.sort();
}

test('no page has barriers, odd words or faults at a desk by day', async () => {
	const found = await everyPage({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' }, async (page) => [
		...(await whichWordsAreOdd(page, 'de')),
		...(await whatIsTooWide(page, 1280)),
		...(await whatAxeFinds(page))
	]);
	expect(found).toEqual([]);
});

test('nor on a phone by night, with everything unfolded', async () => {
	const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
	const found = await everyPage({ ...phone, colorScheme: 'dark', locale: 'de-DE' }, async (page) => {
		const folded = await whatIsTooWide(page, 390);
		await page.locator('main details').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')));
		return [...folded, ...(await whatIsTooWide(page, 390)), ...(await whatAxeFinds(page))];
	});
	expect(found).toEqual([]);
});

test('the English hub speaks English', async () => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	const found: string[] = [];
	for (const [who, paths] of visits())
		for (const path of paths) {
			const answer = await hub.get(path, who === 'nobody' ? 'locale=en' : `${world.cookie(who)}; locale=en`);
			await page.setContent(await answer.text());
			expect(await page.locator('html').getAttribute('lang'), path).toBe('en');
			found.push(...(await whichWordsAreOdd(page, 'en')).map((odd) => `${path} (${who}): ${odd}`));
		}
	expect(found).toEqual([]);
});
