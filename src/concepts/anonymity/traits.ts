/** What a word is wherever it stands: asked once for each word as it is written, and kept as one bit for each question. */
import { fold } from '#concepts/anonymity/folding.ts';
import type { Lexicon } from '#concepts/anonymity/lexicon.ts';
import type { Nature } from '#concepts/anonymity/natures.ts';

export type Word = {
	/** As written. */
	text: string;
	/** Folded, as the lexicon wants it. */
	folded: string;
	/** Lower case, otherwise as written. */
	lower: string;
	capital: boolean;
	allCapitals: boolean;
	/** Bits of `traitOf`. */
	traits: number;
	/** What the lexicon last asked says of it. */
	judged: { by: Lexicon; nature: Nature } | null;
};

const questions: ((word: Word) => boolean)[] = [];
const mostQuestions = 31;

/** A question about words and its bit; to be put before the first text is read. */
export function traitOf(question: (word: Word) => boolean): number {
	if (questions.length >= mostQuestions) throw new Error('There is no bit left for another trait of words.');
	words.clear();
	return 1 << (questions.push(question) - 1);
}

/** Most words of a text come again; a full memory begins anew. */
const words = new Map<string, Word>();
const most = 20_000;

export function wordOf(text: string): Word {
	let word = words.get(text);
	if (!word) {
		if (words.size >= most) words.clear();
		words.set(text, (word = readWord(text)));
	}
	return word;
}

function readWord(text: string): Word {
	const lower = text.toLowerCase();
	const capital = text.charCodeAt(0) !== lower.charCodeAt(0);
	const allCapitals = capital && text.length > 1 && text === text.toUpperCase();
	const word: Word = { text, folded: fold(lower), lower, capital, allCapitals, traits: 0, judged: null };
	questions.forEach((question, bit) => {
		if (question(word)) word.traits |= 1 << bit;
	});
	return word;
}
