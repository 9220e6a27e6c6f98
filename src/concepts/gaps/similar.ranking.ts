/** Which known gaps resemble a text, best first, and why: shared words that are rare, the title's likeness, equal coding. */
import type { TermKind } from './similar.terms.ts';

/** A stem of the text; `weight`: the rarer among all gaps, the more it tells. `words`: as typed. */
export type AskedStem = { stem: string; weight: number; kind: TermKind; words: string[] };
export type Candidate = {
	id: string;
	/** Stems of the title, and of title and description. */
	title: readonly string[];
	all: readonly string[];
	/** Likeness of the titles' letters to the text, 0 to 1. */
	alike: number;
	sameKind: boolean;
	sameDomain: boolean;
	samePhase: boolean;
};
export type Ranked<C> = C & { score: number; sharedWords: string[]; kindredWords: string[] };

/** A part of a compound, or another word of the same meaning, tells less than the word itself. */
const kindWeight = { word: 1, part: 0.7, meaning: 0.85 } as const satisfies Record<TermKind, number>;
const titleWeight = 1.7;
const codingWeight = 0.06;
const alikeWeight = 0.35;
/** So much of the text must be met, or so alike be the title. */
const leastShare = 0.1;
const leastAlike = 0.45;
/** One shared word is chance, unless it is much of the text. */
const leastTold = 2;
const muchOfText = 0.18;

export function rank<C extends Candidate>(
	asked: readonly AskedStem[],
	candidates: readonly C[],
	most = 3
): Ranked<C>[] {
	const whole = sumOf(bestOf(asked, (a) => a.weight * kindWeight[a.kind])) || 1;
	const ranked = candidates.map((candidate): Ranked<C> & { fits: boolean } => {
		const title = new Set(candidate.title);
		const all = new Set(candidate.all);
		const shared = asked.filter((a) => all.has(a.stem));
		const worth = (a: AskedStem) => a.weight * kindWeight[a.kind] * (title.has(a.stem) ? titleWeight : 1);
		const told = bestOf(shared, worth);
		const share = sumOf(told) / whole;
		const coding = [candidate.sameKind, candidate.sameDomain, candidate.samePhase].filter(Boolean).length;
		const isTold = told.size >= leastTold ? share >= leastShare : share >= muchOfText;
		const fits = isTold || candidate.alike >= leastAlike;
		const telling = shared.toSorted((a, b) => worth(b) - worth(a));
		const sharedWords = namesOf(telling.filter((a) => a.kind !== 'meaning'));
		return {
			...candidate,
			fits,
			// long descriptions meet every text somewhere
			score: share / Math.sqrt(1 + all.size / 90) + candidate.alike * alikeWeight + coding * codingWeight,
			sharedWords: sharedWords.slice(0, 3),
			kindredWords: namesOf(telling.filter((a) => a.kind === 'meaning'))
				.filter((word) => !sharedWords.includes(word))
				.slice(0, 2)
		};
	});
	return ranked
		.filter((r) => r.fits)
		.sort((a, b) => b.score - a.score)
		.slice(0, most)
		.map(({ fits: _, ...r }) => r as unknown as Ranked<C>);
}

/** Each word of the text by the best of what it is met by: itself, a part of it, its meaning. */
function bestOf(stems: readonly AskedStem[], worth: (a: AskedStem) => number): Map<string, number> {
	const best = new Map<string, number>();
	for (const a of stems) for (const word of a.words) best.set(word, Math.max(best.get(word) ?? 0, worth(a)));
	return best;
}
const sumOf = (worths: ReadonlyMap<string, number>): number => [...worths.values()].reduce((sum, x) => sum + x, 0);

const namesOf = (stems: readonly AskedStem[]): string[] => [...new Set(stems.map((a) => a.words[0] ?? ''))];
