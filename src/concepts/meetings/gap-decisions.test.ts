// A body's adopted decision confirms a gap; nothing else that was written does.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aGap, aMeeting, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { groupDecision } from './document.tables.server.ts';
import { confirmByDecision } from './gap-decisions.commands.server.ts';
import { decisionsOnGap } from './gap-decisions.queries.server.ts';
import type { GroupResult } from './minutes.blocks.ts';
import { agendaItem, agendaLink } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const stateOf = async (id: string) =>
	(await (await database()).select().from(serviceGap).where(eq(serviceGap.id, id)))[0]!.state;

/** Decided under an item that the gap is linked to. */
async function decided(gapId: string, result: GroupResult | null): Promise<string> {
	const sql = await database();
	const meetingId = await aMeeting(w, 'closed');
	const item = { bodyId: w.committee, meetingId, title: 'Eine Lücke', kind: 'decision', state: 'done', position: 1 };
	const [row] = await sql
		.insert(agendaItem)
		.values(item as typeof agendaItem.$inferInsert)
		.returning({ id: agendaItem.id });
	await sql.insert(agendaLink).values({ itemId: row!.id, thingType: 'service_gap', thingId: gapId });
	await sql
		.insert(groupDecision)
		.values({ meetingId, position: 1, itemId: row!.id, wording: 'Die Lücke besteht.', result });
	return `${meetingId}:1`;
}

test('adopted it confirms, rejected or about another gap it does not', async () => {
	const [gap, other] = [await aGap(w, 'new'), await aGap(w, 'new')];
	const [rejected, open, foreign] = [
		await decided(gap, 'rejected'),
		await decided(gap, null),
		await decided(other, 'adopted')
	];
	expect(await decisionsOnGap(w.koordination, gap)).toEqual([]);
	for (const which of ['', 'kein Beschluss', rejected, open, foreign])
		expect(await confirmByDecision(w.koordination, gap, which)).toMatchObject({
			why: 'incomplete',
			issues: [{ field: 'decision' }]
		});
	const adopted = await decided(gap, 'adopted');
	expect(await decisionsOnGap(w.koordination, gap)).toMatchObject([{ wording: 'Die Lücke besteht.', position: 1 }]);
	for (const who of [w.fallmanagementA, w.lenkung, w.vorsitz]) {
		expect(await decisionsOnGap(who, gap)).toEqual([]);
		expect(await confirmByDecision(who, gap, adopted)).toMatchObject({ why: 'forbidden' });
	}
	for (const who of [w.gast, w.admin, w.nobody])
		expect(await confirmByDecision(who, gap, adopted)).toMatchObject({ why: 'not_found' });
	expect(await stateOf(gap)).toBe('new');
	sure(await confirmByDecision(w.koordination, gap, adopted));
	expect(await stateOf(gap)).toBe('confirmed');
	expect(await confirmByDecision(w.koordination, gap, adopted)).toMatchObject({ why: 'wrong_state' });
});
