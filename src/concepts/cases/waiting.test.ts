// The waiting room on the real database: attributes come out in batches, and until then nothing tells them.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import { searchPage } from '#concepts/steering/search.queries.server.ts';
import { setClock } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { analysisOf, released, submitted } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { eraseCase, recallCase, restoreCase } from './commands.server.ts';
import { casesPage } from './list.queries.server.ts';
import { casePage } from './queries.server.ts';
import { riskFor } from './risk.queries.server.ts';
import { releaseBatch, releaseBatchIfDue } from './waiting.commands.server.ts';
import { waitingRoom } from './waiting.queries.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());
beforeEach(async () => {
	await db.pool.query(
		'alter table event disable trigger user; delete from event_tell; delete from event; alter table event enable trigger user; delete from case_analysis; delete from series'
	);
});
afterEach(() => setClock(null));

const eastern: CaseCell = { place: 'AR-OST', ageBand: 'ERW', origin: '145' };
const domains = ['SGB2', 'SGB5', 'SCHULG', 'INTV'];
/** So many released analyses of the cell, of different legal domains. */
async function come(cell: CaseCell, count: number): Promise<string[]> {
	const ids: string[] = [];
	for (let i = 0; i < count; i++)
		ids.push(await released(w.fallmanagementA, w.pruefung, analysisOf(cell, domains[i % domains.length])));
	return ids;
}
const shown = async (id: string) => (await casePage(w.mitglied, id))!.shown;
const batch = () => releaseBatch(w.koordination);
/** No number before a batch has told one. */
const early = { how: 'early', comparable: { have: null, need: 5 } };
const full = { how: 'full', cell: eastern };

describe('a batch', () => {
	test('leaves four waiting, and lets five out together', async () => {
		const ids = await come(eastern, 4);
		expect(await batch()).toMatchObject({ ok: false, why: 'wrong_state' });
		expect(await shown(ids[0]!)).toMatchObject(early);
		ids.push(...(await come(eastern, 1)));
		expect(await shown(ids[0]!)).toMatchObject(early);
		expect(value(await batch())).toEqual({ batch: 1, cases: 5, coarser: 0 });
		for (const id of ids) expect(await shown(id)).toMatchObject({ ...full, k: 5 });
	});
	test('is the office’s alone; reviewers see the room, others do not', async () => {
		await come(eastern, 5);
		for (const [name, a] of w.everyone) {
			const office = name.startsWith('koordination');
			expect([name, (await waitingRoom(a)) !== null]).toEqual([name, office || name === 'pruefung']);
			if (!office) expect(await releaseBatch(a)).toMatchObject({ ok: false, why: 'forbidden' });
		}
		expect(await waitingRoom(w.koordination)).toMatchObject({ ready: true, total: 5, out: 0, batches: [], due: true });
	});
	test('does not tell in the log which cases came out', async () => {
		const ids = await come(eastern, 5);
		value(await batch());
		const found = await db.db.execute(sql`select thing_id, data from event where kind = 'case_batch.release'`);
		expect(found.rows).toHaveLength(1);
		expect(ids).not.toContain(found.rows[0]!.thing_id);
		expect(found.rows[0]!.data).toEqual({ batch: 1, cases: 5 });
	});
	test('nor a small number', async () => {
		await come(eastern, 5);
		value(await batch());
		await come(eastern, 2);
		value(await batch());
		const found = await db.db.execute(sql`select data from event where kind = 'case_batch.release' order by id`);
		expect(found.rows.map((r) => r.data)).toEqual([{ batch: 1, cases: 5 }, { batch: 2 }]);
		expect((await waitingRoom(w.koordination))!.batches.map((b) => b.cases)).toEqual([null, 5]);
	});
	test('tells how many looked the same then, until the next', async () => {
		const western: CaseCell = { ...eastern, place: 'AR-WEST' };
		const ids = await come(western, 2);
		await come(eastern, 5);
		value(await batch());
		await come(western, 1);
		for (const id of ids) expect(await shown(id)).toMatchObject({ how: 'early', comparable: { have: 2, need: 5 } });
	});
	test('of two at once one wins', async () => {
		const [id] = await come(eastern, 5);
		const client = await db.pool.connect();
		await client.query('begin');
		await client.query('select 1 from case_analysis where id = $1 for update', [id]);
		const both = Promise.all([batch(), batch(), releaseBatchIfDue()]);
		await new Promise((r) => setTimeout(r, 300));
		await client.query('commit');
		client.release();
		const [one, two, clock] = await both;
		expect([one.ok, two.ok, clock !== null].filter(Boolean)).toHaveLength(1);
		const batches = await db.db.execute(sql`select distinct batch from case_analysis`);
		expect(batches.rows).toHaveLength(1);
	});
	test('a case that is recalled while the batch waits stays in', async () => {
		const ids = await come(eastern, 5);
		const client = await db.pool.connect();
		await client.query('begin');
		await client.query(`update case_analysis set state = 'recalled', recalled_at = now() where id = $1`, [ids[4]]);
		const waiting = batch();
		await new Promise((r) => setTimeout(r, 300));
		await client.query('commit');
		client.release();
		expect(await waiting).toMatchObject({ ok: false, why: 'wrong_state' });
		expect(await shown(ids[0]!)).toMatchObject(early);
	});
});

