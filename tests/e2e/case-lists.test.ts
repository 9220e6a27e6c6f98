/** A carrier's list is opened in the browser: what is dropped there never leaves, and what the preview shows is what is stored. */
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { xlsxOf } from '#exports/xlsx.server.ts';
import { launchBrowser } from '../browser.ts';
import { axeSource, whatAxeFinds, whatGoesWrong, whatIsTooWide } from './eye.ts';
import { startHub, type Hub } from './hub.ts';
import { visit, type Visitor } from './visitor.ts';
import { wireTo, type Wire } from './wire.ts';

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

const names = ['Kovalenko', 'Rahimi', 'Tesfay', 'Yıldız', 'Müller-Öztürk', 'Haddad'];
const given = ['Oksana', 'Fatima', 'Selam', 'Jürgen', 'Ayşe', 'Yusuf'];
const headings = [
	'Nachname',
	'Geburtsdatum',
	'Telefon',
	'Fall-Nr.',
	'Spalte 7',
	'Wohnort',
	'Alter',
	'Geschlecht',
	'Staatsangehörigkeit',
	'Rechtskreis',
	'Bemerkung'
];
/** Sixty women from Syria and Ukraine, and one whom nobody else is like. */
const rows = Array.from({ length: 61 }, (_, i): (string | number)[] => [
	names[i % names.length]!,
	`1${i % 9}.03.19${70 + (i % 20)}`,
	`0176 5550${100 + i}`,
	`KU-2025-${10_000 + i}`,
	given[(i * 5) % given.length]!,
	i === 60 ? 'Hopsten' : ['Rheine', 'Emsdetten'][i % 2]!,
	i === 60 ? 88 : 30 + (i % 20),
	i === 60 ? 'divers' : 'w',
	i === 60 ? 'Fidschi' : ['Syrien', 'Ukraine'][i % 2]!,
	i === 60 ? 'BAföG' : 'SGB II',
	`rief am Dienstag an, wohnt bei Familie ${names[i % names.length]}`
]);
const asText = (list: (string | number)[][]): Buffer =>
	// as Excel writes it on Windows, which has no letters for Turkish
	Buffer.from(
		[headings, ...list].map((row) => row.join(';').replaceAll('ş', 's').replaceAll('ı', 'i')).join('\r\n'),
		'latin1'
	);
const asWorkbook = (list: (string | number)[][]): Promise<Buffer> =>
	xlsxOf({ name: 'Fälle', columns: headings.map((heading) => ({ heading })), rows: list });

