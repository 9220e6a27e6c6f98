/** Writing a case analysis in Chromium: marks and their mending by keyboard, the risk, saving on good and bad lines, and no way around. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CastKey } from '#demo/cast.server.ts';
import { launchBrowser } from '../browser.ts';
import { axeSource, whatAxeFinds, whatGoesWrong, whatIsTooWide, whichWordsAreOdd } from './eye.ts';
import { startHub, type Hub } from './hub.ts';
import { enter, type Visitor } from './visitor.ts';

let hub: Hub;
let browser: Browser;
beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await hub?.stop();
});

const cookies = new Map<CastKey, Promise<string>>();
/** A browser of its own for each test; the login is tested elsewhere. */
async function come(who: CastKey, options: Parameters<typeof enter>[3] = {}): Promise<Visitor> {
	if (!cookies.has(who)) cookies.set(who, hub.login(who));
	return enter(browser, hub.url, await cookies.get(who)!, options);
}
const bar = (page: Page) => page.getByRole('group', { name: 'Stand des Entwurfs' });
const narrative = (page: Page) => page.locator('#f-narrative');
const saved = (page: Page) => bar(page).getByText('Gespeichert', { exact: true }).waitFor();
const focused = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const e = document.activeElement as HTMLElement;
		return e.id || e.innerText?.trim() || (e.closest('label') as HTMLElement | null)?.innerText?.trim() || e.tagName;
	});
async function begin(visitor: Visitor): Promise<Page> {
	await visitor.open('/cases/new');
	await bar(visitor.page).waitFor();
	return visitor.page;
}
/** One mark in the text, by the words it lies on. */
const marked = (page: Page, words: string) => page.locator('.layer mark', { hasText: words });
const shots = process.env['SHOTS'];
const shoot = async (page: Page, name: string) => {
	if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

test('a mark is found while one types, and mended by keyboard alone: the same person, the same placeholder', async () => {
	const page = await begin(await come('fallmanagement-a'));
	await narrative(page).fill(
		'Frau Amiri rief an unter 02551 693214. Das Amt antwortete nicht. Frau Amiri wartet bis heute.'
	);
	await marked(page, '02551').waitFor();
	expect(await marked(page, 'Amiri').count()).toBe(2);
	await bar(page).getByText('3 offene Stellen').waitFor();
	await shoot(page, 'marks');

	await narrative(page).focus();
	await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).setSelectionRange(0, 0));
	await page.keyboard.press('F8');
	expect(await focused(page)).toMatch(/Person A/);
	await page.getByText(/Stelle 1 von 3, Verlauf: „.*Amiri“ – muss ersetzt werden/).waitFor({ state: 'attached' });
	await page.keyboard.press('Enter');
	await bar(page).getByText('1 offene Stelle', { exact: true }).waitFor();
	expect((await narrative(page).inputValue()).match(/Person A/g)).toHaveLength(2);
	expect(await focused(page)).toBe('f-narrative');

	await page.keyboard.press('F8');
	await page.keyboard.press('Enter');
	await bar(page).getByText('Keine offenen Stellen gefunden').waitFor();
	expect(await narrative(page).inputValue()).toContain('[Telefonnummer]');

	await page.keyboard.press('Control+z');
	expect(await narrative(page).inputValue()).toContain('02551 693214');
	await marked(page, '02551').waitFor();
	await page.keyboard.press('Control+Shift+z');
	await bar(page).getByText('Keine offenen Stellen gefunden').waitFor();
});

