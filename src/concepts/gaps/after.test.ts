// Later on: observations at any time, requests to reopen within a year, and who hears of them.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change } from '#platform/change.server.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addObservation, askReopening, settleReopening } from './after.commands.server.ts';
import { observationsOn, reopeningsAsked } from './after.queries.server.ts';
import { moveGap } from './commands.server.ts';
import { contributionsPage } from './contributions.queries.server.ts';
import { gapPage } from './gap.queries.server.ts';
import { assignToNewGap } from './intake.commands.server.ts';
import { askableUntil } from './reopening.rules.ts';
import { submitReport } from './report.commands.server.ts';
import { gapTextOf, noFields, type GapState, type GapStep } from './rules.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const why = (r: { ok: boolean; why?: string }) => (r.ok ? 'ok' : r.why);
const fields = { ...noFields, text: 'Es fehlt ein Kurs.', phase: 'IK05', gapType: 'GT03', legalDomains: ['SGB2'] };
async function gap(): Promise<string> {
	const report = value(await submitReport(w.fallmanagementA, crypto.randomUUID(), fields)).id;
	return value(await assignToNewGap(w.koordination, report, gapTextOf(fields))).gapId;
}
const move = (id: string, step: GapStep) => change(w.koordination, (c) => moveGap(c, id, step));
async function closedGap(): Promise<string> {
	const id = await gap();
	for (const step of ['confirm', 'solve', 'decide', 'close'] as const) value(await move(id, step));
	return id;
}
const stateOf = async (id: string): Promise<GapState | undefined> => (await gapPage(w.koordination, id))?.state;
const mine = async (id: string) =>
	(await contributionsPage(w.fallmanagementA)).reports.find((r) => r.gap?.id === id)?.later;

test('a year, to the day', () => {
	expect(askableUntil(new Date('2025-11-28T10:00:00Z')).toISOString()).toBe('2026-11-28T10:00:00.000Z');
	expect(askableUntil(new Date('2024-02-29T10:00:00Z')).toISOString()).toBe('2025-02-28T10:00:00.000Z');
});

describe('observations', () => {
	test('also after closing; the office reads them without a name, the writer finds her own', async () => {
		const id = await closedGap();
		value(await addObservation(w.fallmanagementA, id, 'Es kommt weiter vor.'));
		expect(why(await addObservation(w.fallmanagementA, id, 'Es kommt weiter vor.'))).toBe('conflict');
		expect(await observationsOn(w.koordination, id)).toMatchObject([{ text: 'Es kommt weiter vor.' }]);
		expect(JSON.stringify(await observationsOn(w.koordination, id))).not.toContain(w.fallmanagementA.id);
		for (const other of [w.fallmanagementB, w.mitglied, w.lenkung, w.gast, w.nobody])
			expect(await observationsOn(other, id)).toEqual([]);
		expect((await mine(id))?.observations).toMatchObject([{ text: 'Es kommt weiter vor.' }]);
	});
	test('name nobody, say something, and come from those who report', async () => {
		const id = await gap();
		expect(why(await addObservation(w.fallmanagementA, id, 'Frau Haddad wartet weiter.'))).toBe('incomplete');
		expect(why(await addObservation(w.fallmanagementA, id, '  '))).toBe('incomplete');
		expect(why(await addObservation(w.mitglied, id, 'Weiter so.'))).toBe('forbidden');
		expect(why(await addObservation(w.gast, id, 'Weiter so.'))).toBe('not_found');
	});
});

describe('a request to reopen', () => {
	test('comes from those behind the gap, once, while it is closed', async () => {
		const open = await gap();
		expect(why(await askReopening(w.fallmanagementA, open, 'Es fehlt wieder.'))).toBe('wrong_state');
		const id = await closedGap();
		expect((await mine(id))?.askableUntil).toBeInstanceOf(Date);
		expect(why(await askReopening(w.fallmanagementB, id, 'Es fehlt wieder.'))).toBe('forbidden');
		value(await askReopening(w.fallmanagementA, id, 'Es fehlt wieder.'));
		expect(why(await askReopening(w.fallmanagementA, id, 'Noch einmal.'))).toBe('conflict');
		const asked = await reopeningsAsked(w.koordination, id);
		expect(asked).toMatchObject([{ reason: 'Es fehlt wieder.' }]);
		expect(JSON.stringify(asked)).not.toContain(w.fallmanagementA.id);
		for (const other of [w.fallmanagementA, w.mitglied, w.lenkung]) expect(await reopeningsAsked(other)).toEqual([]);
	});
	test('is too late after twelve months', async () => {
		const id = await closedGap();
		const raw = await database();
		await raw.execute(sql`alter table event disable trigger event_append_only`);
		await raw.execute(
			sql`update event set at = now() - interval '13 months' where thing_id = ${id} and kind = 'service_gap.close'`
		);
		await raw.execute(sql`alter table event enable trigger event_append_only`);
		expect(await askReopening(w.fallmanagementA, id, 'Es fehlt wieder.')).toMatchObject({ why: 'wrong_state' });
		expect((await mine(id))?.askableUntil).toBeNull();
	});
	test('is decided by the office: the gap is open again, or the sender reads why not', async () => {
		const granted = await closedGap();
		const { id } = value(await askReopening(w.fallmanagementA, granted, 'Es fehlt wieder.'));
		expect(why(await settleReopening(w.fallmanagementA, id, 'grant', ''))).toBe('not_found');
		value(await settleReopening(w.koordination, id, 'grant', ''));
		expect(await stateOf(granted)).toBe('reopened');
		expect((await mine(granted))?.request).toMatchObject({ state: 'granted' });
		expect(why(await settleReopening(w.koordination2, id, 'refuse', 'Nein.'))).toBe('wrong_state');

		const kept = await closedGap();
		const second = value(await askReopening(w.fallmanagementA, kept, 'Es fehlt wieder.')).id;
		expect(why(await settleReopening(w.koordination, second, 'refuse', ' '))).toBe('incomplete');
		value(await settleReopening(w.koordination, second, 'refuse', 'Es gibt nun einen Kurs.'));
		expect(await stateOf(kept)).toBe('closed');
		expect((await mine(kept))?.request).toEqual({ state: 'refused', answer: 'Es gibt nun einen Kurs.' });
	});
	test('two of the office answer at once: one wins', async () => {
		const id = await closedGap();
		const request = value(await askReopening(w.fallmanagementA, id, 'Es fehlt wieder.')).id;
		const answers = await Promise.all([
			settleReopening(w.koordination, request, 'grant', ''),
			settleReopening(w.koordination2, request, 'refuse', 'Nein.')
		]);
		expect(answers.map(why).sort()).toEqual(['ok', 'wrong_state']);
	});
});
