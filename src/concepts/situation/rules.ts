/** What the situation picture counts, when a contribution comes into it, and in which classes it is published. */
import { classesOf, split, sumOf, type Counted } from '#concepts/anonymity/suppress.classes.ts';
import { addDays } from '#platform/clock.ts';
import places from '#concepts/people/data/municipalities.json' with { type: 'json' };

/** A contribution is an assigned gap report or a „Betrifft uns auch“; null is what it does not say. */
export type Contribution = {
	legalDomain: string | null;
	gapType: string | null;
	phase: string | null;
	organisationId: string | null;
	municipality: string | null;
};
/** `topic` says nothing of municipalities, `place` of nothing else: two partitions of the same contributions. */
export type PublishedClass = Contribution & { view: 'topic' | 'place'; region: string | null; contributions: number };

const regionByCode = new Map(places.municipalities.map((p) => [p.code, p.reportingRegion]));
export const regionOf = (municipality: string | null): string | null =>
	(municipality && regionByCode.get(municipality)) ?? null;
export const municipalitiesOf = (region: string): string[] =>
	places.municipalities.filter((p) => p.reportingRegion === region).map((p) => p.code);

/** The carrier is told last, when nothing else can be told any more. */
const topicWeights = [1, 1, 1, 0.1];
const placeWeights = [1];
/** A tranche, and a region within it, must hold so many times the threshold that something can be told of it. */
export const stratumFactor = 4;

/** Last days of the quarters from the one `after` the last published day until the one that is over `today`. */
export function quarterEnds(after: string, today: string): string[] {
	const ends: string[] = [];
	for (let day = quarterEnd(addDays(after, 1)); day < today; day = quarterEnd(addDays(day, 1))) ends.push(day);
	return ends;
}
function quarterEnd(day: string): string {
	const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
	const next =
		month > 9 ? `${year + 1}-01-01` : `${year}-${String(Math.floor((month - 1) / 3) * 3 + 4).padStart(2, '0')}-01`;
	return addDays(next, -1);
}

/** The classes of a tranche; empty where it has to wait for the next quarter. */
export function publicationOf(contributions: readonly Contribution[], threshold: number): PublishedClass[] {
	const least = threshold * stratumFactor;
	const rows = contributions.map((c) => ({ ...c, count: 1 }));
	if (rows.length < least) return [];
	const { named, pool } = split(rows, (r) => regionOf(r.municipality), least);
	const strata: [string | null, typeof rows][] = [...named];
	if (pool.length) strata.push([null, pool]);
	return strata.flatMap(([region, of]) => {
		const topics = of.map((r) => ({ codes: [r.legalDomain, r.gapType, r.phase, r.organisationId], count: 1 }));
		const towns = of.map((r) => ({ codes: [r.municipality], count: 1 }));
		return [
			...classesOf(topics, threshold, topicWeights).map((c) => classFrom('topic', region, c)),
			...classesOf(towns, threshold, placeWeights).map((c) => classFrom('place', region, c))
		];
	});
}

/** What was published under a lower threshold, as it may be shown now: gathered further, never cut. */
export function coarsened(classes: readonly PublishedClass[], threshold: number): PublishedClass[] {
	if (classes.every((c) => c.contributions >= threshold)) return [...classes];
	const counted = classes.map((c) => ({ ...c, count: c.contributions }));
	const topics = split(
		counted.filter((c) => c.view === 'topic'),
		(c) => c.region,
		threshold
	);
	const strata: [string | null, typeof counted][] = [...topics.named];
	if (topics.pool.length) strata.push([null, topics.pool]);
	return strata.flatMap(([region, of]) => {
		const regions = new Set(of.map((c) => c.region));
		const towns = counted.filter((c) => c.view === 'place' && regions.has(c.region));
		if (sumOf(of) < threshold) return [];
		return [
			...classesOf(of.map(codesOf), threshold, topicWeights).map((c) => classFrom('topic', region, c)),
			...classesOf(towns.map(codesOf), threshold, placeWeights).map((c) => classFrom('place', region, c))
		];
	});
}

const codesOf = (c: PublishedClass): Counted => ({
	codes: c.view === 'place' ? [c.municipality] : [c.legalDomain, c.gapType, c.phase, c.organisationId],
	count: c.contributions
});

function classFrom(view: 'topic' | 'place', region: string | null, { codes, count }: Counted): PublishedClass {
	const [legalDomain = null, gapType = null, phase = null, organisationId = null] = view === 'topic' ? codes : [];
	const [municipality = null] = view === 'place' ? codes : [];
	return { view, region, legalDomain, gapType, phase, organisationId, municipality, contributions: count };
}