test('what has the focus keeps it while the list of marks is made anew', async () => {
	const page = await begin(await come('fallmanagement-a'));
	await narrative(page).fill('Frau Amiri rief an. Seit dem 19.3.2025 wartet sie.');
	await bar(page).getByText('2 offene Stellen').waitFor();
	const none = page.locator('#f-narrative-marks').getByLabel('Kein Personenbezug');
	await none.focus();
	// as an undo does it from the menu: the focus stays where it is
	await page.evaluate(() => {
		const area = document.querySelector<HTMLTextAreaElement>('#f-narrative')!;
		area.value = 'Jemand rief an. Seit dem 19.3.2025 wartet sie.';
		area.dispatchEvent(new InputEvent('input', { bubbles: true }));
	});
	await page.locator('#f-narrative-mark-1').waitFor({ state: 'detached' });
	expect(await none.evaluate((e) => e === document.activeElement)).toBe(true);
	await page.keyboard.press('Space');
	await bar(page).getByText('Keine offenen Stellen gefunden').waitFor();
});

test('the marks lie under their words, however the window is', async () => {
	const { page } = await come('fallmanagement-a');
	await page.goto(`${hub.url}/cases/new`);
	await bar(page).waitFor();
	const sentence = 'Die Familie wartete lange auf eine Antwort des Amtes und wusste nicht, wer zuständig ist. ';
	await narrative(page).fill(
		`${sentence.repeat(6)}\n\n${sentence.repeat(6)}Frau Amiri rief an. ${sentence.repeat(12)}\n`
	);
	await marked(page, 'Amiri').first().waitFor();
	for (const width of [1280, 700, 390]) {
		await page.setViewportSize({ width, height: 900 });
		const [layer, area] = await page.evaluate(() => {
			const box = document.querySelector('#f-narrative')!.parentElement!;
			const sizeOf = (e: Element) => {
				const { x, y, width, height } = e.getBoundingClientRect();
				const s = getComputedStyle(e);
				const same = [s.fontSize, s.fontFamily, s.lineHeight, s.paddingLeft, s.paddingTop, s.letterSpacing];
				return { x, y, width, height, same, content: e.clientWidth };
			};
			return [sizeOf(box.querySelector('.layer')!), sizeOf(box.querySelector('textarea')!)];
		});
		expect(layer, `at ${width}`).toEqual(area);
		// and a mark is as wide as its letters, so that what follows stays in its place
		const widened = await marked(page, 'Amiri').evaluate((e) => {
			const s = getComputedStyle(e);
			return [
				s.paddingLeft,
				s.paddingRight,
				s.marginLeft,
				s.borderLeftWidth,
				s.fontWeight === getComputedStyle(e.parentElement!).fontWeight
			];
		});
		expect(widened).toEqual(['0px', '0px', '0px', '0px', true]);
		// nothing is scrolled away inside the field
		expect(await narrative(page).evaluate((e) => e.scrollHeight - e.clientHeight)).toBeLessThanOrEqual(1);
	}
});

test('an amber mark is set aside for this draft, and that can be undone', async () => {
	const visitor = await come('fallmanagement-a');
	const page = await begin(visitor);
	await page.locator('#f-title').fill('Seit dem 19.3.2025 ohne Geld');
	await page.locator('.layer mark.amber').first().waitFor();
	const box = page.getByLabel('Kein Personenbezug').first();
	await box.focus();
	await page.keyboard.press('Space');
	await bar(page).getByText('Keine offenen Stellen gefunden').waitFor();
	await saved(page);
	await page.reload();
	await bar(page).getByText('Keine offenen Stellen gefunden').waitFor();
	expect(await box.isChecked()).toBe(true);
	await box.uncheck();
	await bar(page).getByText('1 offene Stelle', { exact: true }).waitFor();
});

test('too narrow a combination is said calmly, and one click makes it coarser', async () => {
	const visitor = await come('fallmanagement-a');
	const page = await begin(visitor);
	const [place, origin] = [page.locator('[name=place]'), page.locator('[name=origin]')];
	await place.selectOption({ label: 'Recke' });
	await page.locator('[name=ageBand]').selectOption({ label: '55 bis 64 Jahre' });
	await origin.selectOption({ label: 'Westafrika' });
	const risk = page.locator('#risk');
	await risk.getByText('passt im Kreis kaum jemand sonst').first().waitFor();
	await shoot(page, 'risk');
	await risk.getByRole('button').first().click();
	await risk.getByText('Genügend Menschen im Kreis').first().waitFor();
	expect(await focused(page)).toMatch(/risk|erkennbar/);
	const chosen = [await place.inputValue(), await origin.inputValue()];
	expect(chosen).not.toEqual(['05566072', '011']);
});

