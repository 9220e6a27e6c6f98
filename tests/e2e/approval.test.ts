/** Minutes of the committee approved by circulation, and my tasks narrowed: by clicking, on a phone, without scripts. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, today } from '#platform/clock.ts';
import { launchBrowser } from '../browser.ts';
import { startHub, type Hub } from './hub.ts';
import { visit, type Visitor } from './visitor.ts';

let hub: Hub;
let browser: Browser;
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await hub?.stop();
});
const onPhone = { javaScriptEnabled: false, width: 390 } as const;
const fits = async (v: Visitor) => {
	const folder = process.env.SHOTS;
	if (folder) await v.page.screenshot({ path: `${folder}/${v.path().split('/').at(-1)}.png`, fullPage: true });
	return v.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
};

test('the office asks all members; one who was not there confirms, another wants a meeting', async () => {
	const office = await visit(browser, hub.url, 'koordination', onPhone);
	await office.open('/meetings?when=past');
	await office.follow(/Lenkungsgruppe KIM/, /meetings\/[0-9a-f-]{36}$/);
	await office.follow('Protokoll', /minutes$/);
	await office.sees('Die Genehmigung ist für die nächste Sitzung vorgemerkt.');
	await office.page.getByText('Genehmigung im Umlauf beginnen').first().click();
	await office.page.fill('[name=approvalUntil]', addDays(today(), 5));
	await office.press('Genehmigung im Umlauf beginnen');
	await office.sees(/Genehmigung im Umlauf bis/);
	expect(await fits(office)).toBe(true);

	const member = await visit(browser, hub.url, 'lenkung', onPhone);
	await member.open(office.path());
	await member.press('Protokoll bestätigen');
	await member.sees(/2 von 4 Stimmberechtigten haben bestätigt/);
	await member.press('In einer Sitzung behandeln');
	await member.sees(/auf der Tagesordnung|für die nächste Sitzung vorgemerkt/);
	expect(await fits(member)).toBe(true);

	await office.open(office.path());
	await office.page.getByRole('link', { name: /Lenkungsgruppe KIM.*, \d\d\./ }).click();
	await office.sees(/Genehmigung der Niederschrift vom/);
	await office.sees(/Niederschrift der Sitzung vom .*/);
	expect(await fits(office)).toBe(true);
});

test('my tasks are narrowed by body and day', async () => {
	const who = await visit(browser, hub.url, 'koordination', onPhone);
	await who.page.locator('.bar summary').click();
	await who.page
		.locator('.bar')
		.getByRole('link', { name: /Aufgaben/ })
		.click();
	await who.page.waitForURL(/tasks/);
	await who.page.selectOption('[name=due]', 'soon');
	await who.press('Anzeigen');
	expect(new URL(who.page.url()).searchParams.get('due')).toBe('soon');
	expect(await fits(who)).toBe(true);
});
