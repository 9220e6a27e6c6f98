/** A careful eye on an open page: what axe finds, what is too wide, what went wrong, which words do not belong there. */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

type Axe = { run(root: Document, options: object): Promise<{ violations: Violation[] }> };
type Violation = { id: string; nodes: { target: string[]; any: { message: string }[] }[] };
export type Locale = 'de' | 'en';

/** For addInitScript: puts axe into each page, past the content security policy. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function whatAxeFinds(page: Page): Promise<string[]> {
	const violations = await page.evaluate(async () => {
		const { axe } = window as unknown as { axe: Axe };
		// Trap: where the scheme changes under an open page, some elements keep the colours of the other one until they are drawn anew
		const root = document.documentElement;
		root.style.display = 'none';
		root.getBoundingClientRect();
		root.style.display = '';
		// colours on their way to others would be measured in between
		await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
		const passing = document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity);
		await Promise.allSettled(passing.map((a) => a.finished));
		const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
		return (await axe.run(document, { runOnly: tags, resultTypes: ['violations'], iframes: false })).violations;
	});
	return violations.map(({ id, nodes }) => {
		const first = nodes[0]!;
		return `${id} ×${nodes.length} ${first.target.join(' ')} ${first.any[0]?.message.slice(0, 160) ?? ''}`;
	});
}

export async function whatIsTooWide(page: Page, width: number): Promise<string[]> {
	const [wide, where] = await page.evaluate((limit) => {
		const out = [...document.querySelectorAll('main *')].find((e) => e.getBoundingClientRect().right > limit + 1);
		return [document.documentElement.scrollWidth, out ? `${out.tagName} ${out.className}` : ''] as const;
	}, width);
	return wide > width ? [`${wide} px wide on ${width} px, such as ${where}`] : [];
}

/** Listens from now on; each call of the answer gives what went wrong since the last one. */
export function whatGoesWrong(page: Page): () => string[] {
	const wrong: string[] = [];
	page.on('console', (said) => said.type() === 'error' && wrong.push(`console: ${said.text()}`));
	page.on('pageerror', (error) => wrong.push(`script: ${error.message}`));
	page.on('response', (answer) => answer.status() >= 400 && wrong.push(`${answer.status()} ${answer.url()}`));
	page.on('requestfailed', (request) => {
		const why = request.failure()?.errorText ?? '';
		if (why !== 'net::ERR_ABORTED') wrong.push(`${why} ${request.url()}`); // the next page was opened
	});
	return () => wrong.splice(0);
}

type Piece = { text: string; chrome: boolean };
/** What can be read or heard, element by element: text, names, placeholders. Code and foreign words are set apart. */
const piecesOf = (page: Page): Promise<Piece[]> =>
	page.evaluate(() => {
		const ours = 'nav, header, footer, button, label, legend, th, .button, .hint, [role=search]';
		const pieces: Piece[] = [{ text: document.title, chrome: false }];
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			const parent = node.parentElement!;
			// a comparison of two wordings stands word by word: each alone may look like a label of ours
			const apart =
				parent.closest('script, style, noscript, code, textarea, [lang]:not(html)') ??
				(parent.matches('ins, del') || null);
			if (!apart) pieces.push({ text: node.nodeValue!.trim(), chrome: !!parent.closest(ours) });
		}
		for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
			for (const e of document.querySelectorAll(`[${name}]`))
				pieces.push({ text: e.getAttribute(name)!.trim(), chrome: true });
		return pieces.filter((piece) => piece.text);
	});

const raw = /\b[a-z]+_[a-z_]+\b|\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date|\{\w+\}/;
const foreign: Record<Locale, RegExp> = {
	de: /\b(the|and|with|from|your|you|this|that|please|save|cancel|loading|edit|delete|submit|search|next|previous|back|show|page|add|remove|close|closed|error|failed|unknown|invalid|required|draft|report|gap|meeting|proposal|decision|measure|review|released|pending|done)\b/i,
	en: /(?<![\wäöüß])(Speichern|Abbrechen|Zurück|Weiter|Übersicht|Bearbeiten|Löschen|Senden|Anzeigen|Schließen|Suchen|Bestätigen|Zurücksetzen|Anmelden|Abmelden|Drucken|Fehler|Hinweis|Pflicht|freiwillig|bitte)(?![\wäöüß])/i
};
const messages = (locale: Locale): Map<string, string> => {
	const folder = new URL(`../../src/i18n/${locale}/`, import.meta.url);
	const files = readdirSync(folder).map(
		(f) => JSON.parse(readFileSync(new URL(f, folder), 'utf8')) as Record<string, string>
	);
	return new Map(files.flatMap((f) => Object.entries(f)));
};
const of = { de: messages('de'), en: messages('en') };
/** The sentences of the other language that are not the same in this one. */
const others: Record<Locale, Set<string>> = {
	de: new Set([...of.en.values()].filter((text) => ![...of.de.values()].includes(text))),
	en: new Set([...of.de.values()].filter((text) => ![...of.en.values()].includes(text)))
};

/** Words of the demo world that are words of the hub, too: a group, two jobs, a heading of the minutes, a mail. */
const written =
	/^(Bausteinübergreifende Arbeitsgruppe|Anonymisierungsprüfung|Koordinierende Stelle|Anwesenheit|Lückenlos: .*)$/;

/** German pages are read whole; what people wrote stays German in the English hub, so there only the hub's own words. */
export async function whichWordsAreOdd(page: Page, locale: Locale): Promise<string[]> {
	const odd = (await piecesOf(page)).filter(
		({ text, chrome }) =>
			raw.test(text) ||
			((chrome || locale === 'de') && foreign[locale].test(text)) ||
			(others[locale].has(text) && !written.test(text))
	);
	return [...new Set(odd.map(({ text }) => `odd words: ${text.slice(0, 200)}`))];
}