/** Columns that stay on the device, by what says so; of the others only codes leave. */
const dropped = [0, 1, 2, 3, 4, 10];
/** Each value of those columns, whole, in words and with days turned round; and the places and rare values of the others. */
function secretsOf(list: (string | number)[][]): string[] {
	const values = dropped.flatMap((at) => list.map((row) => String(row[at])));
	const words = values.flatMap((value) => value.split(/[\s,-]+/)).filter((word) => /^\p{L}{5,}$/u.test(word));
	const days = values.map((value) => value.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1'));
	const raw = ['Nachname', 'Klientinnen', 'Rheine', 'Emsdetten', 'Hopsten', 'Fidschi', 'BAföG', 'divers'];
	const all = [...values, ...words, ...days, ...raw];
	return [...new Set(all.flatMap((value) => [value, value.replaceAll('ş', 's').replaceAll('ı', 'i')]))];
}

const choose = (page: Page, name: string, buffer: Buffer, mimeType = 'application/octet-stream') =>
	page.setInputFiles('#list-file', { name, mimeType, buffer });
/** All tables of groups and of single counts. */
const tables = (page: Page): Promise<string> =>
	page
		.getByRole('region', { name: /Gruppen gleicher Fälle|Einzelzahlen/ })
		.locator('tbody')
		.allInnerTexts()
		.then((texts) => texts.join('\n'));

/** What a person sees of a list, and what of it goes up the wire to the hub and into its database. */
async function giveIn(wire: Wire, person: Visitor, choosing: () => Promise<void>, check: () => Promise<void>) {
	const { page } = person;
	wire.sent();
	const frames: string[] = [];
	let sockets = 0;
	page.on('websocket', (socket) => {
		sockets++;
		socket.on('framesent', ({ payload }) => frames.push(payload.toString()));
	});
	await person.open('/cases/lists/new');
	await choosing();
	await page.getByRole('button', { name: 'Zahlen abgeben', exact: true }).waitFor();
	await check();
	const before = wire.sent();
	const shown = await tables(page);
	const posted = page.waitForRequest((request) => request.method() === 'POST');
	await person.press('Zahlen abgeben');
	await page.waitForURL(/\/cases\/lists\/[0-9a-f-]{36}/);
	await person.sees('Die Zahlen sind angekommen.');
	const form = new URLSearchParams((await posted).postData() ?? '');
	const after = wire.sent();
	// what goes through a socket is masked on the wire: each of them is the page's, where its frames are read
	expect((before + after).match(/^GET \/socket\.io\/.*$/gm) ?? []).toHaveLength(sockets * 2);
	expect(before.match(/^(?:POST|PUT|PATCH) \S+/gm)).toBeNull();
	expect(new Set(after.match(/^(?:POST|PUT|PATCH) \S+/gm))).toEqual(new Set(['POST /cases/lists/new?/send']));
	expect(after).toContain('"legalDomain":"SGB2"'); // so the wire would show what is on it
	expect([...form.keys()].sort()).toEqual(['period', 'upload']);
	const id = person.path().split('/').at(-1)!;
	expect(await tables(page)).toBe(shown);
	const upload = JSON.parse(form.get('upload')!) as { rows: object[]; counts: object[] };
	expect(await storedOf(id)).toEqual({ rows: inOrder(upload.rows), counts: inOrder(upload.counts) });
	return { id, shown, wired: before + after + frames.join('\n'), body: form.toString() };
}
const inOrder = (rows: object[]): string[] => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
async function storedOf(id: string) {
	const of = async (table: string) => {
		const { rows } = await db.query<{ row: object }>(
			`select to_jsonb(${table}) - 'list_id' as row from ${table} where list_id = $1`,
			[id]
		);
		const inCode = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
		return inOrder(
			rows.map(({ row }) => Object.fromEntries(Object.entries(row).map(([name, value]) => [inCode(name), value])))
		);
	};
	return { rows: await of('case_list_row'), counts: await of('case_list_count') };
}

test('of an Excel list only what the preview shows leaves the device, and that is what is stored', async () => {
	const wire = await wireTo(hub.url);
	const person = await visit(browser, wire.url, 'fallmanagement-a');
	const { page } = person;
	const wrong = whatGoesWrong(page);
	const sheet = await asWorkbook(rows);
	const { id, shown, wired } = await giveIn(
		wire,
		person,
		() => choose(page, 'Klientinnen Kovalenko.xlsx', sheet),
		async () => {
			await person.sees('61 Zeilen gelesen, 5 von 11 Spalten erkannt.');
			await person.sees('1 Fall ist zu selten');
			const columns = page.getByRole('table', { name: '2. Spalten prüfen' }).getByRole('row');
			for (const [heading, why] of [
				['Nachname', 'Namen'],
				['Geburtsdatum', 'Geburtsdaten'],
				['Telefon', 'Telefon'],
				['Fall-Nr.', 'Ausweis- oder Kontonummern'],
				['Spalte 7', 'Namen (am Inhalt erkannt)'],
				['Bemerkung', 'freie Texte']
			] as const) {
				const said = await columns.filter({ hasText: heading }).innerText();
				expect(said.replace(/\s+/g, ' ')).toMatch(new RegExp(`bleibt hier: .*${why.replace(/[()]/g, '\\$&')}`));
			}
		}
	);
	expect(shown).toContain('Syrien');
	expect(shown).toContain('Ukraine');
	expect(shown).not.toMatch(/Rheine|Fidschi|divers/);
	expect(secretsOf(rows).filter((secret) => wired.includes(secret) || hub.output().includes(secret))).toEqual([]);
	expect(wrong()).toEqual([]);

	for (const name of ['fallmanagement-b', 'koordination'] as const)
		expect((await hub.get(`/cases/lists/${id}`, await hub.login(name))).status).toBe(404);
	const sums = await hub.get('/cases/lists?field=origin', await hub.login('koordination'));
	// the sum of a single house would be its own number
	expect(await sums.text()).not.toContain('Syrien');
	await person.open('/cases/lists');
	await person.press('Zurückziehen', true);
	await person.sees('Die Zahlen wurden zurückgezogen und gelöscht.');
	expect(await storedOf(id)).toEqual({ rows: [], counts: [] });
	await page.context().close();
	await wire.cut();
});

test('a list as CSV in the encoding of Windows is read the same way, and values can be given a meaning', async () => {
	const wire = await wireTo(hub.url);
	const person = await visit(browser, wire.url, 'fallmanagement-b', { width: 390 });
	const { page } = person;
	const list = rows.slice(0, 60).map((row, i) => row.with(7, i % 2 ? 'Sie' : 'w'));
	const { shown, wired, body } = await giveIn(
		wire,
		person,
		() => choose(page, 'Klientinnen.csv', asText(list), 'text/csv'),
		async () => {
			await person.sees('60 Zeilen gelesen, 5 von 11 Spalten erkannt.');
			await person.sees('Geschlecht: 1 von 2 Werten nicht erkannt');
			await page.getByLabel('„Sie“ bedeutet').selectOption({ label: 'weiblich' });
			await person.sees('Geschlecht: alle 2 Werte erkannt');
			await person.sees('60 von 60 Fällen gehen in 2 Gruppen hinaus.');
			expect(await whatIsTooWide(page, 390)).toEqual([]);
		}
	);
	expect(shown.match(/30\s[^\n]*weiblich/g)).toHaveLength(2);
	expect(secretsOf(list).filter((secret) => wired.includes(secret))).toEqual([]);
	expect(body).not.toContain('Sie');
	await page.context().close();
	await wire.cut();
});

test('an altered page is refused, and nothing of what it sent comes back', async () => {
	const cookie = await hub.login('fallmanagement-a');
	const fine = { place: 'AR-WEST', ageBand: 'ERW', origin: '*', residenceGroup: '*', household: '*', gender: '*' };
	const row = { ...fine, legalDomain: 'SGB2', phase: '*', cases: 9 };
	const year = new Date().getFullYear();
	for (const altered of [
		{ rows: [{ ...row, cases: 1 }], counts: [] },
		{ rows: [{ ...row, place: '05566076' }], counts: [] },
		{ rows: [{ ...row, name: 'Oksana Kovalenko' }], counts: [] },
		{ rows: [{ ...row, legalDomain: 'Oksana Kovalenko' }], counts: [] }
	]) {
		const fields = { period: `${year}-H1`, upload: JSON.stringify(altered) };
		const answer = await hub.post('/cases/lists/new?/send', fields, cookie);
		expect(answer.status).toBe(422);
		expect(await answer.text()).not.toContain('Oksana');
	}
});

test('a file that cannot be read gets a clear sentence, and the page stays alive', async () => {
	const person = await visit(browser, hub.url, 'fachkraft');
	await person.open('/cases/lists/new');
	const good = Buffer.from('Ort;Rechtskreis\n' + 'Rheine;SGB II\n'.repeat(9));
	for (const [name, file, sentence] of [
		['liste.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'das alte Excel-Format'],
		['geheim.xlsx', locked, 'mit einem Kennwort geschützt'],
		['kaputt.xlsx', Buffer.from('PK\u0003\u0004 kein Ende'), 'lässt sich nicht lesen'],
		['bombe.xlsx', bomb(), 'ungewöhnlich stark gepackt'],
		['lang.csv', Buffer.from('Ort;Alter\n' + 'Rheine;34\n'.repeat(100_000)), 'mehr als 20.000 Zeilen'],
		['gross.csv', Buffer.alloc(10_000_001, 'Rheine;34\n'), 'größer als 10 MB'],
		['leer.csv', Buffer.from('\n'), 'keine Liste']
	] as const) {
		await choose(person.page, name, file);
		await person.sees(sentence);
	}
	await choose(person.page, 'gut.csv', good, 'text/csv');
	await person.sees('9 von 9 Fällen gehen in einer Gruppe hinaus.');
	await person.page.context().close();
});

const locked = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]);
/** A workbook whose directory promises two gigabytes. */
function bomb(): Buffer {
	const name = Buffer.from('xl/workbook.xml');
	const entry = Buffer.alloc(46);
	entry.writeUInt32LE(0x02014b50, 0);
	entry.writeUInt32LE(2_000_000_000, 24);
	entry.writeUInt16LE(name.length, 28);
	const head = Buffer.from([0x50, 0x4b, 3, 4]);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(head.length, 16);
	return Buffer.concat([head, entry, name, end]);
}

