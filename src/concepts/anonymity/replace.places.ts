/** A municipality becomes its region or the county, with the preposition before it: „nach Recke“ → „in die Region Ost“. */
import type { Edit } from './replace.ts';
import places from '#concepts/people/data/municipalities.json' with { type: 'json' };
import { levelOf, type CaseCell } from './ladders.ts';
import type { Mark } from './marks.ts';
import { likeIn } from './replace.grammar.ts';

type Name = { noun: string; dative: string; accusative: string };

/** „Auswerteregion Ost (Tecklenburger Land)“ without what is in brackets. */
const regionName = (code: string): Name => {
	const noun = places.regions.find((r) => r.code === code)!.labelDe.replace(/ \(.*/, '');
	return { noun, dative: `der ${noun}`, accusative: `die ${noun}` };
};
const county: Name = {
	noun: places.county.name,
	dative: `dem ${places.county.name}`,
	accusative: `den ${places.county.name}`
};

/** Region, then county; the county first where the case is coded no finer. None for places outside the county. */
export function placeWords(text: string, mark: Mark, attributes: CaseCell): Edit[] {
	const name = text.slice(mark.start, mark.end).toLowerCase();
	const words = name.split(/[^\p{L}-]+/u);
	const town = places.municipalities.find((m) => {
		const own = m.name.toLowerCase();
		return words.some((word) => word === own || word === `${own}s`);
	});
	if (!town) return [];
	const region = regionName(town.reportingRegion);
	const names = levelOf('place', attributes.place) >= 2 && attributes.place ? [county, region] : [region, county];
	return names.map((place) => inSentence(text, mark, place));
}

const before =
	/(?:^|[^\p{L}])((in|aus|nach|von|bei|zu|um|für|durch)(?: der| die)?(?: (?:Stadt|Gemeinde|Kommune))?[ \u00a0]+)$/iu;
function inSentence(text: string, mark: Mark, place: Name): Edit {
	const found = before.exec(text.slice(Math.max(0, mark.start - 30), mark.start));
	if (!found) return { start: mark.start, end: mark.end, text: place.noun };
	const preposition = found[2]!.toLowerCase();
	const phrase = /^(um|für|durch)$/.test(preposition)
		? `${preposition} ${place.accusative}`
		: preposition === 'nach'
			? `in ${place.accusative}`
			: `${preposition} ${place.dative}`;
	const short = phrase
		.replace(/^in dem /, 'im ')
		.replace(/^von dem /, 'vom ')
		.replace(/^bei dem /, 'beim ')
		.replace(/^zu dem /, 'zum ')
		.replace(/^zu der /, 'zur ');
	return { start: mark.start - found[1]!.length, end: mark.end, text: likeIn(found[2]!, short) };
}
