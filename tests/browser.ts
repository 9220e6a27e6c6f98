/** Finds a Chromium – CHROMIUM, one installed on this machine, without windows if there is one, or the one packed in an npm package – and starts it. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];
const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

export async function launchBrowser(): Promise<Browser> {
	return chromium.launch({ executablePath: await findBrowser(), headless: true, args: flags });
}

async function findBrowser(): Promise<string> {
	const { CHROMIUM, PATH = '' } = process.env;
	if (CHROMIUM) return CHROMIUM;
	const places = PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
	return [...places, ...applications].find(executable) ?? packed();
}

/** It brings the system libraries it needs, but unpacks them only where it takes the machine for a cloud function. */
async function packed(): Promise<string> {
	process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
	const { default: sparticuz } = await import('@sparticuz/chromium');
	return sparticuz.executablePath();
}

function executable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