test('a draft is made with the first words, saved as one types, and is there after a reload', async () => {
	const visitor = await come('fallmanagement-a');
	const page = await begin(visitor);
	await page.locator('[name=household]').selectOption({ index: 2 });
	await page.waitForTimeout(1400);
	expect(visitor.path()).toBe('/cases/new');
	await narrative(page).pressSequentially('Der Antrag blieb liegen.');
	await saved(page);
	expect(visitor.path()).toMatch(/\/cases\/[0-9a-f-]{36}\/edit/);
	await page.getByRole('button', { name: 'Station hinzufügen' }).click();
	await page.locator('#station-text-1').fill('Der Bescheid kam.');
	await page.getByRole('button', { name: 'Nach oben' }).nth(1).click();
	await saved(page);
	await page.reload();
	expect(await narrative(page).inputValue()).toBe('Der Antrag blieb liegen.');
	expect(await page.locator('#station-text-0').inputValue()).toBe('Der Bescheid kam.');
});

test('offline the words are on this device, survive a new tab, and are saved once the line is back', async () => {
	const visitor = await come('fallmanagement-a');
	let page = await begin(visitor);
	await narrative(page).fill('Online geschrieben.');
	await saved(page);
	const { context, path } = { context: page.context(), path: visitor.path() };
	await context.setOffline(true);
	await narrative(page).fill('Online geschrieben. Offline weiter.');
	await bar(page).getByText('Offline – auf diesem Gerät gesichert').waitFor();
	// the tab is closed before the line is back
	await page.close();
	await context.setOffline(false);
	page = await context.newPage();
	await page.goto(hub.url + path);
	await page.getByText('Wiederhergestellt').waitFor();
	expect(await narrative(page).inputValue()).toBe('Online geschrieben. Offline weiter.');
	await saved(page);
	await page.reload();
	await bar(page).waitFor();
	expect(await narrative(page).inputValue()).toBe('Online geschrieben. Offline weiter.');
	expect(await page.getByText('Wiederhergestellt').count()).toBe(0);
});

test('two devices: both versions are offered, and the one left stays as a draft of its own', async () => {
	const one = await come('fallmanagement-b');
	const page = await begin(one);
	await narrative(page).fill('Erste Fassung.');
	await saved(page);
	const other = await come('fallmanagement-b');
	await other.open(one.path());
	await narrative(other.page).fill('Vom Telefon.');
	await saved(other.page);
	await narrative(page).fill('Vom Rechner.');
	await bar(page).getByText('Konflikt: auf einem anderen Gerät geändert').waitFor();
	await page.getByText('Die andere Fassung lesen').click();
	await page.getByText('Vom Telefon.').waitFor();
	await page.getByRole('button', { name: 'Mit dieser Fassung weiterschreiben' }).click();
	await saved(page);
	expect(await narrative(page).inputValue()).toBe('Vom Rechner.');

	await narrative(other.page).fill('Wieder vom Telefon.');
	await bar(other.page).getByText('Konflikt: auf einem anderen Gerät geändert').waitFor();
	await other.page.getByRole('button', { name: 'Mit der anderen Fassung weiterschreiben' }).click();
	await saved(other.page);
	expect(await narrative(other.page).inputValue()).toBe('Vom Rechner.');
	await one.open('/cases?tab=mine');
	expect(
		await page
			.getByRole('main')
			.getByRole('link', { name: /Ohne Titel|Unbenannt/ })
			.count()
	).toBeGreaterThanOrEqual(3);
});

