// The uploaded map: what is drawn, and what is refused at the border.
import { describe, expect, test } from 'vitest';
import { mapFrom } from './map.ts';

const towns = [
	{ code: '05566004', labelDe: 'Altenberge' },
	{ code: '05566008', labelDe: 'Emsdetten' }
];
const square = (x: number, y: number) => [
	[x, y],
	[x + 0.1, y],
	[x + 0.1, y + 0.1],
	[x, y + 0.1],
	[x, y]
];
const feature = (properties: unknown, coordinates: unknown = [square(7.4, 52)], type = 'Polygon') => ({
	type: 'Feature',
	properties,
	geometry: { type, coordinates }
});
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('a file of boundaries', () => {
	test('is drawn as paths of numbers; a municipality is known by its code, also without its zero, or its name', () => {
		const made = mapFrom(
			file(feature({ AGS: 5566004 }), feature({ GEN: 'Emsdetten' }, [[square(7.5, 52.1)]], 'MultiPolygon')),
			towns
		);
		expect(made.ok && made.map.shapes.map((s) => s.code)).toEqual(['05566004', '05566008']);
		for (const { path } of made.ok ? made.map.shapes : []) expect(path).toMatch(/^(M[\d. L-]+Z)+$/);
		expect(made.ok && made.map.height).toBeGreaterThan(300);
	});
	test('what is not of the county is left out', () => {
		const made = mapFrom(file(feature({ AGS: '05566004' }), feature({ AGS: '09162000' })), towns);
		expect(made.ok && made.map.shapes.length).toBe(1);
	});
	test.each([
		['{', 'not_json'],
		['{"type":"Topology"}', 'no_collection'],
		[file(feature({ AGS: '1' })), 'no_municipality'],
		[file(feature({ AGS: '05566004' }, 'M0 0')), 'no_collection'],
		[file(feature({ AGS: '05566004' }, [[['7', '52']]])), 'no_collection'],
		[file(feature({ AGS: '05566004' }, [square(400_000, 5_760_000)])), 'out_of_bounds'],
		[file(feature({ AGS: '05566004' }, [[...Array<unknown>(4)].map(() => [7, 52])])), 'out_of_bounds'],
		[
			file(feature({ AGS: '05566004' }, [Array.from({ length: 60_001 }, (_, i) => [7 + i / 1e6, 52 + (i % 2) / 10])])),
			'too_many_points'
		]
	])('%.60s is refused', (text, fault) => expect(mapFrom(text, towns)).toEqual({ ok: false, fault }));
	test('a script in a property or name goes nowhere', () => {
		const made = mapFrom(file(feature({ AGS: '05566004', GEN: '"><script>' })), towns);
		expect(JSON.stringify(made)).not.toContain('script');
	});
});
