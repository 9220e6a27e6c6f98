/** Chance that is the same at every run, so that two measurements speak of the same rows. */
export type Random = {
	/** from 0 up to, but not including, n */
	below(n: number): number;
	chance(share: number): boolean;
	pick<T>(of: readonly T[]): T;
	/** up to n different ones */
	some<T>(of: readonly T[], n: number): T[];
	uuid(): string;
};

export function randomFrom(seed: number): Random {
	let state = seed;
	/** mulberry32 */
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
	const below = (n: number): number => Math.floor(next() * n);
	const pick = <T>(of: readonly T[]): T => of[below(of.length)]!;
	const hex = (digits: number): string => {
		let s = '';
		while (s.length < digits) s += below(0x10000).toString(16).padStart(4, '0');
		return s.slice(0, digits);
	};
	return {
		below,
		pick,
		chance: (share) => next() < share,
		some: (of, n) => [...new Set(Array.from({ length: Math.min(n, of.length) }, () => pick(of)))],
		uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
	};
}
