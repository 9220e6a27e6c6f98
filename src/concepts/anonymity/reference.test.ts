import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import places from '#concepts/people/data/municipalities.json' with { type: 'json' };
import { attributes, generaliseAttributes } from './ladders.ts';
import { defaultReference, expectedPopulation, referenceSchema, shownCountries, type Reference } from './reference.ts';
import { anyCell, anyNode } from './testing.ts';

const lambda = (cell: Parameters<typeof expectedPopulation>[0]) => expectedPopulation(cell, defaultReference);
const with_ = (change: Partial<Reference>) => v.safeParse(referenceSchema, { ...defaultReference, ...change });

describe('the delivered reference', () => {
	test('counts 14,216 newcomers in all 24 municipalities', () => {
		expect(Object.keys(defaultReference.newcomers).sort()).toEqual(places.municipalities.map((m) => m.code).sort());
		expect(lambda({})).toBe(14_216);
	});
	test('has shares that make a whole', () => {
		for (const shares of Object.values(defaultReference.shares))
			expect(Object.values(shares).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
	});
	test('names five per cent and more: the countries a case may name', () => {
		expect([...shownCountries(defaultReference)].sort()).toEqual(['AF', 'IQ', 'PL', 'RO', 'SY', 'UA']);
		expect([...shownCountries(defaultReference, 0.2)].sort()).toEqual(['SY', 'UA']);
	});
});

describe('the expected population', () => {
	test('is the newcomers of the place times the shares', () => {
		expect(lambda({ place: '05566072' })).toBe(361);
		expect(lambda({ place: '05566072', ageBand: 'A06' })).toBeCloseTo(361 * 0.17);
		expect(lambda({ place: '05566072', ageBand: 'KIND', origin: '145' })).toBeCloseTo(361 * 0.3 * 0.32);
	});
	test('of a region is the sum over its municipalities', () => {
		const east = places.municipalities.filter((m) => m.reportingRegion === 'AR-OST');
		expect(lambda({ place: 'AR-OST' })).toBe(east.reduce((sum, m) => sum + lambda({ place: m.code }), 0));
	});
	test('of what was not recorded is everybody', () => {
		expect(lambda({ ageBand: 'ANE', origin: 'NOTREC', gender: 'G_NE' })).toBe(14_216);
	});
	test('of what the reference does not name is nobody', () => {
		expect(lambda({ origin: 'KM' })).toBe(0);
		expect(lambda({ origin: '057' })).toBe(0);
	});
	test('only grows when a case is shown more coarsely', () => {
		fc.assert(
			fc.property(anyCell, anyNode, (cell, node) => {
				const coarse = generaliseAttributes(cell, node);
				expect(lambda(coarse)).toBeGreaterThanOrEqual(lambda(cell) - 1e-9);
			})
		);
	});
	test('adds up over the municipalities, whatever else is known', () => {
		fc.assert(
			fc.property(anyCell, (cell) => {
				const towns = places.municipalities.reduce((sum, m) => sum + lambda({ ...cell, place: m.code }), 0);
				expect(towns).toBeCloseTo(lambda({ ...cell, place: '05566' }), 6);
			})
		);
	});
});

describe('what a county may enter', () => {
	const shares = defaultReference.shares;
	test('its own figures', () => {
		expect(with_({ newcomers: { '05566072': 400 } }).success).toBe(true);
		expect(with_({ shares: { ...shares, gender: { G_F: 0.5 } } }).success).toBe(true);
	});
	test.each([
		['a place that is none', { newcomers: { Recke: 400 } }],
		['a region instead of a municipality', { newcomers: { 'AR-OST': 400 } }],
		['half a person', { newcomers: { '05566072': 0.5 } }],
		['more than everybody', { shares: { ...shares, gender: { G_F: 0.6, G_M: 0.5 } } }],
		['a code of another list', { shares: { ...shares, gender: { A06: 0.5 } } }],
		['no day', { asOf: 'gestern' }]
	])('not %s', (_, change) => expect(with_(change).success).toBe(false));
	test('every attribute but the place has shares', () => {
		expect(Object.keys(shares).sort()).toEqual(attributes.filter((a) => a !== 'place').sort());
	});
});
