/** One meeting, four browsers: from the group's template to approved minutes, written together. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { textOf } from '../pdf-text.ts';
import { startHub, type Hub } from './hub.ts';
import {
	addItem,
	announced,
	documentOf,
	fromMenu,
	inDays,
	itemsOf,
	keptOnDevice,
	newMeeting,
	openDocument,
	retitle,
	says,
	stateOf,
	textOfItem,
	titlesIn,
	toTheEnd,
	written
} from './live.steps.ts';
import { entryOf, unzipped } from './papers.ts';
import { visit, type Visitor } from './visitor.ts';

const body = 'Themengruppe Rechtskreiswechsel';
const title = 'Themengruppe, zweites Treffen';
const decision = 'Die Fristen werden mit dem Jobcenter abgestimmt.';
const task = 'Liste der Fristen anlegen';
const late = 'Das kam zu spät.';
let hub: Hub;
let browser: Browser;
let office: Visitor;
let chair: Visitor;
let member: Visitor;
/** On a phone. */
let other: Visitor;
let meeting = '';
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
	office = await visit(browser, hub.url, 'koordination');
	chair = await visit(browser, hub.url, 'koordination-2');
	member = await visit(browser, hub.url, 'mitglied');
	other = await visit(browser, hub.url, 'fallmanagement-b', { width: 390 });
});
afterAll(async () => {
	await browser?.close();
	await hub?.stop();
});
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });
const everybody = () => [office, chair, member, other];
const shot = async (v: Visitor, name: string) => {
	if (process.env.SHOTS) await v.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

/** What is written live is on the other pages a little later. */
const expectOn = async (v: Visitor, path: string, words: string) => {
	const read = async () => {
		await v.open(path);
		return v.page.getByRole('main').innerText();
	};
	await expect.poll(read, { timeout: 30_000, interval: 2000 }).toContain(words);
};

test('a new meeting begins with the agenda that its group has saved as template', async () => {
	const first = await newMeeting(office, body, 'Themengruppe, erstes Treffen');
	await openDocument(office, `${first}/agenda`);
	await addItem(office, 'Begrüßung');
	await addItem(office, 'Stand der Aufgaben');
	await office.press('Als Vorlage für diese Gruppe speichern');
	await office.sees('Weitere Sitzungen dieses Gremiums beginnen mit dieser Tagesordnung.');
	meeting = await newMeeting(office, body, title);
	await openDocument(office, `${meeting}/agenda`);
	expect(await titlesIn(office)).toEqual(['Begrüßung', 'Stand der Aufgaben']);
});

test('two write the agenda at once and see each other', async () => {
	await openDocument(chair, `${meeting}/agenda`);
	await documentOf(chair).getByText('Jana Vogt').first().waitFor();
	await retitle(office, 2, 'Offene Aufgaben');
	await addItem(chair, 'Fristen beim Wechsel zum Jobcenter');
	await eventually(() => titlesIn(chair)).toEqual([
		'Begrüßung',
		'Offene Aufgaben',
		'Fristen beim Wechsel zum Jobcenter'
	]);
	await eventually(() => titlesIn(office)).toEqual(await titlesIn(chair));

	const third = itemsOf(office).nth(2);
	await third.getByLabel(/^Art: TOP 3/).selectOption({ label: 'Beschluss' });
	await third.getByLabel(/^Minuten: TOP 3/).fill('30');
	await third.getByLabel(/^Berichterstattung: TOP 3/).fill('Levin Hartmann');
	await office.page.getByRole('button', { name: 'TOP 3: Fristen beim Wechsel zum Jobcenter nach oben' }).click();
	await announced(office).getByText('TOP 3 ist jetzt TOP 2 von 3').waitFor({ state: 'attached' });
	const moved = itemsOf(chair).nth(1);
	await moved.getByText('Fristen beim Wechsel').first().waitFor();
	await eventually(() => moved.getByLabel(/^Minuten: TOP 2/).inputValue()).toBe('30');
	expect(await moved.getByLabel(/^Art: TOP 2/).inputValue()).toBe('decision');
	expect(await moved.getByLabel(/^Berichterstattung: TOP 2/).inputValue()).toBe('Levin Hartmann');
	await says(office, 'Gespeichert');
	await shot(office, 'agenda-1280');
});

test('those invited keep the agenda as it was; what is changed later is an addendum', async () => {
	await office.open(meeting);
	await office.press('Termin festlegen');
	await office.open(`${meeting}/invite`);
	await office.page.locator('select[name=accountId]').selectOption({ label: 'Tarek Aslan' });
	await office.press('Gast vormerken');
	await office.press(/Einladung an \d+ Personen senden/);
	await openDocument(office, `${meeting}/agenda`);
	await retitle(office, 3, 'Offene Aufgaben und Fristen');
	await says(office, 'Gespeichert');

	await expectOn(other, meeting, 'Nachtrag zur Tagesordnung');
	await other.sees('Geändert: Offene Aufgaben und Fristen');
	await other.page.getByText(/^Tagesordnung laut Einladung vom/).click();
	const invited = other.page.locator('details', { hasText: 'Tagesordnung laut Einladung' }).getByRole('listitem');
	expect(await invited.allInnerTexts()).toEqual([
		'Begrüßung (10 Min.)',
		'Fristen beim Wechsel zum Jobcenter (30 Min.)',
		'Offene Aufgaben (10 Min.)'
	]);
	await shot(other, 'overview-390');
});

test('the called item stands out for all, its time in words', async () => {
	await chair.open(meeting);
	await chair.press('Sitzung eröffnen');
	await openDocument(chair, `${meeting}/run`);
	for (const v of [member, other]) await openDocument(v, `${meeting}/minutes`);
	await chair.press(/^Aufrufen ?: Fristen beim Wechsel/);
	for (const v of [chair, member, other]) {
		const called = itemsOf(v).and(v.page.locator('[aria-current=step]'));
		await called.getByText('Fristen beim Wechsel').first().waitFor();
		await called.getByRole('timer').getByText('Läuft seit 0 von 30 Min. – noch 30 Min.').waitFor();
		await called.getByText('Aufgerufen').waitFor();
	}
	for (const select of await chair.page.locator('select[name^="attendance:"]').all()) {
		const label = await select.evaluate((e) => (e as HTMLSelectElement).labels[0]!.textContent);
		await select.selectOption({ label: /Tarek|Carla|Emil/.test(label) ? 'Entschuldigt' : 'Anwesend' });
	}
	await chair.press('Anwesenheit speichern');
	await shot(chair, 'run-1280');
	await shot(other, 'minutes-390');
});

test('four type in the same line at once, and no letter is lost', async () => {
	for (const v of [office, chair]) await openDocument(v, `${meeting}/minutes`);
	const letters = ['1', '2', '3', '4'];
	await toTheEnd(chair, 2);
	await chair.page.keyboard.type('Gesagt wurde: ');
	await says(chair, 'Gespeichert');
	for (const v of everybody()) await itemsOf(v).nth(1).getByText('Gesagt wurde:').waitFor();
	await Promise.all(everybody().map((v) => toTheEnd(v, 2)));
	await Promise.all(everybody().map((v, i) => v.page.keyboard.type(letters[i]!.repeat(60), { delay: 20 })));
	for (const v of everybody()) await says(v, 'Gespeichert');
	const lineOf = async (v: Visitor) => (await written(textOfItem(v, 2).locator('> p')))[1]!;
	const counted = async () => {
		const text = await lineOf(chair);
		return letters.map((letter) => text.split(letter).length - 1);
	};
	await eventually(counted).toEqual([60, 60, 60, 60]);
	for (const v of everybody()) await eventually(() => lineOf(v)).toBe(await lineOf(chair));
	await shot(office, 'four-1280');
	await shot(other, 'four-390');
});

test('who loses the network is told the truth, writes on, and all of it comes together', async () => {
	await toTheEnd(other, 3);
	await other.page.keyboard.press('Enter');
	await other.page.context().setOffline(true);
	await other.page.keyboard.type('Im Zug geschrieben.');
	await says(other, 'Offline – auf diesem Gerät gesichert');
	expect(await keptOnDevice(other)).toBeGreaterThan(0);
	await toTheEnd(member, 3);
	await member.page.keyboard.press('Enter');
	await member.page.keyboard.type('Im Saal geschrieben.');
	await says(member, 'Gespeichert');
	expect(await textOfItem(member, 3).innerText()).not.toContain('Im Zug');
	await shot(other, 'offline-390');
	await other.page.waitForTimeout(12_000); // longer than the page takes to ask for news
	await says(other, 'Offline – auf diesem Gerät gesichert');
	await other.page.keyboard.type(' Und im Tunnel.');
	await other.page.context().setOffline(false);
	await says(other, 'Gespeichert');
	for (const v of everybody())
		for (const sentence of ['Im Zug geschrieben. Und im Tunnel.', 'Im Saal geschrieben.'])
			await itemsOf(v).nth(2).getByText(sentence).waitFor();
	await eventually(() => keptOnDevice(other)).toBe(0);
});

test('decision, task, mention and reference are written in the text; a guest reads what he may', async () => {
	await toTheEnd(chair, 2);
	await chair.page.keyboard.press('Enter');
	await fromMenu(chair, '/besch', 'Beschluss einfügen');
	await chair.page.keyboard.type(decision);
	const decided = itemsOf(chair).nth(1).getByRole('group', { name: 'Beschluss' });
	await decided.getByLabel('Ergebnis').selectOption({ label: 'Angenommen' });
	await decided.getByLabel('Ja').fill('4');
	await decided.getByLabel('Ja').press('Tab');

	await toTheEnd(member, 3);
	await member.page.keyboard.press('Enter');
	await fromMenu(member, '/aufg', 'Aufgabe einfügen');
	await member.page.keyboard.type(task);
	const given = itemsOf(member).nth(2).getByRole('group', { name: 'Aufgabe' });
	await given.getByLabel('Zuständig').selectOption({ label: 'Olaf Wessels' });
	await given.getByLabel('Fällig am').fill(inDays(30));

	await toTheEnd(office, 1);
	await office.page.keyboard.press('Enter');
	await fromMenu(office, 'Siehe #L-', /^L-\d{4}-\d{3}/);
	await fromMenu(office, '@Olaf', 'Olaf Wessels');
	const reference = itemsOf(office).nth(0).locator('.reference');
	await eventually(() => reference.innerText()).toMatch(/^L-\d{4}-\d{3} .+ \(.+\)$/);
	const titleOfGap = (await reference.innerText()).slice(11).split(' (')[0]!;
	for (const v of [office, chair, member]) await says(v, 'Gespeichert');
	await itemsOf(other).nth(1).getByText(decision).waitFor();
	await shot(office, 'blocks-1280');
	await shot(other, 'blocks-390');

	const guest = await visit(browser, hub.url, 'gast');
	await guest.open(`${meeting}/minutes`);
	await guest.sees(decision);
	expect(await guest.page.content()).not.toContain(titleOfGap);
	expect(await guest.page.getByRole('textbox', { name: /TOP/ }).count()).toBe(0);
	await shot(guest, 'guest-1280');
});

test('the end makes minutes of it, and what comes too late is offered to its writer', async () => {
	await chair.open(`${meeting}/run`);
	await chair.press('Ende der Sitzung', true);
	await chair.sees('Stattgefunden');
	await toTheEnd(other, 1);
	await other.page.keyboard.press('Enter');
	await other.page.context().setOffline(true);
	await other.page.keyboard.type(late);
	await says(other, 'Offline – auf diesem Gerät gesichert');
	await office.open(`${meeting}/minutes`);
	await office.press('Zur Durchsicht geben');
	await office.sees('Bestätigt: 0 von 3 Anwesenden');
	// the page follows the state of the minutes by itself, and then shows their text instead of the editor
	const reviewed = member.page.getByText('Bestätigt: 0 von 3 Anwesenden');
	await stateOf(member).getByText('Der Wortlaut steht fest', { exact: true }).or(reviewed).first().waitFor();
	await eventually(() => member.page.locator('[contenteditable=true]').count()).toBe(0);
	await other.page.context().setOffline(false);
	const own = other.page.getByRole('main').locator('pre').getByText(late);
	await own.waitFor();
	await other.open(`${meeting}/minutes`);
	await other.sees('Dieser Text wurde nicht übernommen');
	await own.waitFor();
	await shot(other, 'late-390');
	await other.press('Entwurf verwerfen');
	await own.waitFor({ state: 'detached' });
	expect(await keptOnDevice(other)).toBe(0);
	await member.open(`${meeting}/minutes`);
	expect(await member.page.getByRole('main').innerText()).not.toContain(late);
});

test('one confirms, one objects to a passage, the coordinator answers and approves', async () => {
	for (const v of [member, chair]) {
		await v.open(`${meeting}/minutes`);
		await v.press('Protokoll bestätigen');
		await v.sees('Sie haben das Protokoll bestätigt.');
	}
	await other.open(`${meeting}/minutes`);
	await other.page.getByText('Einwendung erheben', { exact: true }).click();
	await other.page.getByLabel('Stelle im Protokoll').fill(decision);
	await other.page.getByLabel(/^Einwendung/).fill('Es fehlt, mit wem abgestimmt wird.');
	await other.press('Einwendung senden');
	await other.sees('Sie haben eine Einwendung erhoben.');
	await office.open(`${meeting}/minutes`);
	await office.page.getByRole('blockquote').or(office.page.locator('blockquote')).getByText(decision).first().waitFor();
	await office.page.getByLabel('Was daraus geworden ist').fill('Steht nun in der Aufgabenliste.');
	await office.press('Antwort speichern');
	await shot(office, 'review-1280');
	await shot(other, 'review-390');
	await office.press('Genehmigen', true);
	await office.sees(/^Genehmigt von Jana Vogt am/);
	expect(await office.page.locator('main code').first().innerText()).toMatch(/^[0-9a-f]{64}$/);
	expect(await office.page.getByRole('textbox', { name: /TOP/ }).count()).toBe(0);
	await shot(office, 'approved-1280');

	await member.open('/tasks');
	await member.sees(task);
	await member.open(meeting);
	await member.page
		.getByRole('region', { name: 'Beschlüsse der Gruppe' })
		.or(member.page.locator('section'))
		.getByText(decision)
		.first()
		.waitFor();
	await shot(member, 'closed-1280');
});

test('the papers say the same: a tagged PDF, a Word file, an entry for the calendar', async () => {
	const cookie = await hub.login('mitglied');
	const bytesOf = async (file: string) =>
		new Uint8Array(await (await hub.get(`${meeting}/${file}`, cookie)).arrayBuffer());
	const pdf = await bytesOf('minutes.pdf');
	const raw = Buffer.from(pdf).toString('latin1');
	for (const mark of [/\/Marked true/, /\/StructTreeRoot/, /\/Lang \(de-DE\)/, /\/DisplayDocTitle true/])
		expect(raw).toMatch(mark);
	expect(raw.match(/\/S \/H[1-6]/g)!.length).toBeGreaterThanOrEqual(3);
	const text = textOf(pdf);
	for (const words of [title, decision, task, 'Im Zug geschrieben.', 'Olaf Wessels']) expect(text).toContain(words);
	const word = unzipped(await bytesOf('minutes.docx')).get('word/document.xml')!;
	expect(word).toMatch(/w:val="Heading\d"/);
	expect(word).toContain('Fristen beim Wechsel zum Jobcenter');
	expect(word).toContain(decision);
	const calendar = entryOf(Buffer.from(await bytesOf('invitation.ics')).toString('utf8'));
	expect(calendar).toMatchObject({
		SUMMARY: expect.stringContaining(title) as string,
		LOCATION: 'Kreishaus, Raum 12'
	});
	expect(calendar.DTSTART).toMatch(/^\d{8}T\d{6}Z?$/);
	expect(calendar.UID).toMatch(/.+/);
});
