import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combinations, coarsenings, defaultWeights } from './coarsen.ts';
import { untold, attributes, generaliseAttributes, keyOf, levelOf, type CaseCell } from './ladders.ts';
import { defaultReference, expectedPopulation, shownCountries } from './reference.ts';
import { bandOf, effectiveCell, riskOf, type ReleasedCell, type Setting } from './risk.ts';
import { anyCell } from './testing.ts';
import { defaultThresholds } from './thresholds.ts';

const settings = defaultThresholds;
const reference = defaultReference;
const domains = ['SGB2', 'AUFENTHG', 'SCHULG', 'INTV', 'KIBIZ'];
/** So many released cases of a cell, in as many legal domains as asked. */
const crowd = (count: number, cell: CaseCell, of = 3): ReleasedCell[] =>
	Array.from({ length: count }, (_, i) => ({ cell, mainDomain: domains[i % of]! }));
const setting = (released: ReleasedCell[] = [], more: Partial<Setting> = {}): Setting => ({
	released,
	reference,
	settings,
	mainDomain: 'SGB2',
	...more
});

const eastern: CaseCell = { place: 'AR-OST', ageBand: 'ERW', origin: '145' };
const recke = '05566072';
/** A girl of sixteen from Eritrea in Recke, tolerated: hardly anybody but her. */
const girl: CaseCell = {
	place: recke,
	ageBand: 'A16',
	origin: 'ER',
	residenceGroup: 'RS_DULD',
	household: 'H8',
	gender: 'G_F'
};

describe('the rule', () => {
	test('five alike, twenty people who fit and three legal domains pass', () => {
		expect(riskOf(eastern, setting(crowd(4, eastern)))).toMatchObject({
			k: 5,
			band: 'green',
			domains: 3,
			comparable: { have: 5, need: 5 },
			passes: true,
			why: []
		});
	});
	test('four alike do not: k is not known yet, and certainly not small', () => {
		expect(riskOf(eastern, setting(crowd(3, eastern)))).toMatchObject({
			k: undefined,
			comparable: { have: 4, need: 5 },
			passes: false,
			why: ['too_few_cases']
		});
		expect(riskOf(eastern, setting())).toMatchObject({ k: undefined, comparable: { have: 1, need: 5 } });
	});
	test('cases that are shown finer or coarser are not alike', () => {
		const others = [...crowd(9, { ...eastern, ageBand: 'A27' }), ...crowd(9, { ...eastern, place: '05566' })];
		expect(riskOf(eastern, setting(others)).comparable.have).toBe(1);
	});
	test('two legal domains among five cases tell too much', () => {
		expect(riskOf(eastern, setting(crowd(4, eastern, 2)))).toMatchObject({
			k: 5,
			domains: 2,
			passes: false,
			why: ['too_few_domains']
		});
	});
	test('her own legal domain may be the third', () => {
		const mixed = crowd(4, eastern, 2);
		expect(riskOf(eastern, setting(mixed, { mainDomain: 'WOHNEN' })).domains).toBe(3);
		expect(riskOf(eastern, setting(mixed, { mainDomain: undefined })).domains).toBe(2);
	});
	test.each([
		[20, 'green'],
		[19.99, 'amber'],
		[8, 'amber'],
		[7.99, 'red'],
		[0, 'red']
	])('%d people who fit are %s', (lambda, band) => expect(bandOf(lambda, settings)).toBe(band));
	test('thirty alike do not help where nobody else fits', () => {
		const risk = riskOf(girl, setting(crowd(30, girl)));
		expect(risk).toMatchObject({ k: 31, band: 'red', passes: false, why: ['population_tiny'] });
	});
	test('amber does not pass either, and says so', () => {
		const cell = { place: recke, ageBand: 'A06', origin: '145' };
		expect(expectedPopulation(cell, reference)).toBeCloseTo(19.6, 1);
		expect(riskOf(cell, setting(crowd(9, cell)))).toMatchObject({ band: 'amber', why: ['population_small'] });
	});
	test('thresholds are settings', () => {
		expect(riskOf(eastern, setting(crowd(4, eastern), { settings: { ...settings, cases: 6 } })).passes).toBe(false);
		expect(riskOf(eastern, setting(crowd(4, eastern), { settings: { ...settings, population: 1e6 } })).band).toBe(
			'amber'
		);
	});
});

