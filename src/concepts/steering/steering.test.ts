// The committee decides once, its numbers have no holes, and everything a decision does happens with it or not at all.
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedback, serviceGap } from '#concepts/gaps/tables.server.ts';
import { agendaItem } from '#concepts/meetings/tables.server.ts';
import { proposal } from '#concepts/proposals/tables.server.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aGap, aMeasure, aMeeting, scheduled, setMeeting, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { decide, type Deciding } from './commands.server.ts';
import { prioritise } from './gate1.commands.server.ts';
import { issue } from './issue.server.ts';
import { takeMeasureStep } from './measures.commands.server.ts';
import { answerReview, askDueReviews, closeReview, reopenGap } from './reviews.commands.server.ts';
import { gate2Results, type Gate2Result } from './rules.ts';
import { decision, effectReview, measure } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase({ max: 12 });
	w = await world();
	// two stand behind each gap here; the bar is tried in rules.test.ts
	await (await database()).execute(sql`insert into setting (key, value) values ('reopenLeastAnswers', '1'::jsonb)`);
});
afterAll(async () => {
	setClock(null);
	await db.close();
});

const deciding = (proposalId: string, result: Gate2Result = 'adopted', more: Partial<Deciding> = {}): Deciding => ({
	proposalId,
	result,
	wording:
		result === 'adopted_with_changes'
			? 'Das Jobcenter richtet drei betreute Kurse ein.'
			: 'Das Jobcenter richtet bis zum Sommer zwei betreute Kurse ein.',
	reason: 'Der Bedarf ist belegt.',
	target: 'Land NRW',
	targetOn: addDays(today(), 100),
	vote: '9 dafür, 1 dagegen',
	measures: result.startsWith('adopted') ? [aMeasure(w)] : [],
	...more
});
const gapState = async (id: string) =>
	(await (await database()).select().from(serviceGap).where(eq(serviceGap.id, id)))[0]!.state;
const proposalState = async (id: string) =>
	(await (await database()).select().from(proposal).where(eq(proposal.id, id)))[0]!.state;
const measureOf = async (decisionId: string) =>
	(await (await database()).select().from(measure).where(eq(measure.decisionId, decisionId)))[0]!;
const numbers = async () =>
	(await (await database()).select({ n: decision.number }).from(decision))
		.map((r) => Number(r.n.split('-B')[1]))
		.sort((a, b) => a - b);

