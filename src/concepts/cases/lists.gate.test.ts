// What of a list may leave the device: no combination below the threshold, none that too few people fit.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCell } from '#concepts/anonymity/testing.ts';
import { attributes, keyOf, ladders, levelOf, untold } from '#concepts/anonymity/ladders.ts';
import { defaultReference, expectedPopulation } from '#concepts/anonymity/reference.ts';
import { defaultThresholds } from '#concepts/anonymity/thresholds.ts';
import { leavingOf } from './lists.gate.ts';
import {
	cellOfListed,
	countableCodes,
	faultOf,
	isAttribute,
	keyOfListed,
	listFields,
	periodsAt,
	type ListedCase,
	type ListGate,
	type ListUpload
} from './lists.rules.ts';

const gate: ListGate = { thresholds: defaultThresholds, reference: defaultReference };
const codes = { legalDomain: ['SGB2', 'SGB8', 'ASYLBLG'], phase: ['IK05', 'IK09'] };
const today = '2026-11-28';
const nothing = Object.fromEntries(
	listFields.map((f) => [f, isAttribute(f) && f === 'place' ? '05566' : untold])
) as ListedCase;
const listed = (some: Partial<ListedCase>): ListedCase => ({ ...nothing, ...some });
const many = (n: number, some: Partial<ListedCase>): ListedCase[] => Array.from({ length: n }, () => listed(some));

const anyListed = fc
	.record({
		cell: anyCell,
		legalDomain: fc.constantFrom(...codes.legalDomain, untold),
		phase: fc.constantFrom(...codes.phase, untold)
	})
	.map(({ cell, ...rest }): ListedCase => ({ ...nothing, ...cell, ...rest }));
/** Lists in which many are alike, as in life. */
const anyList = fc
	.array(fc.tuple(anyListed, fc.integer({ min: 1, max: 9 })), { maxLength: 25 })
	.map((groups) => groups.flatMap(([one, n]) => Array.from({ length: n }, () => one)));

describe('for any list and any threshold', () => {
	test('no combination that leaves has fewer cases than the threshold or fits fewer than 20 people', () => {
		fc.assert(
			fc.property(anyList, fc.integer({ min: 2, max: 12 }), (list, cases) => {
				const strict = { ...gate, thresholds: { ...gate.thresholds, cases } };
				const { rows, counts, held } = leavingOf(list, strict);
				for (const row of rows) {
					expect(row.cases).toBeGreaterThanOrEqual(cases);
					expect(expectedPopulation(cellOfListed(row), defaultReference)).toBeGreaterThanOrEqual(20);
				}
				for (const count of counts) expect(count.cases).toBeGreaterThanOrEqual(cases);
				expect(new Set(rows.map(keyOfListed)).size).toBe(rows.length);
				expect(rows.reduce((sum, r) => sum + r.cases, held)).toBe(list.length);
			}),
			{ numRuns: 60 }
		);
	});
	test('what leaves is what the server takes', () => {
		fc.assert(
			fc.property(anyList, (list) => {
				const { rows, counts } = leavingOf(list, gate);
				const upload = { period: periodsAt(today)[0]!, rows, counts };
				expect(faultOf(upload, gate, codes, today)).toBe(rows.length + counts.length ? undefined : 'nothing');
			}),
			{ numRuns: 60 }
		);
	});
	test('no place below a region and no age below its group leaves', () => {
		fc.assert(
			fc.property(anyList, (list) => {
				for (const row of leavingOf(list, gate).rows) {
					expect(levelOf('place', row.place)).toBeGreaterThanOrEqual(1);
					expect(levelOf('ageBand', row.ageBand)).toBeGreaterThanOrEqual(1);
					expect(levelOf('residenceGroup', row.residenceGroup)).toBeGreaterThanOrEqual(1);
				}
			}),
			{ numRuns: 30 }
		);
	});
});

