// Words: identifiers keep to the glossary; the message files of both languages say the same things.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { germanWords, glossary } from '#concepts/glossary.ts';
import { wordedEvents } from '#wiring.events.server.ts';
import { typeText } from '#wiring.words.ts';

const walk = (dir: string): string[] =>
	readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
		e.isDirectory() ? walk(`${dir}/${e.name}`) : [`${dir}/${e.name}`]
	);
const sources = ['src/concepts', 'src/routes', 'src/demo']
	.flatMap(walk)
	.filter((f) => /\.(ts|svelte)$/.test(f) && !f.endsWith('glossary.ts'));

/** Code without comments, strings and markup text. */
const bare = (text: string): string =>
	text
		.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|\/\/.*$/gm, ' ')
		.replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, ' ')
		.replace(/`(?:\\.|[^`\\])*`/g, ' ');
const identifiers = (text: string): string[] => [...new Set(bare(text).match(/\b[A-Za-z_$][\w$]*\b/g) ?? [])];
/** 'updateStatusNow' → ['update', 'status', 'now'] */
const wordsIn = (identifier: string): string[] =>
	identifier
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.split(/[\s_$]+/)
		.filter(Boolean)
		.map((w) => w.toLowerCase());

const forbidden = glossary.flatMap((term) => term.never.map((never) => ({ words: wordsIn(never), say: term.code })));
function objections(identifier: string): string[] {
	const words = wordsIn(identifier);
	const has = (sought: string[]) => words.some((_, i) => sought.every((w, k) => words[i + k] === w));
	return [
		...forbidden.filter((f) => has(f.words)).map((f) => `${identifier}: say ${f.say}`),
		...germanWords.filter((g) => g.length > 5 && words.includes(g)).map(() => `${identifier}: German belongs in texts`),
		...(/^handle[A-Z]/.test(identifier) ? [`${identifier}: say what it does`] : [])
	];
}

describe('identifiers', () => {
	test('keep to the glossary', () => {
		const wrong = sources.flatMap((f) => {
			const name = f.split('/').at(-1)!.split('.')[0]!;
			return [...identifiers(readFileSync(f, 'utf8')), name].flatMap((i) => objections(i).map((o) => `${f}: ${o}`));
		});
		expect(wrong).toEqual([]);
	});
	test.each([
		'openTicket',
		'updateStatus',
		'setStatusOf',
		'caseFileId',
		'carrierProvider',
		'handleSubmit',
		'sitzung',
		'TaskForce',
		'current_user'
	])('%s would be refused', (name) => expect(objections(name)).not.toEqual([]));
	test.each(['serviceGap', 'moveGap', 'provideWords', 'stateOf', 'httpStatus', 'commissioned', 'caseAnalysis'])(
		'%s is fine',
		(name) => expect(objections(name)).toEqual([])
	);
	test('no term forbids another', () => {
		for (const term of glossary) expect(objections(term.code)).toEqual([]);
	});
});

const read = (locale: string): Map<string, Record<string, string>> =>
	new Map(
		readdirSync(`src/i18n/${locale}`).map((f) => [
			f,
			JSON.parse(readFileSync(`src/i18n/${locale}/${f}`, 'utf8')) as Record<string, string>
		])
	);
const [de, en] = [read('de'), read('en')];
const params = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const settings = JSON.parse(readFileSync('src/i18n/project.inlang/settings.json', 'utf8')) as {
	'plugin.inlang.messageFormat': { pathPattern: string[] };
};

describe('messages', () => {
	test('there are some, and each file is known to the compiler', () => {
		expect([...de.values()].reduce((n, file) => n + Object.keys(file).length, 0)).toBeGreaterThan(200);
		const known = settings['plugin.inlang.messageFormat'].pathPattern.map((p) => p.split('/').at(-1)!);
		expect([...de.keys()].sort()).toEqual([...known].sort());
		expect([...en.keys()].sort()).toEqual([...known].sort());
	});
	test.each([...de.keys()])('%s says the same in both languages', (file) => {
		const [german, english] = [de.get(file)!, en.get(file) ?? {}];
		expect(
			Object.keys(english)
				.filter((k) => !k.startsWith('$'))
				.sort()
		).toEqual(
			Object.keys(german)
				.filter((k) => !k.startsWith('$'))
				.sort()
		);
		const differing = Object.keys(german).filter(
			(k) => typeof german[k] === 'string' && params(german[k]).join() !== params(english[k] ?? '').join()
		);
		expect(differing).toEqual([]);
	});
	test('are never empty', () => {
		const empty = [de, en].flatMap((l) =>
			[...l].flatMap(([file, texts]) =>
				Object.entries(texts)
					.filter(([, t]) => typeof t === 'string' && !t.trim())
					.map(([k]) => `${file}: ${k}`)
			)
		);
		expect(empty).toEqual([]);
	});
	test('each key is in one file only', () => {
		const keys = [...de.values()].flatMap((file) => Object.keys(file).filter((k) => !k.startsWith('$')));
		expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([]);
	});
	test('none is left over', () => {
		const all = walk('src')
			.filter((f) => /\.(ts|svelte)$/.test(f) && !f.startsWith('src/i18n/'))
			.map((f) => readFileSync(f, 'utf8'))
			.join('\n');
		const used = new Set(all.match(/\bm\.\w+/g)?.map((x) => x.slice(2)));
		const named = new Set(all.match(/['"`][a-z]+_[a-z_\d]+['"`]/g)?.map((x) => x.slice(1, -1)));
		const left = [...de].flatMap(([file, texts]) =>
			Object.keys(texts)
				.filter((k) => !k.startsWith('$') && !used.has(k) && !named.has(k))
				.map((k) => `${file}: ${k}`)
		);
		expect(left).toEqual([]);
	});
	test('German is written with umlauts and German quotation marks', () => {
		const odd = [...de].flatMap(([file, texts]) =>
			Object.entries(texts)
				.filter(
					([, t]) =>
						typeof t === 'string' &&
						(/\b(fuer|ueber|koennen|muessen|waehlen|Loesung\w*|Luecke\w*|Massnahme\w*|Rueckmeldung\w*)\b/.test(t) ||
							/(^|\s)"\S/.test(t))
				)
				.map(([k]) => `${file}: ${k}`)
		);
		expect(odd).toEqual([]);
	});
});

describe('events', () => {
	const kinds = sources
		.filter((f) => f.endsWith('.server.ts'))
		.flatMap((f) => [...readFileSync(f, 'utf8').matchAll(/\brecord\(\s*'([^']+)'/g)].map((x) => x[1]!));
	test('each has a sentence, for the timeline, the inbox and the log', () => {
		expect(kinds.length).toBeGreaterThan(50);
		expect(kinds.filter((k) => !wordedEvents.includes(k))).toEqual([]);
	});
	test('each is about a thing that has a noun', () => {
		const types = [...new Set(kinds.map((k) => k.split('.')[0]!))];
		expect(types.filter((t) => typeText(t) === t)).toEqual([]);
	});
});
