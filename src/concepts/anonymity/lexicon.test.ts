// The word lists: what is packed comes out again, nearly nothing else seems to be in them, German is known and names are not.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fold, foldPlain } from '#concepts/anonymity/folding.ts';
import { packWords, WordTable } from '#concepts/anonymity/lexicon.packing.ts';
import { lexiconOf, type Lexicon, type Lists } from '#concepts/anonymity/lexicon.ts';
import { latinSpellings } from '#concepts/anonymity/cyrillic.server.ts';
import { entriesOf } from '#concepts/anonymity/hunspell.server.ts';
import { familyNames } from '#concepts/anonymity/data/family-names.ts';
import { givenNames } from '#concepts/anonymity/data/given-names.ts';
import { localities } from '#concepts/anonymity/data/localities.ts';
import { tradeWords } from '#concepts/anonymity/data/trade-words.ts';

let lists: Lists;
let lexicon: Lexicon;
beforeAll(async () => {
	lists = await import('#concepts/anonymity/data/lexicon.generated.js');
	lexicon = lexiconOf(lists);
});
const words = (table: Readonly<Record<string, string>>): string[] =>
	Object.values(table).flatMap((names) => names.trim().split(/\s+/));

/** Pronounceable words that no list can hold, the same at each run. */
function nonsense(count: number): string[] {
	let state = 42;
	const pick = (letters: string) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return letters[(state >>> 8) % letters.length]!;
	};
	return Array.from({ length: count }, () =>
		Array.from({ length: 8 }, (_, i) => pick(i % 2 ? 'aeiou' : 'bcdfghjklmnpqrstvwxz')).join('')
	);
}

describe('a packed list', () => {
	const lower = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 1, maxLength: 60 });
	test('gives every word back', () => {
		fc.assert(
			fc.property(fc.uniqueArray(lower, { maxLength: 200 }), (some) => {
				const table = new WordTable(packWords(some));
				expect(table.size).toBe(some.length);
				expect(some.filter((word) => !table.has(word))).toEqual([]);
				expect(some.filter((word) => !table.has(`x${word}y`, 1, word.length + 1))).toEqual([]);
			})
		);
	});
	test('seems to hold at most one foreign word in ten thousand', () => {
		const strangers = nonsense(200_000);
		for (const list of ['words', 'given', 'family', 'places'] as const) {
			const table = new WordTable(lists[list]);
			expect(table.size).toBeGreaterThan(5_000);
			const held = new Set(unpacked(lists[list]));
			expect(strangers.filter((word) => table.has(word) && !held.has(word)).length).toBeLessThanOrEqual(20);
		}
	});
});
/** The slow and sure way. */
function unpacked(packed: string): string[] {
	let word = '';
	return packed.split('\n').map((line) => (word = word.slice(0, line.charCodeAt(0) - 48) + line.slice(1)));
}

test('all lists together stay below 400 kB compressed', () => {
	expect(gzipSync(Object.values(lists).join('\n'), { level: 9 }).length).toBeLessThan(400_000);
});

describe('folding', () => {
	test.each([
		['Öztürk', 'oeztuerk', 'ozturk'],
		['Straße', 'strasse', 'strasse'],
		['Şahin', 'sahin', 'sahin'],
		['Çağrı', 'cagri', 'cagri'],
		['Nguyễn', 'nguyen', 'nguyen'],
		["D'Angelo", 'dangelo', 'dangelo']
	])('%s', (word, folded, plain) => {
		expect([fold(word), foldPlain(word)]).toEqual([folded, plain]);
		expect(fold(word.normalize('NFD'))).toBe(folded);
	});
});

describe('German words', () => {
	test.each(
		'Haus Häusern Weiterbewilligungsantrag Bürgergeldbescheid Fahrtkosten Stichtag Landkreistag Gemeinschaftsunterkunft Terminlage Dolmetscherkosten angerufen'.split(
			' '
		)
	)('%s is known', (word) => expect(lexicon.isWord(fold(word))).toBe(true));
	test('so is every word of the trade', () => {
		const lacking = tradeWords
			.trim()
			.split(/\s+/)
			.filter((word) => fold(word).length > 3 && !lexicon.isWord(fold(word)));
		expect(lacking).toEqual([]);
		expect(new Set(tradeWords.trim().split(/\s+/)).size).toBeGreaterThan(500);
	});
	test('slips are seen as such, if not in the first letter', () => {
		expect(['Wohnugn', 'Meldebescheinigng', 'Geburtsukrunde'].filter((word) => !lexicon.isTypo(fold(word)))).toEqual(
			[]
		);
		expect(lexicon.isTypo('hesnaoui')).toBe(false);
	});
	test('nonsense is seldom taken for a word', () => {
		expect(nonsense(10_000).filter((word) => lexicon.isWord(word)).length).toBeLessThan(100);
	});
});

describe('names', () => {
	test('of our own lists are known, and hardly any is a German word', () => {
		const given = words(givenNames).filter((name) => name.length > 2 && !name.includes('-'));
		const family = words(familyNames).filter((name) => name.length > 2);
		const known = (name: string) => lexicon.isGiven(fold(name)) || lexicon.isFamily(fold(name));
		const unknown = new Set([...given, ...family].filter((name) => !known(name)));
		// words of the trade
		expect([...unknown].sort()).toEqual(['Islam', 'Mentor', 'Muslima', 'Romani', 'Sahel', 'Zaza']);
		const doubtful = [...given, ...family].filter((name) => lexicon.isDoubtful(fold(name)));
		expect(doubtful.length / (given.length + family.length)).toBeLessThan(0.05);
	});
	test('every locality is a place', () => {
		const lacking = words(localities).filter(
			(name) => !lexicon.isPlace(fold(name)) && !lexicon.isFamily(fold(name)) && !lexicon.isGiven(fold(name))
		);
		expect(lacking).toEqual([]);
		expect(words(localities).length).toBeGreaterThan(120);
	});
	test('in Cyrillic get the spellings of passport and German papers', () => {
		expect(latinSpellings('Шевченко', 'uk')).toEqual(['shevchenko', 'schewtschenko']);
		expect(latinSpellings('Anna', 'uk')).toEqual(['Anna']);
	});
});

test('a Hunspell dictionary gives every form of its entries', () => {
	const aff = 'SFX S Y 1\nSFX S 0 s .\nSFX E Y 1\nSFX E e en e\nPFX U Y 1\nPFX U 0 un .';
	const entries = [...entriesOf(aff, '3\nKatze/E\nHaus/S\nklar/SU')];
	expect(entries.map((e) => e.forms)).toEqual([
		['Katze', 'Katzen'],
		['Haus', 'Hauss'],
		['klar', 'klars', 'unklar', 'unklars']
	]);
});
