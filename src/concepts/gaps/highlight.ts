/** Marks words that resemble what was searched, where the full-text search itself has marked nothing. */

export const fold = (text: string): string =>
	text.toLocaleLowerCase('de').replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');

const trigrams = (word: string): Set<string> => {
	const padded = `  ${word} `;
	return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
};

/** Share of trigrams two words have in common, 0 to 1, as PostgreSQL's similarity() counts. */
export function resemblance(a: string, b: string): number {
	const [x, y] = [trigrams(fold(a)), trigrams(fold(b))];
	const common = [...x].filter((t) => y.has(t)).length;
	return common / (x.size + y.size - common);
}

/** A text already marked is left as it is; else whole words that contain or resemble a word of `asked` are marked. */
export function highlighted(text: string, asked: string): string {
	if (text.includes('\u0001')) return text;
	const terms = asked
		.split(/[^\p{L}\p{N}]+/u)
		.filter((t) => t.length >= 3)
		.map(fold);
	return text.replace(/[\p{L}\p{N}]+/gu, (word) => {
		const folded = fold(word);
		return terms.some((t) => folded.includes(t) || resemblance(folded, t) >= 0.45) ? `\u0001${word}\u0002` : word;
	});
}
