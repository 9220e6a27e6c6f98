// The situation picture: what is published of contributions, and that no filter, table or later threshold gives anybody away.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	asksTopic,
	filterKeys,
	noFilter,
	pictureOf,
	totalOf,
	type DatedClass,
	type Filter,
	type Labels
} from './picture.ts';
import { coarsened, publicationOf, quarterEnds, regionOf, type Contribution } from './rules.ts';

const towns = ['05566004', '05566008', '05566012', '05566016', '05566020', '05566024', '05566028', '05566076'];
const head = (code: string) => ({ code, label: code });
const labels: Labels = {
	legalDomain: ['SGB2', 'SGB8', 'AUFENTHG'].map(head),
	gapType: ['GT01', 'GT03', 'GT08'].map(head),
	phase: ['IK04', 'IK05', 'IK09'].map(head),
	municipality: towns.map(head),
	region: [...new Set(towns.map((t) => regionOf(t)!))].map(head)
};
const one = (list: keyof Labels) =>
	fc.option(
		fc.integer({ min: 0, max: 99 }).map((n) => labels[list][Math.floor((n / 100) ** 2 * labels[list].length)]!.code),
		{ freq: 15 }
	);
const contribution: fc.Arbitrary<Contribution> = fc.record({
	legalDomain: one('legalDomain'),
	gapType: one('gapType'),
	phase: one('phase'),
	organisationId: fc.constantFrom('a', 'b'),
	municipality: one('municipality')
});
const halfYears = ['2026/1', '2026/2'];
const world = fc.record({
	tranches: fc.tuple(
		fc.array(contribution, { maxLength: 120, size: 'max' }),
		fc.array(contribution, { maxLength: 60, size: 'max' })
	),
	threshold: fc.integer({ min: 3, max: 6 })
});
const published = (tranches: readonly Contribution[][], threshold: number): DatedClass[] =>
	tranches.flatMap((t, i) => publicationOf(t, threshold).map((c) => ({ ...c, halfYear: halfYears[i]! })));

/** All that the page can be asked: none, one or two filters at a time. */
const choices: Record<(typeof filterKeys)[number], string[]> = {
	halfYear: halfYears,
	place: [...labels.region.map((h) => h.code!), ...towns],
	legalDomain: labels.legalDomain.map((h) => h.code!),
	gapType: labels.gapType.map((h) => h.code!),
	phase: labels.phase.map((h) => h.code!),
	organisation: ['a', 'b']
};
const single = filterKeys.flatMap((key) => choices[key].map((code): Filter => ({ ...noFilter, [key]: code })));
const filters: Filter[] = [
	noFilter,
	...single,
	...single.flatMap((f, i) =>
		single.slice(i + 1).flatMap((g): Filter[] => {
			const keys = filterKeys.filter((k) => f[k] && g[k]);
			return keys.length ? [] : [Object.fromEntries(filterKeys.map((k) => [k, f[k] || g[k]])) as Filter];
		})
	)
];
const isTown = (f: Filter) => Boolean(regionOf(f.place));
/** The page says so: with a topic a municipality stands for its region. */
const meant = (f: Filter): Filter => (isTown(f) && asksTopic(f) ? { ...f, place: regionOf(f.place)! } : f);
/** Totals of a place and of a topic are counted from different partitions; only those of one can be subtracted. */
const narrower = (g: Filter, f: Filter) =>
	isTown(meant(g)) === isTown(meant(f)) &&
	g !== f &&
	filterKeys.every((k) => !meant(f)[k] || meant(f)[k] === meant(g)[k]);
const narrowerThan = new Map([noFilter, ...single].map((f) => [f, filters.filter((g) => narrower(g, f))]));

