// Open meetings hear of a recall, also of one that fell into a fault of the database.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { recallCase } from '#concepts/cases/commands.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { released } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { bringCase } from './cases.commands.server.ts';
import { call } from './commands.server.ts';
import { startRecallHints } from './recalls.server.ts';

let db: TestDatabase;
let w: World;
let meeting: string;
const rooms: string[] = [];
const faults: unknown[] = [];
let hints: ReturnType<typeof startRecallHints>;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
	const startsAt = new Date(Date.now() + 20 * 86_400_000);
	const input = { title: 'Sitzung im Winter', place: 'Kreishaus', startsAt, endsAt: new Date(+startsAt + 7_200_000) };
	meeting = value(await call(w.koordination, w.group, { ...input, link: '' }));
});
afterAll(async () => {
	await hints.stop();
	await db.close();
});

describe('a recall', () => {
	test('is told to the meeting that speaks of it, though the database failed in between', async () => {
		const id = await released(w.fallmanagementA, w.pruefung);
		value(await bringCase(w.koordination, id, meeting));
		hints = startRecallHints({ lookAgain: (room) => rooms.push(room), onError: (e) => faults.push(e) });
		// the first look, which only learns what was before
		await new Promise((done) => setTimeout(done, 300));
		await db.db.execute(sql`alter table agenda_link rename to agenda_link_away`);
		value(await recallCase(w.mitglied, id));
		await vi.waitFor(() => expect(faults.length).toBeGreaterThan(0), 5000);
		expect(rooms).toEqual([]);
		await db.db.execute(sql`alter table agenda_link_away rename to agenda_link`);
		await vi.waitFor(() => expect(rooms).toContain(`meeting:${meeting}`), 5000);
	});
});