describe('what singles a person out', () => {
	test('is named with its strength, strongest first', () => {
		const { drivers } = riskOf({ place: recke, ageBand: 'A16', origin: '145', gender: 'G_F' }, setting());
		expect(drivers.map((d) => d.attribute)).toEqual(['place', 'ageBand', 'origin', 'gender']);
		expect(drivers[0]!.gain).toBeCloseTo(14_216 / 361, 6);
		expect(drivers[1]!.gain).toBeCloseTo(1 / 0.04, 6);
	});
	test('is nothing when nothing is told', () => {
		expect(riskOf({}, setting()).drivers).toEqual([]);
		expect(riskOf({ ageBand: 'ANE' }, setting()).drivers).toEqual([]);
	});
	test('is the one attribute nobody of the reference has', () => {
		expect(riskOf({ origin: 'KM', ageBand: 'A27' }, setting()).drivers).toEqual([
			{ attribute: 'origin', gain: Infinity }
		]);
	});
});

describe('text and codes together', () => {
	test('count as the finer of the two', () => {
		expect(effectiveCell({ place: 'AR-OST', ageBand: 'A16' }, { place: recke, ageBand: 'KIND' })).toMatchObject({
			place: recke,
			ageBand: 'A16'
		});
		expect(effectiveCell({}, { origin: 'SY' }).origin).toBe('SY');
	});
	test('a place left in the text undoes a region in the code', () => {
		const cell = { place: 'AR-OST', ageBand: 'A06', origin: '145' };
		expect(riskOf(cell, setting(crowd(4, cell))).passes).toBe(true);
		const risk = riskOf(cell, setting(crowd(4, cell), { left: { place: recke } }));
		expect(risk).toMatchObject({ band: 'amber', comparable: { have: 1 }, passes: false });
	});
	test('no coarser code helps against it', () => {
		const found = coarsenings(
			girl,
			setting([], { enough: 'population', left: { origin: 'ER', place: recke } } as never)
		);
		expect(found).toEqual([]);
	});
});

describe('the smallest coarsening', () => {
	const countries = shownCountries(reference);
	test('looks at all 864 combinations, cheapest first, each cell once', () => {
		const full = { ...girl, origin: 'SY', residenceGroup: 'RS_GEST', ageBand: 'A27' };
		const all = combinations(full, countries);
		expect(all).toHaveLength(864);
		expect(all[0]).toMatchObject({ cell: full, loss: 0 });
		expect(all.at(-1)!.cell).toEqual({ ...Object.fromEntries(attributes.map((a) => [a, untold])), place: '05566' });
		expect(all.map((c) => c.loss)).toEqual(all.map((c) => c.loss).toSorted((a, b) => a - b));
		expect(new Set(all.map((c) => keyOf(c.cell))).size).toBe(864);
	});
	test('a rare country is not even the first of them', () => {
		expect(combinations(girl, countries)[0]!.cell.origin).toBe('014');
	});
	test('proposes two ways for the girl in Recke, each with what it gives up', () => {
		const found = coarsenings(girl, { ...setting(), enough: 'population' });
		expect(found).toHaveLength(2);
		for (const { cell, risk, gives } of found) {
			expect(risk.band).toBe('green');
			expect(risk.comparable).toEqual({ have: 1, need: 5 });
			for (const step of gives) {
				expect(step.from).toBe(girl[step.attribute]);
				expect(step.to).toBe(cell[step.attribute]);
			}
		}
		expect(found[0]!.gives.map((g) => g.toLevel)).not.toEqual(found[1]!.gives.map((g) => g.toLevel));
	});
	test('where cases are there, takes the cell that they are in', () => {
		const cell = generaliseAttributes(girl, [1, 1, 2, 2, 2, 1]);
		const found = coarsenings(girl, setting(crowd(4, cell)));
		expect(found).toMatchObject([{ node: [1, 1, 2, 2, 2, 1], risk: { k: 5, passes: true } }]);
	});
	test('proposes nothing where no combination passes', () => {
		expect(coarsenings(girl, setting())).toEqual([]);
	});
	test('a case that passes as it is need not give up anything', () => {
		expect(coarsenings(eastern, setting(crowd(4, eastern)))[0]).toMatchObject({ gives: [], loss: 0 });
	});
	test('nothing cheaper passes, whatever the case', () => {
		fc.assert(
			fc.property(
				anyCell,
				fc.array(fc.tuple(anyCell, fc.integer({ min: 3, max: 6 })), { maxLength: 6 }),
				(cell, others) => {
					const released = others.flatMap(([other, count]) => crowd(count, other));
					for (const enough of ['all', 'population'] as const) {
						const [first, second] = coarsenings(cell, { ...setting(released), enough });
						const ok = combinations(cell, countries, defaultWeights).filter((c) => {
							const risk = riskOf(c.cell, setting(released));
							return enough === 'all' ? risk.passes : risk.band === 'green';
						});
						expect(first?.loss).toBe(ok[0]?.loss);
						if (!first || !second) continue;
						expect(second.loss).toBeGreaterThanOrEqual(first.loss);
						expect(attributes.some((a) => levelOf(a, second.cell[a]) < levelOf(a, first.cell[a]))).toBe(true);
					}
				}
			),
			{ numRuns: 25 }
		);
	});
});