describe('whoever subtracts what the page shows', () => {
	test(
		'finds nobody: in 2,000 data sets no table and no two filters leave fewer than the threshold',
		() =>
			fc.assert(
				fc.property(world, fc.constantFrom(...single), ({ tranches, threshold }, some) => {
					const classes = published(tranches, threshold);
					const picture = (f: Filter) => pictureOf(classes, f, labels, halfYears);
					const few = (n: number) => n !== 0 && n < threshold;
					// each data set is attacked at another filter, as all of them would take an hour
					for (const f of [noFilter, some]) {
						const shown = picture(f);
						for (const table of shown.tables) {
							const sum = (figures: readonly { least: number }[]) => figures.reduce((n, x) => n + x.least, 0);
							const all = [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals, table.total];
							if (all.some((x) => few(x.least) || few(x.most - x.least))) throw new Error(`${table.key} shows few`);
							if (few(table.total.least - sum(table.rowTotals))) throw new Error(`${table.key}: total less rows`);
							table.cells.forEach((cells, r) => {
								if (cells.length && few(table.rowTotals[r]!.least - sum(cells))) throw new Error('row less cells');
							});
						}
						for (const g of narrowerThan.get(f)!) {
							const left = shown.total.least - totalOf(classes, g).least;
							if (few(left)) throw new Error(`${JSON.stringify(f)} less ${JSON.stringify(g)} leaves ${left}`);
						}
					}
				}),
				{ numRuns: 2000 }
			),
		120_000
	);
	test('finds nobody by waiting: the next tranche leaves the earlier figures as they were', () =>
		fc.assert(
			fc.property(world, ({ tranches, threshold }) => {
				const [before, after] = [published(tranches.slice(0, 1), threshold), published(tranches, threshold)];
				for (const f of [noFilter, ...single]) {
					if (isTown(f)) continue;
					const more =
						pictureOf(after, f, labels, halfYears).total.least - pictureOf(before, f, labels, halfYears).total.least;
					expect(more === 0 || more >= threshold).toBe(true);
				}
			}),
			{ numRuns: 200 }
		));
	test('finds nobody after the threshold was raised', () =>
		fc.assert(
			fc.property(world, fc.integer({ min: 7, max: 30 }), ({ tranches, threshold }, higher) => {
				const classes = tranches.flatMap((t, i) =>
					coarsened(publicationOf(t, threshold), higher).map((c) => ({ ...c, halfYear: halfYears[i]! }))
				);
				expect(classes.every((c) => c.contributions >= higher)).toBe(true);
				const sum = (view: string) => classes.filter((c) => c.view === view).reduce((n, c) => n + c.contributions, 0);
				expect(sum('topic')).toBe(sum('place'));
			}),
			{ numRuns: 500 }
		));
});

describe('scenario 22: a filter leaving two', () => {
	const times = (n: number, c: Partial<Contribution>): Contribution[] =>
		Array.from({ length: n }, () => ({
			legalDomain: 'SGB2',
			gapType: 'GT03',
			phase: 'IK05',
			organisationId: 'a',
			municipality: '05566008',
			...c
		}));
	const classes = published(
		[[...times(20, {}), ...times(11, { gapType: 'GT01' }), ...times(2, { legalDomain: 'SGB8' })]],
		5
	);
	const total = (f: Partial<Filter>) => pictureOf(classes, { ...noFilter, ...f }, labels, halfYears).total;
	test('is hidden', () => {
		expect(total({ legalDomain: 'SGB8' }).least).toBe(0);
		expect(total({ legalDomain: 'SGB8' }).most).toBeGreaterThanOrEqual(5);
	});
	test('and neither the total nor its table tells them', () => {
		const all = pictureOf(classes, noFilter, labels, halfYears);
		expect(all.total).toEqual({ least: 33, most: 33 });
		const left = all.total.least - total({ legalDomain: 'SGB2' }).least;
		expect(left).toBeGreaterThanOrEqual(5);
	});
});

describe('the calendar of publication', () => {
	test('quarters that are over', () => {
		expect(quarterEnds('2026-03-31', '2026-11-28')).toEqual(['2026-06-30', '2026-09-30']);
		expect(quarterEnds('2025-10-05', '2026-01-01')).toEqual(['2025-12-31']);
		expect(quarterEnds('2026-09-30', '2026-12-31')).toEqual([]);
	});
	test('too few wait for the next quarter', () => {
		const few = Array.from({ length: 19 }, (): Contribution => ({
			legalDomain: 'SGB2',
			gapType: 'GT01',
			phase: 'IK04',
			organisationId: 'a',
			municipality: null
		}));
		expect(publicationOf(few, 5)).toEqual([]);
		expect(publicationOf([...few, few[0]!], 5).length).toBeGreaterThan(0);
	});
});
