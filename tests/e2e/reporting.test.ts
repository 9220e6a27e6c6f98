/** Reporting on a phone: with and without a connection, instead of a duplicate, and what is left on the device. */
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { demoAddress, demoPassword } from '#demo/cast.server.ts';
import { axeSource, whatAxeFinds, whatIsTooWide } from './eye.ts';
import { startHub, type Hub } from './hub.ts';
import { enter, visit } from './visitor.ts';

let hub: Hub;
let browser: Browser;
let db: Client;
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
	db = new Client({ connectionString: hub.databaseUrl });
	await db.connect();
});
afterAll(async () => {
	await browser?.close();
	await db?.end();
	await hub?.stop();
});

const phone = { width: 390, serviceWorkers: 'allow' } as const;
const sentReports = async (text: string): Promise<number> =>
	Number(
		(
			await db.query<{ n: string }>(`select count(*) as n from gap_report where text = $1 and state = 'received'`, [
				text
			])
		).rows[0]!.n
	);

async function fill(page: Page, text: string): Promise<void> {
	await page.locator('textarea[name=text]').fill(text);
	for (const name of ['phase', 'gapType']) await page.locator(`label:has(input[name=${name}])`).first().click();
	await page.locator('label:has(input[name=legalDomains])').first().click();
}
/** Until the shell is on the device. */
const shellIsKept = (page: Page) =>
	page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		while (!(await caches.match('/offline'))) await new Promise((r) => setTimeout(r, 50));
	});
/** Everything that scripts could still read of what was typed. */
const left = (page: Page): Promise<string> =>
	page.evaluate(async () => {
		const stores = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const kept: string[] = [];
		for (const name of await caches.keys())
			for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
		return JSON.stringify({ stores, kept, local: { ...localStorage }, session: { ...sessionStorage } });
	});

describe('without a connection', () => {
	test('a report is kept on the phone, sent once when it is back, and nothing is left after logout', async () => {
		const text = 'Im Ortsteil gibt es abends keinen Treffpunkt für ältere Frauen, der Bus fährt nicht mehr.';
		const v = await visit(browser, hub.url, 'fallmanagement-a', phone);
		const { page } = v;
		await v.open('/reports/new');
		await shellIsKept(page);
		await page.context().setOffline(true);
		await fill(page, text);
		await page.getByText('Ihr Text ist auf diesem Gerät gesichert').waitFor();
		await page.getByRole('button', { name: 'Meldung senden' }).click();
		await page.getByText('Auf diesem Gerät gesichert, wird gesendet, sobald Verbindung besteht: 1').waitFor();
		expect(await sentReports(text)).toBe(0);
		await page.context().setOffline(false);
		await page.getByText('Gesendet: Meldungen von diesem Gerät (1)').first().waitFor();
		await expect.poll(() => sentReports(text)).toBe(1);
		await page.getByText('Auf diesem Gerät gesichert, wird gesendet').waitFor({ state: 'detached' });
		await v.open('/contributions');
		await v.sees('keinen Treffpunkt für ältere Frauen');
		expect(await sentReports(text)).toBe(1);

		await hubPost(page, '/logout');
		await page.goto(`${hub.url}/login`);
		const rest = await left(page);
		expect(rest).not.toContain('lueckenlos-live-');
		expect(rest).not.toContain('Treffpunkt');
		const pages = rest.match(/"\/(?!_app\/immutable\/)[^"]*"/g) ?? [];
		expect(pages.filter((path) => path !== '"/offline"')).toEqual([]);
		await page.context().close();
	});

	test('the page opens in a dead spot, and the report is sent after the login when the session has ended meanwhile', async () => {
		const text = 'Für Berufstätige fehlt am Samstag jede Sprechstunde der Beratung.';
		const v = await enter(browser, hub.url, await hub.login('fallmanagement-b'), phone);
		const { page } = v;
		await page.context().addCookies([{ name: 'locale', value: 'de', url: hub.url }]);
		await v.open('/reports/new');
		await shellIsKept(page);
		await page.reload();
		await page.context().setOffline(true);
		await page.goto(`${hub.url}/reports/new`);
		expect(new URL(page.url()).pathname).toBe('/offline');
		await page.getByRole('heading', { name: 'Lücke melden ohne Verbindung' }).waitFor();
		await fill(page, text);
		await page.getByRole('button', { name: 'Auf diesem Gerät sichern' }).click();
		await page.getByText('Die Meldung wird gesendet, sobald Verbindung besteht').waitFor();
		await page.context().clearCookies();
		await page.context().setOffline(false);
		await page.goto(`${hub.url}/reports/new`);
		expect(await sentReports(text)).toBe(0);
		await page.fill('[name=email]', demoAddress('fallmanagement-b'));
		await page.fill('[name=password]', demoPassword);
		await page.getByRole('button', { name: 'Anmelden' }).click();
		await page.getByText('Gesendet: Meldungen von diesem Gerät (1)').first().waitFor();
		expect(await sentReports(text)).toBe(1);
		await page.context().close();
	});
});

/** As the hub's own button does, with what the browser keeps. */
async function hubPost(page: Page, path: string): Promise<void> {
	await page.evaluate((to) => {
		const form = document.createElement('form');
		form.method = 'POST';
		form.action = to;
		document.body.append(form);
		form.submit();
	}, path);
	await page.waitForURL(/login/);
}

test('what resembles a report is confirmed with two taps instead', async () => {
	const v = await visit(browser, hub.url, 'fachkraft', phone);
	const { page } = v;
	await v.open('/reports/new');
	await page
		.locator('textarea[name=text]')
		.fill('Mütter können nicht in den Deutschkurs, weil niemand auf die Kinder aufpasst und Kita-Plätze fehlen.');
	await page.getByRole('heading', { name: 'Ist das schon bekannt?' }).waitFor();
	const card = page.locator('.known li').first();
	expect(await card.innerText()).toMatch(/Wort:|gleiche Bedeutung:/);
	await card.getByRole('button', { name: /Betrifft uns auch/ }).click();
	await card.getByRole('button', { name: 'So bestätigen' }).click();
	await page.waitForURL(/\/gaps\/[^/]+\?joined/);
	await page.context().close();
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
	test.each(['/reports/new', '/contributions', '/offline'])(
		'%s is clean and fits a phone, also at twice the size',
		async (path) => {
			const v = await visit(browser, hub.url, 'fallmanagement-a', { ...phone, colorScheme });
			const { page } = v;
			await page.addInitScript(axeSource);
			for (const width of [390, 1280, 640]) {
				await page.setViewportSize({ width, height: 900 });
				await v.open(path);
				expect(await whatAxeFinds(page), `${width} px`).toEqual([]);
				expect(await whatIsTooWide(page, width)).toEqual([]);
			}
			await page.context().close();
		}
	);
});
