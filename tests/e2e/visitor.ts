/** A person at the hub's pages: finds things by their words, as people do, and waits for what should appear. */
import type { Browser, Page, Request } from 'playwright-core';
import { demoAddress, demoPassword, type CastKey } from '#demo/cast.server.ts';

export type Visitor = {
	page: Page;
	/** Goes to an address of the hub and waits until the page's scripts are there. */
	open(path: string): Promise<void>;
	/** Presses the button of this name, in the dialog that asks back, too. */
	press(name: string | RegExp, confirm?: boolean): Promise<void>;
	follow(name: string | RegExp, to: RegExp): Promise<void>;
	sees(text: string | RegExp): Promise<void>;
	path(): string;
};

type Options = {
	width?: number;
	javaScriptEnabled?: boolean;
	colorScheme?: 'light' | 'dark';
	/** Trap: what the service worker fetches passes by the routes and the cut lines of a test. */
	serviceWorkers?: 'allow' | 'block';
};
const pageOf = async (
	browser: Browser,
	{ width = 1280, serviceWorkers = 'block', ...rest }: Options
): Promise<Page> => {
	const context = await browser.newContext({
		viewport: { width, height: 900 },
		locale: 'de-DE',
		serviceWorkers,
		...rest
	});
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	return page;
};

/** On the start page, having logged in: the way through the login page has tests of its own. */
export async function visit(browser: Browser, url: string, who: CastKey, options: Options = {}): Promise<Visitor> {
	const visitor = await enter(browser, url, await cookieOf(url, who), options);
	await visitor.open('/');
	return visitor;
}

/** With the cookie of somebody who has logged in, and no page open yet. */
export async function enter(browser: Browser, url: string, cookie: string, options: Options = {}): Promise<Visitor> {
	const page = await pageOf(browser, options);
	const [name, value] = cookie.split('=');
	await page.context().addCookies([{ name: name!, value: value!, url }]);
	return visitorOn(page, url, quiet(page));
}

async function cookieOf(url: string, who: CastKey): Promise<string> {
	const answer = await fetch(`${url}/login`, {
		method: 'POST',
		body: new URLSearchParams({ email: demoAddress(who), password: demoPassword }),
		redirect: 'manual',
		headers: { origin: url, accept: 'text/html' }
	});
	const cookie = /^session=[^;]+/.exec(answer.headers.getSetCookie()[0] ?? '')?.[0];
	if (!cookie) throw new Error(`login of ${who} answered ${answer.status}`);
	return cookie;
}

const visitorOn = (page: Page, url: string, settle: () => Promise<void>): Visitor => ({
	page,
	async open(path) {
		await page.goto(url + path);
		await settle();
	},
	async press(name, confirm = false) {
		await page.getByRole('button', { name }).first().click();
		if (confirm) await page.getByRole('dialog').getByRole('button', { name }).last().click();
		await settle();
	},
	async follow(name, to) {
		await page.getByRole('link', { name }).first().click();
		await page.waitForURL(to);
		await settle();
	},
	sees: (text) => page.getByRole('main').getByText(text).first().waitFor(),
	path: () => new URL(page.url()).pathname
});

/** Waits until nothing has been on its way for a moment: a form that was sent is answered, and the answer shown. */
function quiet(page: Page): () => Promise<void> {
	const under = new Set<Request>();
	page.on('request', (request) => under.add(request));
	page.on('requestfinished', (request) => under.delete(request));
	page.on('requestfailed', (request) => under.delete(request));
	return async () => {
		await page.waitForLoadState('load');
		for (let calm = 0, waited = 0; calm < 5 && waited < 400; calm = under.size ? 0 : calm + 1, waited++)
			await page.waitForTimeout(50);
	};
}
