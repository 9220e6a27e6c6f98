/** Where the cues of all patterns stand in a text: one pass finds the words of all of them (Aho and Corasick). */

/** Something cheap to find that a pattern needs. */
export type Cue = { readonly id: number; readonly words: readonly string[]; readonly form: RegExp | null };
/** Start and end of one hit after the other, by their ends. */
export type Hits = number[];

const cues: Cue[] = [];
const digit = '#';
const blank = '_';
const whiteSpace =
	' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
/** Stand within a word for the signs that mean something else there. */
const literal: Readonly<Record<string, string>> = { '\ue000': digit, '\ue001': blank };

/** To be made before the first text is read. Words with a space between them, in any case: `#` is a digit, `_` white space or an edge of the text, `\\#` and `\\_` are these signs themselves, a capital only itself. */
export function cueOf(words: string): Cue {
	const written = words.replaceAll('\\#', '\ue000').replaceAll('\\_', '\ue001');
	const cue = { id: cues.length, words: [...new Set(written.split(' '))], form: null };
	cues.push(cue);
	automaton = undefined;
	return cue;
}

/** What words cannot tell; `form` is global and matches no empty piece. */
export function cueLike(form: RegExp): Cue {
	const cue = { id: cues.length, words: [], form };
	cues.push(cue);
	return cue;
}

type End = { cue: number; length: number; capitals: readonly (readonly [at: number, code: number])[] | null };
type Automaton = {
	/** What a sign counts as; all that is in no word counts as 0. */
	kinds: Uint8Array;
	size: number;
	/** The next state, at state × size + kind. */
	next: Uint16Array;
	/** The words that end in a state, the longest first. */
	ends: readonly (readonly End[] | undefined)[];
};

let automaton: Automaton | undefined;

function endOf(cue: number, word: string): End {
	const capitals = word
		.split('')
		.flatMap((sign, at) => (sign === sign.toLowerCase() ? [] : [[at, sign.charCodeAt(0)] as const]));
	return { cue, length: word.length, capitals: capitals.length ? capitals : null };
}

function kindsOf(words: readonly string[]): { kinds: Uint8Array; size: number } {
	const kinds = new Uint8Array(65_536);
	let size = 1;
	const mark = (signs: string, kind: number) => {
		for (const sign of signs.split('')) kinds[sign.charCodeAt(0)] = kind;
	};
	for (const sign of new Set(words.join('').toLowerCase().split(''))) {
		const upper = sign.toUpperCase();
		if (literal[sign]) mark(literal[sign], size++);
		else if (sign === digit) mark('0123456789', size++);
		else if (sign === blank) mark(whiteSpace, size++);
		// of „ı“ and the like the capital is another letter's
		else mark(upper.toLowerCase() === sign ? sign + upper : sign, size++);
	}
	return { kinds, size };
}

function built(): Automaton {
	const { kinds, size } = kindsOf(cues.flatMap((cue) => cue.words));
	const children = [new Map<number, number>()];
	const ends: (End[] | undefined)[] = [undefined];
	for (const { id, words } of cues)
		for (const word of words) {
			let state = 0;
			for (const sign of word.toLowerCase().split('')) {
				const kind = kinds[sign === digit ? 48 : sign === blank ? 32 : (literal[sign] ?? sign).charCodeAt(0)]!;
				let child = children[state]!.get(kind);
				if (child === undefined) {
					child = children.push(new Map<number, number>()) - 1;
					ends.push(undefined);
					children[state]!.set(kind, child);
				}
				state = child;
			}
			(ends[state] ??= []).push(endOf(id, word));
		}
	const next = new Uint16Array(children.length * size);
	const shorter = new Uint16Array(children.length);
	const queue = [0];
	for (const state of queue) {
		const back = shorter[state]!;
		if (state > 0) for (let kind = 0; kind < size; kind++) next[state * size + kind] = next[back * size + kind]!;
		if (ends[back] && state > 0) ends[state] = [...(ends[state] ?? []), ...ends[back]];
		for (const [kind, child] of children[state]!) {
			shorter[child] = state > 0 ? next[back * size + kind]! : 0;
			next[state * size + kind] = child;
			queue.push(child);
		}
	}
	return { kinds, size, next, ends };
}

/** The hits of all cues that are words, by the cue's number. */
export function wordHits(text: string): Hits[] {
	automaton ??= built();
	const { kinds, size, next, ends } = automaton;
	const hits: Hits[] = cues.map(() => []);
	const edge = kinds[32]!;
	let state = next[edge]!;
	for (let at = 0; at <= text.length; at++) {
		state = next[state * size + (at < text.length ? kinds[text.charCodeAt(at)]! : edge)]!;
		const some = ends[state];
		if (some)
			for (let i = 0; i < some.length; i++) {
				const { cue, length, capitals } = some[i]!;
				const start = at + 1 - length;
				if (!capitals || capitals.every(([i, code]) => text.charCodeAt(start + i) === code))
					hits[cue]!.push(start < 0 ? 0 : start, at < text.length ? at + 1 : at);
			}
	}
	return hits;
}

export function formHits(text: string, form: RegExp): Hits {
	const hits: Hits = [];
	form.lastIndex = 0;
	for (let hit = form.exec(text); hit; hit = form.exec(text)) hits.push(hit.index, hit.index + hit[0].length);
	return hits;
}
