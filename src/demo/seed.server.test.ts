import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '#concepts/bodies/actor.server.ts';
import { casesPage } from '#concepts/cases/list.queries.server.ts';
import { casePage } from '#concepts/cases/queries.server.ts';
import { waitingRoom } from '#concepts/cases/waiting.queries.server.ts';
import { contributionsPage } from '#concepts/gaps/contributions.queries.server.ts';
import { registerPage } from '#concepts/gaps/queries.server.ts';
import { intakePage } from '#concepts/gaps/intake.queries.server.ts';
import { meetings } from '#concepts/meetings/queries.server.ts';
import { unreadCount } from '#concepts/people/inbox.queries.server.ts';
import { noFilter } from '#concepts/situation/picture.ts';
import { situation } from '#concepts/situation/queries.server.ts';
import { controlList } from '#concepts/steering/control.queries.server.ts';
import { sheetList } from '#concepts/results/queries.server.ts';
import { cockpit } from '#concepts/steering/cockpit.queries.server.ts';
import { escalationList } from '#concepts/steering/escalations.queries.server.ts';
import { startPage } from '#concepts/steering/start.queries.server.ts';
import type { WaitingKind } from '#concepts/steering/start.ts';
import { nextStage, stageNames, standOf } from '#concepts/steering/thread.ts';
import { threadOf } from '#concepts/steering/thread.queries.server.ts';
import { verifyLog } from '#platform/audit.server.ts';
import { addDays, now, today } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { demoAddress, people, type CastKey } from './cast.server.ts';
import { seedDemoOnce } from './seed.server.ts';

let db: TestDatabase;
const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
	(await db.pool.query(text, values)).rows as T[];
const who = async (key: CastKey | 'abh-leitung') => {
	const [row] = await rows<{ id: string }>('select id from account where email = $1', [demoAddress(key)]);
	return (await actorOf(row!.id)) as Awaited<ReturnType<typeof actorOf>> & { id: string; organisationId: string };
};

beforeAll(async () => {
	db = await testDatabase();
	expect(await seedDemoOnce()).toBe(true);
}, 180_000);
afterAll(() => db.close());

describe('something waits for everybody', () => {
	const waits: Record<CastKey, WaitingKind[]> = {
		'fallmanagement-a': ['queries', 'effects', 'report_drafts', 'case_drafts'],
		'fallmanagement-b': ['invitations'],
		fachkraft: ['tasks', 'invitations'],
		koordination: [
			'intake',
			'feedback',
			'measures_approve',
			'proposals_returned',
			'proposals_recommend',
			'mandates',
			'recalled',
			'cases_evaluate',
			'agreements_expiring',
			'resubmissions',
			'sheets',
			'tasks'
		],
		'koordination-2': ['intake', 'mandates', 'tasks'],
		pruefung: ['reviews', 'sheets'],
		mitglied: ['tasks', 'minutes', 'invitations'],
		vorsitz: ['decisions', 'minutes'],
		lenkung: ['decisions', 'minutes'],
		federfuehrung: ['measures_accept', 'measures_report'],
		gast: ['statements', 'invitations'],
		datenschutz: ['recalled'],
		admin: ['people_invited']
	};
	test.each(Object.keys(people) as CastKey[])('%s', async (key) => {
		const page = await startPage(await who(key));
		expect(page!.waiting.map((w) => w.kind)).toEqual(expect.arrayContaining(waits[key]));
		for (const { kind, items } of page!.waiting)
			expect([kind, new Set(items.map((i) => i.id)).size]).toEqual([kind, items.length]);
	});
	test('nine reports of different age wait in intake, some too long, one urgent', async () => {
		const intake = (await intakePage(await who('koordination')))!;
		expect(intake.counts).toMatchObject({ received: 9, query: 1 });
		expect(intake.counts.late).toBeGreaterThanOrEqual(3);
		expect(intake.rows.filter((r) => r.urgent)).toHaveLength(1);
		expect(new Set(intake.rows.map((r) => r.ageDays)).size).toBeGreaterThanOrEqual(6);
	});
	test('the situation picture is not empty, and shows nothing below the threshold', async () => {
		const { picture, halfYears, throughOn } = (await situation(await who('lenkung'), noFilter))!;
		expect(picture.total.least).toBeGreaterThan(300);
		expect(halfYears.length).toBeGreaterThanOrEqual(4);
		expect(throughOn! < today()).toBe(true);
		for (const table of picture.tables) {
			expect(table.rowTotals.filter((f) => f.least > 0).length, table.key).toBeGreaterThan(3);
			const all = [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals];
			expect(all.filter((f) => f.least > 0 && f.least < 5)).toEqual([]);
		}
	});
	test('a declined report tells its sender why', async () => {
		const { reports } = await contributionsPage(await who('fallmanagement-b'));
		expect(reports.find((r) => r.state === 'declined')!.answer).toMatch(/Gründungsberatung/);
	});
	test('old news are read, new ones are not', async () => {
		for (const key of ['koordination', 'fallmanagement-a', 'vorsitz'] as const)
			expect(await unreadCount(await who(key))).toBeGreaterThan(0);
		expect(await rows('select 1 from event_tell where handed_on_at is null')).toHaveLength(0);
		const [old] = await rows<{ n: string }>(
			`select count(*) as n from inbox_item where read_at is null and created_at < $1`,
			[addDays(today(), -20)]
		);
		expect(Number(old!.n)).toBe(0);
	});
	test('the guest sees one coming meeting', async () => {
		const { rows: seen } = await meetings(await who('gast'), { bodyId: '', past: false }, 1);
		expect(seen.map((m) => m.state)).toEqual(['invited']);
	});
	test('the steering page shows what is expected, and one answer still owed', async () => {
		const page = (await cockpit(await who('koordination')))!;
		expect(page.lines.map((l) => l.ready)).toEqual([false, true]);
		expect(page.circulations.map((c) => c.asked)).toEqual([false]);
		expect(page.owed).toHaveLength(1);
		expect(page.gaps.total).toBeGreaterThanOrEqual(2);
		const member = (await cockpit(await who('lenkung')))!;
		expect(member.minutes).toHaveLength(1);
		expect(member.circulations.map((c) => [c.asked, c.mine])).toEqual([[true, null]]);
	});
});

