/** What a letter costs the browser while a case is written: the work of the main thread for each key, with marks, drafts and all. */
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { hubOn } from '../e2e/hub.ts';
import type { Worlds } from './databases.ts';
import { percentile, say, table, verdict } from './report.ts';

/** A frame of a screen that shows sixty a second. */
const limitMs = 16;
const words = 600;
const keys = 60;
/** A fast writer; the check and the saving fall into such pauses, too. */
const pauseMs = 120;

const sentences = [
	'Herr Yilmaz aus Ibbenbüren wartet seit dem 19.3.2025 auf den Bescheid der Ausländerbehörde.',
	'Die Familie wohnt in der Lindenstraße 12 und hat zwei Kinder, die noch keinen Platz in der Kita haben.',
	'Bei der Vorsprache fehlte ein Nachweis, den die Behörde im ersten Schreiben nicht genannt hatte.',
	'Erst nach drei Monaten kam eine Antwort, und die Frist für den Kurs war inzwischen abgelaufen.'
];
/** In paragraphs of some 70 words, as people write. */
const story = (): string => {
	let text = '';
	for (let i = 1; text.split(/\s/).length < words; i++) text += sentences[i % sentences.length] + (i % 5 ? ' ' : '\n');
	return text;
};

export async function benchTyping(worlds: Worlds): Promise<boolean> {
	const hub = await hubOn(worlds.big);
	const browser = await launchBrowser();
	try {
		const context = await browser.newContext();
		const [name, value] = (await hub.login('fallmanagement-a')).split('=');
		await context.addCookies([{ name: name!, value: value!, url: hub.url }]);
		const page = await context.newPage();
		await page.goto(`${hub.url}/cases/new`, { waitUntil: 'networkidle' });
		return tell(await typed(page));
	} finally {
		await browser.close();
		await hub.stop();
	}
}

/** Milliseconds of the main thread from each key to the frame that shows it. */
export async function typed(page: Page): Promise<number[]> {
	const area = page.locator('#f-narrative');
	await area.fill(story());
	await page.locator('#f-narrative-marks li').first().waitFor();
	await area.focus();
	await page.keyboard.press('End');
	const session = await page.context().newCDPSession(page);
	// on a busy machine the clock on the wall would count what others do
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	const worked = async (): Promise<number> => {
		const { metrics } = await session.send('Performance.getMetrics');
		return metrics.find((metric) => metric.name === 'TaskDuration')!.value * 1000;
	};
	const shown = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
	const times: number[] = [];
	for (let key = 0; key < keys; key++) {
		const before = await worked();
		await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
		await shown();
		times.push((await worked()) - before);
		await page.waitForTimeout(pauseMs);
	}
	return times;
}

function tell(times: readonly number[]): boolean {
	const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)];
	const row = [`a key in ${words} words`, half.toFixed(1), most.toFixed(1), String(limitMs), verdict(most <= limitMs)];
	say(table(['ms of the main thread', 'p50', 'p95', 'p95 ≤', ''], [row]));
	return most <= limitMs;
}
