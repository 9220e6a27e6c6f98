// Saving while one types: nothing is written over, no draft is made twice, and the log tells sittings, not key presses.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setClock } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { analysis, drafted, versionOf } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { deleteCase, returnCase, saveCase, startCase, submitCase } from './commands.server.ts';
import { casePage } from './queries.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

/** What the log holds of a case, in order. */
async function kindsOf(id: string): Promise<string[]> {
	const found = await db.db.execute<{ kind: string }>(sql`select kind from event where thing_id = ${id} order by id`);
	return found.rows.map(({ kind }) => kind.replace('case_analysis.', ''));
}

describe('saving', () => {
	test('another device that saved since is not written over', async () => {
		const id = await drafted(w.fallmanagementA);
		const { version } = (await casePage(w.fallmanagementA, id))!;
		const saved = value(await saveCase(w.fallmanagementA, id, { ...analysis, helped: 'Vom Rechner.' }, { version }));
		expect(saved.version).toBe(version + 1);
		const late = await saveCase(w.fallmanagementA, id, { ...analysis, helped: 'Vom Telefon.' }, { version });
		expect(late).toMatchObject({ ok: false, why: 'conflict' });
		expect((await casePage(w.fallmanagementA, id))!.helped).toBe('Vom Rechner.');
		value(await saveCase(w.fallmanagementA, id, { ...analysis, helped: 'Vom Telefon.' }, saved));
	});
	test('of two at once from the same version one wins', async () => {
		const id = await drafted(w.fallmanagementA);
		const both = await Promise.all(
			['Eins.', 'Zwei.'].map((helped) => saveCase(w.fallmanagementA, id, { ...analysis, helped }, { version: 1 }))
		);
		expect(both.map((r) => (r.ok ? 'ok' : r.why)).sort()).toEqual(['conflict', 'ok']);
	});
	test('a save whose answer was lost comes again and is no conflict', async () => {
		const id = await drafted(w.fallmanagementA);
		const again = { ...analysis, helped: 'Vom Telefon.' };
		const first = value(await saveCase(w.fallmanagementA, id, again, { version: 1 }));
		expect(value(await saveCase(w.fallmanagementA, id, again, { version: 1 }))).toEqual(first);
	});
	test('typing is on record once for each sitting, a button each time', async () => {
		setClock(new Date('2026-05-04T09:00:00Z'));
		const id = await drafted(w.fallmanagementA);
		const typed = async (minute: number, helped: string, typing = true) => {
			setClock(new Date(Date.UTC(2026, 4, 4, 9, minute)));
			value(await saveCase(w.fallmanagementA, id, { ...analysis, helped }, { typing }));
			return kindsOf(id);
		};
		try {
			expect(await typed(5, 'A')).toEqual(['start']);
			expect(await typed(29, 'An')).toEqual(['start']);
			expect(await typed(31, 'Ant')).toEqual(['start', 'save']);
			expect(await typed(32, 'Antr')).toEqual(['start', 'save']);
			expect(await typed(33, 'Antra', false)).toEqual(['start', 'save', 'save']);
			expect((await casePage(w.fallmanagementA, id))!.helped).toBe('Antra');
			// whatever else happened meanwhile ends the sitting
			value(await submitCase(w.fallmanagementA, id));
			value(await returnCase(w.pruefung, id, { comment: 'Bitte kürzer.', passages: [], version: await versionOf(id) }));
			expect(await typed(34, 'Antrag')).toEqual(['start', 'save', 'save', 'submit', 'return', 'save']);
		} finally {
			setClock(null);
		}
	});
});

describe('a draft that the browser gave its id', () => {
	test('is made once, even when the answer to the first save is lost and more was written meanwhile', async () => {
		const as = randomUUID();
		expect(value(await startCase(w.fallmanagementA, analysis, as))).toEqual({ id: as, version: 1 });
		const more = { ...analysis, helped: 'Ein Anruf.' };
		expect(value(await startCase(w.fallmanagementA, more, as))).toEqual({ id: as, version: 2 });
		expect(value(await startCase(w.fallmanagementA, more, as))).toEqual({ id: as, version: 2 });
		expect((await casePage(w.fallmanagementA, as))!.helped).toBe('Ein Anruf.');
		expect(await kindsOf(as)).toEqual(['start']);
	});
	test('is not written over where another device went on with it', async () => {
		const as = randomUUID();
		value(await startCase(w.fallmanagementA, analysis, as));
		value(await saveCase(w.fallmanagementA, as, { ...analysis, helped: 'Vom Telefon.' }));
		const late = await startCase(w.fallmanagementA, { ...analysis, helped: 'Vom Rechner.' }, as);
		expect(late).toMatchObject({ ok: false, why: 'conflict' });
	});
	test('of two at once one is made', async () => {
		const as = randomUUID();
		const both = await Promise.all([1, 2].map(() => startCase(w.fallmanagementA, analysis, as)));
		expect(both.map((r) => r.ok && r.value.id)).toEqual([as, as]);
	});
	test('is refused to anybody else, and not touched', async () => {
		const as = randomUUID();
		value(await startCase(w.fallmanagementA, analysis, as));
		const other = await startCase(w.fallmanagementB, { ...analysis, helped: 'Fremd.' }, as);
		expect(other).toMatchObject({ ok: false, why: 'not_found' });
		expect((await casePage(w.fallmanagementA, as))!.helped).toBe('');
		value(await deleteCase(w.fallmanagementA, as));
		expect((await startCase(w.fallmanagementA, analysis, as)).ok).toBe(false);
	});
});
