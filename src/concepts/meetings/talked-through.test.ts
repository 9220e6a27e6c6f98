// An item that is done has talked through the analyses it is linked to.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { recallCase } from '#concepts/cases/commands.server.ts';
import { now } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { released, submitted } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem, link } from './agenda.commands.server.ts';
import { call, schedule, start } from './commands.server.ts';
import { fingerprint, invite } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { settleItem } from './running.commands.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const later = (days: number) => new Date(now().getTime() + days * 86_400_000);
/** A running meeting with one item that is linked to the analyses. */
async function talking(cases: string[]): Promise<string> {
	const input = { title: 'Sitzung', startsAt: later(30), endsAt: later(31), place: '', link: '' };
	const id = value(await call(w.koordination, w.group, input));
	const about = { kind: 'discussion' as const, title: 'Fallbesprechung', minutes: 20, rapporteur: '' };
	const item = value(await addItem(w.koordination, id, about));
	for (const caseId of cases) value(await link(w.koordination, item, { type: 'case_analysis', id: caseId }));
	value(await schedule(w.koordination, id));
	const seen = fingerprint((await invitationPage(w.koordination, id))!.recipients);
	value(await invite(w.koordination, id, { seen, shortNoticeReason: '' }));
	value(await start(w.koordination, id));
	return item;
}
const stateOf = async (id: string) =>
	(await db.db.execute<{ state: string }>(sql`select state from case_analysis where id = ${id}`)).rows[0]!.state;
const told = async (id: string) =>
	(
		await db.db.execute<{ account_id: string; note: string }>(
			sql`select t.account_id, t.note from event_tell t join event e on e.id = t.event_id where e.thing_id = ${id} and e.kind = 'case_analysis.discuss'`
		)
	).rows;

describe('an item that is done', () => {
	test('moves its analyses on, once, and their authors hear of it', async () => {
		const id = await released(w.fallmanagementA, w.pruefung);
		const item = await talking([id]);
		value(await settleItem(w.koordination, item, { step: 'call', result: '' }));
		expect(await stateOf(id)).toBe('released');
		value(await settleItem(w.koordination, item, { step: 'finish', result: 'Besprochen.' }));
		value(await settleItem(w.koordination, item, { step: 'finish', result: 'Ausführlich besprochen.' }));
		expect(await stateOf(id)).toBe('discussed');
		expect(await told(id)).toEqual([{ account_id: w.fallmanagementA.id, note: 'feedback' }]);
	});
	test('leaves alone what is not released, and what was recalled', async () => {
		const [unseen, recalled] = [await submitted(w.fallmanagementA), await released(w.fallmanagementA, w.pruefung)];
		const item = await talking([unseen, recalled]);
		value(await recallCase(w.mitglied, recalled));
		value(await settleItem(w.koordination, item, { step: 'finish', result: '' }));
		expect([await stateOf(unseen), await stateOf(recalled)]).toEqual(['in_review', 'recalled']);
	});
	test('a postponed one has talked nothing through', async () => {
		const id = await released(w.fallmanagementA, w.pruefung);
		value(await settleItem(w.koordination, await talking([id]), { step: 'postpone', result: '' }));
		expect(await stateOf(id)).toBe('released');
	});
});