describe('gate 2', () => {
	const outcome: Record<Gate2Result, [string, string]> = {
		adopted: ['decided', 'in_implementation'],
		adopted_with_changes: ['decided', 'in_implementation'],
		acknowledged: ['decided', 'decided'],
		postponed: ['postponed', 'in_solution'],
		referred: ['returned', 'in_solution'],
		rejected: ['decided', 'in_solution'],
		passed_on: ['decided', 'escalated']
	};
	test.each(gate2Results)('%s takes effect on proposal, gap, agenda and feedback', async (result) => {
		const p = await scheduled(w);
		const d = sure(await decide(w.vorsitz, deciding(p.id, result)));
		expect([await proposalState(p.id), await gapState(p.gapIds[0]!)]).toEqual(outcome[result]);
		const sql = await database();
		const owed = await sql.select().from(feedback).where(eq(feedback.decisionId, d.id));
		expect(owed.map((f) => [f.gapId, f.meetingId])).toEqual([[p.gapIds[0], p.meetingId]]);
		const [item] = await sql.select().from(agendaItem).where(eq(agendaItem.meetingId, p.meetingId));
		expect(item!.state).toBe('done');
		expect((await sql.select().from(measure).where(eq(measure.decisionId, d.id))).length).toBe(
			result.startsWith('adopted') ? 1 : 0
		);
	});

	test('of 20 parallel decisions one wins, the others hear which', async () => {
		const p = await scheduled(w);
		const all = await Promise.all(
			Array.from({ length: 20 }, (_, i) =>
				decide(i % 2 ? w.vorsitz : w.koordination, deciding(p.id, i % 3 ? 'adopted' : 'rejected'))
			)
		);
		const won = all.filter((r) => r.ok);
		expect(won).toHaveLength(1);
		const winner = won[0]!.ok ? won[0]!.value.number : '';
		for (const lost of all.filter((r) => !r.ok)) {
			expect(lost.ok ? '' : lost.why).toBe('conflict');
			expect(lost.ok ? '' : lost.issues[0]!.message).toContain(winner);
		}
		const rows = await (await database()).select().from(decision).where(eq(decision.proposalId, p.id));
		expect(rows).toHaveLength(1);
	});

	test('even past the commands the database keeps a second final decision out', async () => {
		const p = await scheduled(w);
		sure(await decide(w.vorsitz, deciding(p.id)));
		const meetingId = await aMeeting(w, 'running');
		const second = (await database())
			.execute(sql`insert into decision (number, body_id, meeting_id, gate, proposal_id, result, wording, decided_at, decided_by)
			values ('X-1', ${w.committee}, ${meetingId}, 2, ${p.id}, 'rejected', 'Nein', now(), ${w.vorsitz.id})`);
		await expect(second).rejects.toMatchObject({ cause: { constraint: 'decision_final' } });
	});

	test('numbers have no holes: parallel decisions count on, a refused one gives its number back', async () => {
		const before = await numbers();
		const many = await Promise.all(Array.from({ length: 6 }, () => scheduled(w)));
		const broken = { ...aMeasure(w), contactId: w.federfuehrung.id, deputyId: w.vorsitz.id };
		const results = await Promise.all(
			many.map((p, i) => decide(w.vorsitz, deciding(p.id, 'adopted', i % 2 ? { measures: [broken] } : {})))
		);
		expect(results.map((r) => r.ok)).toEqual([true, false, true, false, true, false]);
		// fails late, after the number was taken: the agenda item is gone from the running meeting
		const late = await scheduled(w);
		await (
			await database()
		)
			.update(agendaItem)
			.set({ state: 'called' })
			.where(eq(agendaItem.meetingId, late.meetingId));
		await (
			await database()
		).execute(sql`create function stop_here() returns trigger language plpgsql as $$ begin raise 'stop'; end $$`);
		await (
			await database()
		).execute(sql`create trigger stop_here before insert on measure for each row execute function stop_here()`);
		await expect(decide(w.vorsitz, deciding(late.id))).rejects.toThrow();
		await (await database()).execute(sql`drop trigger stop_here on measure`);
		expect(await proposalState(late.id)).toBe('scheduled');
		sure(await decide(w.vorsitz, deciding(late.id)));
		const after = await numbers();
		expect(after).toHaveLength(before.length + 4);
		expect(after).toEqual(after.map((_, i) => i + 1));
	});

	test('the number names committee and half-year', async () => {
		const p = await scheduled(w);
		const d = sure(await decide(w.vorsitz, deciding(p.id)));
		expect(d.number).toMatch(/^LG-\d{4}\/[12]-B\d{2,}$/);
		expect((await measureOf(d.id)).number).toMatch(/^MA-\d{4}-\d{3}$/);
	});

	test('members, groups and units do not decide; outsiders do not learn that there is something', async () => {
		const p = await scheduled(w);
		for (const [who, why] of [
			[w.lenkung, 'forbidden'],
			[w.mitglied, 'forbidden'],
			[w.federfuehrung, 'not_found'],
			[w.admin, 'not_found'],
			[w.gast, 'not_found'],
			[w.nobody, 'not_found']
		] as const) {
			expect(await decide(who, deciding(p.id))).toMatchObject({ ok: false, why });
		}
	});

	test('it needs the meeting to be held, and what the result demands', async () => {
		const p = await scheduled(w, { running: false });
		expect(await decide(w.vorsitz, deciding(p.id))).toMatchObject({ ok: false, why: 'wrong_state' });
		await setMeeting(p.meetingId, 'held');
		const lacking: [Gate2Result, Partial<Deciding>, string][] = [
			['adopted', { measures: [] }, 'measureTitle'],
			['adopted', { wording: ' ' }, 'wording'],
			[
				'adopted_with_changes',
				{ wording: 'Das Jobcenter richtet bis zum Sommer  zwei betreute Kurse ein.' },
				'wording'
			],
			['postponed', { targetOn: null }, 'targetOn'],
			['referred', { target: '' }, 'target'],
			['referred', { targetOn: null }, 'targetOn'],
			['rejected', { reason: '' }, 'reason'],
			['passed_on', { targetOn: today() }, 'targetOn']
		];
		for (const [result, more, field] of lacking) {
			const answer = await decide(w.vorsitz, deciding(p.id, result, more));
			expect(answer).toMatchObject({ ok: false, why: 'incomplete' });
			expect(answer.ok ? [] : answer.issues.map((i) => i.field)).toContain(field);
		}
		sure(await decide(w.vorsitz, deciding(p.id)));
	});
});

