/** What a value of a list says: the code of a ladder or catalogue, or nothing that is known. */
import places from '#concepts/people/data/municipalities.json' with { type: 'json' };
import origins from '#concepts/people/data/regions.json' with { type: 'json' };
import vocabulary from '#concepts/people/data/vocabulary.json' with { type: 'json' };
import { listWords, nationStems } from './data/list-words.ts';
import type { ListField } from './lists.rules.ts';

/** A cell as it was read. */
export type Cell = string | number | boolean | Date | null;

/** For comparing: lower case, ae for ä, one blank for any signs between words. */
export const plain = (text: string): string =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/ä/g, 'ae')
		.replace(/ö/g, 'oe')
		.replace(/ü/g, 'ue')
		.replace(/ß/g, 'ss')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}§+]+/gu, ' ')
		.trim();

type Labelled = { code: string; labelDe: string; labelEn: string };
type Listed = { id: string; items: readonly Labelled[]; groups?: readonly Labelled[] };

const catalogueOf = (id: string): readonly Labelled[] => {
	const { items, groups = [] } = (vocabulary.lists as readonly Listed[]).find((l) => l.id === id)!;
	return [...items, ...groups];
};
const labelled: Record<Exclude<ListField, 'ageBand'>, readonly Labelled[]> = {
	place: [...places.municipalities.map((m) => ({ code: m.code, labelDe: m.name, labelEn: m.name })), ...places.regions],
	origin: [
		...origins.regions,
		...origins.subregions,
		...origins.special,
		...origins.countries.flatMap((c) => [
			{ ...c, code: c.iso2 },
			{ code: c.iso2, labelDe: c.iso3, labelEn: c.iso3 }
		])
	],
	residenceGroup: catalogueOf('residenceGroup'),
	household: catalogueOf('household'),
	gender: catalogueOf('gender'),
	legalDomain: catalogueOf('legalDomain'),
	phase: catalogueOf('integrationPhase')
};

/** plain word → code; our own words win over labels. „SGB II – Grundsicherung“ is known by its first part, too. */
const known = Object.fromEntries(
	Object.entries(labelled).map(([field, items]) => {
		const words = new Map<string, string>();
		for (const { code, labelDe, labelEn } of items)
			for (const said of [code, labelDe, labelEn, labelDe.split(' – ')[0]!, labelEn.split(' – ')[0]!])
				if (!words.has(plain(said))) words.set(plain(said), code);
		for (const [code, others] of Object.entries(listWords[field as keyof typeof listWords]))
			for (const word of others) words.set(word, code);
		return [field, words];
	})
) as unknown as Record<Exclude<ListField, 'ageBand'>, ReadonlyMap<string, string>>;

const nations = new Map(
	Object.entries(nationStems).flatMap(([code, stems]) => stems.map((stem) => [stem, code] as const))
);
const nationEnding =
	/(isch|ischer?|ische[rsn]?|ianisch|anisch|er|erin|e|in|i|ier|ierin|ner|nerin|eisch|eischer?|esisch)$/;

/** The code for a value of this field; undefined where it is not known. `today` is needed for ages. */
export function codeFor(field: ListField, value: Cell, today: string): string | undefined {
	if (value === null || value === '') return undefined;
	if (field === 'ageBand') return bandFor(value, today);
	if (value instanceof Date) return undefined;
	const said = plain(String(value));
	const code = known[field].get(said);
	if (code) return code;
	if (field === 'place') return known.place.get(said.replace(/^\d{5} /, '').replace(/^(stadt|gemeinde) /, ''));
	if (field === 'origin') return nationFor(said);
	if (field === 'residenceGroup') return titleFor(said);
	if (field === 'household') return childrenFor(value, said);
	return undefined;
}

function nationFor(said: string): string | undefined {
	for (let cut = said; ;) {
		const code = nations.get(cut);
		if (code) return code;
		const shorter = said.replace(nationEnding, '');
		if (cut !== said || shorter === said) break;
		cut = shorter;
	}
	// „syrische“ ends in more than one way: try each cut
	const cuts = [...said.matchAll(/(?=(isch|er|e|in|ian|an|es)[a-z]{0,6}$)/g)].map((x) => said.slice(0, x.index));
	return cuts.map((stem) => nations.get(stem)).find(Boolean);
}

/** Paragraphs of the residence act, e.g. „§ 25 Abs. 2“, „AE § 24“. */
function titleFor(said: string): string | undefined {
	const found = /(?:§|\bpar|paragraf)\s?(\d+)(?:\s?([a-d])\b)?(?:\s(?:abs|absatz)?\s?(\d))?/.exec(said);
	if (!found) return undefined;
	const [, number, letter, part] = found;
	const n = Number(number);
	if (n === 24) return 'RS_P24';
	if (n === 25 && letter) return 'RS_BLEIB';
	if (n === 104 && letter === 'c') return 'RS_BLEIB';
	if (n === 25) return part === '1' || part === '2' ? 'RS_SCHUTZ' : part === '3' ? 'RS_ABV' : 'RS_HUM';
	if (n === 22 || n === 23) return 'RS_HUM';
	if (n === 60 && letter === 'a') return 'RS_DULD';
	if (n === 55) return 'RS_GEST';
	if (n === 9 || n === 26) return 'RS_NE';
	if (n >= 27 && n <= 36) return 'RS_FAM';
	if (n >= 16 && n <= 21) return 'RS_ARB';
	return n === 81 ? 'RS_FIKT' : undefined;
}

