import { expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';

test('there is a browser that renders a page', async () => {
	const browser = await launchBrowser();
	const page = await browser.newPage();
	await page.setContent('<h1>Lückenlos</h1>');
	expect(await page.getByRole('heading').textContent()).toBe('Lückenlos');
	await browser.close();
});
