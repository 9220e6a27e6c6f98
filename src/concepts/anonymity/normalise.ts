/** Composes letters and their marks (NFC), so that "é" is found however it was typed, and remembers where each sign stood. */

export type Normalised = {
	text: string;
	/** The place in the given text of a place in `text`; both count UTF-16 units. */
	original: (at: number) => number;
};

const identity = (at: number): number => at;
/** Spaces that are none to the eye split no number and no name. */
const odd = /[\u00a0\u2007\u202f\u2009\u200a\u2002-\u2006\u3000]/g;

export function normalised(given: string): Normalised {
	const spaced = given.replace(odd, ' ');
	if (spaced.normalize('NFC') === spaced && !/[\u200b-\u200f\u2060\ufeff\u00ad]/.test(spaced))
		return { text: spaced, original: identity };
	const starts: number[] = [];
	let text = '';
	let at = 0;
	// a sign with the marks behind it; signs of no width belong to what stands before
	for (const [cluster] of spaced.matchAll(/[\s\S][\p{M}\u200b-\u200f\u2060\ufeff\u00ad]*/gu)) {
		const composed = cluster.normalize('NFC').replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
		for (let i = 0; i < composed.length; i++) starts.push(at);
		text += composed;
		at += cluster.length;
	}
	starts.push(given.length);
	return { text, original: (i) => starts[i] ?? given.length };
}
