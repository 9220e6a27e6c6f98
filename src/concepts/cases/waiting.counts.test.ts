// The waiting room tells how many wait for what, and no small number.
import { describe, expect, test } from 'vitest';
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import { defaultReference } from '#concepts/anonymity/reference.ts';
import { emptyRoom, type Reviewed, type WaitingRoom } from '#concepts/anonymity/release.ts';
import { defaultThresholds } from '#concepts/anonymity/thresholds.ts';
import { waitingCounts } from './waiting.counts.ts';

const rules = { reference: defaultReference, thresholds: defaultThresholds };
const domains = ['SGB2', 'SGB8', 'INTV'];
const cases = (n: number, cell: CaseCell, name: string, mains = domains): Reviewed[] =>
	Array.from({ length: n }, (_, i) => {
		const mainDomain = mains[i % mains.length]!;
		return { id: `${name}${i}`, cell, mainDomain, legalDomains: [mainDomain] };
	});
const room = (...waiting: Reviewed[][]): WaitingRoom => ({ ...emptyRoom, waiting: waiting.flat() });
const counts = (r: WaitingRoom) => waitingCounts(r, '2026-11-27', rules, 5);

describe('the waiting room in numbers', () => {
	test('is empty when nobody waits', () => {
		expect(counts(emptyRoom)).toEqual({ needs: [], total: 0, ready: false });
	});

	test('says that enough comparable ones are ready', () => {
		expect(counts(room(cases(6, { ageBand: 'ERW' }, 'a')))).toEqual({
			needs: [{ need: 'nothing', count: 6 }],
			total: 6,
			ready: true
		});
	});

	test('tells those that lack other cases from those that lack other domains', () => {
		const seen = counts(room(cases(7, { ageBand: 'ERW' }, 'a', ['SGB2']), cases(4, { ageBand: 'JUNG' }, 'b')));
		expect(seen.ready).toBe(false);
		expect(seen.needs.map((n) => n.need)).toEqual(['other', 1]);
	});

	test('keeps a small number to itself, and what would give it away', () => {
		const seen = counts(room(cases(7, { ageBand: 'ERW' }, 'a'), cases(3, { ageBand: 'JUNG' }, 'b')));
		const small = seen.needs.find((n) => n.need === 2)!;
		expect(small.count).toBeNull();
		const told = [...seen.needs.map((n) => n.count), seen.total].filter((n) => n !== null);
		// of three numbers, the third the sum of two, one alone may be known
		expect(told.length).toBeLessThan(2);
	});

	test('holds nothing that names an analysis or its cell', () => {
		const text = JSON.stringify(counts(room(cases(7, { ageBand: 'ERW' }, 'a'), cases(3, { ageBand: 'JUNG' }, 'b'))));
		expect(text).not.toMatch(/ERW|JUNG|SGB|a0|b0/);
	});
});
