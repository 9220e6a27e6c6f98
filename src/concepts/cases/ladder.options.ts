/** What a writer may choose for an attribute: its ladder from the coarsest level to the finest, and the label of every code. */
import {
	groupLabels,
	ladders,
	levelNames,
	levelOf,
	topLevel,
	untold,
	type Attribute
} from '#concepts/anonymity/ladders.ts';
import { levelWords } from '#concepts/anonymity/words.ts';
import { labelIn, type CatalogueItem } from '#concepts/people/catalogues.ts';
import origins from '#concepts/people/data/regions.json' with { type: 'json' };
import type { Option, OptionGroup } from '#ui/options.ts';

type Locale = 'de' | 'en';
/** The catalogues with the labels of this county; what is in none has the delivered label. */
export type LabelLists = Readonly<Record<string, readonly CatalogueItem[] | undefined>>;

/** The catalogues that hold codes of an attribute. */
export const listsOf = {
	place: ['municipality', 'region'],
	ageBand: ['ageBand'],
	origin: ['originSubregion'],
	residenceGroup: ['residenceGroup'],
	household: ['household'],
	gender: ['gender']
} as const satisfies Record<Attribute, readonly string[]>;

const delivered = [...groupLabels, ...origins.subregions, ...origins.special].map((l) => [l.code, l] as const);
const countries = origins.countries.map((c) => [c.iso2, { ...c, code: c.iso2 }] as const);
/** Codes of groups and countries are unlike each other, apart from „not recorded“, which reads the same everywhere. */
const deliveredLabels = new Map([...countries, ...delivered]);

/** The label of a code on any level; of none and of what says nothing „keine Angabe“. */
export function ladderLabel(attribute: Attribute, code: string | undefined, lists: LabelLists, locale: Locale): string {
	if (!code || code === untold) return levelWords.any();
	const items = listsOf[attribute].flatMap((list) => lists[list] ?? []);
	if (items.some((item) => item.code === code)) return labelIn(items, code, locale);
	const label = deliveredLabels.get(code);
	return label ? labelIn([label], code, locale) : code;
}

/**
 * Coarse first: „keine Angabe“, then a group for each level. A code that means the same as its group („unter 18“,
 * „minderjährig“), what was not recorded and countries that few come from are left out, except for the code chosen now.
 */
export function ladderOptions(
	attribute: Attribute,
	lists: LabelLists,
	locale: Locale,
	{ chosen = '', countries = new Set() }: { chosen?: string; countries?: ReadonlySet<string> } = {}
): OptionGroup[] {
	const option = (code: string): Option => ({ value: code, label: ladderLabel(attribute, code, lists, locale) });
	const codes = [...ladders[attribute].keys()].filter(
		(code) => offered(attribute, code, lists, countries) || code === chosen
	);
	const levels = [...levelNames[attribute].entries()].toReversed();
	return levels.flatMap(([level, name]) => {
		const here = codes.filter((code) => levelOf(attribute, code) === level);
		const sorted = attribute === 'place' || level > 0 ? here : here.toSorted(byCatalogue(attribute, lists));
		return sorted.length ? [{ label: levelWords[name](), options: sorted.map(option) }] : [];
	});
}

function offered(attribute: Attribute, code: string, lists: LabelLists, countries: ReadonlySet<string>): boolean {
	if (code === untold) return attribute !== 'place'; // there the county says as little
	const level = levelOf(attribute, code);
	if (level === topLevel(attribute)) return attribute === 'place';
	if (attribute === 'origin' && level === 0) return countries.has(code);
	if (level === 0) {
		const items = listsOf[attribute].flatMap((list): readonly CatalogueItem[] => lists[list] ?? []);
		if (items.length && !items.some((item) => item.code === code)) return false; // retired by the county
	}
	return !meansTheSame(attribute, code);
}

/** The only code below a group: the group says the same and keeps comparable cases together. */
function meansTheSame(attribute: Attribute, code: string): boolean {
	const group = ladders[attribute].get(code)!.find((form) => form !== code);
	if (group === undefined || levelOf(attribute, group) === topLevel(attribute)) return false;
	const level = ladders[attribute].get(code)!.lastIndexOf(code);
	const beside = [...ladders[attribute].values()]
		.filter((forms) => forms[level + 1] === group)
		.map((forms) => forms[level]);
	return new Set(beside.filter((form) => form !== group)).size === 1;
}

function byCatalogue(attribute: Attribute, lists: LabelLists): (a: string, b: string) => number {
	const order: string[] = listsOf[attribute].flatMap((list) => (lists[list] ?? []).map((item) => item.code));
	return (a, b) => order.indexOf(a) - order.indexOf(b);
}
