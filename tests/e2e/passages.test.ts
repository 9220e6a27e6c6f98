/** Around the minutes: comments on a passage, earlier versions, a draft the hub did not take – with and without scripts. */
import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { axeSource, whatAxeFinds, whatIsTooWide } from './eye.ts';
import { startHub, type Hub } from './hub.ts';
import { visit } from './visitor.ts';

let hub: Hub;
let browser: Browser;
let meeting: string;
beforeAll(async () => {
	hub = await startHub();
	browser = await launchBrowser();
	const db = new Client({ connectionString: hub.databaseUrl });
	await db.connect();
	const found = await db.query<{ id: string }>(
		`select m.id from meeting m join body b on b.id = m.body_id
			where m.state = 'invited' and b.kind <> 'steering_committee' and exists (select from document_version v where v.meeting_id = m.id)
			order by m.starts_at desc limit 1`
	);
	await db.end();
	meeting = `/meetings/${found.rows[0]!.id}`;
});
afterAll(async () => {
	await browser?.close();
	await hub?.stop();
});

test('without scripts a note is compared with the version before, put back, and commented on', async () => {
	const v = await visit(browser, hub.url, 'koordination', { javaScriptEnabled: false });
	await v.open(`${meeting}/minutes`);
	const item = await v.page.locator('form[action="?/note"] option').last().getAttribute('value');
	await v.page.selectOption('form[action="?/note"] [name=itemId]', item);
	await v.page.fill('form[action="?/note"] [name=text]', 'Es gibt zwei Plätze.');
	await v.page.locator('form[action="?/note"] button').last().click();
	await v.page.selectOption('#comment-item', item);
	await v.page.fill('#comment-passage', 'zwei Plätze');
	await v.page.fill('#comment-text', 'Sind es nicht drei?');
	await v.press('Anmerkung schreiben');
	expect(await v.page.locator('#comments blockquote').textContent()).toBe('zwei Plätze');
	await v.press('Erledigt');
	await v.sees('Erledigte Anmerkungen (1)');
	await v.follow('Frühere Stände ansehen', /versions$/);
	await v.page.locator('main a[href*="version="]').first().click();
	expect(await v.page.locator('ins').allTextContents()).toContain('dazugekommen: Es gibt zwei Plätze. (Ende) ');
	await v.press('Diesen Stand wiederherstellen');
	await v.sees('Der frühere Text steht wieder im Protokoll.');
	expect(await v.page.locator('ins').count()).toBe(0);
	await v.page.context().close();
});

test('chosen words in the editor become the quote of a comment', async () => {
	const v = await visit(browser, hub.url, 'koordination');
	await v.open(`${meeting}/minutes`);
	const text = v.page.locator('[data-item] [contenteditable=true]').last();
	await text.click();
	await v.page.keyboard.type('Die Frist ist zu kurz.');
	await v.page.keyboard.press('Shift+Home');
	await v.page.getByRole('button', { name: 'Kommentieren' }).click();
	await expect.poll(() => v.page.inputValue('#comment-passage')).toContain('Die Frist ist zu kurz.');
	await v.page.keyboard.type('Welche Frist?');
	await v.press('Anmerkung schreiben');
	await v.sees('Welche Frist?');
	expect(await v.page.inputValue('#comment-text')).toBe('');
	await v.page.context().close();
});

test('whoever logs out is asked when unsaved text lies on the device', async () => {
	const v = await visit(browser, hub.url, 'koordination');
	await v.open(`${meeting}/minutes`);
	await v.page.locator('[data-item] [contenteditable=true]').last().waitFor();
	const logout = v.page.locator('form[action="/logout"] button');
	await v.page.locator('details:has(form[action="/logout"]) summary').click();
	await v.page.evaluate(async () => {
		const [name] = (await indexedDB.databases()).map((d) => d.name!).filter((n) => n.startsWith('lueckenlos-live-'));
		const opened = indexedDB.open(name!);
		await new Promise((resolve) => (opened.onsuccess = resolve));
		const put = opened.result.transaction('updates', 'readwrite').objectStore('updates').put('Entwurf', 'draft x 1');
		await new Promise((resolve) => (put.onsuccess = resolve));
		opened.result.close();
	});
	await logout.click();
	await v.page.getByRole('dialog').getByText('Auf diesem Gerät liegt Text').waitFor();
	await v.page.getByRole('dialog').getByRole('button', { name: 'Abmelden und Text löschen' }).click();
	await v.page.waitForURL(/login/);
	expect(await v.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
	await v.page.context().close();
});

test.each([
	[1280, 'light'],
	[390, 'dark']
] as const)('at %i px, %s, the pages around the minutes are readable for all', async (width, colorScheme) => {
	const v = await visit(browser, hub.url, 'koordination', { width, colorScheme });
	await v.page.addInitScript(axeSource);
	const found: string[] = [];
	for (const path of ['minutes', 'versions', 'agenda', 'run']) {
		await v.open(`${meeting}/${path}`);
		if (path === 'versions') await v.page.locator('main a[href*="version="]').last().click();
		await v.page.waitForTimeout(500);
		found.push(...(await whatAxeFinds(v.page)), ...(await whatIsTooWide(v.page, width)));
	}
	expect(found).toEqual([]);
	await v.page.context().close();
});
