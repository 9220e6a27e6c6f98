// Who may import whom, what files are called, how long they are, that each says what it is for.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const order = [
	'people',
	'bodies',
	'anonymity',
	'cases',
	'gaps',
	'agreements',
	'situation',
	'meetings',
	'proposals',
	'results',
	'steering',
	'oparl'
];
const engines = ['realtime', 'exports', 'jobs', 'ui'];

type Import = { target: string; typeOnly: boolean };
type Place = { house: string; concept: string; name: string };

const placeOf = (file: string): Place => {
	const parts = file.split('/');
	const name = parts.at(-1)!;
	if (parts[0] !== 'src') return { house: 'package', concept: '', name };
	if (parts.length === 2) return { house: 'wiring', concept: '', name };
	if (parts[1] === 'concepts' && parts.length === 3) return { house: 'glossary', concept: '', name };
	return { house: parts[1]!, concept: parts[1] === 'concepts' ? parts[2]! : '', name };
};
const isServer = (name: string): boolean => name.endsWith('.server.ts');
const isTables = (name: string): boolean => name.endsWith('tables.server.ts');
const isStore = (name: string): boolean => /(^|\.)store\.server\.ts$/.test(name);
const isCommands = (name: string): boolean => /(^|\.)commands\.server\.ts$/.test(name);
const isQueries = (name: string): boolean => /(^|\.)queries\.server\.ts$/.test(name);
const isRules = (name: string): boolean => /(^|\.)rules\.ts$/.test(name);
const isTest = (name: string): boolean => name.endsWith('.test.ts');
const runsInBrowser = (name: string): boolean => !isServer(name) && name !== 'hooks.server.ts';

/** Why this import is refused; null when it is fine. */
function refusal(from: string, { target, typeOnly }: Import): string | null {
	const a = placeOf(from);
	const b = placeOf(target);
	if (isTest(a.name) || a.house === 'wiring') return null;
	if (b.house === 'package') return refusedPackage(a, target);
	if (b.house === 'routes' && a.house !== 'routes') return 'nobody imports a page';
	if (b.house === 'demo' && !['demo', 'cli', 'routes'].includes(a.house)) return 'nobody knows the play world';
	if (runsInBrowser(a.name) && isServer(b.name) && !typeOnly && a.house !== 'routes' && a.house !== 'cli')
		return 'a file for the browser imports server code';
	if (a.house === 'platform') return b.house === 'platform' ? null : 'the platform knows nothing of ours';
	if (engines.includes(a.house))
		return b.house === a.house || b.house === 'platform' ? null : `${a.house} knows no ${b.concept || b.house}`;
	if (a.house === 'concepts') return refusedInConcept(a, b, from, target, typeOnly);
	if (a.house === 'routes' && (isTables(b.name) || isStore(b.name)))
		return 'a page holds no SQL: ask a query or a command';
	return null;
}

function refusedPackage(a: Place, target: string): string | null {
	if (a.house === 'routes' && /^(drizzle-orm|pg|pg-boss)(\/|$)/.test(target)) return 'a page holds no SQL';
	if (/^pg(\/|$)/.test(target) && a.house !== 'platform' && a.house !== 'jobs')
		return 'the driver is confined to the platform';
	if (target.startsWith('drizzle-orm') && runsInBrowser(a.name) && a.house !== 'cli')
		return 'a file for the browser imports the database';
	if (target.startsWith('svelte') && a.house === 'platform') return 'the platform draws nothing';
	return null;
}

function refusedInConcept(a: Place, b: Place, from: string, target: string, typeOnly: boolean): string | null {
	if (b.house === 'wiring') return 'no concept knows the wiring';
	if (b.house !== 'concepts') return null;
	if (order.indexOf(b.concept) > order.indexOf(a.concept))
		return `${a.concept} stands left of ${b.concept} and never knows it`;
	if (a.concept !== b.concept) {
		if (isStore(b.name) && !typeOnly) return `the store of ${b.concept} is private`;
		if (isTables(b.name) && !isServer(a.name)) return 'only server files read tables';
		if (
			path.dirname(from) !== path.dirname(target) &&
			isRules(a.name) &&
			!isRules(b.name) &&
			runsInBrowser(b.name) &&
			/policy|words/.test(b.name)
		)
			return 'rules know rules only';
		return null;
	}
	if (isRules(a.name) && /policy|words|\.svelte$/.test(b.name)) return 'rules know neither policy nor words';
	if (a.name === 'policy.ts' && /words|\.svelte$/.test(b.name)) return 'a policy knows no words';
	if (isTables(a.name) && isServer(b.name) && !isTables(b.name)) return 'tables know tables only';
	if (isStore(a.name) && (isQueries(b.name) || isCommands(b.name))) return 'a store knows neither queries nor commands';
	if (isQueries(a.name) && isCommands(b.name)) return 'a query changes nothing';
	return null;
}

