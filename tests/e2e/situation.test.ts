/** The situation picture, the register's files and the agreements, as each role meets them in Chromium. */
import { readSheet } from 'read-excel-file/node';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CastKey } from '#demo/cast.server.ts';
import { launchBrowser } from '../browser.ts';
import { axeSource, whatAxeFinds, whatGoesWrong, whatIsTooWide, whichWordsAreOdd } from './eye.ts';
import { startHub, type Hub } from './hub.ts';
import { enter, type Visitor } from './visitor.ts';

let hub: Hub;
let browser: Browser;
const cookies = new Map<CastKey, string>();
const cookie = async (who: CastKey) => {
	const known = cookies.get(who) ?? (await hub.login(who));
	cookies.set(who, known);
	return known;
};
const as = async (who: CastKey, options: Parameters<typeof enter>[3] = {}): Promise<Visitor> =>
	enter(browser, hub.url, await cookie(who), options);
const get = async (path: string, who: CastKey) => hub.get(path, await cookie(who));
const sheetAt = async (path: string, who: CastKey = 'koordination') =>
	readSheet(Buffer.from(await (await get(path, who)).arrayBuffer()));

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await hub?.stop();
});

type Figure = { atLeast: number; exact: boolean };
type Picture = {
	throughOn: string;
	threshold: number;
	total: Figure;
	tables: {
		table: string;
		rows: { code: string | null; total: Figure; cells: Figure[] }[];
		columnTotals: Figure[];
		total: Figure;
	}[];
};
const picture = async (query = '', who: CastKey = 'koordination') =>
	(await (await get(`/situation.json${query}`, who)).json()) as Picture;
const domains = ['SGB2', 'SGB8', 'AUFENTHG', 'WOHNEN', 'INTV', 'SGB5', 'ANERK', 'SCHULG', 'SGB3', 'STAG', 'SGB9'];
const regions = ['AR-WEST', 'AR-MITTE', 'AR-SUED', 'AR-OST'];

describe('scenario 22: a filter leaving few', () => {
	test('is hidden, and cannot be told from totals, rows or two filters', async () => {
		const whole = await picture();
		expect(whole.total.atLeast).toBeGreaterThan(300);
		const few = (n: number) => n !== 0 && n < whole.threshold;
		const wrong: string[] = [];
		const attack = (p: Picture, name: string) => {
			for (const t of p.tables) {
				const sum = (figures: Figure[]) => figures.reduce((n, f) => n + f.atLeast, 0);
				for (const f of [t.total, ...t.columnTotals, ...t.rows.flatMap((r) => [r.total, ...r.cells])])
					if (few(f.atLeast)) wrong.push(`${name} ${t.table} shows ${f.atLeast}`);
				if (few(t.total.atLeast - sum(t.rows.map((r) => r.total)))) wrong.push(`${name} ${t.table}: total less rows`);
				for (const r of t.rows)
					if (r.cells.length && few(r.total.atLeast - sum(r.cells)))
						wrong.push(`${name} ${t.table} ${r.code}: row less cells`);
			}
		};
		attack(whole, 'all');
		for (const region of regions) {
			const of = await picture(`?place=${region}`);
			attack(of, region);
			if (few(whole.total.atLeast - of.total.atLeast)) wrong.push(`all less ${region}`);
			for (const domain of domains) {
				const both = await picture(`?place=${region}&legalDomain=${domain}`);
				attack(both, `${region} ${domain}`);
				if (few(of.total.atLeast - both.total.atLeast)) wrong.push(`${region} less ${domain}`);
			}
		}
		expect(wrong).toEqual([]);
	});
	test('says so in plain words', async () => {
		const v = await as('lenkung');
		await v.open('/situation?legalDomain=BVFG');
		await v.sees('verdeckt');
		await v.sees(/Weniger als 5 Beiträge werden nie gezeigt/);
		await v.sees(/aus Gründen des Schutzes verdeckt/);
		await v.page.context().close();
	});
});

