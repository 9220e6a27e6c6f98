/** Four eyes on an analysis: returned at a passage, mended by its author, released by the other – by keyboard, on a phone, without scripts. */
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checklist } from '#concepts/cases/rules.ts';
import { demoAddress } from '#demo/cast.server.ts';
import { launchBrowser } from '../browser.ts';
import { axeSource, whatAxeFinds, whatGoesWrong, whatIsTooWide, whichWordsAreOdd } from './eye.ts';
import { startHub, type Hub } from './hub.ts';
import { visit } from './visitor.ts';

let hub: Hub;
let browser: Browser;
let db: Client;
let eviction: string;
let ageing: string;
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
	db = new Client({ connectionString: hub.databaseUrl });
	await db.connect();
	eviction = await caseCalled('Stelle weg, Wohnung weg');
	ageing = await caseCalled('Volljährig und auf sich gestellt');
	// somebody who logs in here shall have written it
	const as = `update case_analysis set author_id = ${accountOf}, organisation_id = (select organisation_id from account where email = $2)`;
	await db.query(`${as} where id = $1`, [eviction, demoAddress('fallmanagement-a')]);
});
afterAll(async () => {
	await db?.end();
	await browser?.close();
	await hub?.stop();
});
const accountOf = '(select id from account where email = $2)';
const caseCalled = async (title: string) =>
	(await db.query<{ id: string }>('select id from case_analysis where title = $1', [title])).rows[0]!.id;
const rowOf = async (id: string) =>
	(await db.query<Record<string, unknown>>('select * from case_analysis where id = $1', [id])).rows[0]!;

