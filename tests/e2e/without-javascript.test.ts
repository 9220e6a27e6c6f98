/** Where scripts are off or have not arrived: the forms work, and a refusal keeps what was typed. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { startHub, type Hub } from './hub.ts';
import { visit } from './visitor.ts';

let hub: Hub;
let browser: Browser;
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await hub?.stop();
});
const plainly = { javaScriptEnabled: false } as const;
/** What the field says to somebody who does not see: is it wrong, and why? */
const saidAt = async (page: Page, name: string) => {
	const field = page.locator(`[name="${name}"]`).first();
	const by = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
	const texts = await Promise.all(by.map((id) => page.locator(`[id="${id}"]`).innerText()));
	return { invalid: await field.getAttribute('aria-invalid'), why: texts.join(' ') };
};

test('a report is refused with the sentence at the field, keeps what was typed, and is sent when complete', async () => {
	const sender = await visit(browser, hub.url, 'fallmanagement-a', { ...plainly, width: 390 });
	await sender.follow('Melden', /reports\/new/);
	const missing = 'Im Winter fährt der Anrufbus nicht bis zur Unterkunft.';
	await sender.page.fill('[name=text]', missing);
	// the browser's own check would stop it before the server sees it
	await sender.page.locator('form').evaluateAll((forms) => forms.forEach((f) => f.setAttribute('novalidate', '')));
	await sender.press('Meldung senden');
	expect(await sender.page.inputValue('[name=text]')).toBe(missing);
	const { why } = await saidAt(sender.page, 'gapType');
	const page = await sender.page.getByRole('main').innerText();
	expect(page).toMatch(/Bitte/);
	expect(why + page).toMatch(/Art der Lücke|Bitte wählen Sie/);

	await sender.page
		.getByRole('radio', { name: 'Ankommen', exact: true })
		.or(sender.page.getByRole('radio', { name: 'Sprache', exact: true }))
		.first()
		.check({ force: true });
	await sender.page.getByRole('radio', { name: 'Zugangshürde' }).check({ force: true });
	await sender.page.getByRole('checkbox', { name: /SGB VIII/ }).check({ force: true });
	await sender.press('Meldung senden');
	const anyway = sender.page.getByRole('button', { name: /Nichts davon passt/ });
	if (await anyway.count()) await anyway.click();
	await sender.page.waitForURL(/reports\/[0-9a-f-]{36}/);
	await sender.sees(missing);
});

test('an empty field says so by aria-invalid and a sentence it is described by', async () => {
	const sender = await visit(browser, hub.url, 'fallmanagement-a', plainly);
	await sender.open('/profile');
	await sender.page.locator('form').evaluateAll((forms) => forms.forEach((f) => f.setAttribute('novalidate', '')));
	await sender.page.fill('[name=name]', '');
	await sender.page
		.locator('form', { has: sender.page.locator('[name=name]') })
		.getByRole('button')
		.first()
		.click();
	const said = await saidAt(sender.page, 'name');
	expect(said.invalid).toBe('true');
	expect(said.why).toMatch(/[A-ZÄÖÜ].*\./);
});

test('a coordinator takes a report from the queue and makes a gap of it', async () => {
	const office = await visit(browser, hub.url, 'koordination', plainly);
	await office.follow('Meldungseingang', /intake/);
	await office.follow(/Anrufbus/, /intake\/.+/);
	await office.page.getByText('Neue Versorgungslücke anlegen').click();
	await office.page.fill('[name=title]', 'Anrufbus im Winter');
	await office.press('Lücke anlegen und zuordnen');
	await office.page.waitForURL(/intake.*done=/);
	await office.open('/gaps?q=Anrufbus');
	await office.follow('Anrufbus im Winter', /gaps\/.+/);
	await office.sees(/L-\d{4}-\d{3}/);
});

test('an agenda is written, ordered and sent, the meeting opened, a note taken', async () => {
	const office = await visit(browser, hub.url, 'koordination', plainly);
	await office.follow('Sitzungen', /meetings/);
	await office.follow('Sitzung anlegen', /meetings\/new/);
	await office.page.locator('select[name=bodyId]').selectOption({ label: 'Bausteinübergreifende Arbeitsgruppe' });
	await office.page.fill('[name=title]', 'Sitzung ohne Skripte');
	await office.page.fill(
		'[name=startsAt]',
		`${new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)}T10:00`
	);
	await office.press('Entwurf anlegen');
	await office.page.waitForURL(/meetings\/[0-9a-f-]{36}/);
	const meeting = /\/meetings\/[0-9a-f-]{36}/.exec(office.path())![0];
	await office.open(`${meeting}/agenda`);
	const form = office.page.locator('form[action="?/add"]');
	for (const title of ['Erster Punkt', 'Zweiter Punkt']) {
		await form.locator('[name=title]').fill(title);
		await form.getByRole('button').last().click();
		await office.sees(title);
	}
	const up = office.page.getByRole('button', { name: /Zweiter Punkt.*nach oben|nach oben.*Zweiter Punkt/i });
	await up.first().click();
	const text = await office.page.getByRole('main').innerText();
	expect(text.indexOf('Zweiter Punkt')).toBeLessThan(text.indexOf('Erster Punkt'));
	await office.open(meeting);
	await office.press('Termin festlegen');
	await office.follow(/^Einlad/, /invit/);
	await office.press(/einladen|Einladung.*senden|Einladen/i);
	await office.open(meeting);
	await office.press('Sitzung eröffnen');
	await office.open(meeting);
	await office.sees('Läuft');
	await office.open(`${meeting}/minutes`);
	const note = office.page.getByRole('region', { name: 'Notiz ergänzen' });
	await note.locator('[name=itemId]').selectOption({ label: 'TOP 2: Erster Punkt' });
	await note.locator('[name=text]').fill('Alle sind **begrüßt**.');
	await office.press('Notiz ergänzen');
	await office.sees('Das Protokoll ist gespeichert.');
	expect(await office.page.locator('article.minutes').innerText()).toMatch(/TOP 2: Erster Punkt\s+Alle sind begrüßt\./);
});

test('the language changes, and whoever logs out is out', async () => {
	const member = await visit(browser, hub.url, 'mitglied', plainly);
	await member.open('/profile');
	await member.page.getByRole('radio', { name: 'English' }).check({ force: true });
	await member.page
		.locator('form', { has: member.page.locator('[name=locale]') })
		.getByRole('button')
		.last()
		.click();
	await member.page.waitForLoadState();
	expect(await member.page.locator('html').getAttribute('lang')).toBe('en');
	await member.page
		.locator('form[action*=logout] button, button[formaction*=logout]')
		.first()
		.evaluate((b: HTMLElement) => b.click());
	await member.page.waitForURL(/login/);
	await member.page.goto(`${hub.url}/gaps`);
	expect(member.path()).toBe('/login');
});
