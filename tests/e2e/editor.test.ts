/** The live editor with the keyboard alone, and without barriers: on desk and phone, by day and night, in words not colours. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { matrixWorld, sendForm, type MatrixWorld } from '../matrix/world.ts';
import { axeSource, whatAxeFinds, whatGoesWrong, whatIsTooWide, whichWordsAreOdd } from './eye.ts';
import { startHub, type Hub } from './hub.ts';
import {
	announced,
	documentOf,
	itemsOf,
	openDocument,
	says,
	textOfItem,
	titlesIn,
	toTheEnd,
	written
} from './live.steps.ts';
import { visit } from './visitor.ts';

let hub: Hub;
let browser: Browser;
let world: MatrixWorld;
let meeting: string;
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
	world = await matrixWorld(hub);
	meeting = world.fill('/meetings/{meeting_group}');
});
afterAll(async () => {
	await browser?.close();
	await world?.close();
	await hub?.stop();
});

/** What has the focus: „textbox“ for a text, else its name. */
const focused = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const e = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> };
		if (e.getAttribute('role') === 'textbox') return 'textbox';
		return e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText.trim();
	});
const soon = { timeout: 10_000 };
/** A page that is busy moves the focus a moment after the key. */
const focusIs = (page: Page, name: string) => expect.poll(() => focused(page), soon).toBe(name);
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
	for (let i = 0; i < 120; i++) {
		if ((await focused(page)) === name) return;
		await page.keyboard.press(key);
	}
	throw new Error(`${key} never comes to ${name}`);
}
/** The entry of the open menu that Enter would take. */
const active = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const id = document.activeElement!.getAttribute('aria-activedescendant');
		return (id && document.getElementById(id)?.innerText) || '';
	});

test('everything in the text is done with the keyboard', async () => {
	const office = await visit(browser, hub.url, 'koordination');
	const { page } = office;
	const { keyboard } = page;
	await openDocument(office, `${meeting}/agenda`);
	const text = textOfItem(office, 1);
	await tabTo(page, 'textbox');
	await toTheEnd(office, 1);
	await keyboard.press('Enter');
	await keyboard.type('Wichtig');

	await keyboard.press('Shift+Home');
	await page.waitForTimeout(150); // the editor hears of the selection a moment later
	await keyboard.press('Alt+F10');
	await focusIs(page, 'Fett');
	await keyboard.press('Enter');
	await focusIs(page, 'textbox');
	await expect.poll(() => written(text.locator('strong')), soon).toEqual(['Wichtig']);

	await keyboard.press('Alt+F10');
	await tabTo(page, 'Aufzählung', 'ArrowRight');
	await keyboard.press('Space');
	await expect.poll(() => written(text.locator('ul > li')), soon).toEqual(['Wichtig']);
	await keyboard.press('Alt+F10');
	await keyboard.press('Escape');
	await focusIs(page, 'textbox');

	await keyboard.press('Control+End');
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type('/');
	await announced(office).getByText('Bausteine: mit den Pfeiltasten wählen').waitFor({ state: 'attached' });
	for (let i = 0; i < 12 && (await active(page)) !== 'Beschluss einfügen'; i++) await keyboard.press('ArrowDown');
	await expect.poll(() => active(page), soon).toBe('Beschluss einfügen');
	await keyboard.press('Enter');
	await keyboard.type('Wir treffen uns monatlich.');
	const block = text.getByRole('group', { name: 'Beschluss' });
	await expect.poll(() => written(block.locator('p')), soon).toEqual(['Wir treffen uns monatlich.']);
	await tabTo(page, 'Ergebnis');
	await keyboard.type('Ang');
	await keyboard.press('Tab');
	await focusIs(page, 'Ja');
	await keyboard.type('5');
	await keyboard.press('Tab');
	await focusIs(page, 'Nein');
	await keyboard.press('Escape');
	await focusIs(page, 'textbox');
	expect(await block.getByLabel('Ergebnis').inputValue()).toBe('adopted');
	expect(await block.getByLabel('Ja').inputValue()).toBe('5');
	await says(office, 'Gespeichert');
});

test('a menu closes with Escape, and Tab leaves the text: nothing holds the focus', async () => {
	const office = await visit(browser, hub.url, 'koordination');
	const { page } = office;
	await openDocument(office, `${meeting}/agenda`);
	await itemsOf(office).nth(1).scrollIntoViewIfNeeded();
	await textOfItem(office, 2).focus();
	await page.keyboard.press('Control+End');
	await page.keyboard.press('Enter');
	await page.keyboard.type('@');
	await page.getByRole('listbox', { name: 'Personen' }).waitFor();
	await page.keyboard.press('Escape');
	await page.getByRole('listbox').waitFor({ state: 'hidden' });
	await focusIs(page, 'textbox');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Tab');
	expect(await focused(page)).not.toBe('textbox');
	await page.keyboard.press('Shift+Tab');
	await focusIs(page, 'textbox');
});

