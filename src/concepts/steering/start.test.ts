// The start page: what waits for each role, nothing of others, news of what is followed only as far as it may be seen.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import { change } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { yes } from '#platform/result.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { world, type World } from '../../../tests/world.ts';
import { startPage } from './start.queries.server.ts';
import { quickActions, type WaitingKind } from './start.ts';

let db: TestDatabase;
let w: World;
let gapId: string;
let proposalId: string;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const kinds = async (a: Actor): Promise<WaitingKind[]> => (await startPage(a))!.waiting.map((g) => g.kind);

test('on the first day nobody has anything waiting, but everybody something to do', async () => {
	for (const [name, a] of w.everyone.filter(([n]) => n !== 'nobody')) {
		expect([name, await kinds(a)]).toEqual([name, []]);
		expect([name, quickActions(a).length > 0 && quickActions(a).length <= 4]).toEqual([name, true]);
	}
	expect(await startPage(w.nobody)).toBeNull();
});

describe('with work under way', () => {
	beforeAll(async () => {
		const d = await database();
		const put = async (q: ReturnType<typeof sql>) => (await d.execute<{ id: string }>(q)).rows[0]!.id;
		const a = w.fallmanagementA;
		await d.execute(sql`insert into gap_report (author_id, organisation_id, state, text, submitted_at) values
			(${a.id}, ${a.organisationId}, 'draft', 'angefangen', null), (${a.id}, ${a.organisationId}, 'query', 'unklar', now()),
			(${a.id}, ${a.organisationId}, 'received', 'alt', ${addDays(today(), -40)}::date), (${a.id}, ${a.organisationId}, 'received', 'neu', now())`);
		await d.execute(sql`insert into case_analysis (author_id, organisation_id, state, title, attributes) values
			(${a.id}, ${a.organisationId}, 'in_review', 'Zu prüfen', '{}'), (${w.pruefung.id}, ${w.pruefung.organisationId}, 'in_review', 'Meine eigene', '{}'),
			(${a.id}, ${a.organisationId}, 'returned', 'Zurück', '{}')`);
		await d.execute(
			sql`insert into case_analysis (number, author_id, reviewer_id, organisation_id, state, title, attributes, recalled_at) values ('E-1999-001', ${a.id}, ${w.pruefung.id}, ${a.organisationId}, 'recalled', 'Geheim', '{}', now())`
		);
		gapId = await put(
			sql`insert into service_gap (number, title, description, gap_type) values ('L-1999-001', 'Lücke', 'x', 'GT01') returning id`
		);
		const meetingId = await put(
			sql`insert into meeting (body_id, title, starts_at, ends_at, state) values (${w.committee}, 'Lenkungsgruppe', now() + interval '9 days', now() + interval '9 days', 'invited') returning id`
		);
		proposalId = await put(
			sql`insert into proposal (number, body_id, title, state, outline, created_by, meeting_id) values ('V-1999-001', ${w.topicGroup}, 'Lotsen', 'scheduled', '{}', ${w.koordination.id}, ${meetingId}) returning id`
		);
		await d.execute(
			sql`insert into proposal (number, body_id, title, state, outline, created_by) values ('V-1999-002', ${w.topicGroup}, 'Kurse', 'in_consultation', '{}', ${w.koordination.id}), ('V-1999-003', ${w.group}, 'Wohnen', 'submitted', '{}', ${w.koordination.id})`
		);
		const decisionId = await put(
			sql`insert into decision (number, body_id, meeting_id, gate, proposal_id, result, wording, decided_at, decided_by) values ('LG-1999/1-B01', ${w.committee}, ${meetingId}, 2, ${proposalId}, 'adopted', 'x', now(), ${w.vorsitz.id}) returning id`
		);
		const u = w.federfuehrung;
		const measureId =
			await put(sql`insert into measure (number, decision_id, organisation_id, contact_id, title, due_on, state) values
			('MA-1999-001', ${decisionId}, ${u.organisationId}, ${u.id}, 'Neu', ${addDays(today(), 90)}, 'issued') returning id`);
		await d.execute(
			sql`insert into measure (number, decision_id, organisation_id, contact_id, title, due_on, state) values ('MA-1999-002', ${decisionId}, ${u.organisationId}, ${u.id}, 'Spät', ${addDays(today(), -3)}, 'in_progress')`
		);
		const review = await put(
			sql`insert into effect_review (measure_id, gap_id, due_on, state, asked_at) values (${measureId}, ${gapId}, ${today()}, 'asked', now()) returning id`
		);
		await d.execute(sql`insert into effect_answer (review_id, account_id) values (${review}, ${w.fachkraft.id})`);
		await d.execute(
			sql`insert into task (body_id, title, assignee_id, due_on) values (${w.group}, 'Zahlen holen', ${w.mitglied.id}, ${addDays(today(), -1)})`
		);
		await d.execute(
			sql`insert into invitation (meeting_id, account_id, invited_at) values (${meetingId}, ${w.lenkung.id}, now())`
		);
	});

	test('each role finds its own', async () => {
		expect(await kinds(w.fallmanagementA)).toEqual(['queries', 'cases_returned', 'report_drafts']);
		expect(await kinds(w.fallmanagementB)).toEqual([]);
		expect(await kinds(w.fachkraft)).toEqual(['effects']);
		expect(await kinds(w.pruefung)).toEqual(['reviews']);
		expect(await kinds(w.koordination)).toEqual(['recalled', 'intake', 'proposals_admit']);
		expect(await kinds(w.koordination2)).toEqual(['recalled', 'intake', 'proposals_admit', 'proposals_recommend']);
		expect(await kinds(w.mitglied)).toEqual(['tasks']);
		expect(await kinds(w.lenkung)).toEqual(['decisions', 'invitations']);
		expect(await kinds(w.federfuehrung)).toEqual(['measures_accept', 'measures_report']);
		expect(await kinds(w.datenschutz)).toEqual(['recalled']);
		expect(await kinds(w.gast)).toEqual([]);
	});
	test('says what is late, and shows neither own analyses for review nor the title of a recalled one', async () => {
		const group = async (a: Actor, kind: WaitingKind) => (await startPage(a))!.waiting.find((g) => g.kind === kind)!;
		expect(await group(w.koordination, 'intake')).toMatchObject({ count: 2, late: 1 });
		expect((await group(w.koordination, 'intake')).items.map((i) => [i.title, i.late])).toEqual([
			['alt', true],
			['neu', false]
		]);
		expect(await group(w.federfuehrung, 'measures_report')).toMatchObject({ count: 1, late: 1 });
		expect((await group(w.pruefung, 'reviews')).items.map((i) => i.title)).toEqual(['Zu prüfen']);
		expect((await group(w.datenschutz, 'recalled')).items).toMatchObject([{ number: 'E-1999-001', title: '' }]);
	});
	test('news are of what is followed, as far as it may be seen, and not what oneself did', async () => {
		const d = await database();
		await d.execute(
			sql`insert into follow (account_id, thing_type, thing_id) values (${w.lenkung.id}, 'service_gap', ${gapId}), (${w.gast.id}, 'service_gap', ${gapId})`
		);
		for (const by of [w.koordination, w.lenkung]) {
			await change(by, (c) => {
				c.record('service_gap.confirm', { type: 'service_gap', id: gapId }, { from: 'new', to: 'confirmed' });
				c.record('service_gap.follow', { type: 'service_gap', id: gapId });
				return Promise.resolve(yes(null));
			});
		}
		const seen = (await startPage(w.lenkung))!;
		expect(seen.follows).toBe(true);
		expect(seen.news.map((n) => [n.kind, n.label.number])).toEqual([['service_gap.confirm', 'L-1999-001']]);
		expect((await startPage(w.gast))!.news).toEqual([]);
		expect((await startPage(w.vorsitz))!).toMatchObject({
			follows: false,
			news: [{ kind: 'service_gap.confirm' }, { kind: 'service_gap.confirm' }]
		});
	});
});
