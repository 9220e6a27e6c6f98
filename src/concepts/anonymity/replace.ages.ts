/** An exact age becomes the band on the level on which age is coded; without one, whether of age or not. */
import type { Edit } from './replace.ts';
import vocabulary from '#concepts/people/data/vocabulary.json' with { type: 'json' };
import { untold, formOf, groupLabels, levelOf, type CaseCell } from './ladders.ts';
import type { Mark } from './marks.ts';

const bands = vocabulary.lists.find((list) => list.id === 'ageBand')!.items;
/** 'A16' → 16 */
const beginOf = (code: string): number => Number(code.slice(1));

export const bandOfAge = (years: number): string =>
	bands.filter((band) => beginOf(band.code) <= years).reduce((a, b) => (beginOf(a.code) > beginOf(b.code) ? a : b))
		.code;

const units = [
	'null',
	'ein',
	'zwei',
	'drei',
	'vier',
	'fünf',
	'sechs',
	'sieben',
	'acht',
	'neun',
	'zehn',
	'elf',
	'zwölf'
];
const tens = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];
const spelled = new Map<string, number>([
	...units.map((word, n) => [word, n] as const),
	['sechzehn', 16],
	['siebzehn', 17],
	...[13, 14, 15, 18, 19].map((n) => [`${units[n - 10]}zehn`, n] as const),
	...tens.flatMap((ten, i) =>
		units.slice(0, 10).map((unit, n) => [n ? `${unit}und${ten}` : ten, (i + 2) * 10 + n] as const)
	)
]);

/** In figures or in a word („elfjährig“); undefined where the passage names none. */
export function yearsOf(passage: string): number | undefined {
	const figures = /\d{1,3}/.exec(passage);
	if (figures) return Number(figures[0]);
	const word = /(\p{L}+?)(?:-?jährig| Jahre)/iu.exec(passage)?.[1]?.toLowerCase();
	return word === undefined ? undefined : spelled.get(word);
}

/** The age of anybody in the text, not only of the person the case is about: what is coded gives the level alone. */
export function ageWords(text: string, mark: Mark, attributes: CaseCell): Edit[] {
	const passage = text.slice(mark.start, mark.end);
	const years = yearsOf(passage);
	if (years === undefined) return [];
	const coded = levelOf('ageBand', attributes.ageBand);
	const code = formOf('ageBand', bandOfAge(years), Math.min(coded, 2));
	const grown = years >= 18;
	const ending = /jährige?([nrsm]?)\b/i.exec(passage);
	const noun = /\d{1,3}-?Jährige|\p{Lu}\p{L}*jährige/u.test(passage);
	if (ending) {
		const full = /jährig(e[nrsm]?)?\b/i.exec(passage)?.[1] ?? '';
		const word = (grown ? 'volljährig' : 'minderjährig') + full;
		return [{ start: mark.start, end: mark.end, text: noun ? word.charAt(0).toUpperCase() + word.slice(1) : word }];
	}
	const label = / Jahren\b/.test(passage) ? labelOf(code).replace('Jahre', 'Jahren') : labelOf(code);
	const inBrackets = /^\(.*\)$/.test(passage);
	const old = / alt\b/.test(passage) || /^ alt\b/.test(text.slice(mark.end));
	// „34 Jahre alt“ keeps its „alt“ only after years
	const words = old && /Jahre$/.test(label) ? `${label}${/ alt\b/.test(passage) ? ' alt' : ''}` : label;
	const end = old && !/Jahre$/.test(label) && !/ alt\b/.test(passage) ? mark.end + ' alt'.length : mark.end;
	return [{ start: mark.start, end, text: inBrackets ? `(${words})` : words }];
}

function labelOf(code: string): string {
	const label = [...bands, ...groupLabels].find((item) => item.code === code && code !== untold)!.labelDe;
	return /^[\d]+ bis \d+$|^unter \d+$/.test(label)
		? `${label} Jahre`
		: label.replace(/^(\d+) und älter$/, '$1 Jahre und älter');
}
