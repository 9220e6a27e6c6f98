// The figures by which a case counts as anonymous enough: who sets them, what holds until somebody does.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSettings } from '#concepts/people/county.commands.server.ts';
import { defaultSettings } from '#concepts/people/settings.ts';
import { look } from '#platform/change.server.ts';
import { database } from '#platform/database.server.ts';
import { event } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { defaultReference } from './reference.ts';
import { setReference, setThresholds } from './settings.commands.server.ts';
import { figuresPage, referenceOf, thresholdsOf } from './settings.queries.server.ts';
import { anonymitySetting } from './tables.server.ts';
import { defaultThresholds } from './thresholds.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const { cases: _, ...own } = defaultThresholds;
const stricter = { ...own, population: 30, populationRed: 10 };

describe('the figures', () => {
	test('are the delivered ones until somebody sets others', async () => {
		expect(await look(thresholdsOf)).toEqual(defaultThresholds);
		expect(await look(referenceOf)).toEqual(defaultReference);
		expect(await figuresPage(w.admin)).toMatchObject({ delivered: true, mayChange: true });
	});
	test('are seen by administrator and data protection alone, and set by the administrator alone', async () => {
		for (const [name, actor] of w.everyone) {
			const sees = ['admin', 'datenschutz'].includes(name);
			expect(Boolean(await figuresPage(actor)), name).toBe(sees);
			if (name === 'admin') continue;
			const why = sees ? 'forbidden' : 'not_found';
			expect(await setThresholds(actor, stricter), name).toMatchObject({ ok: false, why });
			expect(await setReference(actor, defaultReference), name).toMatchObject({ ok: false, why });
		}
		expect(await look(thresholdsOf)).toEqual(defaultThresholds);
	});
	test('hold from the moment they are set, and stand in the log', async () => {
		value(await setThresholds(w.admin, stricter));
		value(await setReference(w.admin, { ...defaultReference, asOf: '2026-06-30', newcomers: { '05566072': 400 } }));
		expect(await look(thresholdsOf)).toEqual({ ...stricter, cases: 5 });
		expect(await look(referenceOf)).toMatchObject({ asOf: '2026-06-30', newcomers: { '05566072': 400 } });
		const kinds = (await (await database()).select().from(event)).map((e) => [e.kind, e.data]);
		expect(kinds).toContainEqual(['setting.thresholds', stricter]);
		expect(kinds).toContainEqual(['setting.reference', { asOf: '2026-06-30', newcomers: 400 }]);
	});
	test('are read once as long as nobody changes them, so that their sums are kept', async () => {
		expect(await look(referenceOf)).toBe(await look(referenceOf));
	});
	test('follow the county in the least number of cases', async () => {
		value(await changeSettings(w.admin, { ...defaultSettings, minimumCellSize: 7 }));
		expect(await look(thresholdsOf)).toMatchObject({ cases: 7, population: 30 });
	});
	test('that are none any more give way to the delivered ones', async () => {
		await (await database()).update(anonymitySetting).set({ value: { population: -3, newcomers: 'viele' } });
		expect(await look(thresholdsOf)).toEqual({ ...defaultThresholds, cases: 7 });
		expect(await look(referenceOf)).toEqual(defaultReference);
	});
});