describe('the story', () => {
	const gapNamed = async (title: string) =>
		(await rows<{ id: string }>('select id from service_gap where title = $1', [title]))[0]!.id;
	test('one thread is complete, up to a passed review and feedback to all seven', async () => {
		const koordination = await who('koordination');
		const id = await gapNamed('Online-Termin im Jobcenter ohne Deutschkenntnisse nicht buchbar');
		const facts = (await threadOf(koordination, 'service_gap', id, null))!.facts!;
		expect(facts.gap.state).toBe('closed');
		expect(stageNames.map((stage) => [stage, standOf(stage, facts)])).toEqual(
			stageNames.map((stage) => [stage, 'reached'])
		);
		expect(nextStage(facts)).toBeNull();
		expect(facts.reviews.map((r) => r.state)).toEqual(['passed']);
		expect(facts.measures.map((m) => m.state)).toEqual(['closed']);
		expect(facts.feedback.map((f) => f.receivers)).toEqual([7, 7, 7]);
	});
	test('the committee has decided in five different ways, each with a number of its own', async () => {
		const decided = await rows<{ result: string; number: string }>(
			'select result, number from decision where gate = 2'
		);
		expect(new Set(decided.map((d) => d.result))).toEqual(
			new Set(['adopted', 'adopted_with_changes', 'postponed', 'rejected', 'passed_on'])
		);
		expect(new Set(decided.map((d) => d.number)).size).toBe(decided.length);
	});
	test('gaps are in states of all kinds, each with two to seven reports behind it', async () => {
		const register = (await registerPage(await who('koordination'), {}))!;
		expect(register.total).toBeGreaterThanOrEqual(12);
		const states = await rows<{ state: string }>('select distinct state from service_gap');
		expect(states.map((s) => s.state).sort()).toEqual([
			'closed',
			'confirmed',
			'effect_review',
			'escalated',
			'in_implementation',
			'in_solution',
			'mandated',
			'merged',
			'new',
			'prioritised'
		]);
		const behind = await rows<{ n: number }>(
			`select count(*)::int as n from gap_report where state = 'assigned' group by gap_id`
		);
		for (const { n } of behind) expect(n >= 2 && n <= 7).toBe(true);
		const [senders] = await rows<{ n: number }>(
			`select count(distinct author_id)::int as n from gap_report where state = 'assigned'`
		);
		expect(senders!.n).toBeGreaterThanOrEqual(7);
	});
	test('measures are overdue with a reason, blocked, reported done, to accept and closed', async () => {
		const control = (await controlList(await who('vorsitz'), { tab: 'all', organisationId: '', meetingId: '' }, 1))!;
		expect(JSON.stringify(control)).toMatch(/Übersetzungsbüros/);
		const states = await rows<{ state: string }>('select state from measure order by state');
		expect(new Set(states.map((s) => s.state))).toEqual(
			new Set(['blocked', 'closed', 'effect_review', 'in_progress', 'issued', 'reported_done'])
		);
		expect(await rows(`select 1 from mandate where state = 'in_work' and due_on < $1`, [today()])).toHaveLength(1);
	});
	test('what was done was noted and is in the archive; a blocked measure says who can help', async () => {
		const archive = { tab: 'archive' as const, organisationId: '', meetingId: '' };
		const { rows: noted } = (await controlList(await who('lenkung'), archive, 1))!;
		expect(noted.length).toBeGreaterThan(0);
		expect(noted.every((r) => r.notedOn !== null)).toBe(true);
		expect(await rows(`select 1 from measure where state = 'blocked' and helper_id is not null`)).toHaveLength(1);
	});
	test('a letter to the Land is due, a result sheet has gone to two networks, another waits for release', async () => {
		const letters = (await escalationList(await who('koordination'), 1))!.rows;
		expect(letters.map((e) => [e.state, e.due])).toEqual([['sent', true]]);
		expect((await sheetList(await who('koordination'), 1))!.rows.map((s) => s.state).sort()).toEqual([
			'draft',
			'in_review',
			'released'
		]);
		expect(await rows('select 1 from result_distribution')).toHaveLength(2);
	});
	test('the re-identifiable analysis is not released', async () => {
		const { rows: released } = (await casesPage(await who('mitglied'), 'released', 1))!;
		expect(released.length).toBeGreaterThanOrEqual(5);
		expect(released.map((c) => c.title)).not.toContain('Stelle weg, Wohnung weg');
		expect(
			await rows(`select 1 from case_analysis where title = 'Stelle weg, Wohnung weg' and state = 'in_review'`)
		).toHaveLength(1);
	});
	test('one batch has come out of the waiting room, other analyses still wait for more that are alike', async () => {
		const mitglied = await who('mitglied');
		const { rows: released } = (await casesPage(mitglied, 'released', 1))!;
		const pages = await Promise.all(released.map((c) => casePage(mitglied, c.id)));
		const shown = Object.groupBy(pages, (p) => p!.shown!.how);
		expect(shown.full).toHaveLength(6);
		expect(shown.full!.map((p) => p!.attributes.place)).toEqual(Array.from({ length: 6 }, () => 'AR-MITTE'));
		expect(shown.early!.length).toBeGreaterThanOrEqual(5);
		expect((await waitingRoom(await who('koordination')))!.batches).toHaveLength(1);
	});
	test('an analysis waits for the second person with a hint that its author has set aside', async () => {
		const pruefung = await who('pruefung');
		const queue = (await casesPage(pruefung, 'review', 1))!.rows;
		const pages = await Promise.all(queue.map((c) => casePage(pruefung, c.id)));
		const hints = pages.flatMap((p) => p!.review!.marks!.map((m) => [m.severity, m.words]));
		expect(hints).toEqual([['amber', 'in der Lokalzeitung']]);
		expect(pages.map((p) => p!.review!.risk!.risk.band)).toEqual(['green', 'green']);
	});
	test('texts hold no straight quotes, double spaces or address', async () => {
		const texts = await rows<{
			t: string;
		}>(`select title || ' ' || description as t from service_gap union select text from gap_report union select outline::text from proposal
			union select text from feedback union select narrative || helped from case_analysis`);
		for (const { t } of texts) expect(t).not.toMatch(/ {2}|\w@\w|TODO|undefined/);
	});
});

