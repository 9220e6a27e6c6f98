/** How many people of a cell the county's newcomers hold: a reference population of counts and shares, editable. */
import * as v from 'valibot';
import delivered from './data/reference.json' with { type: 'json' };
import {
	untold,
	attributes,
	formOf,
	ladders,
	levelOf,
	type Attribute,
	type CaseCell,
	type Ladders
} from './ladders.ts';
import { defaultThresholds } from './thresholds.ts';

type Counted = Exclude<Attribute, 'place'>;

/** Codes on any level, each naming what no finer entry names: 'SY' and '145' mean Syria and the rest of Western Asia. */
const shares = (attribute: Counted) =>
	v.pipe(
		v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
		v.check((entries) => Object.keys(entries).every((code) => ladders[attribute].has(code)), 'unknown_code'),
		v.check((entries) => Object.values(entries).reduce((a, b) => a + b, 0) <= 1 + 1e-6, 'more_than_all')
	);

export const referenceSchema = v.object({
	/** day of the figures, YYYY-MM-DD */
	asOf: v.pipe(v.string(), v.isoDate()),
	/** where they come from, in a sentence */
	source: v.pipe(v.string(), v.trim(), v.maxLength(1000)),
	/** municipality → newcomers */
	newcomers: v.pipe(
		v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
		v.check((entries) => Object.keys(entries).every((code) => levelOf('place', code) === 0), 'unknown_code')
	),
	shares: v.object({
		ageBand: shares('ageBand'),
		origin: shares('origin'),
		residenceGroup: shares('residenceGroup'),
		household: shares('household'),
		gender: shares('gender')
	})
});
export type Reference = v.InferOutput<typeof referenceSchema>;

/** Only the sum of the newcomers is given to us; the rest is estimated until the county enters its own figures. */
export const defaultReference: Reference = v.parse(referenceSchema, delivered);

/**
 * λ: newcomers of the place × the share of each attribute, as if attributes were independent of each other. They are
 * not (somebody from Ukraine mostly has temporary protection), which is why the thresholds keep a distance. What the
 * reference does not name counts as nobody, so that a gap in the figures warns instead of reassuring.
 */
export function expectedPopulation(cell: CaseCell, reference: Reference, on: Ladders = ladders): number {
	const sums = sumsOf(reference, on);
	return attributes.reduce((expected, a) => expected * (sums[a].get(formOf(a, cell[a], 0, on)) ?? 0), 1);
}

type Sums = Record<Attribute, ReadonlyMap<string, number>>;
const known = new WeakMap<Reference, WeakMap<Ladders, Sums>>();

/** For every code on any level the newcomers of the place or the share of the attribute; the top is everybody. */
function sumsOf(reference: Reference, on: Ladders): Sums {
	const kept = known.get(reference)?.get(on);
	if (kept) return kept;
	const sumUp = (attribute: Attribute, entries: Record<string, number>): Map<string, number> => {
		const sums = new Map<string, number>();
		for (const [code, amount] of Object.entries(entries))
			for (const form of new Set(on[attribute].get(code))) sums.set(form, (sums.get(form) ?? 0) + amount);
		return attribute === 'place' ? sums : sums.set(untold, 1);
	};
	const { shares } = reference;
	const sums: Sums = {
		place: sumUp('place', reference.newcomers),
		ageBand: sumUp('ageBand', shares.ageBand),
		origin: sumUp('origin', shares.origin),
		residenceGroup: sumUp('residenceGroup', shares.residenceGroup),
		household: sumUp('household', shares.household),
		gender: sumUp('gender', shares.gender)
	};
	known.set(reference, (known.get(reference) ?? new WeakMap<Ladders, Sums>()).set(on, sums));
	return sums;
}

/** Countries so frequent among newcomers that a case may name them. */
export function shownCountries(reference: Reference, least = defaultThresholds.countryShare): ReadonlySet<string> {
	const { origin } = reference.shares;
	return new Set(Object.keys(origin).filter((code) => levelOf('origin', code) === 0 && origin[code]! >= least));
}
