/** The committee at a tablet: a member does all that is expected of her by following the start page; a circulation vote to the minutes. */
import type { Browser } from 'playwright-core';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endCirculations } from '#concepts/steering/jobs.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { openDatabase, useDatabase } from '#platform/database.server.ts';
import { launchBrowser } from '../browser.ts';
import { startHub, type Hub } from './hub.ts';
import { visit, type Visitor } from './visitor.ts';

let hub: Hub;
let browser: Browser;
let db: Client;
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
	db = new Client({ connectionString: hub.databaseUrl });
	await db.connect();
});
afterAll(async () => {
	await db?.end();
	await browser?.close();
	await hub?.stop();
});
const tablet = { width: 820 } as const;
const shot = async (v: Visitor, name: string) => {
	const folder = process.env.SHOTS;
	if (folder) await v.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
	const fits = await v.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
	expect([name, fits]).toEqual([name, true]);
};
const rows = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
	(await db.query<T>(text, values)).rows;

test('a member who has never seen the hub votes, looks at the decisions, wants to talk about one, confirms the minutes', async () => {
	// she was not there last time; all members are asked to approve those minutes
	const { 0: held } = await rows<{ id: string }>(
		`select m.id from meeting m join body b on b.id = m.body_id where b.kind = 'steering_committee' and m.minutes_state = 'under_review'`
	);
	const asked = await hub.post(
		`/meetings/${held!.id}/minutes?/ask_members`,
		{ approvalUntil: addDays(today(), 6) },
		await hub.login('koordination')
	);
	expect(asked.status).toBe(303);
	const member = await visit(browser, hub.url, 'lenkung', tablet);
	await member.page.setViewportSize({ width: 820, height: 1180 });
	// the start page leads there
	await member.sees('Im Umlauf abstimmen');
	await member.page
		.getByRole('main')
		.getByRole('link', { name: /Lenkungsgruppe/ })
		.first()
		.click();
	await member.page.waitForURL(/\/steering$/);
	await member.sees('Was von Ihnen erwartet wird');
	await shot(member, 'cockpit');

	// a vote, two taps and back
	await member.page
		.getByRole('link', { name: /Im Umlauf abstimmen/ })
		.first()
		.click();
	await member.page.waitForURL(/circulations\/[0-9a-f-]{36}/);
	await shot(member, 'circulation');
	await member.page.getByRole('radio', { name: 'Ja', exact: true }).check({ force: true });
	await member.press('Stimme abgeben');
	await member.sees(/Sie haben mit „Ja“ gestimmt/);
	await member.page.getByRole('link', { name: 'Lenkungsgruppe', exact: true }).last().click();
	await member.page.waitForURL(/\/steering$/);

	// each resolution with cost, unit and due, its one page behind it
	const lines = member.page.locator('article[id^="proposal-"]');
	expect(await lines.count()).toBeGreaterThanOrEqual(2);
	for (const line of await lines.all()) {
		const text = await line.innerText();
		for (const word of ['Kosten', 'Federführung', 'Umgesetzt bis']) expect(text).toMatch(new RegExp(word, 'i'));
	}
	// what a member of the group does not follow is marked, its words one tap away
	const marked = member.page.locator('article', { hasText: 'Vorläufige Leistung' });
	await marked.getByRole('link', { name: '1 Sondervotum' }).click();
	await member.page.waitForURL(/one-page#dissents$/);
	await member.sees('verschiebt den Streit nur auf die Abrechnung');
	await shot(member, 'one-page-dissent');
	await member.open('/steering');
	await member.page
		.getByRole('link', { name: /Merkblatt zur Frühförderung/ })
		.first()
		.click();
	await member.page.waitForURL(/one-page$/);
	await member.sees('Eltern bekommen an drei Stellen drei verschiedene Auskünfte');
	await shot(member, 'one-page');
	// from there to the evidence
	await member.page.getByRole('main').getByRole('link', { name: /^L-/ }).first().click();
	await member.page.waitForURL(/gaps\//);
	await member.open('/steering');

	// she wants to talk about it: one tap, with a word
	const leaflet = member.page.locator('article', { hasText: 'Merkblatt zur Frühförderung' });
	expect(await leaflet.innerText()).toContain('Zustimmungsliste');
	await leaflet.locator('[name=word]').fill('Wer übersetzt?');
	await leaflet.getByRole('button', { name: /darüber sprechen/i }).click();
	await member.page.waitForURL(/done=pull/);
	await member.sees(/möchte darüber sprechen: „Wer übersetzt\?“/);

	// the last minutes, read and confirmed on the spot
	await member.page.getByText('Niederschrift lesen').first().click();
	await member.page.locator('article.minutes').first().waitFor();
	await member.press('Niederschrift bestätigen');
	await member.page.waitForURL(/done=minutes/);
	await member.sees('Ihre Bestätigung der Niederschrift ist eingetragen');
	expect(await member.page.getByRole('heading', { name: 'Niederschrift zu bestätigen' }).count()).toBe(0);
	await shot(member, 'cockpit-done');

	// the others see who pulled it, and it is not on the consent list any more
	const office = await visit(browser, hub.url, 'koordination', tablet);
	await office.open('/steering');
	await office.follow('Beschlussliste', /steering\/[0-9a-f-]{36}/);
	await office.sees(/Ruth Overbeck möchte darüber sprechen/);
	await shot(office, 'lists');
});

test('a circulation vote goes from its start to the next minutes', async () => {
	const office = await visit(browser, hub.url, 'koordination', tablet);
	await office.open('/proposals?state=admitted');
	await office.page
		.getByRole('link', { name: /Gemeinsame Unterlagenliste in allen Kommunen/ })
		.first()
		.click();
	await office.page.waitForURL(/proposals\/[0-9a-f-]{36}$/);
	await office.follow('Umlaufbeschluss starten', /circulations\/new/);
	await office.page.fill('[name=untilOn]', addDays(today(), 2));
	await office.page.fill('[name=reason]', 'Die Formulare werden im nächsten Monat gedruckt.');
	const contact = office.page.locator('select[name=contactId]');
	await contact.selectOption(await contact.locator('option', { hasText: 'Sven Kramer' }).getAttribute('value'));
	await office.page.fill('[name=measureDueOn]', addDays(today(), 150));
	await shot(office, 'circulate');
	// what the browser itself would refuse the server refuses, too
	await office.page.locator('form[action*=start]').evaluate((form: HTMLFormElement) => (form.noValidate = true));
	await office.press('Abstimmung starten');
	// too short a period is refused, and what was typed is still there
	await office.sees(/Die Frist beträgt mindestens 7 Tage/);
	expect(await office.page.inputValue('[name=reason]')).toContain('gedruckt');
	await office.page.fill('[name=untilOn]', addDays(today(), 8));
	await office.press('Abstimmung starten');
	await office.page.waitForURL(/circulations\/[0-9a-f-]{36}/);
	const place = office.path();
	const id = place.split('/').at(-1)!;

	const chair = await visit(browser, hub.url, 'vorsitz', tablet);
	await chair.page
		.getByRole('main')
		.getByRole('link', { name: /Gemeinsame Unterlagenliste/ })
		.first()
		.click();
	await chair.page.waitForURL((u) => u.pathname === place);
	await chair.page.getByRole('radio', { name: 'Nein', exact: true }).check({ force: true });
	await chair.press('Stimme abgeben');
	await chair.page.getByRole('radio', { name: 'Ja', exact: true }).check({ force: true });
	await chair.page.fill('[name=reason]', 'Nach Rücksprache einverstanden.');
	await chair.press('Stimme ändern');
	await chair.sees(/Sie haben mit „Ja“ gestimmt/);
	const member = await visit(browser, hub.url, 'lenkung', tablet);
	await member.open(place);
	await member.page.getByRole('radio', { name: 'Enthaltung' }).check({ force: true });
	await member.press('Stimme abgeben');
	await member.sees(/1 Ja, 0 Nein, 1 Enthaltung(?!en)/);
	await shot(member, 'circulation-voted');

	// the last day passes, and the job of the night comes by
	await rows(`update circulation set until_on = current_date - 1 where id = $1`, [id]);
	const opened = await openDatabase({ url: hub.databaseUrl, max: 2, migrations: false });
	useDatabase(opened);
	await endCirculations();
	useDatabase(undefined);
	await opened.close();
	await office.open(place);
	await office.sees('Angenommen');
	await office.page.getByRole('main').getByRole('link', { name: /^LG-/ }).first().click();
	await office.page.waitForURL(/decisions\//);
	const number = await office.page.locator('h1, .number').allInnerTexts();
	const own = number.join(' ').match(/LG-\d{4}\/[12]-B\d+/)![0];
	await office.sees(/1 Ja, 0 Nein, 1 Enthaltung(?!en)/);
	await shot(office, 'decision');

	// in the history, on the control list, and on the agenda of the next meeting, with its wording in the minutes
	await office.open('/decisions');
	await office.sees('Zwischen den Sitzungen, im Umlauf');
	await office.open('/control-list?tab=open');
	await office.sees(own);
	const { 0: next } = await rows<{ id: string; minutes: string }>(
		`select m.id, m.minutes from meeting m join agenda_item i on i.meeting_id = m.id where i.title like $1`,
		[`%${own}%`]
	);
	expect(next!.minutes).toContain('Alle Sozialämter im Kreis verwenden die gemeinsame Unterlagenliste');
	await office.open(`/meetings/${next!.id}`);
	await office.sees(new RegExp(`Umlaufbeschluss ${own.replace('/', '\\/')}`));
});
