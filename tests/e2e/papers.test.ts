/** The committee's papers by clicking: made, watched, downloaded; a recalled analysis takes its papers along. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { textOf } from '../pdf-text.ts';
import { axeSource, whatAxeFinds, whatGoesWrong, whatIsTooWide } from './eye.ts';
import { startHub, type Hub } from './hub.ts';
import { unzipped } from './papers.ts';
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

const first = (visitor: Visitor) => visitor.page.locator('#built li').first();
const ready = (visitor: Visitor) => first(visitor).getByText('Fertig', { exact: true }).waitFor({ timeout: 60_000 });
async function downloaded(visitor: Visitor): Promise<{ pdf: Buffer; name: string }> {
	const [download] = await Promise.all([
		visitor.page.waitForEvent('download'),
		first(visitor)
			.getByRole('link', { name: /herunterladen/ })
			.click()
	]);
	return { pdf: readFileSync(await download.path()), name: download.suggestedFilename() };
}
const hashShown = async (visitor: Visitor) => (await first(visitor).locator('code').textContent()) ?? '';
const hashOf = (pdf: Buffer) => createHash('sha256').update(pdf).digest('hex');

describe('from the start page to the file', () => {
	test('the office makes folder and dossier by clicking, sees the progress, and gets tagged files', async () => {
		const office = await visit(browser, hub.url, 'koordination');
		const wrong = whatGoesWrong(office.page);
		await office.page.addInitScript(axeSource);
		await office.follow('Lenkungsgruppe', /steering/);
		await office.press('Sitzungsmappe erstellen');
		await office.page.waitForURL(/\/papers/);
		await first(office)
			.getByText(/Sitzungsmappe/)
			.first()
			.waitFor();
		await ready(office);
		const folder = await downloaded(office);
		expect(folder.pdf.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(textOf(folder.pdf)).toContain('Tagesordnung');
		expect(hashOf(folder.pdf)).toBe(await hashShown(office));
		await office.press('Dossier erstellen');
		await first(office)
			.getByText(/Halbjahresdossier/)
			.first()
			.waitFor();
		await ready(office);
		const dossier = await downloaded(office);
		expect(textOf(dossier.pdf)).toContain('Maßnahmen nach Stand');
		expect(dossier.name).toMatch(/\.pdf$/);
		// the play world has made it with the same key date already
		const hashes = await db.query<{ n: number; kinds: number }>(
			`select count(*)::int as n, count(distinct hash)::int as kinds from paper_build where kind = 'dossier'`
		);
		expect(hashes.rows[0]).toEqual({ n: 2, kinds: 1 });
		expect(await whatIsTooWide(office.page, 1280)).toEqual([]);
		expect(await whatAxeFinds(office.page)).toEqual([]);
		expect(wrong()).toEqual([]);
	});

	test('works without JavaScript: the page is looked at again by a link', async () => {
		const chair = await visit(browser, hub.url, 'vorsitz', { javaScriptEnabled: false });
		await chair.open('/papers');
		await chair.press('Kurzfassung erstellen');
		for (let i = 0; i < 60; i++) {
			const refresh = chair.page.getByRole('link', { name: 'Stand aktualisieren' });
			if (!(await refresh.count())) break;
			await chair.page.waitForTimeout(500);
			await refresh.click();
		}
		await first(chair).getByText('Fertig', { exact: true }).waitFor();
		expect(await first(chair).textContent()).toMatch(/Kurzfassung/);
	});
});

describe('a recalled analysis', () => {
	test('takes the file with it: the page says so, and the next one lacks it', async () => {
		const found = await db.query<{ paper: string; id: string; title: string }>(
			`select b.id as paper, c.id, c.title from paper_case pc join paper_build b on b.id = pc.paper_id
				join case_analysis c on c.id = pc.case_id where b.kind = 'folder' and b.state = 'ready' and pc.included order by 3 limit 1`
		);
		const [of] = found.rows;
		expect(of, 'the play world has a folder with an analysis').toBeDefined();
		const path = `/papers/${of!.paper}/file.pdf`;
		const member = await hub.login('lenkung');
		const before = await hub.get(path, member);
		expect(textOf(new Uint8Array(await before.arrayBuffer()))).toContain(of!.title);
		const read = await db.query(
			`select from event e join account a on a.id = e.actor_id where e.kind = 'case_analysis.read' and e.thing_id = $1 and a.email like 'lenkung%'`,
			[of!.id]
		);
		expect(read.rowCount, 'reading it in a paper is on record').toBe(1);
		const recall = await hub.post(`/cases/${of!.id}?/recall`, { reason: 'known_story' }, await hub.login('mitglied'));
		expect(recall.status).toBe(303);
		expect((await hub.get(path, member)).status).toBe(404);
		const office = await visit(browser, hub.url, 'koordination');
		await office.open('/papers');
		const row = office.page
			.locator('#built li', { hasText: 'Zurückgezogen' })
			.filter({ hasText: 'Sitzungsmappe' })
			.first();
		await row.getByText(/Einzelfallanalysen? wurden? zurückgerufen oder gelöscht/).waitFor();
		await row.getByRole('button', { name: /Noch einmal erstellen: Sitzungsmappe/ }).click();
		await office.page.waitForURL(/papers/);
		await ready(office);
		const { pdf } = await downloaded(office);
		expect(textOf(pdf)).not.toContain(of!.title);
		expect(textOf(pdf)).toMatch(/die hier stand(?:en)?, wurden? zurückgerufen oder gelöscht und fehl/);
	});
});

describe('papers for others', () => {
	test('a unit gets its own extract and nothing else; who has no business here gets 404', async () => {
		const unit = await visit(browser, hub.url, 'federfuehrung', { width: 390 });
		await unit.open('/papers');
		const [download] = await Promise.all([
			unit.page.waitForEvent('download'),
			unit.page.getByRole('link', { name: 'Beschlussauszug meines Hauses (PDF)' }).click()
		]);
		expect(textOf(readFileSync(await download.path()))).toContain('Beschlussauszug');
		expect(await unit.page.getByRole('button', { name: 'Sitzungsmappe erstellen' }).count()).toBe(0);
		expect(await whatIsTooWide(unit.page, 390)).toEqual([]);
		for (const who of ['fallmanagement-a', 'gast', 'admin', 'datenschutz'] as const)
			expect((await hub.get('/papers', await hub.login(who))).status).toBe(404);
	});
	test('the report for the county’s committees is a Word file', async () => {
		const chair = await visit(browser, hub.url, 'vorsitz');
		await chair.open('/papers');
		const [download] = await Promise.all([
			chair.page.waitForEvent('download'),
			chair.page.getByRole('button', { name: 'Bericht herunterladen (Word)' }).click()
		]);
		const xml = unzipped(readFileSync(await download.path())).get('word/document.xml')!;
		expect(xml).toContain('Bericht an die Kreisausschüsse');
		expect(xml).toContain('Heading1');
	});
});
