// The red thread: the whole chain of any object, hidden things without title, who is next where it is open.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import type { Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { world, type World } from '../../../tests/world.ts';
import { threadOf } from './thread.queries.server.ts';
import { stagesOf } from './thread.stages.ts';
import { isComplete, nextStage, standOf, type Facts, type StageName } from './thread.ts';

let db: TestDatabase;
let w: World;
/** ids of the planted chain by name */
const at = {} as Record<
	| 'gap'
	| 'merged'
	| 'report'
	| 'case'
	| 'recalled'
	| 'mandate'
	| 'meeting'
	| 'proposal'
	| 'decision'
	| 'measure'
	| 'review'
	| 'lonely',
	string
>;

beforeAll(async () => {
	db = await testDatabase();
	w = await world();
	await (await database()).transaction(plant);
});
afterAll(() => db.close());

async function plant(tx: Transaction): Promise<void> {
	const put = async (q: ReturnType<typeof sql>): Promise<string> => (await tx.execute<{ id: string }>(q)).rows[0]!.id;
	const gap = (number: string, state: string, into: string | null = null) =>
		put(sql`insert into service_gap (number, title, description, state, gap_type, merged_into_id)
		values (${number}, ${`Lücke ${number}`}, 'Text', ${state}, 'GT01', ${into}) returning id`);
	at.gap = await gap('L-1999-001', 'effect_review');
	at.merged = await gap('L-1999-002', 'merged', at.gap);
	at.lonely = await gap('L-1999-003', 'confirmed');
	const a = w.fallmanagementA;
	at.report =
		await put(sql`insert into gap_report (author_id, organisation_id, state, gap_id, text, municipality, submitted_at)
		values (${a.id}, ${a.organisationId}, 'assigned', ${at.merged}, 'Es fehlt etwas.', '05566076', '1999-01-02T10:00:00Z') returning id`);
	const analysis = (number: string, state: string) =>
		put(sql`insert into case_analysis (number, author_id, reviewer_id, organisation_id, state, title, attributes, released_at)
		values (${number}, ${a.id}, ${w.pruefung.id}, ${a.organisationId}, ${state}, ${`Fall ${number}`}, '{"legalDomains":[],"phases":[]}', '1999-01-03T10:00:00Z') returning id`);
	at.case = await analysis('E-1999-001', 'evaluated');
	at.recalled = await analysis('E-1999-002', 'recalled');
	await tx.execute(
		sql`insert into gap_case (gap_id, case_id) values (${at.gap}, ${at.case}), (${at.gap}, ${at.recalled})`
	);
	at.mandate = await put(
		sql`insert into mandate (number, body_id, goal, due_on) values ('M-1999-001', ${w.topicGroup}, 'Den Wechsel regeln', ${today()}) returning id`
	);
	await tx.execute(sql`insert into gap_mandate values (${at.gap}, ${at.mandate})`);
	at.proposal = await put(
		sql`insert into proposal (number, body_id, title, state, outline, created_by) values ('V-1999-001', ${w.topicGroup}, 'Lotsendienst', 'decided', '{}', ${w.koordination.id}) returning id`
	);
	await tx.execute(sql`insert into proposal_gap values (${at.proposal}, ${at.gap})`);
	await tx.execute(
		sql`insert into proposal_version (proposal_id, version, title, outline, hash, frozen_at) values (${at.proposal}, 1, 'Lotsendienst', '{}', 'x', '1999-03-01T10:00:00Z')`
	);
	at.meeting = await put(
		sql`insert into meeting (body_id, title, starts_at, ends_at, state) values (${w.committee}, 'Lenkungsgruppe im Frühjahr', '1999-04-01T10:00:00Z', '1999-04-01T12:00:00Z', 'held') returning id`
	);
	const item = await put(
		sql`insert into agenda_item (body_id, meeting_id, kind, title, state, result) values (${w.committee}, ${at.meeting}, 'decision', 'Lotsendienst beschließen', 'done', 'angenommen') returning id`
	);
	await tx.execute(
		sql`insert into agenda_link (item_id, thing_type, thing_id) values (${item}, 'proposal', ${at.proposal})`
	);
	at.decision =
		await put(sql`insert into decision (number, body_id, meeting_id, gate, proposal_id, result, wording, proposed_wording, decided_at, decided_by)
		values ('LG-1999/1-B01', ${w.committee}, ${at.meeting}, 2, ${at.proposal}, 'adopted_with_changes', 'Ein Lotsendienst wird erprobt.', 'Ein Lotsendienst wird eingerichtet.', '1999-04-01T11:00:00Z', ${w.vorsitz.id}) returning id`);
	at.measure =
		await put(sql`insert into measure (number, decision_id, organisation_id, contact_id, title, due_on, state)
		values ('MA-1999-001', ${at.decision}, ${w.federfuehrung.organisationId}, ${w.federfuehrung.id}, 'Lotsendienst erproben', '1999-09-30', 'effect_review') returning id`);
	await tx.execute(
		sql`insert into progress_report (measure_id, author_id, text, created_at) values (${at.measure}, ${w.federfuehrung.id}, 'Zwei Lotsen eingestellt.', '1999-06-01T10:00:00Z')`
	);
	at.review = await put(
		sql`insert into effect_review (measure_id, gap_id, due_on, state, asked_at) values (${at.measure}, ${at.gap}, '1999-10-01', 'asked', '1999-10-01T10:00:00Z') returning id`
	);
	await tx.execute(
		sql`insert into effect_answer (review_id, account_id, still_happens, answered_at) values (${at.review}, ${a.id}, 'better', '1999-10-02T10:00:00Z')`
	);
	await tx.execute(
		sql`insert into feedback (gap_id, text, given_by, given_at, receivers) values (${at.gap}, 'Ihr Hinweis hat gewirkt.', ${w.koordination.id}, '1999-05-01T10:00:00Z', 7), (${at.gap}, '', null, null, 0)`
	);
}

