/** What people do in the live document of a meeting, named as they would say it. */
import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.ts';

export const inDays = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
const documentName = 'Tagesordnung und Protokoll, gemeinsam bearbeitet';

export const documentOf = (v: Visitor): Locator => v.page.getByRole('region', { name: documentName });
export const itemsOf = (v: Visitor): Locator =>
	documentOf(v).getByRole('list', { name: 'Tagesordnungspunkte' }).locator('> li');
/** The text of the n-th item, counted from 1, as people type in it. */
export const textOfItem = (v: Visitor, n: number): Locator =>
	itemsOf(v)
		.nth(n - 1)
		.getByRole('textbox', { name: new RegExp(`TOP ${n}`) })
		.first();
/** What the page says about saving. */
export const stateOf = (v: Visitor): Locator => documentOf(v).locator('p.state');

export async function says(v: Visitor, state: string): Promise<void> {
	await stateOf(v).getByText(state, { exact: true }).waitFor();
}
export async function openDocument(v: Visitor, path: string): Promise<void> {
	await v.open(path);
	await documentOf(v).waitFor();
	await says(v, 'Gespeichert');
}

/** The caret behind the last word of the item. */
export async function toTheEnd(v: Visitor, n: number): Promise<void> {
	await itemsOf(v)
		.nth(n - 1)
		.scrollIntoViewIfNeeded();
	await textOfItem(v, n).focus();
	// the editor takes the focus a moment later, and puts the caret where it was
	await v.page.waitForTimeout(150);
	await v.page.keyboard.press('Control+End');
	await v.page.waitForTimeout(80);
}
export async function retitle(v: Visitor, n: number, title: string): Promise<void> {
	await textOfItem(v, n).locator('[data-type=itemTitle]').click();
	await v.page.keyboard.press('Home');
	await v.page.keyboard.press('Shift+End');
	await v.page.keyboard.type(title);
}
/** What is written there, without the carets of others that stand in it. */
export const written = (where: Locator): Promise<string[]> =>
	where.evaluateAll((all) =>
		all.map((element) => {
			const copy = element.cloneNode(true) as Element;
			for (const caret of copy.querySelectorAll('.caret')) caret.remove();
			return copy.textContent.replaceAll('\u2060', '');
		})
	);
export const titlesIn = (v: Visitor): Promise<string[]> => written(itemsOf(v).locator('[data-type=itemTitle]'));
/** Something from the menu that opens behind a sign, by the arrows' choice. */
export async function fromMenu(v: Visitor, typed: string, name: string | RegExp): Promise<void> {
	await v.page.keyboard.type(typed);
	const option = v.page.getByRole('option', { name });
	await option.first().waitFor();
	await option.first().click();
}

/** How many parcels of unsent text lie in this browser. */
export const keptOnDevice = (v: Visitor): Promise<number> =>
	v.page.evaluate(async () => {
		let count = 0;
		for (const { name } of await indexedDB.databases()) {
			if (!name?.startsWith('lueckenlos-live-')) continue;
			const done = <T>(request: IDBRequest<T>) =>
				new Promise<T>((resolve, reject) => {
					request.onsuccess = () => resolve(request.result);
					request.onerror = () => reject(request.error!);
				});
			const db = await done(indexedDB.open(name));
			count += await done(db.transaction('updates').objectStore('updates').count());
			db.close();
		}
		return count;
	});

/** A new draft of this body. @returns its address */
export async function newMeeting(v: Visitor, body: string, title: string): Promise<string> {
	await v.open('/meetings/new');
	await v.page.locator('select[name=bodyId]').selectOption({ label: body });
	await v.page.fill('[name=title]', title);
	await v.page.fill('[name=startsAt]', `${inDays(20)}T10:00`);
	await v.page.fill('[name=place]', 'Kreishaus, Raum 12');
	await v.press('Entwurf anlegen');
	await v.page.waitForURL(/meetings\/[0-9a-f-]{36}/);
	return v.path().replace(/\/agenda$/, '');
}
export async function addItem(v: Visitor, title: string): Promise<void> {
	const before = await itemsOf(v).count();
	await v.page.getByRole('button', { name: 'Tagesordnungspunkt hinzufügen' }).click();
	await textOfItem(v, before + 1).waitFor();
	await v.page.waitForFunction(() => document.activeElement?.matches('[role=textbox]'));
	await v.page.keyboard.type(title);
	await says(v, 'Gespeichert');
}
/** What was last said to those who listen. */
export const announced = (v: Visitor): Locator =>
	v.page.locator('body > div .sr-only[role=status], .sr-only[role=status]').first();
