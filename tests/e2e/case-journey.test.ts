/** An analysis from its first words to its recall: written, marked, coarsened, returned, mended, released, discussed, evaluated, recalled – at a desk, and written and read on a phone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CastKey } from '#demo/cast.server.ts';
import { launchBrowser } from '../browser.ts';
import { whatIsTooWide } from './eye.ts';
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

const title = 'Seit Monaten zwischen zwei Ämtern';
const passage = 'Der Chef rief beim Amt an';
const bar = (page: Page) => page.getByRole('group', { name: 'Stand des Entwurfs' });
const leave = (...visitors: Visitor[]) => Promise.all(visitors.map(({ page }) => page.context().close()));
/** What this person finds at an address. */
const found = async (who: CastKey, path: string) => {
	const answer = await hub.get(path, await hub.login(who));
	return { status: answer.status, text: await answer.text() };
};

/** Writes it with a name, a telephone number and a day, mends them by keyboard, makes it coarser and hands it in. */
async function write(author: Visitor, name: string): Promise<string> {
	const { page } = author;
	await author.open('/cases/new');
	await bar(page).waitFor();
	await page.locator('#f-title').fill(name);
	await page.locator('[name=place]').selectOption({ label: 'Recke' });
	await page.locator('[name=ageBand]').selectOption({ label: '55 bis 64 Jahre' });
	await page.locator('[name=origin]').selectOption({ label: 'Westafrika' });
	await page.locator('[name=mainDomain]').selectOption({ index: 1 });
	await page.locator('#station-domain-0').selectOption({ index: 1 });
	await page.locator('#station-text-0').fill('Der Antrag wurde gestellt.');
	await page
		.locator('#f-narrative')
		.fill(`Frau Amiri rief an unter 02551 693214. ${passage}. Seit dem 19.3.2025 wartet sie auf den Bescheid.`);
	await bar(page).getByText('3 offene Stellen').waitFor();

	await page.locator('#f-title').focus();
	await page.keyboard.press('F8');
	await page.keyboard.press('Enter');
	await bar(page).getByText('2 offene Stellen').waitFor();
	await page.keyboard.press('F8');
	await page.keyboard.press('Enter');
	await bar(page).getByText('1 offene Stelle', { exact: true }).waitFor();
	await page.keyboard.press('F8');
	const none = page.locator('#f-narrative-marks').getByLabel('Kein Personenbezug');
	await none.focus();
	await page.keyboard.press('Space');
	await bar(page).getByText('Keine offenen Stellen gefunden').waitFor();
	const text = await page.locator('#f-narrative').inputValue();
	expect(text).toMatch(/Person A.*\[Telefonnummer\].*19\.3\.2025/);

	const risk = page.locator('#risk');
	await risk.getByText('passt im Kreis kaum jemand sonst').first().waitFor();
	await risk.getByRole('button').first().click();
	await risk.getByText('Genügend Menschen im Kreis').first().waitFor();
	await page.getByText('So sehen es andere').click();
	await page.locator('details.preview').getByText('Person A').first().waitFor();
	expect(await whatIsTooWide(page, page.viewportSize()!.width)).toEqual([]);
	await page.getByRole('button', { name: 'Speichern und einreichen' }).click();
	await page.waitForURL(/submitted/);
	return author.path();
}