describe('each role', () => {
	test('sees what it may: the carrier is a filter of the office alone', async () => {
		const office = await as('koordination');
		await office.open('/situation');
		await office.page.getByText('Weitere Filter').click();
		expect(await office.page.getByLabel('Träger oder Haus').count()).toBe(1);
		await office.page.context().close();
		const member = await as('lenkung');
		await member.open('/situation');
		expect(await member.page.getByLabel('Träger oder Haus').count()).toBe(0);
		await member.page.context().close();
		for (const who of ['admin', 'datenschutz', 'gast', 'federfuehrung'] as const)
			for (const path of ['/situation', '/situation.json', '/situation.xlsx', '/gaps.xlsx', '/agreements'])
				expect((await get(path, who)).status, `${who} ${path}`).toBe(404);
	});
	test('finds the way from the navigation to a number and on to the register', async () => {
		const v = await as('fallmanagement-a');
		await v.open('/');
		await v.follow('Lagebild', /\/situation$/);
		await v.page.locator('td a').first().click();
		await v.page.waitForURL(/\/gaps\?legalDomain=.+&gapType=/);
		await v.page.context().close();
	});
});

describe('the files', () => {
	test('of the picture say what the page says, filters and all', async () => {
		const query = '?legalDomain=SGB2&halfYear=';
		const json = await picture(query);
		const rows = await sheetAt(`/situation.xlsx${query}`);
		const csv = await (await get(`/situation.csv${query}`, 'koordination')).text();
		const totals = rows.filter((r) => r[1] === 'Summe' && r[2] === 'Summe').map((r) => r[3]);
		const told = (f: Figure) => (f.exact ? f.atLeast : f.atLeast ? `mindestens ${f.atLeast}` : 'verdeckt');
		expect(totals).toEqual(json.tables.map((t) => told(t.total)));
		expect(csv.trim().split('\r\n').length).toBe(rows.length);
		const v = await as('koordination');
		await v.open(`/situation${query}`);
		await v.sees(told(json.total).toString());
		await v.page.context().close();
	});
	test('of the register have the rows, order and columns of the screen', async () => {
		const v = await as('koordination');
		for (const query of [
			'',
			'?sort=title',
			'?sort=kind&turned=1&columns=number&columns=domains&columns=breadth',
			'?q=Kurs'
		]) {
			await v.open(`/gaps${query}`);
			const headings = await v.page.locator('thead th').allInnerTexts();
			const sheet = await sheetAt(`/gaps.xlsx${query}`);
			const plain = (s: unknown) =>
				(typeof s === 'string' || typeof s === 'number' ? String(s) : '').replace(/\s+/g, ' ').trim();
			expect(sheet[0]!.map(plain), query).toEqual(headings.map((h) => plain(h.split('\n')[0])));
			const titles = await v.page.locator('tbody tr td:first-child a').allInnerTexts();
			expect(
				sheet.slice(1, titles.length + 1).map((r) => plain(r[0])),
				query
			).toEqual(titles.map(plain));
			expect(titles.length).toBeGreaterThan(0);
			const second = await v.page.locator('tbody tr td:nth-child(2)').allInnerTexts();
			expect(
				sheet.slice(1, second.length + 1).map((r) => plain(r[1])),
				query
			).toEqual(second.map(plain));
		}
		await v.page.context().close();
	});
	test('a heading turns the order, by keyboard, and says so', async () => {
		const v = await as('lenkung');
		await v.open('/gaps');
		const heading = v.page.getByRole('columnheader', { name: /Titel/ }).getByRole('link');
		await heading.focus();
		await v.page.keyboard.press('Enter');
		await v.page.waitForURL(/sort=title/);
		expect(await v.page.locator('th[aria-sort=ascending]').count()).toBe(1);
		const first = await v.page.locator('tbody a').first().innerText();
		await v.page.getByRole('columnheader', { name: /Titel/ }).getByRole('link').press('Enter');
		await v.page.waitForURL(/turned=1/);
		expect(await v.page.locator('tbody tr:last-child a').first().innerText()).toBe(first);
		await v.page.context().close();
	});
});

