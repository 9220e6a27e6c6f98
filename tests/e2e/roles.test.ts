/** Those who are not in the main journey: each finds from the start page what it is there for, and does it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#demo/cast.server.ts';
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

const newPassword = 'Drei Störche über dem Teich';
const anonymous = async () => {
	const page = await (await browser.newContext({ locale: 'de-DE' })).newPage();
	page.setDefaultTimeout(20_000);
	return page;
};
/** The link in the newest outgoing mail to this address, as the trial mode shows it. */
const linkInMail = async (address: string, path: string): Promise<string> => {
	const reader = await visit(browser, hub.url, 'admin');
	const mail = reader.page.getByRole('listitem').filter({ hasText: address }).first();
	const links = mail.locator(`a[href*="${path}"]`);
	for (const end = Date.now() + 20_000; Date.now() < end && !(await links.count());) {
		await reader.open('/');
		await reader.follow('Ausgehende Mails ansehen', /outgoing-mail/);
	}
	const link = await links.first().getAttribute('href');
	await reader.page.context().close();
	return link!;
};

/** Sends a report, whether or not known gaps are offered first. */
const send = async (sender: Visitor): Promise<void> => {
	const known = sender.page.getByText('Ist das schon bekannt?');
	await sender.press('Meldung senden');
	await known.or(sender.page.getByText('Ihre Meldung ist eingegangen')).first().waitFor();
	if (await known.isVisible()) await sender.press('Nichts davon passt – Meldung senden');
	await sender.sees('Ihre Meldung ist eingegangen');
};

test('an officer reports from the start page and finds the report under her contributions', async () => {
	const officer = await visit(browser, hub.url, 'fachkraft');
	const missing = 'Der Einbürgerungstest hat keine Termine am Abend, Schichtarbeitende melden sich wieder ab.';
	await officer.follow(/Lücke melden/, /reports\/new/);
	await officer.page.fill('[name=text]', missing);
	await officer.page.getByRole('radio', { name: /Einbürgerung/ }).check({ force: true });
	await officer.page.getByRole('radio', { name: 'Zugangshürde' }).check({ force: true });
	await officer.page
		.getByText(/Alle \d+ anzeigen/)
		.first()
		.click();
	await officer.page.getByRole('checkbox', { name: /StAG/ }).check({ force: true });
	await send(officer);
	await officer.follow('Meine Beiträge', /contributions/);
	await officer.sees(missing);
});

test('a reviewer reads a whole analysis, confirms each point and releases it', async () => {
	const reviewer = await visit(browser, hub.url, 'pruefung');
	await reviewer.follow('Volljährig und auf sich gestellt', /cases\/.+/);
	await reviewer.sees('Die Wohngruppe kündigt das Ende der Hilfe an');
	for (const point of await reviewer.page.getByRole('checkbox').all()) await point.check({ force: true });
	await reviewer.press('Freigeben');
	await reviewer.sees('Die Analyse ist freigegeben.');

	const other = await visit(browser, hub.url, 'fallmanagement-b');
	await other.follow('Einzelfallanalysen', /cases/);
	await other.follow(/Volljährig und auf sich gestellt/, /cases\/.+/);
	await other.sees('Die Wohngruppe kündigt das Ende der Hilfe an');
});

test('a member of the committee sees what is to be decided and confirms the last minutes', async () => {
	const member = await visit(browser, hub.url, 'lenkung');
	await member.follow(/Vorläufige Leistung bei strittiger/, /proposals\/.+/);
	await member.sees('Beschlussvorschlag');
	await member.follow('Start', /\/$/);
	await member.follow(/Lenkungsgruppe KIM, 2. Halbjahr/, /meetings\/.+/);
	await member.follow(/Protokoll lesen und bis/, /minutes/);
	await member.press('Bestätigen');
	await member.sees(/Sie haben .*bestätigt|Von Ihnen bestätigt/);
	await member.follow('Start', /\/$/);
	expect(await member.page.getByRole('main').innerText()).not.toContain('Protokolle bestätigen');
});

test('a guest answers the invitation to the one meeting and sees nothing else', async () => {
	const guest = await visit(browser, hub.url, 'gast');
	const links = guest.page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link');
	expect(await links.allInnerTexts()).toEqual(['Start', 'Sitzungen']);
	await guest.follow(/Bausteinübergreifende Arbeitsgruppe/, /meetings\/.+/);
	await guest.sees('Anhörung: Schulplätze im laufenden Schuljahr');
	await guest.sees('Versorgungslücke: nicht freigegeben');
	await guest.press('Zusagen');
	await guest.sees('Bisher: Zugesagt');
});

test('the data protection officer checks the log and sees who read an analysis', async () => {
	const reader = await visit(browser, hub.url, 'mitglied');
	await reader.follow('Einzelfallanalysen', /cases/);
	await reader.follow(/Sprachkurs scheitert an der Betreuung/, /cases\/.+/);

	const officer = await visit(browser, hub.url, 'datenschutz');
	await officer.follow(/E-\d{4}-\d{3}/, /cases\/.+/);
	await officer.sees('Diese Analyse wurde zurückgerufen');
	await officer.follow('Ereignisprotokoll', /audit/);
	expect(await officer.page.getByRole('textbox').count()).toBeLessThan(4); // filters only: nothing to edit
	await officer.press('Kette jetzt prüfen');
	await officer.sees(/Die Kette ist unversehrt: [\d.]+ Ereignisse geprüft/);
	await officer.page.getByLabel('Art', { exact: true }).selectOption({ label: 'Einzelfallanalyse' });
	await officer.press('Anzeigen');
	await officer.page
		.getByRole('row', { name: /gelesen.*Olaf Wessels/ })
		.first()
		.waitFor();
});

