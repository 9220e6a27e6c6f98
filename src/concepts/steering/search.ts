/** What can be searched, and how a search is asked for. */
import type { Paged } from './directory.ts';

export const searchTypes = [
	'service_gap',
	'proposal',
	'decision',
	'measure',
	'meeting',
	'case_analysis'
] as const satisfies readonly Paged[];
export type SearchType = (typeof searchTypes)[number];
export const isSearchType = (type: string | null): type is SearchType =>
	(searchTypes as readonly (string | null)[]).includes(type);

/** Hits on one page of a type, and of each type on the overview. */
export const searchPageSize = 25;
export const overviewSize = 5;
/** Counting and ranking stop here: „mehr als 1000“. */
export const mostHits = 1000;
/** Fewer hits than this, and titles that only resemble the words are looked at, too. */
export const fewHits = 3;

/**
 * How alike a title must be to resemble what was typed, of 1. A typing error spoils up to four of a word's groups of three
 * letters: half of a short word, a quarter of a long one, which therefore need not be held against everything.
 */
export const resemblance = (q: string): number => (/^\p{L}{12,}$/u.test(q) ? 0.55 : 0.45);

/** What is searched for, without signs that mean something to us or to the database. */
export const askedFor = (q: string): string =>
	q
		.replace(/[\u0000-\u001f]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 200);
/** „Fluechtling“ means „Flüchtling“, too. */
export const withUmlauts = (q: string): string =>
	q
		.replace(/ae/g, 'ä')
		.replace(/oe/g, 'ö')
		.replace(/ue/g, 'ü')
		.replace(/Ae/g, 'Ä')
		.replace(/Oe/g, 'Ö')
		.replace(/Ue/g, 'Ü');
/** Words long enough to be looked for inside compounds; at most six. */
export const partsOf = (q: string): string[] =>
	q
		.split(/[^\p{L}\p{N}-]+/u)
		.filter((word) => word.length >= 4)
		.slice(0, 6);
