/** Cues that several layers share. */
import { cueLike, cueOf } from '#concepts/anonymity/cues.ts';

/** Every way to put one of each list behind another; '' among them is nothing. */
export const rows = (...lists: readonly (readonly string[])[]): string =>
	lists.reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)), ['']).join(' ');
const list = (words: string): string[] => words.split(' ');

/** How words for numbers begin that are no article. */
export const numerals = list(
	'zwei drei vier fünf fuenf sech sieb acht neun zehn elf zwölf zwoelf zwanz einund einein anderth'
);
export const monthStarts = list('jan jän feb mär maerz mrz apr mai jun jul aug sep okt nov dez');

export const digits = cueOf('#');
export const fourDigits = cueOf('####');
export const fiveDigits = cueOf('#####');
/** A short number of its own. */
export const houseNumber = cueOf('_#');
export const dotted = cueOf('#.#');
/** A number, in figures or in words. */
export const amount = cueOf(`# hundert ${numerals.join(' ')}`);
/** No part of a date, a time or a long number. */
export const shortNumber = cueLike(/(?<![\d.,:/-])\d{1,3}(?!\d|[.:]\d)/g);
