import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import origins from '#concepts/people/data/regions.json' with { type: 'json' };
import places from '#concepts/people/data/municipalities.json' with { type: 'json' };
import vocabulary from '#concepts/people/data/vocabulary.json' with { type: 'json' };
import { filedOn } from './filing.ts';
import {
	untold,
	attributes,
	formOf,
	generaliseAttributes,
	groupLabels,
	keyOf,
	ladders,
	levelNames,
	levelOf,
	type CaseCell
} from './ladders.ts';
import { anyCell, anyNode } from './testing.ts';

const recke = '05566072';
const node = (...levels: number[]) => levels;
/** A boy of eight from Syria in Recke, in a large family with recognised protection. */
const boy: CaseCell = {
	place: recke,
	ageBand: 'A06',
	origin: 'SY',
	residenceGroup: 'RS_SCHUTZ',
	household: 'H5',
	gender: 'G_M'
};
const finest = node(0, 0, 0, 0, 0, 0);
describe('the ladders', () => {
	test('six of them give 864 combinations', () => {
		expect(attributes.reduce((product, a) => product * levelNames[a].length, 1)).toBe(864);
		for (const a of attributes)
			for (const forms of ladders[a].values()) expect(forms).toHaveLength(levelNames[a].length);
	});
	test('each region has at least 25,000 inhabitants, and each municipality one region', () => {
		const people = Map.groupBy(places.municipalities, (m) => m.reportingRegion);
		expect([...people.keys()].sort()).toEqual(places.regions.map((r) => r.code).sort());
		for (const towns of people.values())
			expect(towns.reduce((sum, town) => sum + town.population, 0)).toBeGreaterThanOrEqual(25_000);
	});
	test('every code a form can carry has a ladder', () => {
		const offered = {
			place: [...places.municipalities, ...places.regions].map((p) => p.code),
			origin: [...origins.subregions, ...origins.special].map((o) => o.code),
			...Object.fromEntries(
				['ageBand', 'residenceGroup', 'household', 'gender'].map((id) => [
					id,
					vocabulary.lists.find((list) => list.id === id)!.items.map((item) => item.code)
				])
			)
		};
		for (const a of attributes)
			for (const code of offered[a as keyof typeof offered]) expect(ladders[a].has(code), `${a} ${code}`).toBe(true);
	});
	test('every group has a German and an English name', () => {
		const named = new Set(
			[...groupLabels, ...origins.subregions, ...origins.special, ...places.regions].map((l) => l.code)
		);
		for (const a of attributes)
			for (const forms of ladders[a].values())
				for (const form of forms.slice(1))
					if (
						form !== untold &&
						!vocabulary.lists.some((l) => l.items.some((i) => i.code === form)) &&
						levelOf(a, form) > 0
					)
						expect(named.has(form), `${a} ${form}`).toBe(true);
	});
	test('none forks: what is one form stays one form further up', () => {
		for (const a of attributes) {
			const above = new Map<string, string>();
			for (const forms of ladders[a].values())
				for (const [level, form] of forms.slice(0, -1).entries()) {
					const at = `${level} ${form}`;
					if (above.has(at)) expect(above.get(at)).toBe(forms[level + 1]);
					above.set(at, forms[level + 1]!);
				}
		}
	});
});

describe('a case on a node', () => {
	test('step by step from the boy in Recke to somebody in the county', () => {
		expect(generaliseAttributes(boy, finest, { countries: new Set(['SY']) })).toEqual(boy);
		expect(generaliseAttributes(boy, node(1, 1, 1, 1, 1, 1))).toEqual({
			place: 'AR-OST',
			ageBand: 'KIND',
			origin: '145',
			residenceGroup: 'BEFRISTET',
			household: 'MIT_KINDERN',
			gender: untold
		});
		expect(generaliseAttributes(boy, node(2, 2, 2, 2, 2, 1))).toEqual({
			place: '05566',
			ageBand: 'MINDERJ',
			origin: '142',
			residenceGroup: untold,
			household: untold,
			gender: untold
		});
	});
	test('a country stays only where it is frequent enough; otherwise its sub-region is the finest', () => {
		expect(generaliseAttributes(boy, finest).origin).toBe('145');
		expect(generaliseAttributes({ origin: 'KM' }, finest, { countries: new Set(['SY']) }).origin).toBe('014');
	});
	test('what was coded coarsely is not made finer', () => {
		expect(generaliseAttributes({ place: 'AR-OST', ageBand: 'KIND', origin: '142' }, finest)).toMatchObject({
			place: 'AR-OST',
			ageBand: 'KIND',
			origin: '142'
		});
	});
	test.each(['ANE', 'nobody knows', undefined])('%s says nothing', (ageBand) => {
		expect(generaliseAttributes({ ageBand }, finest)).toMatchObject({ ageBand: untold, place: '05566' });
		expect(levelOf('ageBand', ageBand)).toBe(3);
	});
	test('levels of codes', () => {
		const at = [levelOf('place', recke), levelOf('place', 'AR-OST'), levelOf('place', '05566')];
		expect(at).toEqual([0, 1, 2]);
		expect([levelOf('origin', 'SY'), levelOf('origin', '145'), levelOf('origin', '142')]).toEqual([0, 1, 2]);
		expect([levelOf('ageBand', 'A65'), levelOf('ageBand', 'ALT'), levelOf('ageBand', 'VOLLJ')]).toEqual([0, 1, 2]);
	});
	test('in two steps it comes to the same as at once, and never gets finer', () => {
		fc.assert(
			fc.property(anyCell, anyNode, anyNode, (cell, first, second) => {
				const both = first.map((level, i) => Math.max(level, second[i]!));
				const twice = generaliseAttributes(generaliseAttributes(cell, first), second);
				expect(keyOf(twice)).toBe(keyOf(generaliseAttributes(cell, both)));
				for (const a of attributes) expect(levelOf(a, twice[a])).toBeGreaterThanOrEqual(levelOf(a, cell[a]));
			})
		);
	});
	test('whoever shares a cell shares every coarser one', () => {
		fc.assert(
			fc.property(anyCell, anyCell, anyNode, anyNode, (one, other, first, second) => {
				const coarser = first.map((level, i) => Math.max(level, second[i]!));
				if (keyOf(generaliseAttributes(one, first)) !== keyOf(generaliseAttributes(other, first))) return;
				expect(keyOf(generaliseAttributes(one, coarser))).toBe(keyOf(generaliseAttributes(other, coarser)));
			})
		);
	});
	test('a code on level 0 reaches every form of its ladder', () => {
		expect([0, 1, 2, 9].map((level) => formOf('place', recke, level))).toEqual([recke, 'AR-OST', '05566', '05566']);
	});
});

test('the month of filing becomes half-year and year', () => {
	expect([0, 1, 2].map((level) => filedOn('2026-03', level))).toEqual(['2026-03', '2026-H1', '2026']);
	expect([0, 1, 2].map((level) => filedOn('2026-07', level))).toEqual(['2026-07', '2026-H2', '2026']);
	expect([0, 1].map((level) => filedOn('2026-H2', level))).toEqual(['2026-H2', '2026-H2']);
	expect(filedOn('2026', 0)).toBe('2026');
});