/** The hub takes nothing more from this page. */
const cut = (page: Page) =>
	page.route(
		(url) => url.pathname.startsWith('/cases/'),
		(route) => (route.request().method() === 'POST' ? route.abort() : route.continue())
	);
const keptHere = (page: Page) =>
	page.evaluate(async () => {
		const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
		const counts = names.map(
			(name) =>
				new Promise<number>((resolve, reject) => {
					const opened = indexedDB.open(name);
					opened.onerror = () => reject(new Error(name));
					opened.onsuccess = () => {
						const store = opened.result.objectStoreNames[0];
						if (!store) return resolve(0);
						const asked = opened.result.transaction(store).objectStore(store).count();
						asked.onsuccess = () => {
							opened.result.close();
							resolve(asked.result);
						};
					};
				})
		);
		return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0);
	});

test('an answer that is lost on the way makes no second draft, and no conflict with oneself', async () => {
	const visitor = await come('fachkraft');
	const page = await begin(visitor);
	let lost = 0;
	await page.route('**/cases/new', async (route) => {
		if (route.request().method() !== 'POST' || lost++) return route.continue();
		await route.fetch();
		await route.abort();
	});
	await narrative(page).fill('Die erste Antwort geht verloren.');
	await bar(page).getByText('Offline – auf diesem Gerät gesichert').waitFor();
	await narrative(page).fill('Die erste Antwort geht verloren. Und weiter.');
	await saved(page);
	expect(lost).toBe(2);
	await page.reload();
	expect(await narrative(page).inputValue()).toBe('Die erste Antwort geht verloren. Und weiter.');
	await visitor.open('/cases?tab=mine');
	const drafts = page.getByRole('main').getByRole('link', { name: /Ohne Titel|Unbenannt/ });
	expect(await drafts.count()).toBe(1);
});

test('what a second device kept of a draft that is none any more is offered there, and gone once it is taken or deleted', async () => {
	const device = await come('fallmanagement-b');
	let page = await begin(device);
	await page.locator('#f-title').fill('Ein Verlauf mit zwei Geräten');
	await narrative(page).fill('Der Antrag blieb liegen.');
	await saved(page);
	const { context, path } = { context: page.context(), path: device.path() };
	await context.setOffline(true);
	await narrative(page).fill('Der Antrag blieb liegen. Im Zug ergänzt.');
	await bar(page).getByText('Offline – auf diesem Gerät gesichert').waitFor();
	await page.close();
	await context.setOffline(false);

	const home = (p: Page) => p.goto(`${hub.url}/cases`);
	page = await context.newPage();
	await page.addInitScript({ content: axeSource });
	await home(page);
	await page.getByText('Nicht gespeicherter Text auf diesem Gerät: Ein Verlauf mit zwei Geräten').waitFor();
	expect(await page.getByRole('link', { name: 'Weiterschreiben' }).getAttribute('href')).toBe(path);

	const elsewhere = await come('fallmanagement-b');
	await elsewhere.open(path.replace('/edit', ''));
	await elsewhere.page.getByRole('button', { name: 'Entwurf löschen' }).click();
	await elsewhere.page.getByRole('dialog').getByRole('button', { name: 'Entwurf löschen' }).click();
	await elsewhere.page.waitForURL((url) => url.pathname === '/cases');
	await home(page);
	await page.getByText('dieser Text kam nicht mehr dazu').waitFor();
	expect(await whatAxeFinds(page)).toEqual([]);
	await shoot(page, 'left');
	await page.getByRole('button', { name: 'In einen neuen Entwurf übernehmen' }).click();
	await page.getByText('Wiederhergestellt').waitFor();
	expect(await narrative(page).inputValue()).toBe('Der Antrag blieb liegen. Im Zug ergänzt.');
	await saved(page);
	await home(page);
	await page.waitForLoadState('networkidle');
	expect(await page.getByText('Nicht gespeicherter Text').count()).toBe(0);
	expect(await keptHere(page)).toBe(0);
});

