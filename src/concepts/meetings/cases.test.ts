// A case comes into a meeting: by those who lead it, once, under its number alone.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { bringCase } from './cases.commands.server.ts';
import { meetingsForCase } from './cases.queries.server.ts';
import { call } from './commands.server.ts';
import { meetingPage } from './queries.server.ts';

let db: TestDatabase;
let w: World;
let meeting: string;
let released: string;
let draft: string;
const secret = 'Die einzige Imkerin im Dorf';
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
	const startsAt = new Date(Date.now() + 20 * 86_400_000);
	const input = { title: 'Sitzung im Winter', place: 'Kreishaus', startsAt, endsAt: new Date(+startsAt + 7_200_000) };
	meeting = value(await call(w.koordination, w.group, { ...input, link: '' }));
	released = await analysis('released', 'E-1999-001');
	draft = await analysis('draft', null);
});
afterAll(() => db.close());

async function analysis(state: string, number: string | null): Promise<string> {
	const { id, organisationId } = w.fallmanagementA;
	const made = await (
		await database()
	).execute<{ id: string }>(
		sql`insert into case_analysis (author_id, reviewer_id, organisation_id, state, number, title, attributes, released_at)
			values (${id}, ${w.pruefung.id}, ${organisationId}, ${state}, ${number}, ${secret}, '{"legalDomains":["SGB2"],"phases":[]}', now()) returning id`
	);
	return made.rows[0]!.id;
}

describe('a case for a meeting', () => {
	test('is brought by the office, and the agenda knows it by its number', async () => {
		expect((await meetingsForCase(w.koordination, released))!.open.map((o) => o.id)).toContain(meeting);
		value(await bringCase(w.koordination, released, meeting));
		const { items } = (await meetingPage(w.koordination, meeting))!;
		expect(items.at(-1)).toMatchObject({ title: 'Fallbesprechung E-1999-001', kind: 'discussion' });
		expect(items.at(-1)!.links).toMatchObject([{ type: 'case_analysis', id: released }]);
		expect(JSON.stringify(items)).not.toContain(secret);
	});

	test('is on an agenda only once', async () => {
		const again = await bringCase(w.koordination, released, meeting);
		expect(again).toMatchObject({ ok: false, why: 'conflict', issues: [{ field: 'meetingId' }] });
		const offered = (await meetingsForCase(w.koordination, released))!;
		expect(offered.on.map((o) => o.id)).toEqual([meeting]);
		expect(offered.open.map((o) => o.id)).not.toContain(meeting);
	});

	test('is not brought by who leads no meeting, nor while it is hidden', async () => {
		expect(await meetingsForCase(w.fallmanagementB, released)).toBeNull();
		expect(await bringCase(w.fallmanagementB, released, meeting)).toMatchObject({ ok: false });
		expect(await meetingsForCase(w.koordination, draft)).toBeNull();
		expect(await bringCase(w.koordination, draft, meeting)).toMatchObject({ ok: false, why: 'not_found' });
		expect(await bringCase(w.koordination, released, 'none')).toMatchObject({ ok: false, why: 'incomplete' });
	});
});
