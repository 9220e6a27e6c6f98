/** How German words grow: inflection at the end, and words put together; the same rules thin the word list out and ask it. */
import { endings } from '#concepts/anonymity/folding.ts';

/** Is `word.slice(from, to)` in the list? */
export type Has = (word: string, from: number, to: number) => boolean;

const links = ['', 's', 'n', 'en', 'es', 'er', 'e'];
const mostParts = 4;

/** The word, or the word without one ending; at least three letters stay. */
export function inflectedIn(has: Has, word: string, from: number, to: number): boolean {
	if (has(word, from, to)) return true;
	if (to - from <= 4) return false;
	for (const ending of endings)
		if (to - from - ending.length >= 3 && word.endsWith(ending, to) && has(word, from, to - ending.length)) return true;
	return false;
}

/** Last parts of three letters; more of them would make names of nonsense into words. */
const shortEnds = new Set([
	'amt',
	'art',
	'bau',
	'bus',
	'hof',
	'not',
	'ort',
	'rat',
	'tag',
	'typ',
	'uhr',
	'weg',
	'akt',
	'abo',
	'arm',
	'bar',
	'bon',
	'rad',
	'tee',
	'tod',
	'zug',
	'mut',
	'eid'
]);
/** Small words that begin no compound. */
const neverFirst = new Set([
	'zur',
	'zum',
	'der',
	'die',
	'das',
	'den',
	'dem',
	'des',
	'wer',
	'wie',
	'wir',
	'ihr',
	'sie',
	'uns',
	'und',
	'ist',
	'hat',
	'war',
	'bin',
	'als',
	'ist',
	'man',
	'mir',
	'dir',
	'nur',
	'was',
	'wen',
	'wem',
	'sei',
	'ins',
	'per',
	'bot',
	'lag',
	'gab',
	'sah',
	'kam',
	'wessen',
	'dessen',
	'deren',
	'ihnen',
	'ihren',
	'ihrem',
	'jeden',
	'jedem',
	'diese',
	'dieser',
	'welche',
	'seine',
	'einen',
	'keine'
]);
/** Family names of the Münsterland end like this, and hardly a word does. */
export const neverLast = new Set([
	'kamp',
	'brock',
	'koetter',
	'meyer',
	'meier',
	'hues',
	'loh',
	'beck',
	'wiese',
	'brink',
	'horst'
]);
const mayEnd = (word: string, from: number): boolean =>
	word.length - from > 3 || (word.length - from === 3 && shortEnds.has(word.slice(from)));

/** Parts of at least three letters, the last of at least four and perhaps inflected. */
export function isCompound(has: Has, word: string, from = 0, parts = 1): boolean {
	for (let cut = from + 3; cut <= word.length - 3; cut++) {
		if (!has(word, from, cut) || (cut - from === 3 && neverFirst.has(word.slice(from, cut)))) continue;
		for (const link of links) {
			const next = cut + link.length;
			if (!word.startsWith(link, cut) || !mayEnd(word, next) || neverLast.has(word.slice(next))) continue;
			if (inflectedIn(has, word, next, word.length)) return true;
			if (parts < mostParts && isCompound(has, word, next, parts + 1)) return true;
		}
	}
	return false;
}