test('a new draft that another tab is writing is not taken over', async () => {
	const one = await come('fachkraft');
	const first = await begin(one);
	await cut(first);
	await narrative(first).fill('Im ersten Fenster.');
	await bar(first).getByText('Offline – auf diesem Gerät gesichert').waitFor();
	const second = await first.context().newPage();
	await second.goto(`${hub.url}/cases/new`);
	await bar(second).waitFor();
	await second.waitForTimeout(500);
	expect(await narrative(second).inputValue()).toBe('');
	// once it is closed, its words are there
	await first.close();
	await second.reload();
	await second.getByText('Wiederhergestellt').waitFor();
	expect(await narrative(second).inputValue()).toBe('Im ersten Fenster.');
});

test('after the logout nothing of a draft is left on the device', async () => {
	const visitor = await enter(browser, hub.url, await hub.login('fallmanagement-b'));
	const page = await begin(visitor);
	page.on('dialog', (dialog) => void dialog.accept());
	await cut(page);
	await narrative(page).fill('Nur auf diesem Gerät.');
	await bar(page).getByText('Offline – auf diesem Gerät gesichert').waitFor();
	expect(await keptHere(page)).toBe(1);
	await page.locator('summary', { hasText: 'Bernd Terhorst' }).click();
	await page.getByRole('button', { name: 'Abmelden' }).click();
	await page.getByRole('button', { name: 'Abmelden und Text löschen' }).click();
	await page.waitForURL(/login/);
	expect(await keptHere(page)).toBe(0);
});

test('a check that crashes says so, and nothing seems clean', async () => {
	const page = await begin(await come('fallmanagement-a'));
	await page.route(/\/workers\//, (route) =>
		route.fulfill({ contentType: 'text/javascript', body: "onmessage = () => { throw new Error('broken'); };" })
	);
	await narrative(page).fill('Frau Amiri rief an.');
	await bar(page).getByText('Die Prüfung ist ausgefallen').waitFor();
	await saved(page);
	expect(await page.getByText('Keine offenen Stellen gefunden').count()).toBe(0);
	expect(await page.locator('.layer mark').count()).toBe(0);
	// still so after more words
	await narrative(page).fill('Frau Amiri rief an. Und wartet.');
	await page.waitForTimeout(600);
	expect(await bar(page).getByText('Die Prüfung ist ausgefallen').count()).toBe(1);
	expect(await page.getByText('Keine offenen Stellen gefunden').count()).toBe(0);
});