function childrenFor(value: Cell, said: string): string | undefined {
	if (value === true || said === 'ja' || said === 'yes') return 'MIT_KINDERN';
	if (value === false || said === 'nein' || said === 'no') return 'OHNE_KINDER';
	const number = /^(\d{1,2})( kind(er)?)?$/.exec(said)?.[1];
	return number === undefined ? undefined : Number(number) === 0 ? 'OHNE_KINDER' : 'MIT_KINDERN';
}

const bands: readonly [until: number, code: string][] = [
	[5, 'A00'],
	[15, 'A06'],
	[17, 'A16'],
	[26, 'A18'],
	[39, 'A27'],
	[54, 'A40'],
	[64, 'A55'],
	[120, 'A65']
];
const bandOfAge = (age: number): string | undefined =>
	age < 0 ? undefined : bands.find(([until]) => age <= until)?.[1];

/** An age, a year or day of birth, a range within one band or group: „34“, „34 J.“, 1987, 12.03.1987, „18–26“, „unter 18“. */
function bandFor(value: Cell, today: string): string | undefined {
	const day = dayIn(value);
	if (day) return day <= today ? bandOfAge(ageOn(day, today)) : undefined;
	const said = plain(String(value));
	const number = Number(/^(\d{1,4})( ?(j|jahre?|years?|jaehrig|lj))?$/.exec(said)?.[1] ?? NaN);
	if (number >= 1900) return bandOfAge(Number(today.slice(0, 4)) - number);
	if (number <= 120) return bandOfAge(number);
	const label = ageWords.get(said);
	if (label) return label;
	const [, from, to] = /^(\d{1,3}) ?(?:bis|to|\s) ?(\d{1,3})(?: jahre?| j)?$/.exec(said) ?? [];
	if (!from || !to) return undefined;
	const [a, b] = [bandOfAge(Number(from)), bandOfAge(Number(to))];
	if (a === b) return a;
	return groups.find(([low, high]) => Number(from) >= low && Number(to) <= high)?.[2];
}
const groups: readonly [number, number, string][] = [
	[0, 17, 'KIND'],
	[18, 26, 'JUNG'],
	[27, 64, 'ERW'],
	[65, 120, 'ALT'],
	[18, 120, 'VOLLJ']
];
const ageWords = new Map<string, string>([
	...catalogueOf('ageBand').flatMap(({ code, labelDe, labelEn }) =>
		[code, labelDe, labelEn].map((said) => [plain(said), code] as [string, string])
	),
	...['kind', 'kinder', 'jugendlich', 'jugendliche', 'unter 18', 'u18', 'minderjaehrig'].map((w): [string, string] => [
		w,
		'KIND'
	]),
	...['junge erwachsene', 'jung', 'u27'].map((w): [string, string] => [w, 'JUNG']),
	...['erwachsen', 'volljaehrig', 'ue18', 'ueber 18'].map((w): [string, string] => [w, 'VOLLJ']),
	...['65+', '65 +', 'ab 65', 'ueber 65', 'ue65', 'senior', 'senioren'].map((w): [string, string] => [w, 'ALT'])
]);

/** Days since the last day of 1899, as spreadsheets count them: for people who live, from about 1905 on. */
const isSerial = (value: Cell): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value > 2_500 && value < 60_000;

/** 'YYYY-MM-DD' of a value that is a day: a date, „12.03.1987“, „1987-03-12“, „12/3/87“, a serial number. */
export function dayIn(value: Cell): string | undefined {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
	if (isSerial(value)) return new Date(Date.UTC(1899, 11, 30 + value)).toISOString().slice(0, 10);
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	const german = /^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})\b/.exec(text);
	const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
	const [year, month, day] = iso ? iso.slice(1) : german ? [full(german[3]!), german[2]!, german[1]!] : [];
	if (!year || !month || !day) return undefined;
	const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	return Number.isNaN(at.getTime()) || at.getUTCMonth() !== Number(month) - 1
		? undefined
		: at.toISOString().slice(0, 10);
}
/** Two digits mean the last hundred years, roughly. */
const full = (year: string): string =>
	year.length === 4 ? year : String(Number(year) > 30 ? 1900 + Number(year) : 2000 + Number(year));

function ageOn(born: string, today: string): number {
	const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
	return born.slice(5) > today.slice(5) ? years - 1 : years;
}
