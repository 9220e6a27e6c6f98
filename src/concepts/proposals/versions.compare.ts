/** Two versions of a proposal part by part, word by word. */
import { comparedWords, type Part } from '#concepts/meetings/versions.compare.ts';
import { outlineParts, type Outline } from './rules.ts';

export type Versioned = { title: string; outline: Outline; responsible: string; dueOn: string | null };
export type ComparedPart = {
	part: keyof Outline | 'title' | 'responsible' | 'dueOn';
	changed: boolean;
	/** What only the older says is `removed`, what only the newer says `added`. */
	words: Part[];
};

/** `dayWords` puts a day into the words of the reader. */
export function compareVersions(older: Versioned, newer: Versioned, dayWords: (day: string) => string): ComparedPart[] {
	const day = (on: string | null) => (on ? dayWords(on) : '');
	const pair = (part: ComparedPart['part'], a: string, b: string): ComparedPart => ({
		part,
		changed: a !== b,
		words: comparedWords(a, b)
	});
	return [
		pair('title', older.title, newer.title),
		...outlineParts.map((part) => pair(part, older.outline[part] ?? '', newer.outline[part] ?? '')),
		pair('responsible', older.responsible, newer.responsible),
		pair('dueOn', day(older.dueOn), day(newer.dueOn))
	];
}

/** One side of it. */
export const sideOf = (words: readonly Part[], side: 'older' | 'newer'): Part[] =>
	words.filter((w) => w.kind === 'same' || w.kind === (side === 'older' ? 'removed' : 'added'));
