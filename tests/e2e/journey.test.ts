/** The main job: from a report on a phone to the answer its sender reads, and all of it on one thread. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { startHub, type Hub } from './hub.ts';
import { fromReportToAnswer } from './journey.steps.ts';
import { visit } from './visitor.ts';

let hub: Hub;
let browser: Browser;
let thread: string;
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await hub?.stop();
});

test('a report on a phone becomes a decision, a measure and an answer to its sender', async () => {
	const parts: string[] = [];
	const end = await fromReportToAnswer(browser, hub.url, (part) => parts.push(part));
	expect(parts).toHaveLength(10);
	expect(end.read).toMatch(/Zugeordnet zu L-\d{4}-\d{3} Mittagsbetreuung im Integrationskurs/);
	expect(end.read).toMatch(/Rückmeldung vom [\d.]+\s+Ihre Meldung hat zu einem Beschluss geführt/);
	thread = end.thread;
});

test('the thread shows every link of the chain, dated and linked', async () => {
	const office = await visit(browser, hub.url, 'koordination');
	await office.open(thread);
	const stages = office.page.getByRole('list', { name: 'Roter Faden' }).locator('> li');
	const seen = await stages.evaluateAll((all) =>
		all.map((stage) => ({
			heading: stage.querySelector('h2')?.textContent,
			days: [...stage.querySelectorAll('time')].map((t) => t.dateTime).filter(Boolean),
			links: [...new Set([...stage.querySelectorAll('a')].map((a) => a.pathname.split('/')[1]))],
			text: (stage as HTMLElement).innerText
		}))
	);
	expect(seen.map((s) => [s.heading, s.links.join(' ')])).toEqual([
		['Lückenmeldungen', ''], // counted, never named
		['Versorgungslücke', 'gaps'],
		['Arbeitsgruppe', 'bodies'],
		['Sitzungen', 'meetings'],
		['Lösungsvorschlag', 'proposals'],
		['Beschluss der Lenkungsgruppe', 'decisions'],
		['Maßnahmen', 'measures'],
		['Wirkungsprüfung', ''],
		['Rückmeldung an alle, die gemeldet haben', '']
	]);
	const undated = seen.filter((s) => !s.days.length && !s.text.includes('noch offen'));
	expect(undated).toEqual([]);
	const text = seen.map((s) => s.text).join('\n');
	expect(text).toMatch(/Mit Änderungen angenommen/);
	expect(text).toMatch(/Vorgeschlagen war: „Die Lenkungsgruppe beschließt Kurse mit Betreuung über Mittag in allen/);
	expect(text).toMatch(/Federführung: Jobcenter Kreis Steinfurt, fällig am/);
	expect(text).not.toMatch(/Brandt|Terhorst|Träger A|Träger B/);

	for (const link of await stages.getByRole('link').all()) {
		const answer = await office.page.request.get(new URL((await link.getAttribute('href'))!, hub.url).href);
		expect(answer.status(), answer.url()).toBe(200);
	}
});

test('the thread on paper is the chain alone, and no wider than the sheet', async () => {
	const member = await visit(browser, hub.url, 'mitglied', { width: 700 });
	await member.open(thread);
	await member.page.emulateMedia({ media: 'print' });
	for (const frame of [member.page.getByRole('navigation'), member.page.getByRole('button')])
		expect(await frame.filter({ visible: true }).count()).toBe(0);
	expect(await member.page.getByRole('heading', { level: 2 }).filter({ visible: true }).count()).toBe(9);
	expect(await member.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(700);
	expect((await member.page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
});