describe('gate 1', () => {
	const input = (gapId: string, meetingId: string, mandate = true) => ({
		gapId,
		meetingId,
		priority: 'high' as const,
		reason: 'Betrifft viele.',
		vote: 'einstimmig',
		mandate: mandate ? { bodyId: w.topicGroup, goal: 'Übergang klären', dueOn: addDays(today(), 90) } : null
	});
	test('prioritises and gives a mandate, without a word on the matter', async () => {
		const gapId = await aGap(w);
		const d = sure(await prioritise(w.vorsitz, input(gapId, await aMeeting(w, 'running'))));
		expect(await gapState(gapId)).toBe('mandated');
		const [row] = await (await database()).select().from(decision).where(eq(decision.id, d.id));
		expect(row).toMatchObject({ gate: 1, result: 'mandated', proposalId: null, proposedWording: '' });
		expect(row!.mandateId).not.toBeNull();
		expect(row!.wording).toContain('Themengruppe Rechtskreiswechsel');
	});
	test('may only set the priority; the mandate can follow in a later meeting', async () => {
		const gapId = await aGap(w);
		sure(await prioritise(w.koordination, input(gapId, await aMeeting(w, 'running'), false)));
		expect(await gapState(gapId)).toBe('prioritised');
		const next = await aMeeting(w, 'running');
		expect(await prioritise(w.koordination, input(gapId, next, false))).toMatchObject({ why: 'incomplete' });
		sure(await prioritise(w.koordination, input(gapId, next)));
		expect(await gapState(gapId)).toBe('mandated');
	});
	test('only in a running meeting, only by chair or office, once', async () => {
		const gapId = await aGap(w);
		expect(await prioritise(w.vorsitz, input(gapId, await aMeeting(w, 'held')))).toMatchObject({ why: 'wrong_state' });
		const running = await aMeeting(w, 'running');
		expect(await prioritise(w.lenkung, input(gapId, running))).toMatchObject({ why: 'forbidden' });
		expect(await prioritise(w.federfuehrung, input(gapId, running))).toMatchObject({ why: 'not_found' });
		const all = await Promise.all(Array.from({ length: 8 }, () => prioritise(w.vorsitz, input(gapId, running))));
		expect(all.filter((r) => r.ok)).toHaveLength(1);
	});
});

