// The office's desk: nine reports sorted by keyboard in one go, steps taken back, many coded at once, gaps merged and not.
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#demo/cast.server.ts';
import { launchBrowser } from '../browser.ts';
import { axeSource, whatAxeFinds, whatGoesWrong, whatIsTooWide, whichWordsAreOdd } from './eye.ts';
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
	await browser?.close();
	await db?.end();
	await hub?.stop();
});

const one = async <T>(query: string, values: unknown[] = []): Promise<T> =>
	Object.values((await db.query<Record<string, T>>(query, values)).rows[0] ?? {})[0] as T;
const reportId = (words: string) =>
	one<string>(`select id from gap_report where text like $1 and state <> 'draft'`, [`%${words}%`]);
const stateOf = (id: string) => one<string>('select state from gap_report where id = $1', [id]);
const waiting = () => one<number>(`select count(*)::int from gap_report where state = 'received'`);
const openId = (page: Page) => /intake\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
const focusedId = (page: Page) => page.evaluate(() => document.activeElement!.id);
/** Presses a key and waits for the report that comes. */
async function on(page: Page, key: string, from = openId(page)): Promise<string> {
	await page.keyboard.press(key);
	await page.waitForURL((url) => openIdOf(url) !== from && openIdOf(url) !== '');
	await expect.poll(() => focusedId(page)).toBe('report');
	return openId(page);
}
const openIdOf = (url: URL) => /intake\/([0-9a-f-]{36})/.exec(url.pathname)?.[1] ?? '';
const reload = (page: Page) => page.evaluate(() => ((window as unknown as { same?: boolean }).same = true));
const isSamePage = (page: Page) => page.evaluate(() => (window as unknown as { same?: boolean }).same === true);

