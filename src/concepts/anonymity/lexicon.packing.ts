/** Word lists as text – each line says how many letters it shares with the line before, then the rest – and as a table to ask. */

const zero = 48;
const mostShared = 40;
const newline = 10;

/** Takes words of the letters a to z. */
export function packWords(words: Iterable<string>): string {
	let before = '';
	return [...new Set(words)]
		.sort()
		.map((word) => {
			let shared = 0;
			while (shared < mostShared && shared < word.length && word[shared] === before[shared]) shared++;
			before = word;
			return String.fromCharCode(zero + shared) + word.slice(shared);
		})
		.join('\n');
}

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;
const step = (hash: number, code: number): number => {
	const mixed = Math.imul(hash ^ code, prime);
	return mixed ^ (mixed >>> 15);
};
/** Spreads the bits and is never 0, which marks an empty slot. */
const finish = (hash: number): number => {
	let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0 || 1;
};

function fill(bytes: Uint8Array, slots: Uint32Array): void {
	const mask = slots.length - 1;
	// the hash after each letter of the word at hand, as the next word shares its first letters
	const hashes = new Int32Array(256).fill(seed);
	const size = bytes.length;
	let at = 0;
	while (at < size) {
		let length = bytes[at++]! - zero;
		let hash = hashes[length]!;
		while (at < size) {
			const code = bytes[at++]!;
			if (code === newline) break;
			hash = Math.imul(hash ^ code, prime);
			hash ^= hash >>> 15;
			hashes[++length] = hash;
		}
		const finished = finish(hash);
		let slot = finished & mask;
		while (slots[slot] !== 0) slot = (slot + 1) & mask;
		slots[slot] = finished;
	}
}

/** Keeps a hash of 32 bits a word: of 100,000 words that are not in a list of 100,000, about two seem to be. */
export class WordTable {
	readonly size: number;
	private readonly slots: Uint32Array;
	private readonly mask: number;

	/** `packed` as from `packWords`; makes no string a word, so that 100,000 words are there in milliseconds. */
	constructor(packed: string) {
		const bytes = new TextEncoder().encode(packed);
		let lines = bytes.length ? 1 : 0;
		for (let at = packed.indexOf('\n'); at >= 0; at = packed.indexOf('\n', at + 1)) lines++;
		this.size = lines;
		this.slots = new Uint32Array(1 << Math.ceil(Math.log2(Math.max(2, lines * 2))));
		this.mask = this.slots.length - 1;
		fill(bytes, this.slots);
	}

	/** Is `word.slice(from, to)` in the list? */
	has(word: string, from = 0, to = word.length): boolean {
		let hash = seed;
		for (let at = from; at < to; at++) hash = step(hash, word.charCodeAt(at));
		const wanted = finish(hash);
		for (let slot = wanted & this.mask; this.slots[slot] !== 0; slot = (slot + 1) & this.mask)
			if (this.slots[slot] === wanted) return true;
		return false;
	}
}