describe('measures', () => {
	const aDecision = async () => {
		const p = await scheduled(w);
		const d = sure(await decide(w.vorsitz, deciding(p.id)));
		return { ...p, decisionId: d.id, measureId: (await measureOf(d.id)).id };
	};
	const report = { text: 'Räume gefunden', nextStep: 'Ausschreibung' };

	test('the unit accepts and reports itself; the office cannot write its report', async () => {
		const { measureId } = await aDecision();
		expect(await takeMeasureStep(w.koordination, measureId, 'accept')).toMatchObject({ why: 'forbidden' });
		sure(await takeMeasureStep(w.federfuehrung, measureId, 'accept'));
		expect(await takeMeasureStep(w.koordination, measureId, 'report', report)).toMatchObject({ why: 'forbidden' });
		expect(await takeMeasureStep(w.federfuehrung, measureId, 'report', { text: 'x' })).toMatchObject({
			why: 'incomplete'
		});
		sure(await takeMeasureStep(w.federfuehrung, measureId, 'report', report));
		expect(await takeMeasureStep(w.federfuehrung, measureId, 'approve')).toMatchObject({ why: 'forbidden' });
		expect(await takeMeasureStep(w.gast, measureId, 'report', report)).toMatchObject({ why: 'not_found' });
	});
	test('late needs a reason; an extension is granted by office or chair', async () => {
		const { measureId } = await aDecision();
		sure(await takeMeasureStep(w.federfuehrung, measureId, 'accept'));
		setClock(new Date(Date.now() + 120 * 86_400_000));
		const late = await takeMeasureStep(w.federfuehrung, measureId, 'report', report);
		expect(late.ok ? [] : late.issues.map((i) => i.field)).toEqual(['delayReason']);
		sure(await takeMeasureStep(w.federfuehrung, measureId, 'report', { ...report, delayReason: 'Personal fehlt' }));
		const dueOn = addDays(today(), 60);
		sure(
			await takeMeasureStep(w.federfuehrung, measureId, 'request_extension', { dueOn, delayReason: 'Personal fehlt' })
		);
		expect(await takeMeasureStep(w.federfuehrung, measureId, 'grant_extension')).toMatchObject({ why: 'forbidden' });
		sure(await takeMeasureStep(w.vorsitz, measureId, 'grant_extension'));
		const [row] = await (await database()).select().from(measure).where(eq(measure.id, measureId));
		expect(row).toMatchObject({ dueOn, state: 'in_progress', delayReason: 'Personal fehlt', requestedDueOn: null });
		setClock(null);
	});
	test('more can be issued for an adopted proposal, not for a rejected one', async () => {
		const { decisionId } = await aDecision();
		sure(await issue(w.koordination, decisionId, aMeasure(w)));
		const p = await scheduled(w);
		const d = sure(await decide(w.vorsitz, deciding(p.id, 'rejected')));
		expect(await issue(w.koordination, d.id, aMeasure(w))).toMatchObject({ why: 'wrong_state' });
	});

	test('with its last measure the implementation ends, and begins again with a new one', async () => {
		const { decisionId, measureId, gapIds } = await aDecision();
		const second = sure(await issue(w.koordination, decisionId, aMeasure(w))).id;
		const drop = (id: string) => takeMeasureStep(w.koordination, id, 'drop', { remark: 'Kein Geld.' });
		sure(await drop(measureId));
		expect(await gapState(gapIds[0]!)).toBe('in_implementation');
		sure(await drop(second));
		expect(await gapState(gapIds[0]!)).toBe('decided');
		sure(await issue(w.koordination, decisionId, aMeasure(w)));
		expect(await gapState(gapIds[0]!)).toBe('in_implementation');
	});

	const approved = async () => {
		const made = await aDecision();
		sure(await takeMeasureStep(w.federfuehrung, made.measureId, 'accept'));
		sure(await takeMeasureStep(w.federfuehrung, made.measureId, 'finish', { text: 'Kurse laufen' }));
		sure(await takeMeasureStep(w.koordination, made.measureId, 'approve'));
		const [review] = await (
			await database()
		)
			.select()
			.from(effectReview)
			.where(eq(effectReview.measureId, made.measureId));
		return { ...made, review: review! };
	};
	const afterHalfAYear = () => setClock(new Date(Date.now() + 190 * 86_400_000));
	const says = (stillHappens: 'gone' | 'better' | 'same' | 'worse') => ({ stillHappens, changed: '', missing: '' });

	test('after half a year those who reported are asked, and their answers close the gap', async () => {
		const { measureId, review, gapIds } = await approved();
		expect(await askDueReviews()).toBe(0);
		afterHalfAYear();
		expect(await askDueReviews()).toBeGreaterThan(0);
		expect(await askDueReviews()).toBe(0);
		expect(await gapState(gapIds[0]!)).toBe('effect_review');
		expect(await answerReview(w.fachkraft, review.id, says('gone'))).toMatchObject({ why: 'forbidden' });
		expect(await answerReview(w.gast, review.id, says('gone'))).toMatchObject({ why: 'not_found' });
		expect(await answerReview(w.fallmanagementA, review.id, { ...says('gone'), stillHappens: null })).toMatchObject({
			why: 'incomplete'
		});
		sure(await answerReview(w.fallmanagementA, review.id, says('gone')));
		expect(await answerReview(w.fallmanagementA, review.id, says('worse'))).toMatchObject({ why: 'conflict' });
		expect(sure(await answerReview(w.fallmanagementB, review.id, says('better'))).state).toBe('passed');
		expect(await gapState(gapIds[0]!)).toBe('closed');
		const [row] = await (await database()).select().from(measure).where(eq(measure.id, measureId));
		expect(row!.state).toBe('closed');
		setClock(null);
	});
	test('mostly the same proposes reopening, which the office carries out', async () => {
		const { review, gapIds } = await approved();
		afterHalfAYear();
		await askDueReviews();
		sure(await answerReview(w.fallmanagementA, review.id, says('same')));
		expect(await closeReview(w.fallmanagementA, review.id)).toMatchObject({ why: 'forbidden' });
		expect(sure(await closeReview(w.koordination, review.id)).state).toBe('reopen_proposed');
		expect(await reopenGap(w.lenkung, review.id)).toMatchObject({ why: 'forbidden' });
		sure(await reopenGap(w.koordination, review.id));
		expect(await gapState(gapIds[0]!)).toBe('reopened');
		setClock(null);
	});
	test('answers that balance leave it to the office', async () => {
		const { review } = await approved();
		afterHalfAYear();
		await askDueReviews();
		sure(await answerReview(w.fallmanagementA, review.id, says('same')));
		sure(await answerReview(w.fallmanagementB, review.id, says('better')));
		expect(await closeReview(w.koordination, review.id)).toMatchObject({ why: 'incomplete' });
		expect(sure(await closeReview(w.koordination, review.id, 'pass')).state).toBe('passed');
		setClock(null);
	});
});