describe('truth', () => {
	test('the chain of hashes holds, and time never runs back or ahead', async () => {
		expect(await verifyLog()).toMatchObject({ broken: null });
		expect(await rows('select 1 from event e join event f on f.id > e.id where f.at < e.at limit 1')).toHaveLength(0);
		const [last] = await rows<{ at: Date }>('select max(at) as at from event');
		expect(last!.at.getTime()).toBeLessThan(now().getTime());
	});
	test('what dates itself has the time of the story', async () => {
		const tables = ['gap_report', 'service_gap', 'task', 'comment', 'mail', 'mandate', 'follow:since'].map((t) =>
			t.split(':')
		);
		for (const [table, column = table === 'mandate' ? 'given_at' : 'created_at'] of tables) {
			const late = await rows(`select 1 from ${table} where ${column} > now() - interval '5 hours'`);
			expect([table, late.length]).toEqual([table, 0]);
		}
	});
	test('loading again does nothing', async () => {
		const count = async () => (await rows<{ n: string }>('select count(*) as n from event'))[0]!.n;
		const before = await count();
		expect(await seedDemoOnce()).toBe(false);
		expect(await count()).toBe(before);
	});
	test('a story that breaks off leaves nothing, and the clock runs', async () => {
		const other = await testDatabase();
		try {
			await other.pool.query(
				`create function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$`
			);
			await other.pool.query(
				'create trigger break_off before insert on decision for each row execute function break_off()'
			);
			await expect(seedDemoOnce()).rejects.toThrow(/sitting|end of/);
			expect((await other.pool.query('select 1 from account')).rowCount).toBe(0);
			expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
		} finally {
			await other.close();
		}
	}, 120_000);
	test('on a day from which the story reaches back over most weekends, there are news for the chair as well', async () => {
		const wednesday = [0, -1, -2, -3, -4, -5, -6]
			.map((back) => addDays(today(), back))
			.find((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 3)!;
		const other = await testDatabase();
		try {
			await seedDemoOnce(wednesday);
			const unread = await other.pool.query(
				'select 1 from inbox_item i join account a on a.id = i.account_id where a.email = $1 and i.read_at is null',
				[demoAddress('vorsitz')]
			);
			expect(unread.rowCount).toBeGreaterThan(0);
		} finally {
			await other.close();
		}
	}, 120_000);
});
