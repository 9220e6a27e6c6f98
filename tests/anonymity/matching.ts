/** Strings that a regular expression is likely to match, made from its own source, every alternative of it in turn. */

type Node =
	| { kind: 'signs'; signs: readonly string[] }
	| { kind: 'row'; parts: readonly Node[] }
	| { kind: 'either'; of: readonly Node[]; uses: number[] }
	| { kind: 'repeat'; of: Node; least: number; most: number }
	/** What stands around, made at times, as other parts of the pattern may make it. */
	| { kind: 'around'; of: Node };

export type Random = () => number;
/** The same row of numbers for the same seed. */
export function randomOf(seed: number): Random {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Letters of many languages come as often as one of these. */
const plain = 'abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789';
const signsOf = (form: string): string[] =>
	[
		...plain.repeat(4),
		...Array.from({ length: 0x180 }, (_, code) => String.fromCodePoint(code)),
		...'–—’‘“”„‚‹›€☎☏•½´♀♂≥≤²аш'
	].filter((sign) => new RegExp(form, 'u').test(sign));
const escapes: Record<string, string[]> = {
	d: [...'0123456789'],
	s: [' ', ' ', ' ', ' ', ' ', ' ', '\n', '\t', '\u00a0', '\u2009', '\u202f'],
	S: [...'aZ5.-'],
	w: [...'aZ5_'],
	D: [...'aZ.-'],
	n: ['\n'],
	t: ['\t']
};
const nothing: Node = { kind: 'row', parts: [] };

export function parsed(source: string): Node {
	let at = 0;
	const next = (some: string) => source.startsWith(some, at) && ((at += some.length), true);
	const signs = (of: readonly string[]): Node => ({ kind: 'signs', signs: of });
	function either(): Node {
		const of = [row()];
		while (next('|')) of.push(row());
		return of.length > 1 ? { kind: 'either', of, uses: of.map(() => 0) } : of[0]!;
	}
	function row(): Node {
		const parts: Node[] = [];
		while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(one()));
		return { kind: 'row', parts };
	}
	function repeated(of: Node): Node {
		const [sign, least, comma, most] =
			/^(?:[?*+]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at, at + 12)) ?? ([] as readonly string[]);
		if (!sign) return of;
		at += sign.length;
		next('?');
		if (sign === '?') return { kind: 'repeat', of, least: 0, most: 1 };
		if (!least) return { kind: 'repeat', of, least: sign === '+' ? 1 : 0, most: 4 };
		return {
			kind: 'repeat',
			of,
			least: Number(least),
			most: comma ? Number(most || Number(least) + 4) : Number(least)
		};
	}
	function one(): Node {
		if (next('(')) {
			const without = next('?!') || next('?<!');
			const around = !without && (next('?=') || next('?<='));
			if (!without && !around) next('?:');
			const of = either();
			at++;
			return without ? nothing : around ? { kind: 'around', of } : of;
		}
		if (next('[')) {
			const from = at - 1;
			for (; source[at] !== ']'; at++) if (source[at] === '\\') at++;
			const form = source.slice(from, ++at);
			return signs(signsOf(form));
		}
		if (next('\\')) {
			const name = source[at++]!;
			if (name === 'b' || name === 'B') return nothing;
			if (name === 'u') return signs([String.fromCharCode(Number.parseInt(source.slice(at, (at += 4)), 16))]);
			return signs(escapes[name] ?? [name]);
		}
		if (next('^') || next('$')) return nothing;
		if (next('.')) return signs([...'aZ5 ']);
		const sign = String.fromCodePoint(source.codePointAt(at)!);
		at += sign.length;
		return signs([sign]);
	}
	return either();
}

/** One string; of alternatives the one that was taken least comes every other time. */
export function written(node: Node, random: Random): string {
	switch (node.kind) {
		case 'signs':
			return node.signs[Math.floor(random() * node.signs.length)] ?? '';
		case 'row':
			return node.parts.map((part) => written(part, random)).join('');
		case 'either': {
			let at = Math.floor(random() * node.of.length);
			if (random() < 0.5) at = node.uses.indexOf(Math.min(...node.uses));
			node.uses[at]!++;
			return written(node.of[at]!, random);
		}
		case 'repeat': {
			const more = node.most - node.least;
			const times = node.least + Math.floor(random() * (random() < 0.9 ? Math.min(more, 2) + 1 : more + 1));
			return Array.from({ length: times }, () => written(node.of, random)).join('');
		}
		case 'around':
			return random() < 0.6 ? written(node.of, random) : '';
	}
}
