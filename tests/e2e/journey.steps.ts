/** From a report on a phone to the answer its sender reads: eight people, by clicking. */
import type { Browser } from 'playwright-core';
import { visit, type Visitor } from './visitor.ts';

const missing =
	'In der Mittagszeit betreut niemand die Kinder am Kursort, deshalb brechen Eltern den Integrationskurs ab.';
const gapTitle = 'Mittagsbetreuung im Integrationskurs';
const proposalTitle = 'Kurse mit Betreuung über Mittag';
const meetingTitle = 'Lenkungsgruppe, außerordentlich';
const asked = 'Die Lenkungsgruppe beschließt Kurse mit Betreuung über Mittag in allen Regionen.';
const decided = 'Kurse mit Betreuung über Mittag werden in drei Kommunen erprobt.';
const progress = 'Die ersten Räume sind gefunden, zwei Betreuungskräfte haben zugesagt.';
const answer = 'Ihre Meldung hat zu einem Beschluss geführt: Kurse mit Betreuung über Mittag werden erprobt.';
/** As people do: words into the search, then the hit. */
async function find(visitor: Visitor, words: string, to: RegExp): Promise<void> {
	await visitor.page.getByRole('searchbox').first().fill(words);
	await visitor.page.keyboard.press('Enter');
	await visitor.page.waitForURL(/search/);
	await visitor.follow(new RegExp(words), to);
}
const inDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