async function looksRight(page: Page, name: string): Promise<void> {
	for (const width of [1280, 390])
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.setViewportSize({ width, height: 900 });
			// colours are measured when they have changed, not on the way
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			// from the top: what is half under the bar while one scrolls is no finding
			await page.evaluate(() => scrollTo(0, 0));
			const path = `${process.env.SHOTS}/${name}-${width}-${colorScheme}.png`;
			if (process.env.SHOTS) await page.screenshot({ path, fullPage: true });
			expect(await whatAxeFinds(page)).toEqual([]);
			expect(await whatIsTooWide(page, width)).toEqual([]);
		}
	// 1280 px at 200 %
	await page.setViewportSize({ width: 640, height: 450 });
	if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-zoom.png` });
	expect(await whatIsTooWide(page, 640)).toEqual([]);
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.emulateMedia({ colorScheme: 'light' });
	// a hit marked by itself: the child, not what sort of thing it is
	expect((await whichWordsAreOdd(page, 'de')).filter((odd) => odd !== 'odd words: Kind')).toEqual([]);
}

/** No name of a person who files reports, in what the page holds. */
async function namesNobody(page: Page): Promise<void> {
	const main = await page.locator('main').innerHTML();
	for (const who of ['fallmanagement-a', 'fallmanagement-b', 'fachkraft'] as const)
		expect(main).not.toContain(people[who].name);
}

test('the desk looks right in every width and light, open or not, and names nobody', async () => {
	const office = await visit(browser, hub.url, 'koordination');
	const { page } = office;
	const wrong = whatGoesWrong(page);
	await page.addInitScript(axeSource);
	await office.open('/intake');
	await office.sees('Keine Meldung geöffnet');
	await office.sees(/über dem Ziel/);
	await looksRight(page, 'queue');
	await office.open(`/intake/${await reportId('Kursträger musste zwei Mütter')}`);
	await looksRight(page, 'report');
	await namesNobody(page);
	for (const key of ['t', 'n']) {
		await page.keyboard.press(key);
		await looksRight(page, key === 't' ? 'split' : 'create');
		await page.keyboard.press('Escape');
	}
	await page.keyboard.press('?');
	await page.getByRole('dialog').getByText('Letzten Schritt rückgängig machen').waitFor();
	await looksRight(page, 'keys');
	await page.keyboard.press('Escape');
	expect(wrong()).toEqual([]);
	await page.context().close();
});

test('keys are left to fields and can be switched off; everything is reached by Tab as well', async () => {
	const office = await visit(browser, hub.url, 'koordination-2');
	const { page } = office;
	await office.open('/intake');
	const first = await on(page, 'j', '');
	await page.keyboard.press('r');
	await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).name)).toBe('question');
	await page.keyboard.type('Ja, ujkxad?1');
	expect(await page.inputValue('[name=question]')).toBe('Ja, ujkxad?1');
	expect(openId(page)).toBe(first);
	await page.keyboard.press('Escape');
	expect(await page.locator('details[data-step=ask]').getAttribute('open')).toBeNull();
	const second = await on(page, 'j');
	expect(second).not.toBe(first);
	expect(await on(page, 'k')).toBe(first);
	await page.keyboard.press('Control+j');

	const reached = new Set<string>();
	for (let i = 0; i < 90; i++) {
		await page.keyboard.press('Tab');
		reached.add(
			await page.evaluate(() => {
				const e = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> };
				return (e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText).trim();
			})
		);
	}
	for (const name of [
		/^Auswählen: /,
		/Nächste Meldung/,
		/Rückfrage stellen/,
		/Ablehnen/,
		/teilen/,
		/eilig|Eilkennzeichen/,
		/Ausgewählte einordnen/
	])
		expect(
			[...reached].some((r) => name.test(r)),
			String(name)
		).toBe(true);

	await page.keyboard.press('?');
	await page.getByLabel('Tastenkürzel verwenden').uncheck();
	await page.keyboard.press('Escape');
	await page.locator('#report').focus();
	await page.keyboard.press('j');
	await page.waitForTimeout(300);
	expect(openId(page)).toBe(first);
	await page.context().close();
});

test('nine reports are sorted in one go by keyboard alone, the page never reloads, and the last step comes back', async () => {
	const office = await visit(browser, hub.url, 'koordination');
	const { page } = office;
	const wrong = whatGoesWrong(page);
	await office.open('/intake?state=received');
	expect(await waiting()).toBe(9);
	await reload(page);
	await on(page, 'j', '');
	const seen: string[] = [];
	const settle = async (key: string | null, type: () => Promise<void>): Promise<string> => {
		const was = openId(page);
		seen.push(was);
		if (key) await page.keyboard.press(key);
		await type();
		await page.waitForURL((url) => openIdOf(url) !== was);
		if (openId(page)) await expect.poll(() => focusedId(page)).toBe('report');
		return openId(page);
	};
	const declining = () =>
		settle('a', async () => {
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('Tab');
			await page.keyboard.type('Danke für den Hinweis.');
			await page.keyboard.press('Control+Enter');
		});

	await settle('r', async () => {
		await page.keyboard.type('In welchen Orten kommt das vor?');
		await page.keyboard.press('Control+Enter');
	});
	expect(await stateOf(seen[0]!)).toBe('query');

	// declined, taken back, declined again
	await declining();
	expect(await stateOf(seen[1]!)).toBe('declined');
	await office.sees('Zuletzt:');
	expect(await on(page, 'u')).toBe(seen[1]);
	await office.sees('Rückgängig gemacht.');
	expect(await stateOf(seen[1]!)).toBe('received');
	seen.pop();
	await declining();

	// a new gap from what the report says
	await settle('n', async () => page.keyboard.press('Control+Enter'));
	expect(await stateOf(seen[2]!)).toBe('assigned');

	// to the first similar gap where there is one, else by number
	const number = await one<string>(`select number from service_gap where state = 'confirmed' limit 1`);
	let nearest = 0;
	while (seen.length < 9) {
		if ((await page.locator('[data-key=similar-1]').count()) > 0) {
			nearest++;
			await settle('1', async () => {});
		} else
			await settle('z', async () => {
				await page.keyboard.type(number);
				await page.keyboard.press('Enter');
			});
		expect(await stateOf(seen.at(-1)!)).toBe('assigned');
	}
	expect(nearest).toBeGreaterThan(0);
	expect(openId(page)).toBe('');
	expect(new Set(seen).size).toBe(9);
	await office.sees('Der Eingang ist leer');
	expect(await waiting()).toBe(0);
	expect(await isSamePage(page)).toBe(true);
	expect(wrong()).toEqual([]);

	// the sender hears of a query and sees no name of the office; another carrier finds nothing of it
	const sender = await one<string>(
		`select a.email from gap_report r join account a on a.id = r.author_id where r.id = $1`,
		[seen[0]]
	);
	expect(
		await one<number>(
			`select count(*)::int from event_tell t join event e on e.id = t.event_id
		where e.kind = 'gap_report.ask' and e.thing_id = $1`,
			[seen[0]]
		)
	).toBe(1);
	for (const other of ['fallmanagement-a', 'fallmanagement-b', 'fachkraft'] as const) {
		const cookie = await hub.login(other);
		const answer = await hub.get(`/reports/${seen[0]}`, cookie);
		expect(answer.status).toBe(sender.startsWith(`${other}@`) ? 200 : 404);
		expect((await hub.get(`/intake/${seen[0]}`, cookie)).status).toBe(404);
	}
	await page.context().close();
});

test('several reports get one coding, and it is taken back; one is split in two', async () => {
	await db.query(`update gap_report set state = 'received', gap_id = null, step_id = null where state in ('assigned', 'declined', 'query')
		and id in (select id from gap_report where state <> 'draft' order by submitted_at desc limit 6)`);
	const office = await visit(browser, hub.url, 'koordination');
	const { page } = office;
	await page.addInitScript(axeSource);
	await office.open('/intake?state=received');
	const first = await on(page, 'j', '');
	await page.keyboard.press('x');
	const second = await on(page, 'j');
	await page.keyboard.press('x');
	await office.sees('Ausgewählt: 2');
	const before = await db.query('select id, phase, legal_domains from gap_report where id = any($1) order by id', [
		[first, second]
	]);
	await page.keyboard.press('c');
	await page.getByLabel('Art der Lücke').first().selectOption({ index: 3 });
	const kind = await page.locator('#code-gapType').inputValue();
	if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/coding.png`, fullPage: true });
	expect(await whatAxeFinds(page)).toEqual([]);
	await office.press('Einordnung setzen');
	await office.sees('Die Einordnung ist gesetzt.');
	const coded = () =>
		db.query('select gap_type, phase, legal_domains from gap_report where id = any($1) order by id', [[first, second]]);
	expect((await coded()).rows.map((r: { gap_type: string }) => r.gap_type)).toEqual([kind, kind]);
	expect((await coded()).rows.map((r: { phase: string }) => r.phase)).toEqual(
		before.rows.map((r: { phase: string }) => r.phase)
	);
	await page.keyboard.press('u');
	await office.sees('Rückgängig gemacht.');
	expect((await coded()).rows.some((r: { gap_type: string }) => r.gap_type !== kind)).toBe(true);

	const whole = openId(page);
	await page.keyboard.press('t');
	await page.fill('[name=first]', 'Es fehlt das Eine.');
	await office.press('Meldung teilen');
	await office.sees('Bitte geben Sie beiden Teilen einen eigenen Text.');
	expect(await page.inputValue('[name=first]')).toBe('Es fehlt das Eine.');
	await page.fill('[name=second]', 'Es fehlt das Andere.');
	await office.press('Meldung teilen');
	await office.sees('Hier ist der zweite Teil.');
	expect(openId(page)).not.toBe(whole);
	expect(await one<string>('select text from gap_report where id = $1', [openId(page)])).toBe('Es fehlt das Andere.');
	await page.keyboard.press('u');
	await office.sees('Rückgängig gemacht.');
	expect(openId(page)).toBe(whole);
	await page.context().close();
});

