/** What follows a decision: a unit reports on a phone, an effect is reviewed, a letter goes to the Land, a sheet to a network. */
import { inflateRawSync } from 'node:zlib';
import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, today } from '#platform/clock.ts';
import { launchBrowser } from '../browser.ts';
import { textOf as pdfText } from '../pdf-text.ts';
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
const one = async <T extends object>(text: string, values: unknown[] = []): Promise<T> => {
	const { rows } = await db.query<T>(text, values);
	if (!rows[0]) throw new Error(`nothing found: ${text}`);
	return rows[0];
};
const shot = async (v: Visitor, name: string) => {
	const folder = process.env.SCREENSHOTS;
	if (folder) await v.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
const noSidewaysScroll = async (v: Visitor) =>
	expect(
		await v.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
	).toBeLessThanOrEqual(0);

describe('the unit reports itself', () => {
	test('accepts and reports on a phone within two minutes; the coordinator cannot write its report', async () => {
		const { id } = await one<{ id: string }>(
			`select m.id from measure m join account a on a.id = m.contact_id where m.state = 'issued' and a.email like 'federfuehrung@%' limit 1`
		);
		const unit = await visit(browser, hub.url, 'federfuehrung', { width: 390 });
		const began = Date.now();
		await unit.open('/');
		await unit.page.locator(`a[href="/measures/${id}"]`).first().click();
		await unit.page.waitForURL(`**/measures/${id}`);
		await unit.press('Auftrag annehmen');
		await unit.page.getByLabel('Sachstand').fill('Zwei Räume sind gefunden.');
		await unit.page.getByLabel('Nächster Schritt').fill('Die Ausschreibung beginnt am Montag.');
		await shot(unit, 'measure-390');
		await noSidewaysScroll(unit);
		await unit.press('Sachstand melden');
		await unit.sees('Zwei Räume sind gefunden.');
		expect(Date.now() - began).toBeLessThan(120_000);

		// blocked: by what, and who can help – typed text survives the refusal
		await unit.page.getByLabel('Sachstand').fill('Der Raum ist weg.');
		await unit.page.getByLabel('Nächster Schritt').fill('Einen anderen suchen.');
		await unit.page.locator('summary', { hasText: 'Als blockiert melden' }).click();
		await unit.page.getByLabel('Was blockiert?').fill('Die Stadt vermietet keinen.');
		await unit.press('Als blockiert melden');
		await unit.sees('Bitte wählen Sie, wer helfen kann.');
		expect(await unit.page.getByLabel('Was blockiert?').inputValue()).toBe('Die Stadt vermietet keinen.');
		await unit.page.getByLabel('Wer kann helfen?').selectOption({ label: 'Jana Vogt' });
		await shot(unit, 'measure-blocked-390');
		await unit.press('Als blockiert melden');
		await unit.sees('Blockiert');

		const office = await visit(browser, hub.url, 'koordination');
		await office.open(`/measures/${id}`);
		await office.sees('Die Stadt vermietet keinen.');
		expect(await office.page.getByLabel('Nächster Schritt').count()).toBe(0);
		const cookie = await hub.login('koordination');
		const refused = await hub.post(`/measures/${id}`, { step: 'report', text: 'x', nextStep: 'y' }, cookie);
		expect(refused.status).toBe(403);
		await shot(office, 'measure-1280');
	});
});

/** The texts of a sheet's rows, as a program reads them: formulas, and one list of cells a row. */
function sheetOf(file: Buffer): { formulas: number; rows: string[][] } {
	const parts = new Map<string, string>();
	let at = file.readUInt32LE(file.length - 22 + 16);
	while (file.readUInt32LE(at) === 0x02014b50) {
		const [size, name, extra, note] = [20, 28, 30, 32].map((o) =>
			o === 20 ? file.readUInt32LE(at + o) : file.readUInt16LE(at + o)
		) as [number, number, number, number];
		const local = file.readUInt32LE(at + 42);
		const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
		const packed = file.subarray(start, start + size);
		const text = file.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
		parts.set(file.subarray(at + 46, at + 46 + name).toString(), text.toString('utf8'));
		at += 46 + name + extra + note;
	}
	const decoded = (xml: string) =>
		xml.replace(/&(lt|gt|quot|apos|amp|#(\d+)|#x([\da-f]+));/gi, (_, name: string, n?: string, x?: string) =>
			n
				? String.fromCodePoint(Number(n))
				: x
					? String.fromCodePoint(parseInt(x, 16))
					: { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name.toLowerCase()]!
		);
	const texts = (xml: string) => [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((t) => decoded(t[1]!)).join('');
	const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((si) =>
		texts(si[1]!)
	);
	const sheet = parts.get('xl/worksheets/sheet1.xml')!;
	const rows = [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map((row) => {
		const cells: string[] = [];
		for (const c of row[1]!.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
			const column = [...c[1]!].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
			const inner = c[3] ?? '';
			const raw = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '';
			cells[column] = /t="s"/.test(c[2]!) ? shared[Number(raw)]! : inner.includes('<is>') ? texts(inner) : decoded(raw);
		}
		return Array.from(cells, (cell) => cell ?? '');
	});
	return { formulas: [...sheet.matchAll(/<f[ >]/g)].length, rows };
}

describe('the control list', () => {
	const keys = ['number', 'subject', 'result', 'what', 'who', 'until', 'state', 'report', 'delayReason'];
	test.each(['all', 'open', 'archive'])(
		'%s: the sheet equals the page, cell by cell, and holds no formula',
		async (tab) => {
			const member = await visit(browser, hub.url, 'lenkung');
			const screen: string[][] = [];
			for (let page = 1; ; page++) {
				await member.open(`/control-list?tab=${tab}&page=${page}`);
				const rows = await member.page
					.locator('tbody tr')
					.evaluateAll(
						(trs, names) =>
							trs.map((tr) =>
								names.map((name) => (tr.querySelector<HTMLElement>(`[data-part="${name}"]`)?.innerText ?? '').trim())
							),
						keys
					);
				screen.push(...rows);
				if (tab === 'all' && page === 1) await shot(member, 'control-1280');
				if (!(await member.page.locator(`a[href*="page=${page + 1}"]`).count())) break;
			}
			expect(screen.length).toBeGreaterThan(tab === 'archive' ? 0 : 5);
			const file = await hub.get(`/control-list.xlsx?tab=${tab}`, await hub.login('lenkung'));
			const { formulas, rows } = sheetOf(Buffer.from(await file.arrayBuffer()));
			expect(formulas).toBe(0);
			const same = (cell: string) => cell.replace(/\s+/g, ' ').trim();
			expect(rows.slice(1).map((r) => keys.map((_, i) => same(r[i] ?? '')))).toEqual(screen.map((r) => r.map(same)));
		}
	);
	test('what is done is noted in the meeting, and is in the archive once it is closed', async () => {
		const { id } = await one<{ id: string }>(
			`insert into meeting (body_id, title, starts_at, ends_at, state) select id, 'Sondersitzung', now(), now() + interval '1 hour', 'running'
			from body where kind = 'steering_committee' returning id`
		);
		const chair = await visit(browser, hub.url, 'vorsitz');
		await chair.open('/control-list?tab=done');
		const rows = await chair.page.locator('tbody tr').count();
		expect(rows).toBeGreaterThan(0);
		await chair.page
			.getByLabel('Sitzung')
			.last()
			.selectOption({ value: id })
			.catch(async () => {
				await chair.page.locator('form[action="?/note"] select').selectOption(id);
			});
		await shot(chair, 'control-note-1280');
		await chair.press('Zur Kenntnis genommen');
		await chair.sees(/Vermerkt: \d+/);
		await chair.sees(/zur Kenntnis genommen am/);
		await db.query(`update meeting set state = 'closed' where id = $1`, [id]);
		await chair.open('/control-list?tab=archive');
		await chair.sees(/zur Kenntnis genommen am/);
		await chair.open('/control-list?tab=done');
		expect(await chair.page.locator('tbody tr').count()).toBe(0);
	});
});

test('mostly „besteht fort“ proposes reopening: the committee sees it, and the gap is open again', async () => {
	const { id, gap } = await one<{ id: string; gap: string }>(
		`select r.id, r.gap_id as gap from effect_review r where r.state = 'asked' limit 1`
	);
	const asked = await db.query<{ email: string }>(
		`select a.email from effect_answer e join account a on a.id = e.account_id where e.review_id = $1 and e.answered_at is null`,
		[id]
	);
	const people = asked.rows.map((r) => r.email.split('@')[0]!);
	expect(people).toContain('fallmanagement-a');
	const sender = await visit(browser, hub.url, 'fallmanagement-a', { width: 390 });
	await sender.open(`/effect/${id}`);
	await sender.page.getByRole('radio', { name: 'Kommt unverändert vor' }).check({ force: true });
	await shot(sender, 'effect-390');
	await sender.press('Antwort senden');
	await sender.sees('Ihre Antwort ist gezählt.');
	// the others who were asked, by the same form
	await db.query(
		`update effect_answer set still_happens = 'same', answered_at = now() where review_id = $1 and account_id in
		(select account_id from effect_answer where review_id = $1 and account_id not in (select id from account where email like 'fallmanagement-a@%'))`,
		[id]
	);
	const office = await visit(browser, hub.url, 'koordination');
	await office.open(`/effect/${id}`);
	if (await office.page.getByRole('button', { name: 'Befragung abschließen' }).count())
		await office.press('Befragung abschließen');
	await office.sees('Es kommt weiter vor');
	await shot(office, 'effect-1280');
	const { number } = await one<{ number: string }>('select number from service_gap where id = $1', [gap]);
	const member = await visit(browser, hub.url, 'lenkung');
	await member.open('/steering');
	await member.page.getByRole('heading', { name: /Wiederaufnahme vorgeschlagen/ }).waitFor();
	await shot(member, 'steering-1280');
	await member.page.locator(`a[href="/effect/${id}"]`).first().click();
	await member.page.waitForURL(/effect/);
	expect(await member.page.getByRole('button', { name: 'Lücke wieder aufnehmen' }).count()).toBe(0);
	const offered = await one<{ n: string }>(
		`select count(*) as n from agenda_item where state = 'backlog' and title like $1`,
		[`Wiederaufnahme prüfen: ${number}%`]
	);
	expect(Number(offered.n)).toBe(1);
	const chair = await visit(browser, hub.url, 'vorsitz');
	await chair.open(`/effect/${id}`);
	await chair.press('Lücke wieder aufnehmen');
	await chair.open(`/gaps/${gap}`);
	await chair.sees('Wieder geöffnet');
});

test('a letter to the Land is due, answered, and the answer reaches those who reported', async () => {
	const { id, gap } = await one<{ id: string; gap: string }>(
		`select e.id, g.gap_id as gap from escalation e join decision d on d.id = e.decision_id join proposal_gap g on g.proposal_id = d.proposal_id where e.state = 'sent' limit 1`
	);
	const office = await visit(browser, hub.url, 'koordination');
	await office.open('/');
	await office.page.locator(`a[href="/passed-on/${id}"]`).first().click();
	await office.page.waitForURL(`**/passed-on/${id}`);
	await office.sees('Wiedervorlage fällig');
	await shot(office, 'passed-on-1280');
	const cookie = await hub.login('koordination');
	const pdf = Buffer.from(await (await hub.get(`/passed-on/${id}/letter.pdf`, cookie)).arrayBuffer());
	expect(pdfText(pdf)).toMatch(/Sehr geehrte Damen und Herren[\s\S]*Mit freundlichen Grüßen/);
	const docx = await hub.get(`/passed-on/${id}/letter.docx`, cookie);
	expect([docx.status, docx.headers.get('content-type')]).toEqual([200, expect.stringContaining('wordprocessingml')]);
	await office.page.locator('summary', { hasText: 'Erinnerung eintragen' }).click();
	await office.page.locator('#f-resubmit-again').fill(addDays(today(), 30));
	await office.press('Erinnerung eintragen');
	await office.sees('Erinnert');
	await office.page.locator('[name=answer]').fill('Das Ministerium prüft eine Regel nach der Entfernung.');
	await office.page.locator('[name=feedback]').fill('Das Land will die Fahrtkosten nach der Entfernung erstatten.');
	await office.press('Antwort eintragen und weitergeben');
	await office.sees('Antwort liegt vor');
	const { n } = await one<{ n: string }>(
		`select count(distinct t.account_id) as n from event e join event_tell t on t.event_id = e.id where e.kind = 'service_gap.give_feedback' and e.thing_id = $1
		and e.at > now() - interval '5 minutes'`,
		[gap]
	);
	const behind = await one<{ n: string }>(
		`select count(distinct author_id) as n from gap_report where gap_id = $1 and state = 'assigned'`,
		[gap]
	);
	expect(Number(n)).toBeGreaterThanOrEqual(Number(behind.n));
	expect(Number(behind.n)).toBeGreaterThan(0);
	const { email } = await one<{ email: string }>(
		`select a.email from gap_report r join account a on a.id = r.author_id where r.gap_id = $1 and a.email in ('fallmanagement-a@demo.lueckenlos.example', 'fallmanagement-b@demo.lueckenlos.example', 'fachkraft@demo.lueckenlos.example') limit 1`,
		[gap]
	);
	const sender = await visit(browser, hub.url, email.split('@')[0] as 'fachkraft', { width: 390 });
	await sender.open(`/gaps/${gap}`);
	await sender.sees('Das Land will die Fahrtkosten nach der Entfernung erstatten.');
	await office.open(`/thread/service_gap/${gap}`);
	await office.sees(/Antwort: Das Ministerium prüft/);
});

test('a result sheet is released by two, sent, read by its link without a login, and gone when the link ends', async () => {
	const { gap } = await one<{ gap: string }>(
		`select id as gap from service_gap where state = 'in_implementation' limit 1`
	);
	const author = await visit(browser, hub.url, 'koordination');
	await author.open(`/results/new?gap=${gap}`);
	await author.page.locator('[name=title]').fill('Begleitete Übergabe in drei Kommunen');
	await author.page
		.locator('[name=background]')
		.fill('Beim Wechsel entstand eine Lücke ohne Zahlung. Rückfragen an Frau Haddad.');
	await author.page.locator('[name=decided]').fill('Drei Kommunen erproben eine begleitete Übergabe.');
	await author.page.locator('[name=changes]').fill('Es gibt eine feste Ansprechstelle.');
	await author.page.locator('[name=audience]').fill('Alle, die den Rechtskreis wechseln.');
	await author.page.locator('[name=contact]').fill('Geschäftsstelle, Telefon 02551 69-0');
	await shot(author, 'sheet-form-1280');
	await author.press('Entwurf speichern');
	await author.page.waitForURL(/results\/[0-9a-f-]{36}$/);
	const path = author.path();
	await author.press('Zur Freigabe geben');
	await author.sees(/Haddad/);
	await author.follow('Bearbeiten', /edit/);
	await author.page.locator('[name=background]').fill('Beim Wechsel entstand eine Lücke ohne Zahlung.');
	await author.press('Entwurf speichern');
	await author.page.waitForURL(`**${path}`);
	await author.press('Zur Freigabe geben');
	await author.sees('Sie haben dieses Blatt geschrieben.');
	expect(await author.page.getByRole('button', { name: /^Freigeben/ }).count()).toBe(0);

	const second = await visit(browser, hub.url, 'koordination-2');
	await second.open(path);
	await second.press(/Freigeben: koordinierende Stelle/);
	await second.sees('Freigabe steht aus: Anonymisierungsprüfung');
	const reviewer = await visit(browser, hub.url, 'pruefung');
	await reviewer.open(path);
	await shot(reviewer, 'sheet-review-1280');
	await reviewer.press(/Freigeben: Anonymisierungsprüfung/);
	await reviewer.sees('Freigegeben');

	await author.open(path);
	await author.page
		.locator('summary', { hasText: 'Versand eintragen' })
		.click()
		.catch(() => undefined);
	if (!(await author.page.locator('[name=network]').isVisible()))
		await author.page.locator('summary', { hasText: 'Versand eintragen' }).click();
	await author.page.locator('[name=network]').fill('Netzwerk Frühe Hilfen');
	await author.press('Eintragen');
	await author.sees('Netzwerk Frühe Hilfen');
	await author.page.locator('summary', { hasText: 'Neuer Link' }).click();
	await author.page.locator('[name=label]').fill('Netzwerk Frühe Hilfen');
	await author.press('Link erstellen');
	const link = (await author.page.locator('a[href*="/r/"]').first().getAttribute('href'))!;
	await shot(author, 'sheet-1280');
	const address = new URL(link).pathname;

	const page = await (await browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'de-DE' })).newPage();
	const answer = (await page.goto(hub.url + address))!;
	expect(answer.status()).toBe(200);
	expect(answer.headers()['x-robots-tag']).toContain('noindex');
	expect(answer.headers()['referrer-policy']).toBe('no-referrer');
	expect(await page.getByRole('main').innerText()).toContain('Drei Kommunen erproben eine begleitete Übergabe.');
	if (process.env.SCREENSHOTS)
		await page.screenshot({ path: `${process.env.SCREENSHOTS}/sheet-public-390.png`, fullPage: true });
	const pdf = Buffer.from(await (await hub.get(`${address}/sheet.pdf`)).arrayBuffer());
	expect(pdfText(pdf)).toContain('Begleitete Übergabe');
	expect((await hub.get(`/r/${'a'.repeat(43)}`)).status).toBe(404);
	expect((await hub.get('/results.atom')).status).toBe(404);

	// the feed, by a link of its own, as a parser reads it
	await author.open('/results');
	await shot(author, 'sheets-1280');
	await author.page.locator('summary', { hasText: 'Neuer Link' }).click();
	await author.page.locator('[name=label]').fill('Feed für das Netzwerk');
	await author.press('Link erstellen');
	const feedLink = new URL((await author.page.locator('a[href*="key="]').first().getAttribute('href'))!);
	const feed = await hub.get(feedLink.pathname + feedLink.search);
	expect(feed.headers.get('content-type')).toContain('application/atom+xml');
	const read = await page.evaluate(
		(xml) => {
			const doc = new DOMParser().parseFromString(xml, 'application/xml');
			const atom = 'http://www.w3.org/2005/Atom';
			const child = (of: Element, name: string) =>
				[...of.children].filter((c) => c.namespaceURI === atom && c.localName === name);
			const root = doc.documentElement;
			const of = (el: Element) => ({
				ids: child(el, 'id').map((x) => x.textContent),
				titles: child(el, 'title').map((x) => x.textContent),
				updated: child(el, 'updated').map((x) => x.textContent),
				contents: child(el, 'content').map((x) => [
					x.getAttribute('type'),
					new DOMParser().parseFromString(x.textContent ?? '', 'text/html').body.innerText
				]),
				links: child(el, 'link').map((x) => [x.getAttribute('rel'), x.getAttribute('href')])
			});
			return {
				broken: doc.getElementsByTagName('parsererror').length,
				root: [root.namespaceURI, root.localName],
				authors: child(root, 'author').map((a) => child(a, 'name')[0]?.textContent),
				feed: of(root),
				entries: child(root, 'entry').map(of)
			};
		},
		await feed.text()
	);
	expect(read).toMatchObject({
		broken: 0,
		root: ['http://www.w3.org/2005/Atom', 'feed'],
		authors: ['Kreis Steinfurt']
	});
	// RFC 4287, 4.1.1 and 4.1.2: exactly one id, title and updated; an entry without an alternate link has content
	for (const part of [read.feed, ...read.entries]) {
		expect([part.ids.length, part.titles.length, part.updated.length]).toEqual([1, 1, 1]);
		expect(part.updated[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		expect(() => new URL(part.ids[0]!)).not.toThrow();
	}
	expect(new Set(read.entries.map((e) => e.ids[0])).size).toBe(read.entries.length);
	expect(read.feed.links).toEqual([['self', expect.stringContaining('/results.atom')]]);
	for (const e of read.entries) expect(e.contents).toEqual([['html', expect.stringContaining('Ausgangslage')]]);
	expect(read.entries.map((e) => e.titles[0]).join()).toContain('Begleitete Übergabe');

	await author.open(path);
	await author.press(/Link für Netzwerk Frühe Hilfen beenden|Beenden/);
	expect((await hub.get(address)).status).toBe(404);
	expect((await hub.get(`${address}/sheet.pdf`)).status).toBe(404);
});
