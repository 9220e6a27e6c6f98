/** What the detector knows of words: is it German, a first name, a family name, a place? All words are folded. */
import { inflectedIn, isCompound, neverLast, type Has } from '#concepts/anonymity/compounds.ts';
import { likenessIn } from '#concepts/anonymity/likeness.ts';
import { remembered } from '#concepts/anonymity/remembered.ts';
import { WordTable } from '#concepts/anonymity/lexicon.packing.ts';

export type Lexicon = {
	/** A German word, inflected or not, or a compound of them. */
	isWord: (word: string) => boolean;
	/** A German word that is no compound. */
	isPlainWord: (word: string) => boolean;
	/** One slip of the keys away from a German word of some length. */
	isTypo: (word: string) => boolean;
	/** The same for short words, among which many names are near a word. */
	isGrossTypo: (word: string) => boolean;
	isGiven: (word: string) => boolean;
	isFamily: (word: string) => boolean;
	isPlace: (word: string) => boolean;
	/** A name or place that is a noun as well ("Koch"). */
	isDoubtful: (word: string) => boolean;
	/** How much a word looks like a name: above 0 like one, far below like a German word. */
	likeness: (word: string) => number;
	/** A name or place that is a word in lower case only ("Nasser"). */
	isLowerCaseWord: (word: string) => boolean;
};

export type Lists = Record<'words' | 'given' | 'family' | 'places' | 'doubtful' | 'plain' | 'likeness', string>;

/** Longer words are no words, and their compounds would take time. */
const longest = 48;
export function lexiconOf(lists: Lists): Lexicon {
	const words = new WordTable(lists.words);
	const [given, family, places, doubtful, plain] = (['given', 'family', 'places', 'doubtful', 'plain'] as const).map(
		(list) => new WordTable(lists[list])
	) as [WordTable, WordTable, WordTable, WordTable, WordTable];

	const has: Has = (word, from, to) => words.has(word, from, to);
	const isPlainWord = (word: string): boolean => inflectedIn(has, word, 0, word.length);
	/** "Hüpfburg", "Trinkflasche": a compound may begin with the stem of a verb. */
	const stems = [4, 5, 6, 7, 8];
	const startsWithVerb = (word: string): boolean =>
		stems.some(
			(cut) =>
				word.length - cut >= 4 &&
				words.has(`${word.slice(0, cut)}en`) &&
				!words.has(word, 0, cut) &&
				inflectedIn(has, word, cut, word.length) &&
				!neverLast.has(word.slice(cut))
		);
	const isWord = remembered(
		(word) =>
			word.length <= longest &&
			(isPlainWord(word) || (word.length >= 6 && (isCompound(has, word) || startsWithVerb(word))))
	);

	/** Nobody misses the first letter; names often differ from a word by just that. */
	const isNear = (word: string): boolean => {
		for (let at = 1; at < word.length; at++) {
			const head = word.slice(0, at);
			if (isPlainWord(head + word.slice(at + 1))) return true;
			if (at + 1 < word.length && isPlainWord(head + word[at + 1]! + word[at]! + word.slice(at + 2))) return true;
			for (let code = 97; code < 123; code++) {
				const letter = String.fromCharCode(code);
				if (words.has(head + letter + word.slice(at + 1)) || words.has(head + letter + word.slice(at))) return true;
			}
		}
		return false;
	};
	/** A long word of which one part is right and the other nearly so. */
	const isNearCompound = (word: string): boolean => {
		for (let cut = 4; cut <= word.length - 4; cut++) {
			const head = word.slice(0, cut);
			if (isWord(head) && isNear(word.slice(cut))) return true;
			if (isWord(head) && head.length >= 5 && word[cut] === 's' && word.length - cut > 4 && isNear(word.slice(cut + 1)))
				return true;
			if (isPlainWord(word.slice(cut)) && (isNear(head) || (head.endsWith('s') && isNear(head.slice(0, -1)))))
				return true;
		}
		return false;
	};
	return {
		isWord,
		isPlainWord,
		isTypo: remembered(
			(word) =>
				word.length >= 7 && word.length <= longest && (isNear(word) || (word.length >= 10 && isNearCompound(word)))
		),
		isGrossTypo: remembered(
			(word) =>
				word.length >= 4 && word.length <= longest && (isNear(word) || (word.length >= 9 && isNearCompound(word)))
		),
		isGiven: (word) => given.has(word),
		isFamily: (word) => family.has(word),
		isPlace: (word) => places.has(word),
		isDoubtful: (word) => doubtful.has(word),
		likeness: likenessIn(lists.likeness),
		isLowerCaseWord: (word) => plain.has(word)
	};
}