test('without JavaScript: the same desk by plain forms, with undo, and the place is kept', async () => {
	const office = await visit(browser, hub.url, 'koordination-2', { javaScriptEnabled: false, width: 390 });
	const { page } = office;
	await office.open('/intake?state=received');
	await page.locator('li[data-row] a').first().click();
	const was = openId(page);
	await page.getByText('Ablehnen').first().click();
	await page.selectOption('[name=reason]', 'other');
	await office.press('Meldung ablehnen');
	await office.sees('Bitte schreiben Sie der Absenderin oder dem Absender einen Satz dazu.');
	await page.fill('[name=answer]', 'Danke für den Hinweis.');
	await office.press('Meldung ablehnen');
	await office.sees('Erledigt: Die Meldung ist abgelehnt');
	expect(page.url()).toContain('state=received');
	expect(openId(page)).not.toBe(was);
	await office.press('Rückgängig');
	await office.sees('Rückgängig gemacht.');
	expect(openId(page)).toBe(was);
	expect(await stateOf(was)).toBe('received');
	await page.locator('li[data-row] input').first().check();
	await page.getByText('Ausgewählte einordnen').click();
	await page.selectOption('#code-phase', { index: 2 });
	await office.press('Einordnung setzen');
	await office.sees('Die Einordnung ist gesetzt.');
	await page.context().close();
});

