/** Does a word look like a name or like a German word? Counts of three letters in a row, learnt from both lists when they are made. */

const letters = 27;
const zero = 35;
const steps = 10;
const most = 3;
/** Against zeros in the counts. */
const softly = 0.3;

/** The place of the three letters from `at` on; signs other than a to z count as an edge. */
function placeOf(edged: string, at: number): number {
	let place = 0;
	for (let i = at; i < at + 3; i++) {
		const letter = edged.charCodeAt(i) - 96;
		place = place * letters + (letter > 0 && letter < letters ? letter : 0);
	}
	return place;
}

const edged = (word: string): string => `\`\`${word}\`\``;

function counts(words: Iterable<string>): (place: number) => number {
	const three = new Float64Array(letters ** 3);
	const two = new Float64Array(letters ** 2);
	for (const word of words) {
		const text = edged(word);
		for (let at = 0; at + 2 < text.length; at++) {
			const place = placeOf(text, at);
			three[place]!++;
			two[Math.floor(place / letters)]!++;
		}
	}
	return (place) => Math.log((three[place]! + softly) / (two[Math.floor(place / letters)]! + softly * letters));
}

/** A table as text: one sign for each three letters, higher where names have them more often than words. */
export function packLikeness(names: Iterable<string>, words: Iterable<string>): string {
	const [inNames, inWords] = [counts(names), counts(words)];
	return Array.from({ length: letters ** 3 }, (_, place) => {
		const odds = Math.max(-most, Math.min(most, inNames(place) - inWords(place)));
		return String.fromCharCode(zero + Math.round((odds + most) * steps));
	}).join('');
}

/** Above 0 for what looks like a name, below for what looks like a word; the sum grows with the word's length. */
export function likenessIn(table: string): (word: string) => number {
	return (word) => {
		const text = edged(word);
		let sum = 0;
		for (let at = 0; at + 2 < text.length; at++) sum += (table.charCodeAt(placeOf(text, at)) - zero) / steps - most;
		return sum;
	};
}
