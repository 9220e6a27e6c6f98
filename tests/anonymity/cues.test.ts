// No cue is narrower than its pattern: what a pattern finds in a whole text it finds near its cues as well.
import { beforeAll, expect, test, vi } from 'vitest';
import { ibanHolds } from '#concepts/anonymity/contact-patterns.ts';
import { isNearlyMonth } from '#concepts/anonymity/day-words.ts';
import { detect, ready } from '#concepts/anonymity/detect.ts';
import type * as windows from '#concepts/anonymity/windows.ts';
import { parsed, randomOf, written } from './matching.ts';

type Call = Parameters<typeof windows.matchesNear>;
const calls = vi.hoisted(() => new Map<string, unknown[]>());
vi.mock('#concepts/anonymity/windows.ts', async (original) => {
	const { matchesNear, ...others } = await original<typeof windows>();
	const watched = (...call: Call) => {
		const [, cues, pattern, before, after] = call;
		const ids = ('id' in cues ? [cues] : cues).map((cue) => cue.id);
		calls.set(`${ids.join()} ${before} ${after} ${pattern}`, call);
		return matchesNear(...call);
	};
	return { ...others, matchesNear: watched, unwatched: matchesNear };
});

beforeAll(ready);

/** Nobody writes what is longer. */
const longest = 110;
const around = [
	['', ''],
	[' ', ' '],
	['x ', ' x'],
	['. ', '. '],
	['\n', '\n'],
	[' – ', ', x'],
	['(', ')'],
	['x '.repeat(150), ' x'.repeat(150)]
] as const;
const cases = [
	(text: string) => text,
	(text: string) => text.toUpperCase(),
	(text: string) => text.toLowerCase(),
	(text: string) => text.replaceAll(/(?<![A-Za-zÀ-ɏ])[a-zß-ɏ]/g, (letter) => letter.toUpperCase())
];
const count = (text: string) => text.replaceAll(/\D/g, '').length;
/** By the beginning of a pattern: what the code behind it keeps; the rest need not be found. */
const kept: readonly (readonly [start: string, fits: (m: RegExpExecArray) => boolean])[] = [
	['\\b[A-Z]{2}\\s?\\d{2}(?:[ .-]', (m) => count(m[0]) >= (ibanHolds(m[0]) ? 12 : 16)],
	['\\b(az|aktenz', (m) => count(m[3]!) >= 3],
	...['[A-Z]{2,5}\\/', '[A-Z]{1,3}\\s[IVX]', '(?=[A-Z0-9]{7,12}'].map(
		(form) => [`\\b${form}`, (m: RegExpExecArray) => count(m[0]) >= 5] as const
	),
	['(?<![A-Za-zÀ-ɏ0-9.,/-])\\d{2,3}(?:[.-]\\d{1,3}){0,2}[-/ ][A-Z', (m) => count(m[0]) >= 5],
	[
		'(?<![A-Za-zÀ-ɏ0-9.,/+§-])[A-Z0-9]{1,6}(?:[-/._]',
		(m) => count(m[0]) >= 3 && !/^[A-Z0-9]+[._][A-Z0-9]+$/.test(m[0])
	],
	['(?<![A-Za-zÀ-ɏ0-9])(?:null|eins', (m) => /[a-z]/i.test(m[0])],
	['(?<=(?:nummer|nr|zeichen', (m) => (m[0].match(/[a-zß-ɏ]{3,}/gi) ?? []).length >= 3],
	['(?<![A-Za-zÀ-ɏ0-9])(?:(?:Alt|Neu', (m) => !/str$/i.test(m[0])],
	// its cue is the list of the hamlets, all others are dropped
	['(?<![A-Za-zÀ-ɏ-])(?:(?:Bauern?schaft', () => false],
	['(?<![A-Za-zÀ-ɏ0-9.,])(?:0?[1-9]|[12]\\d|3[01])\\.?\\s?(?:te[nr]', (m) => isNearlyMonth(m[1]!)]
];
const places = (found: readonly RegExpExecArray[]) => found.map((m) => `${m.index} ${m[0]}`);

test('each pattern finds near its cues what it finds in the whole text', async () => {
	detect('Frau Sesay, 34 Jahre, kam am 3.4.2024 nach Steinfurt; Herr Max Mustermann, Tel. 0151 2345678.');
	expect(calls.size).toBeGreaterThan(150);
	const { unwatched: near } = (await import('#concepts/anonymity/windows.ts')) as unknown as {
		unwatched: typeof windows.matchesNear;
	};
	const missed: { pattern: string; texts: string[] }[] = [];
	const unmatched: string[] = [];
	for (const [name, call] of calls) {
		const [, cues, pattern, before, after] = call as Call;
		const fits = kept.find(([start]) =>
			pattern.source.replaceAll('\\/', '/').startsWith(start.replaceAll('\\/', '/'))
		)?.[1];
		const form = parsed(pattern.source);
		const random = randomOf(1);
		const texts: string[] = [];
		let matches = 0;
		for (let i = 0; i < 500; i++) {
			const some = written(form, random);
			if (some.length > longest) continue;
			const cased = pattern.ignoreCase ? cases[i % cases.length]!(some) : some;
			for (let turn = 0; turn < around.length; turn++) {
				const [head, tail] = around[(i + turn) % around.length]!;
				const text = `${head}${cased}${tail}`;
				const all = [...text.matchAll(pattern)];
				const whole = places(fits ? all.filter(fits) : all);
				if (all.length) matches++;
				if (!whole.length) continue;
				const found = new Set(places(near(text, cues, pattern, before, after)));
				if (whole.some((place) => !found.has(place))) texts.push(text.trim().slice(0, 200));
				break;
			}
		}
		if (!matches) unmatched.push(name);
		if (texts.length)
			missed.push({ pattern: name.slice(0, 120), texts: texts.sort((a, b) => a.length - b.length).slice(0, 8) });
	}
	expect(unmatched).toEqual([]);
	expect(missed).toEqual([]);
}, 120_000);
