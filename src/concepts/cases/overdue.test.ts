// Nothing waits in silence: an old review and an open recall are told again, to those who can decide.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { setting } from '#concepts/people/tables.server.ts';
import { setClock } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { heardOf, released, submitted, versionOf } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { recallCase, restoreCase, returnCase } from './commands.server.ts';
import { remindOfOverdue } from './overdue.commands.server.ts';

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
const told = (id: string) => heardOf(w, id, 'case_analysis.remind');

describe('what waits too long', () => {
	test('in review is told to the reviewers again, each target time once, until they have decided', async () => {
		on('2027-03-01');
		const id = await submitted(w.fallmanagementA);
		on('2027-03-10');
		expect(await remindOfOverdue()).toBe(0);
		on('2027-03-12');
		expect([await remindOfOverdue(), await remindOfOverdue()]).toEqual([1, 0]);
		expect(await told(id)).toEqual(['pruefung']);
		on('2027-03-22');
		expect(await remindOfOverdue()).toBe(1);
		value(
			await returnCase(w.pruefung, id, { comment: 'Bitte vergröbern.', passages: [], version: await versionOf(id) })
		);
		on('2027-05-01');
		expect(await remindOfOverdue()).toBe(0);
	});
	test('in review is not told to a reviewer who may not know of it', async () => {
		await db.db.insert(setting).values({ key: 'reviewersOfSameOrganisation', value: false });
		on('2027-03-01');
		const id = await submitted(w.fallmanagementA);
		await db.db.execute(sql`update case_analysis set organisation_id = ${w.pruefung.organisationId} where id = ${id}`);
		on('2027-03-12');
		expect(await remindOfOverdue()).toBe(1);
		expect(await told(id)).toEqual([]);
		await db.db.execute(sql`delete from case_analysis where id = ${id}`);
	});
	test('as an open recall is told to data protection and office, until it is settled', async () => {
		on('2027-03-01');
		const id = await released(w.fallmanagementA, w.pruefung);
		value(await recallCase(w.mitglied, id));
		on('2027-03-12');
		expect(await remindOfOverdue()).toBe(1);
		expect(await told(id)).toEqual(['datenschutz', 'koordination', 'koordination2']);
		value(await restoreCase(w.datenschutz, id));
		on('2027-05-01');
		expect(await remindOfOverdue()).toBe(0);
	});
});
