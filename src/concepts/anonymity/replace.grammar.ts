/** As much German grammar as a replaced noun needs: the case that the words before it ask for, and the article. */

export type Gender = 'f' | 'm' | 'n';
export type GrammaticalCase = 'nominative' | 'genitive' | 'dative' | 'accusative';

const articles: Record<GrammaticalCase, Record<Gender, string>> = {
	nominative: { f: 'eine', m: 'ein', n: 'ein' },
	genitive: { f: 'einer', m: 'eines', n: 'eines' },
	dative: { f: 'einer', m: 'einem', n: 'einem' },
	accusative: { f: 'eine', m: 'einen', n: 'ein' }
};
export const indefinite = (noun: string, gender: Gender, grammaticalCase: GrammaticalCase): string =>
	`${articles[grammaticalCase][gender]} ${noun}`;

const dative = /^(mit|bei|von|zu|aus|nach|seit|gegenüber|außer|laut)$/i;
const accusative = /^(für|durch|ohne|gegen|um)$/i;
/** Either case: where to, or where. The article tells, else where is likelier. */
const either = /^(in|an|auf|vor|hinter|neben|über|unter|zwischen)$/i;
const contracted: Record<string, [string, GrammaticalCase]> = {
	beim: ['bei', 'dative'],
	im: ['in', 'dative'],
	am: ['an', 'dative'],
	vom: ['von', 'dative'],
	zum: ['zu', 'dative'],
	zur: ['zu', 'dative'],
	ins: ['in', 'accusative'],
	ans: ['an', 'accusative']
};
const definite: Record<string, GrammaticalCase[]> = {
	der: ['dative', 'genitive', 'nominative'],
	die: ['accusative', 'nominative'],
	das: ['accusative', 'nominative'],
	dem: ['dative'],
	den: ['accusative'],
	des: ['genitive']
};

/** What is before a passage, as far as it belongs to it. */
export type Lead = {
	/** where article and contracted preposition begin; the passage itself where there are none */
	start: number;
	/** a preposition taken out of its contraction, to be put back: „beim“ → „bei “ */
	preposition: string;
	grammaticalCase: GrammaticalCase;
	/** the passage begins a sentence */
	opens: boolean;
};

export function leadOf(text: string, start: number): Lead {
	const before = text.slice(Math.max(0, start - 60), start);
	const words = [...before.matchAll(/(\p{L}+)[ \u00a0]+(?=(?:\p{L}+[ \u00a0]+)?$)/gu)].slice(-2);
	const last = words.find((w) => w.index + w[0].length === before.length);
	const word = last?.[1] ?? '';
	const wordStart = start - (last?.[0].length ?? 0);
	const short = contracted[word.toLowerCase()];
	if (short)
		return {
			start: wordStart,
			preposition: `${likeIn(word, short[0])} `,
			grammaticalCase: short[1],
			opens: false
		};
	const cases = definite[word.toLowerCase()];
	if (!cases) return { start, preposition: '', grammaticalCase: caseAfter(word, undefined), opens: opens(text, start) };
	const earlier = words.find((w) => w !== last)?.[1] ?? '';
	const opening = opens(text, wordStart);
	return {
		start: wordStart,
		preposition: '',
		grammaticalCase: opening ? 'nominative' : caseAfter(earlier, cases),
		opens: opening
	};
}

function caseAfter(preposition: string, possible: GrammaticalCase[] | undefined): GrammaticalCase {
	if (dative.test(preposition)) return 'dative';
	if (accusative.test(preposition)) return 'accusative';
	if (either.test(preposition)) return possible?.find((c) => c === 'dative' || c === 'accusative') ?? 'dative';
	if (possible?.includes('genitive') && /^\p{Lu}/u.test(preposition)) return 'genitive';
	if (possible?.length === 1) return possible[0]!;
	return 'nominative';
}

/** Whether a sentence, a line or the text begins here. */
export const opens = (text: string, at: number): boolean =>
	/(^|[.!?:\n]["“”„)]?\s*)$/.test(text.slice(Math.max(0, at - 6), at));

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** Capital as the word it stands for. */
export const likeIn = (model: string, word: string): string => (/^\p{Lu}/u.test(model) ? capital(word) : word);
