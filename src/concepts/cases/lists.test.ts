// Case lists: taken only when every check holds once more, seen by one's own house, summed up for the office.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untold } from '#concepts/anonymity/ladders.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { today } from '#platform/clock.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { sendList, withdrawList } from './lists.commands.server.ts';
import { countsFrom, uploadFrom } from './lists.form.server.ts';
import { countyTotals, listPage, ownLists } from './lists.queries.server.ts';
import { periodsAt, type ListRow, type ListUpload } from './lists.rules.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const period = periodsAt(today())[0]!;
const row = (some: Partial<ListRow>): ListRow => ({
	place: 'AR-WEST',
	ageBand: 'ERW',
	origin: untold,
	residenceGroup: untold,
	household: untold,
	gender: untold,
	legalDomain: 'SGB2',
	phase: untold,
	cases: 7,
	...some
});
const upload: ListUpload = { period, rows: [row({})], counts: [{ field: 'gender', code: 'G_F', cases: 6 }] };
const sent = async (actor = w.fallmanagementA, what = upload) => value(await sendList(actor, what)).id;
const events = async (id: string) => {
	const d = await database();
	const found = await d.execute<{ kind: string; data: unknown }>(
		sql`select kind, data from event where thing_id = ${id}::uuid order by id`
	);
	return found.rows;
};

test('what passes is stored as it was sent, with an event that tells nothing of it', async () => {
	const id = await sent();
	expect(await listPage(w.fallmanagementA, id)).toEqual({
		id,
		period,
		filedOn: today(),
		cases: 7,
		rows: upload.rows,
		counts: upload.counts
	});
	expect(await events(id)).toEqual([{ kind: 'case_list.send', data: {} }]);
});

test.each([
	['below the threshold', { rows: [row({ cases: 4 })] }],
	['with a single count below it', { counts: [{ field: 'gender' as const, code: 'G_M', cases: 1 }] }],
	['finer than a list may be', { rows: [row({ place: '05566076' })] }],
	['that too few people fit', { rows: [row({ origin: '155', gender: 'G_D' })] }],
	['with a word of its own', { rows: [row({ legalDomain: 'OKSANA' })] }],
	['of another time', { period: '2001-H1' }]
])('an altered upload %s is refused, and nothing of it is stored', async (_, altered) => {
	const before = await ownLists(w.fallmanagementA);
	expect(await sendList(w.fallmanagementA, { ...upload, ...altered })).toMatchObject({
		ok: false,
		why: 'incomplete',
		issues: [{ field: 'upload' }]
	});
	expect(await ownLists(w.fallmanagementA)).toEqual(before);
});

test('only codes and whole numbers come through the form', () => {
	const read = (what: unknown) =>
		uploadFrom({ period, upload: typeof what === 'string' ? what : JSON.stringify(what) });
	const { rows, counts } = upload;
	expect(read({ rows, counts })).toEqual(upload);
	expect(read({ rows: [{ ...rows[0], name: 'Oksana' }], counts })).toBeUndefined();
	expect(read({ rows, counts, remark: 'Oksana' })).toBeUndefined();
	expect(read({ rows: [{ ...rows[0], place: 'Oksana Kovalenko' }], counts })).toBeUndefined();
	expect(read({ rows: [{ ...rows[0], cases: '7' }], counts })).toBeUndefined();
	expect(
		read({ rows: [{ ...rows[0], cases: 1e9 }], counts: [{ field: 'name', code: 'X', cases: 9 }] })
	).toBeUndefined();
	expect(read('Oksana')).toBeUndefined();
	expect(read('')).toBeUndefined();
	expect(countsFrom({ period, field: 'gender', code: ['G_F', 'G_M'], cases: ['6', ''] })).toEqual({
		...upload,
		rows: []
	});
	expect(countsFrom({ period, field: 'gender', code: ['G_F'], cases: ['sechs'] })).toBeUndefined();
});

test('case managers, officers and the office give in lists, nobody else', async () => {
	for (const [name, actor] of w.everyone) {
		const may = ['fallmanagementA', 'fallmanagementB', 'fachkraft', 'koordination', 'koordination2'].includes(name);
		const done = await sendList(actor, upload);
		expect([name, done.ok ? 'ok' : done.why]).toEqual([name, may ? 'ok' : 'forbidden']);
		expect([name, (await ownLists(actor)) !== null]).toEqual([name, may]);
	}
});

test('a list exists for its own house alone', async () => {
	const id = await sent();
	for (const [name, actor] of w.everyone) {
		const own = name === 'fallmanagementA';
		expect([name, (await listPage(actor, id)) !== null]).toEqual([name, own]);
		if (own) continue;
		expect([name, await withdrawList(actor, id)]).toMatchObject([name, { ok: false, why: 'not_found' }]);
	}
	expect((await ownLists(w.fallmanagementB))!.map((l) => l.id)).not.toContain(id);
	expect(Object.keys((await ownLists(w.fallmanagementA))![0]!)).toEqual(['id', 'period', 'filedOn', 'cases']);
});

test('what is withdrawn is gone, but for the event', async () => {
	const id = await sent();
	value(await withdrawList(w.fallmanagementA, id));
	expect(await listPage(w.fallmanagementA, id)).toBeNull();
	const d = await database();
	for (const table of ['case_list_row', 'case_list_count'])
		expect((await d.execute(sql.raw(`select 1 from ${table} where list_id = '${id}'`))).rows).toEqual([]);
	expect((await events(id)).map((e) => e.kind)).toEqual(['case_list.send', 'case_list.withdraw']);
	expect(await withdrawList(w.fallmanagementA, id)).toMatchObject({ why: 'not_found' });
});

test('the office sees sums of all houses, and they hide what the threshold of today hides', async () => {
	const d = await database();
	await d.execute(sql`delete from case_list`);
	await sent(w.fallmanagementA, { ...upload, rows: [row({}), row({ gender: 'G_F', legalDomain: 'SGB8', cases: 30 })] });
	expect((await countyTotals(w.koordination, 'place'))!.table!.rows).toEqual([]);
	expect((await countyTotals(w.koordination, 'gender'))!.counts).toEqual([]);
	await sent(w.fallmanagementB, { ...upload, rows: [row({ place: 'AR-OST', cases: 9 })] });
	for (const [name, actor] of w.everyone)
		expect([name, (await countyTotals(actor, 'place')) !== null]).toEqual([name, name.startsWith('koordination')]);
	const totals = (await countyTotals(w.koordination, 'place'))!;
	expect(totals.table).toMatchObject({
		rows: ['SGB2', 'SGB8'],
		columns: ['AR-OST', 'AR-WEST'],
		cells: [
			[9, 7],
			[0, 30]
		],
		total: 46
	});
	expect(totals.table).not.toHaveProperty('complement');
	expect((await countyTotals(w.koordination, 'gender'))!.counts).toEqual([{ code: 'G_F', cases: 12 }]);

	await d.execute(
		sql`insert into setting (key, value) values ('minimumCellSize', '8') on conflict (key) do update set value = '8'`
	);
	const stricter = (await countyTotals(w.koordination, 'place'))!.table;
	// seven are hidden, and so much with them that no sum gives them away
	if (stricter) expect(stricter.cells[0]).toEqual([null, null]);
	await d.execute(sql`delete from setting where key = 'minimumCellSize'`);
});