const walk = (dir: string): string[] =>
	readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
		e.isDirectory() ? walk(`${dir}/${e.name}`) : [`${dir}/${e.name}`]
	);
const files = walk('src').filter((f) => /\.(ts|svelte)$/.test(f) && !f.startsWith('src/i18n/') && !f.endsWith('.d.ts'));
const sources = new Map(files.map((f) => [f, readFileSync(f, 'utf8')]));

function importsOf(file: string, text: string): Import[] {
	const found = text.matchAll(
		/(?:^|\n)\s*(import|export)\s(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
	);
	return [...found].map((x) => {
		const written = x[3] ?? x[4] ?? x[5]!;
		const statement = x[0];
		const braces = /\{([^}]*)\}/.exec(statement)?.[1];
		const everyType =
			braces !== undefined &&
			!/import\s+\w+\s*,/.test(statement) &&
			braces.split(',').every((n) => !n.trim() || n.trim().startsWith('type '));
		return { target: resolved(file, written), typeOnly: Boolean(x[2]) || everyType };
	});
}
function resolved(file: string, written: string): string {
	if (written.startsWith('#')) return `src/${written.slice(1)}`;
	if (written.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), written));
	return written;
}

describe('imports', () => {
	test('keep to the picture', () => {
		const refused = [...sources].flatMap(([file, text]) =>
			importsOf(file, text).flatMap((i) => {
				const why = refusal(file, i);
				return why ? [`${file} → ${i.target}: ${why}`] : [];
			})
		);
		expect(refused).toEqual([]);
	});
	test('there is something to look at', () => {
		expect(files.length).toBeGreaterThan(200);
		expect(
			importsOf(
				'src/routes/x/+page.ts',
				"import a, { type B } from '#concepts/gaps/rules.ts';\nimport type { C } from '../y.ts';\nconst d = import('./z.ts');"
			)
		).toEqual([
			{ target: 'src/concepts/gaps/rules.ts', typeOnly: false },
			{ target: 'src/routes/y.ts', typeOnly: true },
			{ target: 'src/routes/x/z.ts', typeOnly: false }
		]);
	});
	const value = (target: string): Import => ({ target, typeOnly: false });
	test.each([
		['src/concepts/people/queries.server.ts', 'src/concepts/gaps/rules.ts'],
		['src/concepts/cases/commands.server.ts', 'src/concepts/gaps/commands.server.ts'],
		['src/concepts/gaps/queries.server.ts', 'src/concepts/cases/store.server.ts'],
		['src/concepts/steering/commands.server.ts', 'src/concepts/steering/../meetings/invitation.store.server.ts'],
		['src/concepts/steering/queries.server.ts', 'src/concepts/oparl/rules.ts'],
		['src/concepts/gaps/GapCard.svelte', 'src/concepts/gaps/queries.server.ts'],
		['src/concepts/gaps/GapCard.svelte', 'drizzle-orm'],
		['src/concepts/gaps/rules.ts', 'src/concepts/gaps/policy.ts'],
		['src/concepts/gaps/rules.ts', 'src/concepts/gaps/words.ts'],
		['src/concepts/gaps/policy.ts', 'src/concepts/gaps/words.ts'],
		['src/concepts/gaps/tables.server.ts', 'src/concepts/gaps/store.server.ts'],
		['src/concepts/gaps/store.server.ts', 'src/concepts/gaps/commands.server.ts'],
		['src/concepts/gaps/queries.server.ts', 'src/concepts/gaps/commands.server.ts'],
		['src/concepts/gaps/queries.server.ts', 'src/routes/x.ts'],
		['src/concepts/gaps/queries.server.ts', 'src/wiring.server.ts'],
		['src/concepts/gaps/store.server.ts', 'src/demo/cast.server.ts'],
		['src/routes/(hub)/gaps/+page.server.ts', 'src/concepts/gaps/store.server.ts'],
		['src/routes/(hub)/gaps/+page.server.ts', 'src/concepts/gaps/tables.server.ts'],
		['src/routes/(hub)/gaps/+page.server.ts', 'drizzle-orm'],
		['src/realtime/rooms.server.ts', 'src/concepts/meetings/rules.ts'],
		['src/exports/pdf.server.ts', 'src/jobs/queue.server.ts'],
		['src/jobs/queue.server.ts', 'src/concepts/people/rules.ts'],
		['src/ui/Card.svelte', 'src/concepts/gaps/rules.ts'],
		['src/platform/change.server.ts', 'src/concepts/people/actor.ts'],
		['src/platform/change.server.ts', 'src/ui/tones.ts'],
		['src/concepts/people/store.server.ts', 'pg']
	])('%s may not import %s', (from, target) => {
		expect(refusal(from, value(path.posix.normalize(target)))).not.toBeNull();
	});
	test.each([
		['src/concepts/gaps/queries.server.ts', 'src/concepts/cases/tables.server.ts'],
		['src/concepts/steering/commands.server.ts', 'src/concepts/gaps/commands.server.ts'],
		['src/concepts/gaps/GapCard.svelte', 'src/ui/Card.svelte'],
		['src/routes/(hub)/gaps/+page.server.ts', 'src/concepts/gaps/queries.server.ts'],
		['src/wiring.server.ts', 'src/concepts/steering/store.server.ts'],
		['src/jobs/queue.server.ts', 'src/platform/database.server.ts']
	])('%s may import %s', (from, target) => {
		expect(refusal(from, value(target))).toBeNull();
	});
	test('our own imports say the whole name, with extension, and leave a concept by #', () => {
		const short = [...sources].flatMap(([file, text]) =>
			[...text.matchAll(/from\s+'((?:#|\.)[^']*)'/g)]
				.map((x) => x[1]!)
				.flatMap((written) => {
					if (!/\.(ts|svelte|js|css|json)$|^\.\/\$types$|\/\$types$/.test(written))
						return [`${file}: ${written} has no extension`];
					const leaves = file.startsWith('src/concepts/') && written.startsWith('../') && !isTest(file);
					return leaves ? [`${file}: ${written} climbs out of its concept`] : [];
				})
		);
		expect(short).toEqual([]);
	});
});

