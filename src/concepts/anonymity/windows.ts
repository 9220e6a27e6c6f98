/** Runs a costly pattern only near a cheap cue, so that a long text is read closely where there is something to see. */
import { formHits, wordHits, type Cue, type Hits } from '#concepts/anonymity/cues.ts';

/** A piece of a text, and where it begins there. */
type Window = { from: number; piece: string };

/** The text at hand, as many patterns ask for the same of it. */
type Known = { text: string; hits: Hits[]; forms: Map<number, Hits>; windows: Map<number, Window[]> };
const nothing: Known = { text: '', hits: [], forms: new Map(), windows: new Map() };
let known = nothing;

/** Keeps nothing of the last text. */
export function forget(): void {
	known = nothing;
}

function hitsOf(text: string, cue: Cue): Hits {
	if (known.text !== text || known === nothing)
		known = { text, hits: wordHits(text), forms: new Map(), windows: new Map() };
	if (!cue.form) return known.hits[cue.id]!;
	let hits = known.forms.get(cue.id);
	if (!hits) known.forms.set(cue.id, (hits = formHits(text, cue.form)));
	return hits;
}

/** Hits of the one from which the other is not further away than a window reaches; both are sorted by their ends, so one that ends later may begin before. */
export function beside(hits: Hits, others: Hits, before: number, after: number): Hits {
	const kept: Hits = [];
	// where one of the others begins at the earliest, from each on
	const begins = new Array<number>(others.length / 2);
	for (let i = begins.length - 1, first = Infinity; i >= 0; i--) begins[i] = first = Math.min(first, others[2 * i]!);
	let low = 0;
	for (let i = 0; i < hits.length; i += 2) {
		const [start, end] = [hits[i]!, hits[i + 1]!];
		while (low < begins.length && others[2 * low + 1]! < start - before) low++;
		while (low > 0 && others[2 * low - 1]! >= start - before) low--;
		if (low < begins.length && begins[low]! <= end + after) kept.push(start, end);
	}
	return kept;
}

function cut(text: string, hits: Hits, before: number, after: number): Window[] {
	const spans: [from: number, to: number][] = [];
	for (let i = 0; i < hits.length; i += 2) {
		let from = Math.max(0, hits[i]! - before);
		// one that ends later may begin before several
		for (let last = spans.at(-1); last && from <= last[1]; last = spans.at(-1)) {
			from = Math.min(from, last[0]);
			spans.pop();
		}
		spans.push([from, hits[i + 1]! + after]);
	}
	return spans.map(([from, to]) => ({ from, piece: text.slice(from, to) }));
}

/** Both cues are needed. */
export type Cues = Cue | readonly [Cue, Cue];

function windowsOf(text: string, cues: Cues, before: number, after: number): Window[] {
	const [cue, other] = 'id' in cues ? [cues] : cues;
	const hits = hitsOf(text, cue);
	if (!hits.length) return [];
	const key = ((cue.id * 512 + (other ? other.id + 1 : 0)) * 512 + before) * 512 + after;
	let windows = known.windows.get(key);
	if (!windows) {
		const some = other ? beside(hits, hitsOf(text, other), before, after) : hits;
		known.windows.set(key, (windows = cut(text, some, before, after)));
	}
	return windows;
}

/** Every match of `pattern` from `before` signs before a cue to `after` signs behind it, each once, with its place in the text; `pattern` is global and matches no empty piece. */
export function matchesNear(
	text: string,
	cues: Cues,
	pattern: RegExp,
	before: number,
	after = before
): RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	for (const { from, piece } of windowsOf(text, cues, before, after)) {
		// without matchAll, which makes the pattern anew each time
		pattern.lastIndex = 0;
		for (let match = pattern.exec(piece); match; match = pattern.exec(piece)) {
			match.index += from;
			found.push(match);
		}
	}
	return found;
}