describe('a list', () => {
	test('of twelve alike leaves as one group on the coarse levels', () => {
		const { rows, held } = leavingOf(
			many(12, { place: '05566076', ageBand: 'A27', origin: 'SY', residenceGroup: 'RS_SCHUTZ', legalDomain: 'SGB2' }),
			gate
		);
		expect(held).toBe(0);
		expect(rows).toEqual([
			{
				...nothing,
				place: 'AR-MITTE',
				ageBand: 'ERW',
				origin: 'SY',
				residenceGroup: 'BEFRISTET',
				legalDomain: 'SGB2',
				cases: 12
			}
		]);
	});
	test('of four leaves nothing at all', () => {
		expect(leavingOf(many(4, { legalDomain: 'SGB2', gender: 'G_F' }), gate)).toEqual({ rows: [], counts: [], held: 4 });
	});
	test('keeps the odd one back or makes it coarse enough', () => {
		const { rows } = leavingOf([...many(20, { origin: 'UA', gender: 'G_F' }), ...many(1, { origin: 'FJ' })], gate);
		expect(rows).toEqual([{ ...nothing, origin: 'UA', gender: 'G_F', cases: 20 }]);
	});
	test('never names a country that few come from', () => {
		const { rows } = leavingOf(many(30, { origin: 'GE' }), gate);
		expect(rows.map((r) => r.origin)).toEqual(['145']);
	});
	test('of twenty thousand is weighed within seconds', () => {
		const pick = <T>(from: readonly T[], i: number) => from[(i * 7919) % from.length]!;
		const list = Array.from({ length: 20_000 }, (_, i) =>
			listed({
				place: pick([...ladders.place.keys()], i),
				ageBand: pick([...ladders.ageBand.keys()], i >> 1),
				origin: pick([...ladders.origin.keys()], i >> 2),
				residenceGroup: pick([...ladders.residenceGroup.keys()], i >> 3),
				household: pick([...ladders.household.keys()], i >> 1),
				gender: pick(['G_F', 'G_M'], i),
				legalDomain: pick(codes.legalDomain, i >> 4)
			})
		);
		const start = performance.now();
		const { rows } = leavingOf(list, gate);
		expect(rows.length).toBeGreaterThan(3);
		expect(performance.now() - start).toBeLessThan(20_000);
	});
});

describe('the server refuses', () => {
	const good: ListUpload = {
		period: '2026-H2',
		rows: [{ ...listed({ place: 'AR-WEST', ageBand: 'ERW', legalDomain: 'SGB2' }), cases: 7 }],
		counts: [{ field: 'gender', code: 'G_F', cases: 5 }]
	};
	const row = (some: Partial<ListUpload['rows'][0]>): ListUpload => ({
		...good,
		rows: [{ ...good.rows[0]!, ...some }]
	});
	const fault = (upload: ListUpload) => faultOf(upload, gate, codes, today);

	test('nothing of an honest upload', () => expect(fault(good)).toBeUndefined());
	test.each([
		['too_few', row({ cases: 4 })],
		['too_few', row({ cases: 5.5 })],
		['too_few', { ...good, counts: [{ field: 'gender', code: 'G_F', cases: 4 }] }],
		['too_fine', row({ place: '05566076' })],
		['too_fine', row({ ageBand: 'A27' })],
		['too_fine', row({ origin: 'GE' })],
		['too_fine', row({ origin: '039', household: 'OHNE_KINDER', residenceGroup: 'UNSICHER', gender: 'G_D' })],
		['unknown_code', row({ place: 'Rheine' })],
		['unknown_code', row({ legalDomain: 'OKSANA' })],
		['unknown_code', row({ phase: 'IK99' })],
		['unknown_code', { ...good, counts: [{ field: 'place', code: 'OKSANA', cases: 9 }] }],
		['nothing', { ...good, rows: [], counts: [] }],
		['nothing', { ...good, counts: [{ field: 'gender', code: untold, cases: 9 }] }],
		['repeated', { ...good, rows: [good.rows[0]!, good.rows[0]!] }],
		['too_many', row({ cases: 20_001 })],
		['period', { ...good, period: '2027-H1' }],
		['period', { ...good, period: '2020-H1' }]
	] as [string, ListUpload][])('%s', (why, upload) => expect(fault(upload)).toBe(why));
	test('every single count it offers by hand would pass', () => {
		for (const field of listFields)
			for (const code of countableCodes(field, gate, codes))
				expect(fault({ period: '2026-H2', rows: [], counts: [{ field, code, cases: 5 }] })).toBeUndefined();
	});
});

test('half-years go back two years from the one that runs', () => {
	expect(periodsAt('2026-11-28')).toEqual(['2026-H2', '2026-H1', '2025-H2', '2025-H1', '2024-H2']);
	expect(periodsAt('2026-02-01')[1]).toBe('2025-H2');
});
test('a cell is counted alike whichever way it is written', () => {
	expect(keyOf({ place: '05566' })).toBe(keyOf({}));
	expect(attributes.length).toBe(6);
});
