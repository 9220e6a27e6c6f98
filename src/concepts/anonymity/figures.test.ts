// The forms of the county's figures: what the administrator types, what becomes of it, and what is refused in words.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { world } from '../../../tests/world.ts';
import {
	figureGroups,
	furtherCountries,
	placeRows,
	referenceForm,
	referenceFrom,
	thresholdIssues,
	thresholdsForm
} from './figures.server.ts';
import { defaultReference, referenceSchema } from './reference.ts';

let db: TestDatabase;
let typed: Record<string, string>;
beforeAll(async () => {
	db = await testDatabase();
	await world();
	const rows = [
		...(await placeRows(defaultReference, 'de')),
		...(await figureGroups(defaultReference, 'de')).flatMap((g) => g.rows)
	];
	typed = {
		asOf: defaultReference.asOf,
		source: defaultReference.source,
		...Object.fromEntries(rows.map((r) => [r.name, r.value]))
	};
});
afterAll(() => db.close());

const read = (change: Record<string, string> = {}) => {
	const parsed = v.safeParse(referenceForm(defaultReference) as v.GenericSchema<Record<string, unknown>>, {
		...typed,
		...change
	});
	if (!parsed.success)
		return { reference: null, issues: parsed.issues.map((i) => ({ field: v.getDotPath(i), message: i.message })) };
	return referenceFrom(parsed.output, defaultReference);
};

describe('the reference population', () => {
	test('sent as it was shown stays what it is', () => {
		const { reference, issues } = read();
		expect(issues).toEqual([]);
		expect(reference).toEqual(defaultReference);
		expect(v.safeParse(referenceSchema, reference).success).toBe(true);
	});
	test('is read as people write numbers', () => {
		const { reference } = read({ newcomers_05566072: '1.400', gender_G_D: '0,1 %', gender_G_M: '50.9' });
		expect(reference).toMatchObject({
			newcomers: { '05566072': 1400 },
			shares: { gender: { G_D: 0.001, G_M: 0.509 } }
		});
	});
	test('takes up further countries', () => {
		const { reference, issues } = read({ origin_UA: '20', new_code_1: 'ER', new_share_1: '2,5' });
		expect(issues).toEqual([]);
		expect(reference!.shares.origin).toMatchObject({ ER: 0.025, UA: 0.2 });
		expect(furtherCountries(defaultReference, 'de').map((c) => c.label)).toContain('Eritrea');
	});
	test.each([
		['shares of more than everybody', { gender_G_F: '60' }, 'sum_gender', 'mehr als 100'],
		['no day', { asOf: '31.12.2025' }, 'asOf', 'Tag'],
		['no source', { source: ' ' }, 'source', 'woher'],
		['half a person', { newcomers_05566072: '12,5' }, 'newcomers_05566072', 'ganze Zahl'],
		['a share that is none', { gender_G_F: '-3' }, 'gender_G_F', 'Anteil'],
		['a share without a country', { origin_UA: '20', new_share_0: '1' }, 'new_code_0', 'Land'],
		['a region as a country', { origin_UA: '20', new_code_0: '145', new_share_0: '1' }, 'new_code_0', 'Land']
	])('refuses %s in words', (_, change, field, words) => {
		const { issues } = read(change);
		expect(issues).toContainEqual({ field, message: expect.stringContaining(words) as string });
	});
	test('refuses a county of nobody', () => {
		const none = Object.fromEntries(Object.keys(typed).flatMap((n) => (n.startsWith('newcomers_') ? [[n, '0']] : [])));
		expect(read(none).issues).toMatchObject([{ field: 'newcomers' }]);
	});
});

describe('the thresholds', () => {
	const own = { population: '20', populationRed: '8', domains: '3', countryShare: '5', batchSize: '10', arrivals: '2' };
	const parse = (change: Record<string, string>) => v.safeParse(thresholdsForm(), { ...own, ...change });
	test('are read, the share in percent', () => {
		expect(parse({ countryShare: '7,5' }).output).toMatchObject({ population: 20, countryShare: 0.075 });
	});
	test.each([{ population: '0' }, { domains: '11' }, { countryShare: '0' }, { batchSize: 'viele' }, { arrivals: '' }])(
		'refuse %o',
		(change) => expect(parse(change as unknown as Record<string, string>).success).toBe(false)
	);
	test('keep red below green', () => {
		const { output } = parse({ population: '8', populationRed: '20' });
		expect(thresholdIssues(output as never)).toMatchObject([{ field: 'populationRed' }]);
	});
});
