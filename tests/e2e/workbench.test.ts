/** A proposal on the workbench: written by two at once, said something to by others, submitted, given back, compared. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { startHub, type Hub } from './hub.ts';
import { inDays, written } from './live.steps.ts';
import { visit, type Visitor } from './visitor.ts';

const title = 'Elternkurse am Nachmittag';
const condition = 'Nur mit einer Betreuung im selben Haus.';
const unsure = 'Ich hätte lieber Vormittage.';
const comment = 'Bitte nennen Sie einen Betrag.';
let hub: Hub;
let browser: Browser;
let member: Visitor;
let office: Visitor;
let asked: Visitor;
let path = '';
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
	member = await visit(browser, hub.url, 'mitglied');
	office = await visit(browser, hub.url, 'koordination');
	asked = await visit(browser, hub.url, 'federfuehrung', { width: 390 });
});
afterAll(async () => {
	await browser?.close();
	await hub?.stop();
});
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });
const shot = async (v: Visitor, name: string) => {
	if (process.env.SHOTS) await v.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};
const part = (v: Visitor, name: string) => v.page.locator(`#part-${name} .live-text`);
const saved = (v: Visitor) => v.page.locator('p.state').getByText('Gespeichert', { exact: true }).waitFor();
const live = async (v: Visitor) => {
	await v.open(path);
	await part(v, 'problem').waitFor();
	await saved(v);
};
const type = async (v: Visitor, name: string, words: string, place = 'Control+End') => {
	await part(v, name).click();
	await v.page.waitForTimeout(150);
	await v.page.keyboard.press(place);
	await v.page.keyboard.type(words);
};

test('two browsers write into one outline, and neither overwrites the other', async () => {
	await member.open('/proposals/new');
	await member.page.locator('select[name=bodyId]').selectOption({ label: 'Bausteinübergreifende Arbeitsgruppe' });
	await member.page.fill('[name=title]', title);
	await member.page.getByRole('checkbox').first().check({ force: true });
	await member.press('Vorschlag anlegen');
	await member.page.waitForURL(/proposals\/[0-9a-f-]{36}/);
	path = member.path();
	await Promise.all([live(member), live(office)]);
	for (const name of ['solution', 'alternatives', 'money', 'staff', 'it', 'dataProtection', 'competence', 'indicator'])
		await part(member, name).fill(`Zu ${name}.`);
	await type(member, 'problem', 'Es fehlt Betreuung.');
	await eventually(async () => (await written(part(office, 'problem'))).join()).toBe('Es fehlt Betreuung.');
	await Promise.all([
		type(member, 'problem', ' Seit zwei Jahren.'),
		type(office, 'problem', 'Kurse liegen ungünstig. ', 'Control+Home')
	]);
	for (const v of [member, office])
		await eventually(async () => (await written(part(v, 'problem'))).join()).toBe(
			'Kurse liegen ungünstig. Es fehlt Betreuung. Seit zwei Jahren.'
		);
	await part(office, 'resolution').fill('Der Kreis richtet zwei Elternkurse am Nachmittag ein.');
	await office.page.getByLabel('Federführung').selectOption({ label: 'Jobcenter Kreis Steinfurt' });
	await office.page.getByLabel('Umgesetzt bis').fill(inDays(200));
	await office.page.getByLabel('Umgesetzt bis').blur();
	await eventually(() => member.page.getByLabel('Federführung').inputValue()).not.toBe('');
	await Promise.all([saved(member), saved(office)]);
	await shot(member, 'workbench-live');
});

test('what was typed without a network comes back with it', async () => {
	await member.page.context().setOffline(true);
	await type(member, 'solution', ' Offline geschrieben.');
	await member.page.waitForTimeout(1500);
	await member.page.context().setOffline(false);
	await eventually(async () => (await written(part(office, 'solution'))).join()).toContain('Offline geschrieben.');
	await saved(member);
});

test('without JavaScript the form shows what was written together, and refuses what has not read it', async () => {
	const still = await visit(browser, hub.url, 'koordination-2', { javaScriptEnabled: false });
	await eventually(async () => {
		await still.open(path);
		return still.page.locator('[name=solution]').inputValue();
	}).toContain('Offline geschrieben.');
	await type(member, 'staff', ' Und mehr.');
	await saved(member);
	await still.page.fill('[name=it]', 'Vom Formular');
	await still.press('Speichern');
	await still.sees('Ihr Text ist noch nicht gespeichert');
	expect(await still.page.locator('[name=it]').inputValue()).toBe('Vom Formular');
	await still.page.fill('[name=staff]', 'Zu staff. Und mehr.');
	await still.press('Speichern');
	await still.sees('Gespeichert.');
	await eventually(async () => (await written(part(member, 'it'))).join()).toBe('Vom Formular');
	await still.page.context().close();
});

test('an outside person is asked, sees the text and none of the evidence, and answers', async () => {
	await office.press('In Abstimmung geben');
	await office.page.getByText('Um Stellungnahme bitten').click();
	await office.page.locator('select[name=accountId]').selectOption({ label: 'Sven Kramer' });
	await office.page.fill('[name=question]', 'Können Sie das tragen?');
	await office.page.fill('[name=statementDueOn]', inDays(10));
	await office.press('Stellungnahme erbitten');
	await office.sees('Die Bitte um Stellungnahme ist gesendet.');
	expect((await hub.get(path, await hub.login('federfuehrung'))).status).toBe(404);
	await eventually(async () => {
		await asked.open('/inbox');
		return asked.page.getByText(/Um Ihre Stellungnahme wird gebeten/).count();
	}).toBeGreaterThan(0);
	await asked.open('/');
	await asked.page.getByRole('link', { name: /Können Sie das tragen/ }).click();
	await asked.page.waitForURL(/statements\/[0-9a-f-]{36}/);
	await asked.sees('Der Kreis richtet zwei Elternkurse am Nachmittag ein.');
	const page = await asked.page.locator('body').innerText();
	for (const hidden of ['Belege', 'Kommentare', 'Zu money.', 'L-20']) expect(page).not.toContain(hidden);
	expect((await hub.get(asked.path(), await hub.login('mitglied'))).status).toBe(404);
	await asked.page.getByRole('radio', { name: /Zustimmung mit Auflagen/ }).check({ force: true });
	await asked.press('Entwurf speichern');
	await asked.sees('Ihr Entwurf ist gespeichert.');
	await asked.press('Verbindlich abgeben');
	await asked.sees('Bitte schreiben Sie Ihre Bedingungen oder Gründe auf.');
	await asked.page.fill('[name=text]', condition);
	await shot(asked, 'statement-phone');
	await asked.press('Verbindlich abgeben');
	await asked.sees('Ihre Stellungnahme ist abgegeben.');
	await office.open(path);
	await office.sees(condition);
});

test('a member dissents without a name, and the group submits the frozen text', async () => {
	await member.open(path);
	await member.page.getByText('Sondervotum abgeben').click();
	await member.page.fill('[name=dissent]', unsure);
	await member.press('Sondervotum festhalten');
	await member.sees('Ein Mitglied der Gruppe');
	await live(member);
	await live(office);
	await type(member, 'money', ' Bis zuletzt geschrieben.');
	await saved(member);
	await office.press('Als Gruppe empfehlen');
	await member.page.locator('p.state').getByText('Gespeichert', { exact: true }).waitFor({ state: 'detached' });
	await office.press('Bei der Geschäftsstelle einreichen');
	await office.sees('Fassung 1');
	await office.sees('Bis zuletzt geschrieben.');
	await shot(office, 'workbench-submitted');
});

test('the office gives it back with a passage, and the group sees the mark and the day', async () => {
	await office.page.fill('#f-return-comment', comment);
	await office.page.locator('select[name=part]').selectOption('money');
	await office.page.fill('[name=quote]', 'gibt es nicht');
	await office.press('Mit Hinweis zurückgeben');
	await office.sees(/stehen so nicht in dem Abschnitt/);
	expect(await office.page.locator('#f-return-comment').inputValue()).toBe(comment);
	await office.page.fill('[name=quote]', 'Zu money.');
	await office.press('Mit Hinweis zurückgeben');
	await live(member);
	await member.sees(comment);
	await member.sees(/erwartet den Vorschlag bis/);
	expect(await member.page.locator('#part-money .passage').innerText()).toBe('Zu money.');
	await shot(member, 'workbench-returned');
	await part(member, 'money').fill('Rund 4.000 Euro.');
	await saved(member);
	await member.sees('Diese Stelle wurde seither umformuliert.');
});

test('the versions are compared part by part, the present text among them', async () => {
	await eventually(async () => {
		await member.open(`${path}/versions?a=1&b=now`);
		return member.page.locator('ins').allInnerTexts();
	}).not.toEqual([]);
	const words = await member.page.locator('.pair').first().innerText();
	expect(words).toContain('Fassung 1');
	expect(words).toContain('Rund');
	await shot(member, 'versions');
	await member.page.setViewportSize({ width: 390, height: 900 });
	await shot(member, 'versions-phone');
	await member.open(`${path}/versions?b=1&a=1`);
	await member.sees(condition);
	await member.sees(unsure);
	await member.page.setViewportSize({ width: 1280, height: 900 });
	await member.page.emulateMedia({ colorScheme: 'dark' });
	await member.open(path);
	await shot(member, 'workbench-dark');
});

test('what is expected back stands out in the list and on the start page', async () => {
	await office.open('/proposals?state=returned');
	await office.sees(/überfällig seit/);
	await office.sees(/erwartet bis/);
	await shot(office, 'proposals-returned');
	await office.open('/');
	await office.sees('Zurückgegebene Vorschläge');
	await shot(office, 'start-office');
});
