/** A text as the layers read it: its words, what each is by itself, and why a word is taken for a name. */
import type { Lexicon } from '#concepts/anonymity/lexicon.ts';
import { mannerOf, natureOf, type Manner, type Nature } from '#concepts/anonymity/natures.ts';
import type { Token } from '#concepts/anonymity/tokens.ts';

/** Why a word is taken for a part of a name. */
export type Reason = 'title' | 'relative' | 'role' | 'namer' | 'list' | 'unknown' | 'beside' | 'initial' | 'repeat';

export type Reading = {
	text: string;
	tokens: readonly Token[];
	natures: readonly Nature[];
	lexicon: Lexicon;
	manner: Manner;
	/** Belongs to an address, a number or the like already. */
	taken: (token: Token) => boolean;
};

export function readingOf(
	text: string,
	tokens: readonly Token[],
	lexicon: Lexicon,
	taken: (token: Token) => boolean
): Reading {
	const natures = tokens.map((token) => natureOf(token.word, lexicon));
	return { text, tokens, natures, lexicon, manner: mannerOf(text, tokens, natures, lexicon), taken };
}

/** Hands in a part of a name by its place in the reading. */
export type Add = (at: number, reason: Reason) => void;

/** What may stand between the parts of one name. */
export const link = /^(?:\s{1,2}|\s?[-‑–]\s?|\.\s?|\.-|['’ʼ])$/u;
export const isInitial = (t: Token | undefined): boolean =>
	t !== undefined && t.text.length === 1 && /^[A-ZÀ-ÞĀ-ɏ]$/.test(t.text);