test('two who begin the same new line at once write each letter once', async () => {
	const [one, two] = await Promise.all([
		visit(browser, hub.url, 'koordination'),
		visit(browser, hub.url, 'koordination')
	]);
	for (const who of [one, two]) await openDocument(who, `${meeting}/agenda`);
	const lastOf = (who: typeof one) => textOfItem(who, 2).locator('> p').last();
	await toTheEnd(one, 2);
	await one.page.keyboard.press('Enter');
	await says(one, 'Gespeichert');
	await expect.poll(() => written(lastOf(two))).toEqual(['']);
	await toTheEnd(two, 2);
	await Promise.all([
		one.page.keyboard.type('aaaaaaaa', { delay: 15 }),
		two.page.keyboard.type('bbbbbbbb', { delay: 15 })
	]);
	for (const who of [one, two]) {
		await says(who, 'Gespeichert');
		await expect.poll(async () => [...(await written(lastOf(who)))[0]!].toSorted().join('')).toBe('aaaaaaaabbbbbbbb');
	}
});

test('an item is moved from within its text, each move is said, and the caret stays', async () => {
	const office = await visit(browser, hub.url, 'koordination');
	const { page } = office;
	await openDocument(office, `${meeting}/agenda`);
	const [first, second, ...rest] = await titlesIn(office);
	const count = rest.length + 2;
	await itemsOf(office).nth(1).scrollIntoViewIfNeeded();
	await textOfItem(office, 2).focus();
	await page.keyboard.press('Alt+Shift+ArrowUp');
	await announced(office).getByText(`TOP 2 ist jetzt TOP 1 von ${count}`).waitFor({ state: 'attached' });
	expect(await titlesIn(office)).toEqual([second, first, ...rest]);
	await focusIs(page, 'textbox');
	expect(await textOfItem(office, 1).evaluate((e) => e === document.activeElement)).toBe(true);
	await page.keyboard.press('Alt+Shift+ArrowDown');
	await announced(office).getByText(`TOP 1 ist jetzt TOP 2 von ${count}`).waitFor({ state: 'attached' });
	expect(await titlesIn(office)).toEqual([first, second, ...rest]);
	await says(office, 'Gespeichert');
});

const shapes = [
	{ width: 1280, colorScheme: 'light' },
	{ width: 390, colorScheme: 'dark' }
] as const;
for (const { width, colorScheme } of shapes)
	test(`agenda, run, minutes and wall have no barriers with the editor in them, ${width} px ${colorScheme}`, async () => {
		const form = { itemId: world.fill('{item_group}'), step: 'call', result: '' };
		await sendForm(hub, `${meeting}?/start`, {}, world.cookie('koordination'));
		await sendForm(hub, `${meeting}/run?/result`, form, world.cookie('koordination'));
		const office = await visit(browser, hub.url, 'koordination', { width, colorScheme });
		const { page } = office;
		await page.context().addInitScript({ content: axeSource });
		const wrong = whatGoesWrong(page);
		const found: string[] = [];
		const look = async (where: string) => {
			const all = [
				...(await whatAxeFinds(page)),
				...(await whatIsTooWide(page, width)),
				...(await whichWordsAreOdd(page, 'de')),
				...wrong()
			];
			found.push(...all.map((finding) => `${where}: ${finding}`));
			if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/axe-${where}-${width}.png` });
		};
		for (const sub of ['agenda', 'run', 'minutes']) {
			await openDocument(office, `${meeting}/${sub}`);
			await textOfItem(office, 1).focus();
			await page.keyboard.press('Control+End');
			await look(sub);
			await page.keyboard.press('Enter');
			await page.keyboard.type('/');
			await page.getByRole('listbox', { name: 'Bausteine' }).waitFor();
			await look(`${sub} with the menu`);
			await page.keyboard.press('Escape');
			await page.keyboard.press('Backspace');
			await page.keyboard.press('Backspace');
			await says(office, 'Gespeichert');
		}
		await office.open(`${meeting}/wall`);
		await page.getByRole('timer').waitFor();
		await look('wall');
		expect(found).toEqual([]);
	});

test('what a colour says, a word says too', async () => {
	const office = await visit(browser, hub.url, 'koordination');
	await openDocument(office, `${meeting}/run`);
	const called = itemsOf(office).and(office.page.locator('[aria-current=step]'));
	expect(await called.count()).toBe(1);
	await called.getByText('Aufgerufen').waitFor();
	await called
		.getByRole('timer')
		.getByText(/^\s*Läuft seit \d+ von \d+ Min\. – (noch )?\d+ Min\./)
		.waitFor();
	await documentOf(office).getByRole('listitem').getByText('Jana Vogt (Sie)').waitFor();
	const block = textOfItem(office, 1).getByRole('group', { name: 'Beschluss' });
	await block.locator('option:checked', { hasText: 'Angenommen' }).waitFor({ state: 'attached' });
});