const stages = async (actor: Actor, type: string, id: string) => {
	const seen = await threadOf(actor, type, id, null);
	return seen?.facts ? stagesOf(seen.facts, type, 'de') : null;
};

describe('the whole chain', () => {
	test('shows every stage, dated and linked, on one page', async () => {
		const found = (await stages(w.koordination, 'service_gap', at.gap))!;
		expect(found.map((s) => s.open)).toEqual(found.map(() => false));
		expect(found).toHaveLength(11);
		const text = JSON.stringify(found);
		for (const part of [
			'Fall E-1999-001',
			'Den Wechsel regeln',
			'Lenkungsgruppe im Frühjahr',
			'Lotsendienst beschließen',
			'Ein Lotsendienst wird erprobt.',
			'Ein Lotsendienst wird eingerichtet.',
			'Zwei Lotsen eingestellt.',
			'Ihr Hinweis hat gewirkt.',
			'01.04.1999',
			`/decisions/${at.decision}`,
			`/measures/${at.measure}`
		]) {
			expect(text).toContain(part);
		}
	});
	test('is reached from every link of it, from merged gaps, too', async () => {
		const starts = [
			['gap_report', at.report],
			['case_analysis', at.case],
			['mandate', at.mandate],
			['meeting', at.meeting],
			['proposal', at.proposal],
			['decision', at.decision],
			['measure', at.measure],
			['body', w.topicGroup],
			['service_gap', at.merged]
		] as const;
		for (const [type, id] of starts) {
			const seen = await threadOf(w.koordination, type, id, null);
			expect([type, seen?.facts?.gap.id]).toEqual([type, at.gap]);
		}
	});
	test('names no author and no recalled analysis', async () => {
		for (const [, actor] of w.everyone) {
			const text = JSON.stringify(await threadOf(actor, 'service_gap', at.gap, null));
			for (const hidden of [w.fallmanagementA.id, 'Aylin', 'E-1999-002', at.recalled, 'Es fehlt etwas'])
				expect(text).not.toContain(hidden);
		}
	});
	test('small counts are given to the office only', async () => {
		const reports = async (a: Actor) => (await threadOf(a, 'service_gap', at.gap, null))!.facts!;
		expect((await reports(w.koordination)).reports.reports).toBe(1);
		const others = await reports(w.lenkung);
		expect(others.reports.reports).toBe('few');
		// neither the one house nor the one town stands behind the words
		expect([others.reports.carriers, others.reports.municipalities]).not.toContain(1);
		expect(others.reports.carriers).toBe('few');
		expect(others.reviews[0]!.answered).toBe('few');
		expect(others.feedback[0]!.receivers).toBe(7);
	});
});

describe('hidden things', () => {
	test('a responsible unit sees its decision and measure; all else without title, number or day', async () => {
		const seen = (await threadOf(w.federfuehrung, 'measure', at.measure, null))!;
		const text = JSON.stringify(seen);
		expect(text).toContain('Ein Lotsendienst wird erprobt.');
		for (const hidden of [
			'L-1999-001',
			'Lücke L',
			'Fall E',
			'Den Wechsel',
			'Lenkungsgruppe im',
			'V-1999-001',
			'Lotsendienst beschließen',
			'Ihr Hinweis',
			'angenommen'
		]) {
			expect(text).not.toContain(hidden);
		}
		const shown = stagesOf(seen.facts!, 'measure', 'de');
		const gap = shown.find((s) => s.heading === 'Versorgungslücke')!;
		expect(gap.entries).toEqual([{ at: '', title: 'nicht freigegeben', hidden: true }]);
		expect(shown.find((s) => s.current)!.heading).toBe('Maßnahmen');
	});
	test('who may not see the start gets nothing, as for nonsense', async () => {
		for (const a of [w.gast, w.datenschutz, w.admin, w.nobody])
			expect(await threadOf(a, 'service_gap', at.gap, null)).toBeNull();
		expect(await threadOf(w.fallmanagementB, 'gap_report', at.report, null)).toBeNull();
		expect(await threadOf(w.koordination, 'case_analysis', at.recalled, null)).toBeNull();
		for (const [type, id] of [
			['account', w.admin.id],
			['service_gap', "1' or true"],
			['service_gap', w.admin.id],
			['toString', at.gap]
		]) {
			expect(await threadOf(w.koordination, type!, id!, null)).toBeNull();
		}
	});
	test('committee members who do not sit in the group see that it met, and no more', async () => {
		const seen = (await threadOf(w.mitglied, 'service_gap', at.gap, null))!;
		expect(seen.facts!.meetings[0]).toMatchObject({ visible: false, title: '', items: [], at: null });
	});
});

