// A recall says why, is decided by somebody else than the author, and puts nothing back further than it stood.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { concludeCase } from '#concepts/gaps/cases.commands.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { released } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { archiveCase, eraseCase, recallCase, restoreCase } from './commands.server.ts';
import { casePage, recalledCase } from './queries.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());
const rowOf = async (id: string) =>
	(
		await db.db.execute<{ recalled_from: string | null; recall_reason: string | null; state: string }>(
			sql`select state, recalled_from, recall_reason, recalled_at from case_analysis where id = ${id}`
		)
	).rows[0]!;

describe('a recall that is lifted', () => {
	test.each(['released', 'evaluated', 'archived'])('puts a %s analysis back to where it stood', async (state) => {
		const id = await released(w.fallmanagementA, w.pruefung);
		if (state !== 'released') value(await concludeCase(w.koordination, id, 'good_practice', []));
		if (state === 'archived') value(await archiveCase(w.koordination, id));
		value(await recallCase(w.mitglied, id, 'known_story'));
		expect(await rowOf(id)).toMatchObject({ state: 'recalled', recalled_from: state });
		value(await restoreCase(w.datenschutz, id));
		expect((await casePage(w.mitglied, id))?.state).toBe(state);
		expect(await rowOf(id)).toEqual({ state, recalled_from: null, recall_reason: null, recalled_at: null });
	});
});

describe('who decides', () => {
	test('hears the reason; nobody else does', async () => {
		const id = await released(w.fallmanagementA, w.pruefung);
		value(await recallCase(w.mitglied, id, 'place_or_employer'));
		for (const a of [w.datenschutz, w.koordination])
			expect(await recalledCase(a, id)).toMatchObject({ reason: 'place_or_employer', mayDecide: true });
		for (const a of [w.mitglied, w.fallmanagementA, w.pruefung]) expect(await recalledCase(a, id)).toBeNull();
		value(await eraseCase(w.datenschutz, id));
		expect(await rowOf(id)).toMatchObject({ recalled_from: null, recall_reason: null });
	});
	test('is never the author, though she belongs to the office', async () => {
		const id = await released(w.koordination, w.pruefung);
		value(await recallCase(w.mitglied, id, 'combination'));
		expect(await recalledCase(w.koordination, id)).toMatchObject({ mayDecide: false });
		expect(await restoreCase(w.koordination, id)).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await eraseCase(w.koordination, id)).toMatchObject({ ok: false, why: 'forbidden' });
		value(await restoreCase(w.koordination2, id));
	});
	test('is not kept from a recall by an old form without a reason', async () => {
		const id = await released(w.fallmanagementA, w.pruefung);
		value(await recallCase(w.mitglied, id));
		expect(await recalledCase(w.datenschutz, id)).toMatchObject({ reason: 'other' });
	});
});