describe('files', () => {
	const forbidden =
		/^(index|utils?|helpers?|types|common|misc|shared|constants|lib)\.(server\.)?(ts|js|svelte)$|(Service|Manager|Helper|Util)s?\./;
	const naming = (file: string): boolean => forbidden.test(path.basename(file));
	test('have no forbidden names', () => {
		expect(files.filter(naming)).toEqual([]);
		for (const name of [
			'src/concepts/gaps/index.ts',
			'src/platform/utils.ts',
			'src/concepts/gaps/GapService.ts',
			'src/x/helpers.server.ts',
			'src/x/RoomManager.server.ts'
		])
			expect(naming(name)).toBe(true);
		for (const name of ['src/concepts/gaps/rules.ts', 'src/ui/Card.svelte', 'src/routes/(hub)/+page.svelte'])
			expect(naming(name)).toBe(false);
	});
	test('are no barrels', () => {
		const barrels = [...sources].filter(([, text]) => {
			const lines = text.split('\n').filter((l) => l.trim() && !/^\s*(\/\/|\/?\*)/.test(l));
			return lines.length > 0 && lines.every((l) => /^export (\*|(type )?\{[^}]*\}) from/.test(l));
		});
		expect(barrels.map(([file]) => file)).toEqual([]);
	});
	test('stay below 250 lines, data and tests aside', () => {
		const long = [...sources]
			.filter(([file]) => !isTest(file) && !/\/(data|content)\/|^src\/concepts\/glossary\.ts$/.test(file))
			.map(([file, text]) => [file, text.split('\n').length - 1] as const);
		expect(long.filter(([, lines]) => lines > 250)).toEqual([]);
	});
	test('say in their first line what they are for, tests aside', () => {
		const silent = [...sources].filter(
			([file, text]) => !isTest(file) && !/^(#!.*\n)?\s*(\/\*\*?|\/\/|<!--)\s*\S/.test(text)
		);
		expect(silent.map(([file]) => file)).toEqual([]);
	});
	test('load no analysis ahead of a click, as every reading is on record', () => {
		const leads = /<a\s[^>]*href=(?:"\/cases\/\{|\{(?:label\??|hit|item|item\.label|entry|data\.from)\.href\})/;
		const isListOfThings = (file: string) => !file.startsWith('src/ui/') || file === 'src/ui/Thread.svelte';
		const leading = [...sources].filter(
			([file, text]) => file.endsWith('.svelte') && isListOfThings(file) && leads.test(text)
		);
		expect(leading.length).toBeGreaterThan(8);
		const ahead = leading.filter(([, text]) => !text.includes('data-sveltekit-preload-data="off"'));
		expect(ahead.map(([file]) => file)).toEqual([]);
	});
	test('hold no any', () => {
		const careless = [...sources].filter(([, text]) =>
			/[:<,|]\s*any\b(?=\s*[;,)=>\]|[])|\bas any\b/.test(
				text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`|<!--[\s\S]*?-->/g, '')
			)
		);
		expect(careless.map(([file]) => file)).toEqual([]);
	});
});
