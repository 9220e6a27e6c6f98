import { describe, expect, test } from 'vitest';
import { attributes, ladders } from '#concepts/anonymity/ladders.ts';
import { deliveredCatalogues } from '#concepts/people/catalogues.seed.server.ts';
import { ladderLabel, ladderOptions } from './ladder.options.ts';

const lists = Object.fromEntries(Map.groupBy(deliveredCatalogues, (row) => row.list));
const offered = (...args: Parameters<typeof ladderOptions>) =>
	ladderOptions(...args).map((group) => [group.label, group.options.map((o) => o.label)] as const);

describe('the levels of an attribute', () => {
	test('a place is offered coarse first: the county, its regions, then the municipalities', () => {
		const groups = offered('place', lists, 'de');
		expect(groups.map(([label]) => label)).toEqual(['Kreis', 'Region', 'Kommune']);
		expect(groups[0]![1]).toEqual(['Kreis Steinfurt']);
		expect(groups[2]![1]).toHaveLength(24);
	});
	test('of an age nothing need be said; „unter 18“ is left to „minderjährig“, which means the same', () => {
		const groups = offered('ageBand', lists, 'de');
		expect(groups[0]).toEqual(['keine Angabe', ['keine Angabe']]);
		expect(groups.slice(1).flatMap(([, l]) => l)).toEqual([
			'minderjährig',
			'volljährig',
			'18 bis 26',
			'27 bis 64',
			'65 und älter',
			'0 bis 5 Jahre',
			'6 bis 15 Jahre',
			'16 bis 17 Jahre',
			'27 bis 39 Jahre',
			'40 bis 54 Jahre',
			'55 bis 64 Jahre'
		]);
	});
	test('what was chosen stays on offer, even where it is no longer offered', () => {
		expect(offered('ageBand', lists, 'de', { chosen: 'KIND' }).flatMap(([, l]) => l)).toContain('unter 18');
	});
	test('only countries that many come from are offered', () => {
		const labels = offered('origin', lists, 'de', { countries: new Set(['SY']) }).flatMap(([, l]) => l);
		expect(labels).toContain('Syrien');
		expect(labels).not.toContain('Eritrea');
		expect(labels).toContain('Ostafrika');
		expect(labels).toContain('Afrika');
	});
	test('what the county retired is not offered', () => {
		const fewer = { ...lists, household: lists['household']!.filter((i) => i.code !== 'H1') };
		expect(offered('household', fewer, 'de').flatMap(([, l]) => l)).not.toContain('Alleinlebend');
	});
});

describe('labels', () => {
	test('every code of every ladder reads as words in both languages', () => {
		const codes = attributes.flatMap((a) => [...ladders[a].keys()].map((code) => [a, code] as const));
		for (const locale of ['de', 'en'] as const)
			expect(codes.filter(([a, code]) => ['', code].includes(ladderLabel(a, code, lists, locale)))).toEqual([]);
	});
	test('the county’s own word is used', () => {
		const own = { region: [{ code: 'AR-WEST', labelDe: 'Westkreis', labelEn: 'West', helpDe: '', helpEn: '' }] };
		expect(ladderLabel('place', 'AR-WEST', own, 'de')).toBe('Westkreis');
	});
});