test('from the first words to the recall', async () => {
	const author = await visit(browser, hub.url, 'fallmanagement-a');
	const at = await write(author, title);

	const reviewer = await visit(browser, hub.url, 'pruefung');
	await reviewer.follow('Anonymisierung prüfen', /cases\/review/);
	await reviewer.follow(new RegExp(title), /cases\/[0-9a-f-]{36}/);
	expect(await reviewer.page.getByRole('link', { name: /Wie gut|Prüfung kann/ }).count()).toBeGreaterThan(0);
	await reviewer.page.locator('details:has(#passage-field-0) summary').click();
	await reviewer.page.selectOption('#passage-field-0', 'narrative');
	await reviewer.page.fill('#passage-quote-0', passage);
	await reviewer.page.fill('#passage-comment-0', 'Bitte ohne den Beruf.');
	await reviewer.press('Mit Hinweis zurückgeben');
	await reviewer.page.waitForURL(/done=returned/);

	await author.open(`${at}/edit`);
	await author.sees('Bitte ohne den Beruf.');
	const narrative = author.page.locator('#f-narrative');
	await narrative.fill((await narrative.inputValue()).replace(passage, 'Jemand rief beim Amt an'));
	await author.press('Speichern und einreichen');
	await author.page.waitForURL(/submitted/);

	await reviewer.open(at);
	for (const box of await reviewer.page.locator('[name=ticked]').all()) await box.check();
	await reviewer.press('Freigeben');
	await reviewer.page.waitForURL(/done=released/);

	// on a phone: written the same way, and the released one read
	const phone = await visit(browser, hub.url, 'fallmanagement-b', { width: 390 });
	await write(phone, 'Vom Telefon aus');
	await phone.open('/cases');
	await phone.follow(new RegExp(title), /cases\/[0-9a-f-]{36}/);
	await phone.sees(/Jemand rief beim Amt an/);
	expect(await whatIsTooWide(phone.page, 390)).toEqual([]);

	const office = await visit(browser, hub.url, 'koordination');
	await office.open(at);
	const number = /E-\d{4}-\d{3}/.exec(await office.page.getByRole('main').innerText())![0];
	const meetings = office.page.locator('select[name=meetingId]');
	const meeting = await meetings
		.locator('option', { hasText: 'Bausteinübergreifende Arbeitsgruppe' })
		.first()
		.getAttribute('value');
	await meetings.selectOption(meeting);
	await office.press('Auf die Tagesordnung');
	await office.page.waitForURL(/discuss/);
	await office.open(`/meetings/${meeting}/run`);
	await office.press('Sitzung eröffnen');
	await office.open(`/meetings/${meeting}/run`);
	const done = office.page.locator('[value=finish]', { hasText: `Fallbesprechung ${number}` });
	await done.click();
	await done.waitFor({ state: 'detached' });
	await expect
		.poll(
			async () => {
				await office.open(at);
				return office.page.getByRole('main').innerText();
			},
			{ timeout: 30_000 }
		)
		.toContain('Besprochen');

	await office.page.getByRole('radio', { name: 'Versorgungslücke gefunden' }).check({ force: true });
	const gap = office.page.locator('[name=gapIds]').first();
	const gapId = await gap.getAttribute('value');
	await gap.check({ force: true });
	await office.press('Auswertung abschließen');
	await office.page.waitForURL(/evaluated/);
	expect((await found('fallmanagement-b', `/gaps/${gapId}`)).text).toContain(title);

	await author.open('/contributions');
	const mine = author.page.getByRole('main').getByRole('listitem').filter({ hasText: title });
	expect(await mine.innerText()).toMatch(/E-\d{4}-\d{3}/);
	expect(await mine.innerText()).toContain('Ausgewertet');

	await phone.open(at);
	await phone.page.getByRole('radio', { name: 'Die Geschichte ist bekannt' }).check({ force: true });
	await phone.press('Zurückrufen', true);
	await phone.page.waitForURL(/recalled/);
	for (const who of ['mitglied', 'fallmanagement-a', 'fallmanagement-b'] as const) {
		expect((await found(who, at)).status).toBe(404);
		for (const path of ['/cases', '/search?q=Monaten', `/gaps/${gapId}`])
			expect([path, (await found(who, path)).text.includes(title)]).toEqual([path, false]);
	}
	const told = await found('datenschutz', at);
	expect(told.status).toBe(200);
	expect(told.text).toContain('Diese Analyse wurde zurückgerufen');
	expect(told.text).not.toContain(title);
	await leave(author, reviewer, phone, office);
});