test('two coordinators at the same report: the second hears it, and an undo that comes too late says so', async () => {
	const [a, b] = [await hub.login('koordination'), await hub.login('koordination-2')];
	const id = await one<string>(`select id from gap_report where state = 'received' limit 1`);
	const ask = (cookie: string) => hub.post(`/intake/${id}?/ask`, { question: 'Wo genau?' }, cookie);
	const both = await Promise.all([ask(a), ask(b)]);
	expect(both.map((r) => r.status).sort()).toEqual([303, 409]);
	const winner = both[0].status === 303 ? a : b;
	const stepId = await one<string>(`select step_id from gap_report where id = $1`, [id]);
	const undo = (cookie: string) => hub.post('/intake?/undo', { stepId }, cookie);
	expect((await undo(winner === a ? b : a)).status).toBe(409);
	const twice = await Promise.all([undo(winner), undo(winner)]);
	expect(twice.map((r) => r.status).sort()).toEqual([303, 409]);
	const late = twice.find((r) => r.status === 409)!;
	expect(await late.text()).toContain('lässt sich nicht mehr rückgängig machen');
	expect(await stateOf(id)).toBe('received');
});

test('gaps: one voice does not confirm, a merge is followed to where it goes, races have one winner, un-merging brings all back', async () => {
	const office = await visit(browser, hub.url, 'koordination');
	const { page } = office;
	await page.addInitScript(axeSource);
	const single = await one<string>(
		`select g.id from service_gap g where state = 'new' and (select count(*) from gap_report r where r.gap_id = g.id) = 1
		and not exists (select from confirmation c where c.gap_id = g.id) limit 1`
	);
	await office.open(`/gaps/${single}`);
	await office.sees('Noch keine zwei voneinander unabhängigen Belege.');
	await office.press('Bestätigen');
	await office.sees('Zum Bestätigen braucht es zwei voneinander unabhängige Belege');
	await looksRight(page, 'gap-new');

	const open = await db.query<{ id: string; number: string }>(
		`select id, number from service_gap where state in ('confirmed', 'prioritised', 'mandated') and id <> $1 order by number limit 3`,
		[single]
	);
	const [into, other] = [open.rows[0]!, open.rows[1]!];
	const [a, b] = [await hub.login('koordination'), await hub.login('koordination-2')];
	const merge = (cookie: string, gap: string, intoId: string) => hub.post(`/gaps/${gap}?/merge`, { intoId }, cookie);
	const both = await Promise.all([merge(a, single, into.number), merge(b, single, other.number)]);
	expect(both.map((r) => r.status).sort()).toEqual([303, 409]);
	const won = both[0].status === 303 ? into : other;
	expect(await both.find((r) => r.status === 409)!.text()).toContain(`mit ${won.number} zusammengeführt`);
	const crossing = await Promise.all([merge(a, into.id, other.number), merge(b, other.id, into.number)]);
	expect(crossing.map((r) => r.status).sort()).toEqual([303, 409]);

	await office.open(`/gaps/${single}`);
	await office.sees('Zusammengeführt mit');
	await looksRight(page, 'gap-merged');
	await office.press('Zusammenführung aufheben', true);
	await office.sees('Gespeichert.');
	expect(await one<string>('select state from service_gap where id = $1', [single])).toBe('new');
	await page.context().close();
});

test('followers hear, and a deferred gap says when it comes back', async () => {
	const member: Visitor = await visit(browser, hub.url, 'lenkung');
	const found = await db.query<{ id: string; state: string }>(
		`select id, state from service_gap where state in ('confirmed', 'prioritised') order by number desc limit 1`
	);
	const { id: gap, state } = found.rows[0]!;
	await member.open(`/gaps/${gap}`);
	if (await member.page.getByRole('button', { name: 'Folgen', exact: true }).count()) await member.press('Folgen');
	await member.sees('Nicht mehr folgen');
	const office = await visit(browser, hub.url, 'koordination');
	await office.open(`/gaps/${gap}`);
	await office.page.getByText('Zurückstellen').first().click();
	await office.page.fill('[name=until]', `${new Date().getFullYear() + 1}-03-01`);
	await office.page.getByRole('button', { name: 'Zurückstellen' }).click();
	await office.sees(/Kommt am 1\. März|Kommt am 01\.03\./);
	expect(
		await one<number>(
			`select count(*)::int from event e join event_tell t on t.event_id = e.id join account a on a.id = t.account_id
			where e.kind = 'service_gap.defer' and e.thing_id = $1 and a.email like 'lenkung@%'`,
			[gap]
		)
	).toBe(1);
	await office.press('Wieder aufnehmen');
	await office.sees('Gespeichert.');
	expect(await one<string>('select state from service_gap where id = $1', [gap])).toBe(state);
	for (const visitor of [member, office]) await visitor.page.context().close();
});