describe('agreements', () => {
	test('one that ends soon waits for the office, and is found from its gap', async () => {
		const office = await as('koordination');
		await office.open('/');
		await office.sees('Schnittstellen, die bald auslaufen');
		await office.follow(/Übergang vom Asylbewerberleistungsgesetz/, /\/agreements\//);
		await office.sees('Läuft bald aus');
		await office.page.getByRole('main').getByRole('link', { name: /^L-/ }).first().click();
		await office.page.waitForURL(/\/gaps\//);
		await office.sees(/Übergang vom Asylbewerberleistungsgesetz/);
		await office.page.context().close();
	});
	test('a coordinator writes one; what is missing is said, and what was typed stays', async () => {
		const v = await as('koordination-2');
		await v.open('/agreements/new');
		await v.page.fill('[name=title]', 'Übergang Schule und Beruf');
		await v.press('Speichern');
		await v.sees('Bitte wählen Sie mindestens zwei Häuser.');
		expect(await v.page.inputValue('[name=title]')).toBe('Übergang Schule und Beruf');
		const houses = v.page.getByRole('group', { name: /Beteiligte Häuser/ });
		await houses.getByText('Jobcenter Kreis Steinfurt').click();
		await houses.getByText('Stadt Rheine').click();
		await v.page.fill('[name=handover]', 'Die Berufsberatung lädt gemeinsam ein.');
		await v.page.fill('[name=validFrom]', '2026-01-01');
		await v.press('Speichern');
		await v.sees('Die Vereinbarung ist gespeichert.');
		await v.sees('unbefristet');
		await v.page.context().close();
	});
});

test('administration brings the county’s map, and the picture shows it', async () => {
	const square = (x: number) => [
		[
			[x, 52],
			[x + 0.2, 52],
			[x + 0.2, 52.2],
			[x, 52.2],
			[x, 52]
		]
	];
	const file = JSON.stringify({
		type: 'FeatureCollection',
		features: ['05566008', '05566076'].map((AGS, i) => ({
			type: 'Feature',
			properties: { AGS },
			geometry: { type: 'Polygon', coordinates: square(7.3 + i * 0.2) }
		}))
	});
	const v = await as('admin');
	await v.open('/admin/map');
	const choose = (text: string) =>
		v.page.setInputFiles('[name=file]', {
			name: 'kreis.geojson',
			mimeType: 'application/geo+json',
			buffer: Buffer.from(text)
		});
	await v.page.fill('[name=attribution]', '© Vermessung');
	await choose('{"type":"FeatureCollection","features":[]}');
	await v.press('Karte übernehmen');
	await v.sees(/kein GeoJSON mit Flächen/);
	await choose(file);
	await v.page.fill('[name=attribution]', '© Vermessung');
	await v.press('Karte übernehmen');
	await v.sees('Diese Karte wird gezeigt');
	await v.page.context().close();
	const reader = await as('vorsitz');
	await reader.open('/situation');
	await reader.sees('Grenzen: © Vermessung');
	expect(await reader.page.locator('figure svg path').count()).toBe(2);
	await reader.page.context().close();
});

const looks = [
	{ name: 'desk', options: { width: 1280 } },
	{ name: 'dark', options: { width: 1280, colorScheme: 'dark' as const } },
	{ name: 'phone', options: { width: 390 } },
	// 200 % of 1280
	{ name: 'zoomed', options: { width: 640 } }
];
test.each(looks)('pages are without barriers and fit: $name', async ({ name, options }) => {
	const found: string[] = [];
	for (const [who, paths] of [
		[
			'koordination',
			[
				'/situation',
				'/situation?legalDomain=SGB2&since=2026-01-01',
				'/agreements',
				'/agreements/new',
				'/gaps?columns=domains&columns=breadth'
			]
		],
		['admin', ['/admin/map']]
	] as const) {
		const v = await as(who, options);
		await v.page.context().addInitScript({ content: axeSource });
		const wrong = whatGoesWrong(v.page);
		for (const path of paths) {
			await v.open(path);
			const all = [
				...(await whichWordsAreOdd(v.page, 'de')),
				...(await whatIsTooWide(v.page, options.width)),
				...(await whatAxeFinds(v.page)),
				...wrong()
			];
			found.push(...all.map((f) => `${path} ${name}: ${f}`));
			if (process.env.SHOTS)
				await v.page.screenshot({
					path: `${process.env.SHOTS}/${name}${path.replace(/\W+/g, '-')}.png`,
					fullPage: true
				});
		}
		await v.page.context().close();
	}
	expect(found).toEqual([]);
});