/** `done` is told each part that was reached. @returns the address of the gap's thread and what the sender read */
export async function fromReportToAnswer(
	browser: Browser,
	url: string,
	done: (part: string) => void
): Promise<{ thread: string; read: string }> {
	const sender = await visit(browser, url, 'fallmanagement-a', { width: 390 });
	await sender.follow('Melden', /reports\/new/);
	await sender.page.fill('[name=text]', missing);
	await sender.page.getByRole('radio', { name: 'Sprache', exact: true }).check({ force: true });
	await sender.page.getByRole('radio', { name: 'Zugangshürde' }).check({ force: true });
	await sender.page.getByRole('checkbox', { name: /SGB VIII/ }).check({ force: true });
	await sender.press('Meldung senden');
	await sender.sees('Ist das schon bekannt?');
	await sender.press('Nichts davon passt – Meldung senden');
	await sender.page.waitForURL(/reports\/[0-9a-f-]{36}/);
	done('reported');

	const office = await visit(browser, url, 'koordination');
	await office.follow('Meldungseingang', /intake/);
	await office.follow(/In der Mittagszeit betreut/, /intake\/.+/);
	await office.page.locator('summary', { hasText: 'Neue Versorgungslücke anlegen' }).click();
	await office.page.fill('[name=title]', gapTitle);
	await office.press('Lücke anlegen und zuordnen');
	await office.page.waitForURL(/intake.*done=/);
	done('assigned');

	const other = await visit(browser, url, 'fallmanagement-b');
	await other.follow('Lückenregister', /gaps/);
	await other.page.getByRole('main').getByRole('searchbox').fill('Mittagsbetreung');
	await other.press('Anzeigen');
	await other.follow(new RegExp(gapTitle), /gaps\/.+/);
	await other.page.getByRole('main').getByText('Betrifft uns auch').first().click();
	await other.page.getByRole('button', { name: 'So bestätigen' }).click();
	await other.page.waitForURL(/joined/);
	done('confirmed by another carrier');

	await find(office, gapTitle, /gaps\/.+/);
	await office.press('Bestätigen');
	await office.page
		.locator('details', { has: office.page.locator('select[name=bodyId]') })
		.locator('summary')
		.click();
	await office.page.locator('select[name=bodyId]').selectOption({ label: 'Bausteinübergreifende Arbeitsgruppe' });
	await office.press('Gruppe zuordnen');
	done('in a group');

	const member = await visit(browser, url, 'mitglied');
	await member.follow('Lösungsvorschläge', /proposals/);
	await member.follow(/Vorschlag beginnen|Vorschlag anlegen/, /proposals\/new/);
	await member.page.locator('select[name=bodyId]').selectOption({ label: 'Bausteinübergreifende Arbeitsgruppe' });
	await member.page.fill('[name=title]', proposalTitle);
	await member.page.getByRole('checkbox', { name: new RegExp(gapTitle) }).check({ force: true });
	await member.press('Vorschlag anlegen');
	await member.page.waitForURL(/proposals\/[0-9a-f-]{36}/);
	for (const part of [
		'problem',
		'solution',
		'alternatives',
		'money',
		'staff',
		'it',
		'dataProtection',
		'competence',
		'indicator'
	])
		await member.page
			.locator(`#part-${part} .live-text`)
			.fill('Kurse mit Betreuung werden an wechselnden Orten angeboten.');
	await member.page.locator('#part-resolution .live-text').fill(asked);
	await member.page.getByLabel('Federführung').selectOption({ label: 'Jobcenter Kreis Steinfurt' });
	await member.page.getByLabel('Umgesetzt bis').fill(inDays(200));
	await member.page.getByLabel('Umgesetzt bis').blur();
	await member.page.getByRole('status').filter({ hasText: 'Gespeichert' }).first().waitFor();
	done('proposal written');

	await find(office, proposalTitle, /proposals\/.+/);
	for (const step of ['Als Gruppe empfehlen', 'Bei der Geschäftsstelle einreichen', 'Zur Beschlussfassung zulassen'])
		await office.press(step);
	await office.follow('Sitzungen', /meetings/);
	await office.follow('Sitzung anlegen', /meetings\/new/);
	await office.page.locator('select[name=bodyId]').selectOption({ label: 'Lenkungsgruppe KIM' });
	await office.page.fill('[name=title]', meetingTitle);
	await office.page.fill('[name=startsAt]', `${inDays(20)}T10:00`);
	await office.page.fill('[name=place]', 'Kreishaus');
	await office.press('Entwurf anlegen');
	await office.page.waitForURL(/meetings\/[0-9a-f-]{36}/);
	await find(office, proposalTitle, /proposals\/.+/);
	const sitting = office.page.locator('select[name=meetingId]');
	await sitting.selectOption(await sitting.locator('option', { hasText: meetingTitle }).getAttribute('value'));
	await office.press('Für eine Sitzung vorsehen');
	await office.follow('Sitzungen', /meetings/);
	await office.follow(meetingTitle, /meetings\/.+/);
	await office.press('Termin festlegen');
	await office.follow(/^Einlad/, /invit/);
	await office.sees(/Petra Lange/);
	await office.press(/einladen|Einladung.*senden|Einladen/i);
	done('committee invited');

	const chair = await visit(browser, url, 'vorsitz');
	await chair.follow(meetingTitle, /meetings\/.+/);
	await chair.press('Sitzung eröffnen');
	const sits = chair.path().replace(/\/run$/, '');
	await chair.open(`${sits}/run`);
	for (const person of await chair.page.locator('select[name^="attendance:"]').all())
		await person.selectOption('present');
	await chair.press('Anwesenheit speichern');
	await chair.open(sits);
	await chair.follow(new RegExp(proposalTitle), /proposals\/.+/);
	await chair.follow(/Beschluss fassen|Beschließen|Entscheiden|Beschluss festhalten/, /decisions\/new/);
	await chair.page.getByRole('radio', { name: /Mit Änderungen angenommen/ }).check({ force: true });
	await chair.page.fill('[name=wording]', decided);
	const contact = chair.page.locator('select[name=contactId]');
	await contact.selectOption(await contact.locator('option', { hasText: 'Sven Kramer' }).getAttribute('value'));
	await chair.press('Beschluss festhalten');
	await chair.page.waitForURL(/decisions\/[0-9a-f-]{36}/);
	await chair.sees(asked);
	await chair.sees(decided);
	done('decided with changes');

	const unit = await visit(browser, url, 'federfuehrung');
	await unit.follow('Maßnahmen', /measures/);
	await unit.follow(new RegExp(proposalTitle), /measures\/.+/);
	await unit.press('Auftrag annehmen');
	await unit.page.fill('[name=text]', progress);
	await unit.page.fill('[name=nextStep]', 'Die dritte Kommune wird gefragt.');
	await unit.press('Sachstand melden');
	await unit.sees(progress);
	done('unit has reported');

	await find(office, gapTitle, /gaps\/.+/);
	await office.page.fill('#feedback-text', answer);
	await office.press('Rückmeldung senden');
	done('feedback given');

	await sender.follow('Beiträge', /contributions/);
	await sender.sees(answer);
	const read = await sender.page.getByRole('main').innerText();
	await sender.follow(new RegExp(gapTitle), /gaps\/.+/);
	await sender.follow('Roter Faden', /thread/);
	await sender.sees(decided);
	done('sender has read the answer');
	return { thread: sender.path(), read };
}
