// The end of retention: warned of 30 days before, then nothing is left that anybody wrote.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { setting } from '#concepts/people/tables.server.ts';
import { setClock } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { analysis, drafted, heardOf, released } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { recallCase, saveCase } from './commands.server.ts';
import { expireCases, warnOfExpiry } from './expiry.commands.server.ts';
import { casePage } from './queries.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());
afterEach(async () => {
	setClock(null);
	await db.db.delete(setting);
});

const on = (day: string) => setClock(new Date(`${day}T08:00:00Z`));
const told = (id: string) => heardOf(w, id, 'case_analysis.warn');
const stateOf = async (id: string) =>
	(await db.db.execute<{ state: string }>(sql`select state from case_analysis where id = ${id}`)).rows[0]!.state;
const night = async () => [await expireCases(), await warnOfExpiry()];

describe('the end of retention', () => {
	test('is told to author and office 30 days before, once, and then comes', async () => {
		on('2027-01-15');
		const id = await released(w.fallmanagementA, w.pruefung);
		on('2031-12-15');
		expect(await night()).toEqual([0, 0]);
		on('2031-12-17');
		expect(await night()).toEqual([0, 1]);
		expect(await night()).toEqual([0, 0]);
		expect(await told(id)).toEqual(['fallmanagementA', 'koordination', 'koordination2']);
		on('2032-01-14');
		expect(await night()).toEqual([0, 0]);
		expect(await casePage(w.mitglied, id)).not.toBeNull();
		on('2032-01-17');
		expect(await night()).toEqual([1, 0]);
		expect(await night()).toEqual([0, 0]);
		expect(await casePage(w.mitglied, id)).toBeNull();
		const row = await db.db.execute(sql`select * from case_analysis where id = ${id}`);
		expect(row.rows[0]).toMatchObject({
			state: 'deleted',
			title: '',
			narrative: '',
			stations: [],
			attributes: { legalDomains: [], phases: [] }
		});
	});
	test('comes after a warning also where the county shortens the time', async () => {
		on('2027-01-15');
		const id = await released(w.fallmanagementA, w.pruefung);
		on('2028-06-01');
		await db.db.insert(setting).values({ key: 'retentionMonths', value: 12 });
		expect(await night()).toEqual([0, 1]);
		on('2028-06-30');
		expect(await night()).toEqual([0, 0]);
		on('2028-07-01');
		expect(await night()).toEqual([1, 0]);
		expect(await stateOf(id)).toBe('deleted');
	});
	test('is warned of again where the county has lengthened the time since', async () => {
		on('2027-01-15');
		const id = await released(w.fallmanagementA, w.pruefung);
		await db.db.insert(setting).values({ key: 'retentionMonths', value: 12 });
		on('2027-12-20');
		expect(await night()).toEqual([0, 1]);
		await db.db.update(setting).set({ value: 24 });
		on('2029-01-16');
		expect(await night()).toEqual([0, 1]);
		expect(await stateOf(id)).toBe('released');
		on('2029-02-15');
		expect(await night()).toEqual([1, 0]);
		expect(await stateOf(id)).toBe('deleted');
	});
	test('comes for a draft that its author has not touched for a year, and she alone hears of it', async () => {
		on('2040-01-15');
		const [left, touched] = [await drafted(w.fallmanagementA), await drafted(w.fallmanagementA)];
		on('2040-12-20');
		expect(await night()).toEqual([0, 2]);
		expect(await told(left)).toEqual(['fallmanagementA']);
		value(await saveCase(w.fallmanagementA, touched, analysis));
		on('2041-01-18');
		expect(await night()).toEqual([0, 0]);
		on('2041-01-19');
		expect(await night()).toEqual([1, 0]);
		expect([await stateOf(left), await stateOf(touched)]).toEqual(['deleted', 'draft']);
		expect((await db.db.execute(sql`select narrative from case_analysis where id = ${left}`)).rows[0]).toEqual({
			narrative: ''
		});
		on('2041-11-22');
		expect(await night()).toEqual([0, 1]);
		on('2041-12-25');
		expect(await night()).toEqual([1, 0]);
	});
	test('leaves a recalled one to those who decide on it', async () => {
		on('2027-01-15');
		const id = await released(w.fallmanagementA, w.pruefung);
		value(await recallCase(w.mitglied, id));
		on('2035-01-15');
		await night();
		expect(await stateOf(id)).toBe('recalled');
	});
	test('of two clocks at once one does it', async () => {
		on('2027-01-15');
		const id = await released(w.fallmanagementA, w.pruefung);
		on('2031-12-20');
		const both = await Promise.all([warnOfExpiry(), warnOfExpiry()]);
		expect(both[0] + both[1]).toBe(1);
		expect(await told(id)).toHaveLength(3);
	});
});