test('an administrator invites a colleague, whose link sets a password once', async () => {
	const admin = await visit(browser, hub.url, 'admin');
	const address = 'nina.berger@traeger.example';
	await admin.follow(/Personen Einladen/, /admin\/people/);
	await admin.follow('Person einladen', /people\/new/);
	await admin.page.fill('[name=email]', address);
	await admin.page.fill('[name=name]', 'Nina Berger');
	await admin.page.locator('select[name=organisationId]').selectOption({ label: 'Weitblick gGmbH (Träger B)' });
	await admin.page.getByRole('checkbox', { name: /Fallmanagement/ }).check({ force: true });
	await admin.press('Einladung senden');
	await admin.sees('Nina Berger');

	const link = await linkInMail(address, '/invitation/');
	const page = await anonymous();
	await page.goto(link);
	await page.getByText('Guten Tag Nina Berger').waitFor();
	await page.fill('[name=password]', newPassword);
	await page.fill('[name=passwordAgain]', newPassword);
	await page.getByRole('button', { name: 'Passwort festlegen' }).click();
	await page.getByRole('link', { name: /anmeld/i }).click();
	await page.fill('[name=email]', address);
	await page.fill('[name=password]', newPassword);
	await page.getByRole('button', { name: 'Anmelden' }).click();
	await page.getByRole('heading', { name: 'Guten Tag, Nina Berger' }).waitFor();

	const again = await anonymous();
	await again.goto(link);
	await again.getByText(/Link gilt nicht mehr|nicht mehr gültig/i).waitFor();
	expect(await again.locator('[name=password]').count()).toBe(0);
});

test('who forgot the password sets a new one by mail and is logged out everywhere', async () => {
	const elsewhere = await visit(browser, hub.url, 'fallmanagement-b');
	const address = 'fallmanagement-b@demo.lueckenlos.example';
	const page = await anonymous();
	await page.goto(`${hub.url}/login`);
	await page.getByRole('link', { name: /vergessen/ }).click();
	await page.waitForURL(/reset/);
	await page.fill('[name=email]', address);
	await page.getByRole('button', { name: 'Link anfordern' }).click();
	await page.getByText('Bitte sehen Sie in Ihr Postfach').waitFor();

	const link = await linkInMail(address, '/reset/');
	await page.goto(link);
	await page.fill('[name=password]', newPassword);
	await page.fill('[name=passwordAgain]', newPassword);
	await page.getByRole('button', { name: /Passwort/ }).click();
	await page.getByRole('link', { name: /anmeld/i }).click();
	await page.fill('[name=email]', address);
	await page.fill('[name=password]', newPassword);
	await page.getByRole('button', { name: 'Anmelden' }).click();
	await page.getByRole('heading', { name: `Guten Tag, ${people['fallmanagement-b'].name}` }).waitFor();
	await elsewhere.page.waitForURL(/login/);
});

test('the second coordinator approves a measure and queries a sender, whose bell rings at once', async () => {
	const sender = await visit(browser, hub.url, 'fallmanagement-a');
	const bell = sender.page.getByRole('link', { name: /Eingang/ }).first();
	const before = await bell.innerText();

	const office = await visit(browser, hub.url, 'koordination-2');
	await office.follow(/MA-2026-005/, /measures\/.+/);
	await office.press('Abnehmen');
	await office.sees('Abgenommen');
	await office.follow('Meldungseingang', /intake/);
	await office.follow(/Am Wochenende ist für Frauen/, /intake\/.+/);
	await office.page.locator('summary', { hasText: 'Rückfrage stellen' }).click();
	await office.page.fill('[name=question]', 'In welchen Orten wurde ein Platz gesucht?');
	await office.press(/Rückfrage/);
	await office.page.waitForURL(/intake.*done=/);

	await sender.page.getByText('Neue Nachricht im Eingang').last().waitFor();
	await expect.poll(() => bell.innerText()).not.toBe(before);
	await bell.click();
	await sender.page.waitForURL(/inbox/);
	await sender.sees(/Rückfrage/);
});

test('a message that arrives does not give up the page that was clicked on', async () => {
	const reader = await visit(browser, hub.url, 'koordination');
	const sender = await visit(browser, hub.url, 'fallmanagement-a');
	await sender.open('/reports/new');
	let arrived = () => {};
	const message = new Promise<void>((resolve) => (arrived = resolve));
	await reader.page.route('**/gaps/__data.json*', async (route) => {
		await message;
		await route.continue();
	});
	await reader.page.getByRole('link', { name: 'Lückenregister' }).first().click();

	await sender.page.fill('[name=text]', 'In den Ferien gibt es für Schulkinder keinen Sprachkurs.');
	await sender.page.getByRole('radio', { name: 'Sprache', exact: true }).check({ force: true });
	await sender.page.getByRole('radio', { name: 'Angebot fehlt' }).check({ force: true });
	await sender.page.getByRole('checkbox', { name: /SGB VIII/ }).check({ force: true });
	await send(sender);
	await reader.page.getByText('Neue Nachricht im Eingang').last().waitFor();
	arrived();
	await reader.page.waitForURL(/gaps/);
});