describe('open stages', () => {
	test('a young gap waits for its mandate, and all behind it is open', async () => {
		const found = (await stages(w.fallmanagementB, 'service_gap', at.lonely))!;
		expect(found.filter((s) => s.open).map((s) => s.heading)[0]).toBe('Mandat');
		expect(found.find((s) => s.open)!.text).toContain('Als Nächstes: Die Lenkungsgruppe setzt');
	});
	const bare: Facts = {
		gap: {
			type: 'service_gap',
			id: '1',
			visible: true,
			number: 'L',
			title: 'L',
			state: 'confirmed',
			at: null,
			deferredUntil: null,
			escalatedTo: null,
			merged: 0
		},
		cases: [],
		reports: { reports: 0, confirmations: 0, municipalities: 0, carriers: 0, firstAt: null },
		mandates: [],
		groups: [],
		meetings: [],
		proposals: [],
		decisions: [],
		measures: [],
		reviews: [],
		feedback: [],
		passedOn: [],
		sheets: [],
		events: []
	};
	const link = { type: 'x', id: '1', visible: true, number: null, title: '', at: null };
	test.each([
		['confirmed', 'mandate'],
		['in_solution', 'groups'],
		['closed', null],
		['not_confirmed', null],
		['merged', null]
	] as const)('with nothing linked, %s waits for %s', (state, stage) => {
		expect(nextStage({ ...bare, gap: { ...bare.gap, state } })).toBe(stage);
	});
	test('what is under way is not called complete', () => {
		const review = { ...link, state: 'asked', dueOn: '2026-01-01', answered: 2, better: 2, askedAt: '2026-01-01' };
		const asked: Facts = {
			...bare,
			gap: { ...bare.gap, state: 'effect_review' },
			groups: [{ ...link, state: '' }],
			meetings: [{ ...link, state: 'held', bodyName: '', items: [], held: true }],
			proposals: [{ ...link, state: 'decided', bodyName: '', versions: [], meetingAt: null }],
			decisions: [
				{
					...link,
					gate: 2,
					state: 'adopted',
					wording: '',
					proposedWording: '',
					reason: '',
					target: '',
					targetOn: null
				}
			],
			measures: [{ ...link, state: 'effect_review', unit: '', dueOn: '', reports: [] }],
			reviews: [{ ...review, closedAt: null }],
			feedback: [{ at: '2026-01-01', text: '', receivers: 5 }]
		};
		expect([nextStage(asked), isComplete(asked)]).toEqual(['effect', false]);
		const working: Facts = { ...asked, measures: [{ ...asked.measures[0]!, state: 'in_progress' }], reviews: [] };
		expect(nextStage(working)).toBe('measures');
		const closed: Facts = {
			...asked,
			gap: { ...asked.gap, state: 'closed' },
			reviews: [{ ...review, closedAt: '2026-02-01' }]
		};
		expect([nextStage(closed), isComplete(closed)]).toEqual([null, true]);
		const owing: Facts = { ...closed, feedback: [...closed.feedback, { at: null, text: '', receivers: 0 }] };
		expect([nextStage(owing), isComplete(owing)]).toEqual(['feedback', false]);
	});
	test('a rejected proposal starts no measure and no review', () => {
		const decided: Facts = {
			...bare,
			gap: { ...bare.gap, state: 'in_solution' },
			decisions: [
				{
					...link,
					gate: 2,
					state: 'rejected',
					wording: '',
					proposedWording: '',
					reason: '',
					target: '',
					targetOn: null
				}
			]
		};
		for (const stage of ['measures', 'effect'] as StageName[]) expect(standOf(stage, decided)).toBe('without');
		expect(standOf('feedback', decided)).toBe('open');
	});
});

test('the number of queries is fixed', async () => {
	let n = 0;
	const { Client } = await import('pg').then((x) => x.default);
	const { query } = Client.prototype as { query: (this: unknown, ...args: unknown[]) => unknown };
	Client.prototype.query = function (this: unknown, ...args: unknown[]) {
		n++;
		return Reflect.apply(query, this, args);
	} as typeof Client.prototype.query;
	try {
		await threadOf(w.koordination, 'service_gap', at.gap, null);
	} finally {
		Client.prototype.query = query as typeof Client.prototype.query;
	}
	// 19 and the transaction's begin and commit
	expect(n).toBeGreaterThan(10);
	expect(n).toBeLessThanOrEqual(22);
});
