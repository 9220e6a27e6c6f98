/** With the keyboard alone: into the page, through it with the place always in sight, and back to where one was. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { startHub, type Hub } from './hub.ts';
import { announced, says, titlesIn } from './live.steps.ts';
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

/** What has the focus, by its name. */
const focused = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const e = document.activeElement as HTMLElement;
		if (e === document.body) return '';
		return e.getAttribute('aria-label') ?? e.innerText.trim();
	});
/** Tab by Tab to the control of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let i = 0; i < 150; i++) {
		if (name.test(await focused(page))) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never comes to ${String(name)}`);
}

test('the first Tab offers to skip to the content, and does', async () => {
	const { page } = await visit(browser, hub.url, 'koordination');
	await page.keyboard.press('Tab');
	expect(await focused(page)).toBe('Zum Inhalt springen');
	const box = await page.getByRole('link', { name: 'Zum Inhalt springen' }).boundingBox();
	expect(box!.y).toBeGreaterThanOrEqual(0);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => !!document.activeElement!.closest('main'))).toBe(true);
});

test('an agenda is put in order by its buttons, each move is announced, and the focus stays with the item', async () => {
	const office = await visit(browser, hub.url, 'koordination');
	const { page } = office;
	await office.follow('Bausteinübergreifende Arbeitsgruppe, Dezember', /meetings\/.+/);
	await office.follow('Tagesordnung', /agenda/);
	await says(office, 'Gespeichert');
	const [first, second, ...rest] = await titlesIn(office);
	const count = rest.length + 2;
	const said = announced(office);

	await tabTo(page, new RegExp(`^TOP 1: ${first!} nach unten$`));
	await page.keyboard.press('Enter');
	await said.getByText(`TOP 1 ist jetzt TOP 2 von ${count}`).waitFor({ state: 'attached' });
	expect(await titlesIn(office)).toEqual([second, first, ...rest]);
	await expect.poll(() => focused(page)).toBe(`TOP 2: ${first!} nach unten`);

	await page.keyboard.press('Shift+Tab');
	expect(await focused(page)).toBe(`TOP 2: ${first!} nach oben`);
	await page.keyboard.press('Space');
	await said.getByText(`TOP 2 ist jetzt TOP 1 von ${count}`).waitFor({ state: 'attached' });
	expect(await titlesIn(office)).toEqual([first, second, ...rest]);
	await expect.poll(() => focused(page)).toBe(`TOP 1: ${first!} nach oben`);

	await page.keyboard.press('Enter'); // it is the first already
	expect(await titlesIn(office)).toEqual([first, second, ...rest]);
	await says(office, 'Gespeichert');
});

test('a question before a step holds the focus, Escape undoes nothing and leads back to the button', async () => {
	const member = await visit(browser, hub.url, 'mitglied');
	const { page } = member;
	await member.open('/profile');
	await tabTo(page, /^Überall abmelden$/);
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog');
	await dialog.waitFor();
	const where = new Set<string>();
	for (let i = 0; i < 8; i++) {
		const e = await page.evaluate(() => {
			const at = document.activeElement!;
			return at.closest('dialog') ? 'dialog' : at.tagName; // BODY: at the browser's own controls
		});
		where.add(e);
		await page.keyboard.press('Tab');
	}
	where.delete('BODY');
	expect([...where]).toEqual(['dialog']);
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'hidden' });
	expect(await focused(page)).toBe('Überall abmelden');
	expect(new URL(page.url()).pathname).toBe('/profile');
});

test('the menu of the account opens, and Escape closes it with the focus where it was', async () => {
	const { page } = await visit(browser, hub.url, 'mitglied');
	await tabTo(page, /Olaf Wessels/);
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Abmelden' }).waitFor();
	await page.keyboard.press('Tab');
	expect(await focused(page)).toBe('Profil und Einstellungen');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Abmelden' }).waitFor({ state: 'hidden' });
	expect(await focused(page)).toMatch(/Olaf Wessels/);
});

/** Tabs through the whole page. @returns the stops whose focus cannot be seen: no outline, or under something else */
async function unseenStops(page: Page): Promise<string[]> {
	const unseen: string[] = [];
	for (let i = 0; i < 200; i++) {
		await page.keyboard.press('Tab');
		const stop = await page.evaluate(async () => {
			await new Promise((done) => requestAnimationFrame(done));
			const e = document.activeElement as HTMLElement;
			if (e === document.body) return null;
			// a hidden input is drawn by its label, a summary or group by what is around it
			const drawn = [e, e.closest('label'), e.parentElement, e.nextElementSibling].filter((x) => x !== null);
			const shown = drawn.some((x) => {
				const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(x);
				return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow.includes('0px 0px 0px');
			});
			const { left, top, width, height } = e.getBoundingClientRect();
			const points = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(left + width / 2, top + height * part));
			const open = points.some((x) => x && drawn.some((d) => d.contains(x) || x.contains(d)));
			const name = `${e.tagName} ${e.getAttribute('aria-label') ?? (e.innerText.slice(0, 60) || e.id)}`;
			return { name, wrong: !shown ? 'no outline' : !open ? 'covered' : '' };
		});
		if (!stop) break;
		if (stop.wrong) unseen.push(`${stop.name}: ${stop.wrong}`);
	}
	return unseen;
}

for (const width of [1280, 390])
	test(`the place of the focus is always in sight at ${width} px`, async () => {
		const office = await visit(browser, hub.url, 'koordination', { width });
		const found: string[] = [];
		for (const path of ['/', '/reports/new', '/gaps', '/intake', '/meetings', '/profile']) {
			await office.open(path);
			found.push(...(await unseenStops(office.page)).map((stop) => `${path} ${stop}`));
		}
		expect(found).toEqual([]);
	});