describe('handing it in', () => {
	const fill = async (page: Page, text: string) => {
		await page.locator('#f-title').fill('Wochenlang ohne Geld');
		await page.locator('[name=ageBand]').selectOption({ label: 'volljährig' });
		await page.locator('[name=mainDomain]').selectOption({ index: 1 });
		await page.locator('#station-month-0').fill('1');
		await page.locator('#station-domain-0').selectOption({ index: 1 });
		await page.locator('#station-text-0').fill('Der Antrag wurde gestellt.');
		await narrative(page).fill(text);
	};

	test('while red is open the button says why not, and leads there', async () => {
		const page = await begin(await come('fallmanagement-a'));
		await fill(page, 'Eine Frau rief an unter 02551 693214.');
		await bar(page).getByText('1 offene Stelle', { exact: true }).waitFor();
		await page.getByRole('button', { name: 'Speichern und einreichen' }).click({ force: true });
		await page
			.getByText(/Einreichen geht noch nicht: 1 offene Stelle/)
			.first()
			.waitFor();
		expect(await focused(page)).toContain('[Telefonnummer]');
		await page.keyboard.press('Enter');
		await bar(page).getByText('Keine offenen Stellen gefunden').waitFor();
		await page.getByRole('button', { name: 'Speichern und einreichen' }).click();
		await page.waitForURL(/submitted/);
	});

	test('without scripts the server refuses a telephone number, says where, and keeps what was typed', async () => {
		const visitor = await come('fallmanagement-a', { javaScriptEnabled: false, width: 390 });
		await visitor.open('/cases/new');
		const { page } = visitor;
		const text = 'Eine Frau rief an unter 02551 693214.';
		await fill(page, text);
		await visitor.press('Speichern und einreichen');
		expect(visitor.path()).toMatch(/\/edit$/);
		expect(await narrative(page).inputValue()).toBe(text);
		expect(await narrative(page).getAttribute('aria-invalid')).toBe('true');
		await page
			.getByText(/Hier ist noch etwas offen: „02551 693214“/)
			.first()
			.waitFor();
		await page.locator('#f-narrative-marks').getByText('muss ersetzt werden').waitFor();
		await narrative(page).fill('Eine Frau rief an.');
		await visitor.press('Speichern und einreichen');
		expect(page.url()).toContain('submitted');
	});

	test('a client that was altered gets no further', async () => {
		const cookie = await hub.login('fallmanagement-a');
		const fields = {
			title: 'Wochenlang ohne Geld',
			ageBand: 'VOLLJ',
			legalDomains: ['SGB2'],
			stationMonth: ['1'],
			stationDomain: ['SGB2'],
			stationText: ['Antrag gestellt.'],
			stationBreak: [''],
			narrative: 'Sie rief an unter 02551 693214.',
			dismissed: ['PHONE 02551 693214'],
			step: 'submit'
		};
		const answer = await hub.post('/cases/new', fields, cookie);
		expect(answer.status).toBe(303);
		const to = answer.headers.get('location')!;
		expect(to).toMatch(/edit\?check$/);
		const text = await (await hub.get(to, cookie)).text();
		expect(text).toContain('Hier ist noch etwas offen');
		expect(text).toContain('Sie rief an unter 02551 693214.');
	});
});

describe('for every eye', () => {
	test.for([
		[1280, 'light'],
		[390, 'dark']
	] as const)('at %i px, %s', async ([width, colorScheme]) => {
		const visitor = await come('fallmanagement-a', { width, colorScheme });
		const { page } = visitor;
		await page.addInitScript({ content: axeSource });
		const wrong = whatGoesWrong(page);
		await visitor.open('/cases/new');
		await page.locator('#f-title').fill('Anerkannt, aber wochenlang ohne Geld');
		await page.locator('[name=place]').selectOption({ label: 'Recke' });
		await page.locator('[name=origin]').selectOption({ label: 'Westafrika' });
		await page.locator('#station-domain-0').selectOption({ index: 1 });
		await page.locator('#station-text-0').fill('Der Bescheid kam. Herr Tesfay war dabei.');
		await page.locator('#station-break-0').selectOption({ index: 5 });
		await page.getByRole('button', { name: 'Station hinzufügen' }).click();
		await page.locator('#station-month-1').fill('4');
		await page.locator('#station-domain-1').selectOption({ index: 4 });
		await page.locator('#station-text-1').fill('Der Fall stand in der Zeitung.');
		await narrative(page).fill(
			'Frau Amiri rief an unter 02551 693214. Sie wohnt in Hopsten und wartet seit dem 19.3.2025.'
		);
		await marked(page, '02551').waitFor();
		await page.locator('#risk').getByRole('button').first().waitFor();
		await page.getByText('So sehen es andere').click();
		await saved(page);
		await shoot(page, `form-${width}-${colorScheme}`);
		// the bar at the foot lies over nothing
		await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
		expect(await whatAxeFinds(page)).toEqual([]);
		expect(await whatIsTooWide(page, width)).toEqual([]);
		expect(await whichWordsAreOdd(page, 'de')).toEqual([]);
		expect(wrong()).toEqual([]);
	});
});