test('without JavaScript the page says why it cannot read a list, and counts can be typed in', async () => {
	const person = await visit(browser, hub.url, 'fallmanagement-a', { javaScriptEnabled: false, width: 390 });
	await person.open('/cases/lists/new?field=gender');
	await person.sees('Zum Auswerten einer Liste braucht diese Seite JavaScript');
	expect(await person.page.locator('input[type=file]').count()).toBe(0);
	await person.page.getByLabel('weiblich').fill('17');
	await person.press('Diese Zahlen abgeben');
	await person.sees('Alles, was von dieser Liste gespeichert ist.');
	expect(await person.page.getByRole('region', { name: 'Einzelzahlen' }).locator('tbody').innerText()).toMatch(
		/17\s+Geschlecht\s+weiblich/
	);
});

test('in every width and light axe finds nothing, and the keyboard reaches everything', async () => {
	const person = await visit(browser, hub.url, 'koordination');
	const { page } = person;
	await page.addInitScript(axeSource);
	await person.open('/cases/lists/new');
	const list = rows.map((row, i) => (i % 5 ? row : row.with(7, 'Sie')));
	await choose(page, 'liste.xlsx', await asWorkbook(list));
	await page.getByRole('button', { name: 'Zahlen abgeben', exact: true }).waitFor();
	await looksRight(page, 'new');
	await page.locator('#list-file').focus();
	const reached = new Set<string>();
	for (let i = 0; i < 40 && !reached.has('Zahlen abgeben'); i++) {
		await page.keyboard.press('Tab');
		reached.add(
			await page.evaluate(() => {
				const e = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> };
				return e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText.trim();
			})
		);
	}
	for (const name of ['„Wohnort“ verwenden als', '„Sie“ bedeutet', 'Gruppen gleicher Fälle', 'Zahlen abgeben'])
		expect([...reached].join('\n')).toContain(name);
	await person.open('/cases/lists');
	await looksRight(page, 'lists');
	await page.context().close();
});

async function looksRight(page: Page, name: string): Promise<void> {
	for (const width of [1280, 390])
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia({ colorScheme });
			const path = `${process.env.SHOTS}/${name}-${width}-${colorScheme}.png`;
			if (process.env.SHOTS) await page.screenshot({ path, fullPage: true });
			if ((width === 390) === (colorScheme === 'dark')) expect(await whatAxeFinds(page)).toEqual([]);
			expect(await whatIsTooWide(page, width)).toEqual([]);
		}
}