/** Tab by Tab to the control of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let i = 0; i < 200; i++) {
		const at = await page.evaluate(() => {
			const e = document.activeElement as HTMLInputElement;
			const label = e.labels?.[0]?.innerText ?? '';
			return e === document.body ? '' : (e.getAttribute('aria-label') ?? (label || e.innerText));
		});
		if (name.test(at.trim())) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never comes to ${String(name)}`);
}

test('the queue tells age and hints, and not who wrote it or where', async () => {
	const reviewer = await visit(browser, hub.url, 'pruefung');
	await reviewer.follow('Anonymisierung prüfen', /cases\/review/);
	const rows = await reviewer.page.getByRole('row').allInnerTexts();
	const [first, second] = rows.filter((r) => /Stelle weg|Volljährig/.test(r));
	expect(first).toMatch(/Stelle weg, Wohnung weg[\s\S]*1[\s\S]*\d+ Tagen/);
	expect(second).toMatch(/Volljährig und auf sich gestellt[\s\S]*keine[\s\S]*\d+ Tagen/);
	const writers = await db.query<{ name: string; house: string }>(
		`select a.name, o.name as house from case_analysis c join account a on a.id = c.author_id
			join organisation o on o.id = a.organisation_id where c.state = 'in_review'`
	);
	const source = await (await hub.get('/cases/review', await hub.login('pruefung'))).text();
	for (const { name, house } of writers.rows) for (const word of [name, house]) expect(source).not.toContain(word);
	await reviewer.page.context().close();
});

test('words chosen in the text become a passage, the author finds the comment there, mends it, and the other releases', async () => {
	const reviewer = await visit(browser, hub.url, 'pruefung');
	await reviewer.open(`/cases/${eviction}`);
	const paragraph = reviewer.page.locator('[data-field=narrative]');
	await paragraph.evaluate((p) => {
		const text = [...p.childNodes].find((n) => n.textContent?.includes('Subunternehmen'))!;
		const from = text.textContent!.indexOf('stellt ein Subunternehmen');
		getSelection()!.setBaseAndExtent(text, from, text, from + 'stellt ein Subunternehmen'.length);
	});
	await reviewer.page.getByRole('button', { name: 'Stelle anmerken' }).click();
	expect(await reviewer.page.inputValue('#passage-quote-0')).toBe('stellt ein Subunternehmen');
	expect(await reviewer.page.inputValue('#passage-field-0')).toBe('narrative');
	await reviewer.page.keyboard.type('Bitte allgemeiner: der Arbeitgeber.');
	await reviewer.press('Mit Hinweis zurückgeben');
	await reviewer.page.waitForURL(/cases\/review\?done=returned/);
	expect(await rowOf(eviction)).toMatchObject({
		state: 'returned',
		passage_notes: [
			{ field: 'narrative', quote: 'stellt ein Subunternehmen', comment: 'Bitte allgemeiner: der Arbeitgeber.' }
		]
	});
	expect((await hub.get(`/cases/${eviction}`, await hub.login('pruefung'))).status).toBe(404);

	const author = await visit(browser, hub.url, 'fallmanagement-a', { javaScriptEnabled: false });
	await author.open(`/cases/${eviction}/edit`);
	await author.sees('Bitte allgemeiner: der Arbeitgeber.');
	const narrative = author.page.locator('textarea[name=narrative]');
	await narrative.fill((await narrative.inputValue()).replace('stellt ein Subunternehmen', 'stellt der Arbeitgeber'));
	await author.page.locator('button[name=step][value=submit]').last().click();
	await author.page.waitForURL(/submitted/);
	await author.page.context().close();

	await reviewer.open(`/cases/${eviction}`);
	await reviewer.sees('stellt der Arbeitgeber');
	// the words it was about are gone, and with them the note
	expect(await reviewer.page.getByText('Bitte allgemeiner: der Arbeitgeber.').count()).toBe(0);
	const release = reviewer.page.getByRole('button', { name: 'Freigeben' });
	expect(await release.isDisabled()).toBe(true);
	await reviewer.sees('Bitte haken Sie jeden seltenen Umstand ab.');
	await reviewer.page.getByLabel(/„in der Lokalzeitung“ macht niemanden erkennbar/).check();
	expect(await reviewer.page.getByText('Bitte haken Sie jeden seltenen Umstand ab.').count()).toBe(0);
	expect(await release.isDisabled()).toBe(true);
	for (const box of await reviewer.page.locator('[name=ticked]').all()) await box.check();
	expect(await release.isDisabled()).toBe(false);
	await release.click();
	await reviewer.page.waitForURL(/cases\/review\?done=released/);
	expect(await rowOf(eviction)).toMatchObject({
		state: 'released',
		passage_notes: [],
		dismissed: [],
		review_comment: ''
	});
	await reviewer.page.context().close();
});

test('by keyboard alone: a hint is reached, a passage is added, and the statements open the button', async () => {
	const { page } = await visit(browser, hub.url, 'pruefung');
	await page.goto(`${hub.url}/cases/${ageing}`);
	await page.waitForTimeout(500);
	await tabTo(page, /^Nein, niemand von ihnen/);
	for (let i = 0; i < 5; i++) {
		await page.keyboard.press('Space');
		await page.keyboard.press('Tab');
	}
	await tabTo(page, /^Freigeben$/);
	expect(await page.evaluate(() => (document.activeElement as HTMLButtonElement).disabled)).toBe(false);
	await tabTo(page, /^Anmerkungen zu Stellen$/);
	await page.keyboard.press('Enter');
	await tabTo(page, /^Stelle hinzufügen$/);
	await page.keyboard.press('Enter');
	await page.waitForTimeout(200);
	expect(await page.evaluate(() => document.activeElement!.id)).toBe('passage-field-1');
	await page.context().close();
});

test('without scripts a passage is named by hand; one that is not there is refused and all stays typed', async () => {
	const reviewer = await visit(browser, hub.url, 'pruefung', { javaScriptEnabled: false, width: 390 });
	const { page } = reviewer;
	await reviewer.open(`/cases/${ageing}`);
	await page.locator('details:has(#passage-field-0) summary').click();
	await page.selectOption('#passage-field-0', 'narrative');
	await page.fill('#passage-quote-0', 'steht nirgends');
	await page.fill('#passage-comment-0', 'Bitte weglassen.');
	await reviewer.press('Mit Hinweis zurückgeben');
	await reviewer.sees('„steht nirgends“ steht so nicht in dem gewählten Text.');
	expect(await page.inputValue('#passage-comment-0')).toBe('Bitte weglassen.');
	// nothing ticked: the server says what is missing
	await reviewer.press('Freigeben');
	await reviewer.sees('Bitte beantworten Sie die Frage und bestätigen Sie alle Aussagen.');
	expect(await rowOf(ageing)).toMatchObject({ state: 'in_review' });
	await page.context().close();
});

test('an author with the function of a reviewer is no second person to herself', async () => {
	const { author_id: authorId } = await rowOf(ageing);
	await db.query(`update case_analysis set author_id = ${accountOf} where id = $1`, [ageing, demoAddress('pruefung')]);
	const cookie = await hub.login('pruefung');
	expect(await (await hub.get('/cases/review', cookie)).text()).not.toContain(ageing);
	expect(await (await hub.get(`/cases/${ageing}`, cookie)).text()).not.toContain('?/release');
	const answer = await hub.post(`/cases/${ageing}?/release`, { version: '1', ticked: [...checklist] }, cookie);
	expect(answer.status).toBe(403);
	expect(await rowOf(ageing)).toMatchObject({ state: 'in_review' });
	const past = db.query('update case_analysis set reviewer_id = author_id where id = $1', [ageing]);
	await expect(past).rejects.toThrow(/four_eyes/);
	await db.query('update case_analysis set author_id = $2 where id = $1', [ageing, authorId]);
});

test('the pages of the second person have no barriers, at a desk and on a phone', async () => {
	const found: string[] = [];
	for (const [width, colorScheme] of [
		[1280, 'light'],
		[390, 'dark']
	] as const) {
		const context = await browser.newContext({
			viewport: { width, height: 900 },
			locale: 'de-DE',
			colorScheme,
			reducedMotion: 'reduce'
		});
		await context.addInitScript({ content: axeSource });
		const [name, value] = (await hub.login('pruefung')).split('=');
		await context.addCookies([{ name: name!, value: value!, url: hub.url }]);
		const page = await context.newPage();
		const wrong = whatGoesWrong(page);
		for (const path of ['/cases/review', `/cases/${ageing}`, `/cases/${eviction}`, '/cases/waiting', '/cases']) {
			await page.goto(hub.url + path, { waitUntil: 'networkidle' });
			await page.locator('main details').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')));
			const here = [
				...(await whatAxeFinds(page)),
				...(await whatIsTooWide(page, width)),
				...(await whichWordsAreOdd(page, 'de')),
				...wrong()
			];
			found.push(...here.map((what) => `${path} ${width}: ${what}`));
		}
		await context.close();
	}
	expect(found).toEqual([]);
});
