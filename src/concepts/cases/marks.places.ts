/** Places of the county that were left in a text, and what they tell together with the coded attributes. */
import { localities } from '#concepts/anonymity/data/localities.ts';
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import type { Mark } from '#concepts/anonymity/marks.ts';
import places from '#concepts/people/data/municipalities.json' with { type: 'json' };

type Words = Pick<Mark, 'label'> & { words: string };
/** `part`: of the municipality; no code says as much. */
type Left = { code: string; population: number; part: boolean };

const towns = places.municipalities.map(({ code, name, population }) => ({
	code,
	population,
	name: name.toLowerCase(),
	parts: new Set((localities[name] ?? '').toLowerCase().split(' ').filter(Boolean))
}));
/** „Rheine“, „Rheines“, „Rheiner“, „Emsdettenerin“ */
const isNamed = (word: string, name: string): boolean =>
	word === name || word === `${name}s` || [name, name.replace(/en?$/, '')].some((n) => word.startsWith(`${n}er`));

function leftIn({ label, words }: Words): Left | undefined {
	if (label !== 'LOCATION') return undefined;
	const parts = words.toLowerCase().split(/[^\p{L}-]+/u);
	const smaller = towns.find((town) => parts.some((word) => town.parts.has(word)));
	const town = smaller ?? towns.find(({ name }) => parts.some((word) => isNamed(word, name)));
	return town && { code: town.code, population: town.population, part: smaller !== undefined };
}

/** The smallest of them, as a code: held against the reference together with the coded attributes. */
export function leftInText(marks: readonly Words[]): CaseCell {
	const left = marks.flatMap((mark) => leftIn(mark) ?? []).sort((a, b) => a.population - b.population);
	return left[0] ? { place: left[0].code } : {};
}

/** Marks on places that tell more than the coded place does: the waiting room relies on that no text does so. */
export const finerPlaces = <M extends Words>(marks: readonly M[], { place }: CaseCell): M[] =>
	marks.filter((mark) => {
		const left = leftIn(mark);
		return left !== undefined && (left.part || left.code !== place);
	});