describe('by the clock', () => {
	test('a first one as soon as any are ready, then with the quarter or ten', async () => {
		setClock(new Date('2027-01-10T08:00:00Z'));
		await come(eastern, 5);
		expect(await releaseBatchIfDue()).toMatchObject({ batch: 1, cases: 5 });
		const [late] = await come(eastern, 2);
		setClock(new Date('2027-03-31T08:00:00Z'));
		expect(await releaseBatchIfDue()).toBeNull();
		expect(await shown(late!)).toMatchObject({ how: 'early' });
		setClock(new Date('2027-04-01T08:00:00Z'));
		expect(await releaseBatchIfDue()).toMatchObject({ cases: 2 });
		expect(await releaseBatchIfDue()).toBeNull();
		await come(eastern, 10);
		expect(await releaseBatchIfDue()).toMatchObject({ cases: 10 });
	});
});

describe('a deletion', () => {
	test('hides its cell at once, and makes it coarser with the next batch', async () => {
		const ids = await come(eastern, 5);
		const county = await come({ ...eastern, place: '05566' }, 5);
		value(await batch());
		value(await recallCase(w.mitglied, ids[0]!));
		expect(await shown(ids[1]!)).toMatchObject(early);
		expect(await waitingRoom(w.koordination)).toMatchObject({ ready: false, mayRelease: true });
		value(await eraseCase(w.datenschutz, ids[0]!));
		expect(value(await batch())).toMatchObject({ cases: 0, coarser: 4 });
		expect(await shown(ids[1]!)).toMatchObject({ how: 'full', cell: { place: '05566' }, k: 9 });
		expect(await shown(county[0]!)).toMatchObject({ k: 9 });
		const kept = await db.db.execute<{ a: unknown }>(
			sql`select attributes as a from case_analysis where id = ${ids[1]!}`
		);
		expect(JSON.stringify(kept.rows)).not.toContain('AR-OST');
	});
	test('what is restored waits anew', async () => {
		const ids = await come(eastern, 6);
		value(await batch());
		value(await recallCase(w.mitglied, ids[0]!));
		value(await restoreCase(w.datenschutz, ids[0]!));
		expect(await shown(ids[0]!)).toMatchObject({ how: 'early' });
		expect(await shown(ids[1]!)).toMatchObject({ ...full, k: 5 });
	});
});

describe('an early case tells nothing', () => {
	const rare: CaseCell = { place: 'AR-WEST', ageBand: 'JUNG', household: 'H2' };
	const telling = /AR-WEST|JUNG|H2|IK03/;
	test('to nobody on its page, in lists and search', async () => {
		const id = await released(w.fallmanagementA, w.pruefung, analysisOf(rare));
		for (const [name, a] of w.everyone) {
			const page = await casePage(a, id);
			const list = await casesPage(a, 'released', 1);
			const hits = await searchPage(a, 'wochenlang ohne Geld', { type: null, page: 1 });
			expect([name, telling.test(JSON.stringify([page, list, hits, await waitingRoom(a)]))]).toEqual([name, false]);
		}
		expect((await casePage(w.mitglied, id))!.attributes).toEqual({ legalDomains: ['SGB2'], phases: [] });
	});
	test('nor by filters: only the legal domain finds it', async () => {
		await released(w.fallmanagementA, w.pruefung, analysisOf(rare));
		const total = async (filter: { legalDomain?: string; phase?: string }) =>
			(await casesPage(w.mitglied, 'released', 1, filter))!.total;
		expect(await total({ legalDomain: 'SGB2' })).toBe(1);
		expect(await total({ phase: 'IK03' })).toBe(0);
		await come(eastern, 5);
		value(await batch());
		expect(await total({ phase: 'IK03' })).toBe(5);
		expect(await total({ phase: 'IK05' })).toBe(0);
	});
	test('nor to a writer who tries combinations, and be she a reviewer', async () => {
		const ids = await come(eastern, 4);
		const tried = { ...eastern, legalDomains: ['SGB2'], phases: [] };
		const asked = async (a: typeof w.mitglied) => (await riskFor(a, tried))?.risk.comparable.have;
		expect(await asked(w.fallmanagementB)).toBe(1);
		expect(await asked(w.pruefung)).toBe(1);
		const before = await submitted(w.fallmanagementB, analysisOf(eastern));
		expect((await casePage(w.pruefung, before))!.review!.risk!.risk.comparable.have).toBe(5);
		expect(await asked(w.lenkung)).toBeUndefined();
		await come(eastern, 1);
		value(await batch());
		expect(await riskFor(w.fallmanagementB, tried)).toMatchObject({ risk: { k: 6 }, alike: { length: 5 } });
		expect((await riskFor(w.fallmanagementB, tried, { without: ids[0] }))!.risk.k).toBe(5);
	});
});
