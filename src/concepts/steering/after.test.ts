// What follows a decision: help where a measure is blocked, what is noted as done, who is asked, what is passed on, who hears.
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveFeedback } from '#concepts/gaps/commands.server.ts';
import { contributionsPage } from '#concepts/gaps/contributions.queries.server.ts';
import { owedFeedback } from '#concepts/gaps/evidence.server.ts';
import { registerPage } from '#concepts/gaps/queries.server.ts';
import { gapReport, serviceGap } from '#concepts/gaps/tables.server.ts';
import { agendaItem, agendaLink } from '#concepts/meetings/tables.server.ts';
import { close as closeMeeting } from '#concepts/meetings/commands.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { look } from '#platform/change.server.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aGap, aMeasure, aMeeting, scheduled, setMeeting, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { cockpit } from './cockpit.queries.server.ts';
import { decide, type Deciding } from './commands.server.ts';
import { noteDone } from './control.commands.server.ts';
import { controlList, controlRows, type ControlFilter } from './control.queries.server.ts';
import { takeEscalationStep, type EscalationInput } from './escalations.commands.server.ts';
import { escalationLetter } from './escalations.paper.server.ts';
import { escalationPage } from './escalations.queries.server.ts';
import { escalation } from './escalations.tables.server.ts';
import { takeMeasureStep } from './measures.commands.server.ts';
import { measurePage } from './measures.queries.server.ts';
import {
	answerReview,
	askDueReviews,
	closeReview,
	keepClosed,
	reopenGap,
	settleDueReviews
} from './reviews.commands.server.ts';
import { reviewPage } from './reviews.queries.server.ts';
import { startPage } from './start.queries.server.ts';
import { effectAnswer, effectReview, measure } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase({ max: 12 });
	w = await world();
});
afterAll(async () => {
	setClock(null);
	await db.close();
});

const deciding = (proposalId: string, more: Partial<Deciding> = {}): Deciding => ({
	proposalId,
	result: 'adopted',
	wording: 'Das Jobcenter richtet bis zum Sommer zwei betreute Kurse ein.',
	reason: '',
	target: '',
	targetOn: null,
	vote: '',
	measures: [aMeasure(w)],
	...more
});
const gapState = async (id: string) =>
	(await (await database()).select().from(serviceGap).where(eq(serviceGap.id, id)))[0]!.state;
/** Who has been told of an event of this kind about this thing. */
const toldOf = async (kind: string, thingId: string): Promise<string[]> =>
	(
		await (
			await database()
		).execute<{ id: string }>(sql`select t.account_id as id from event e join event_tell t on t.event_id = e.id
			where e.kind = ${kind} and e.thing_id = ${thingId}`)
	).rows.map((r) => r.id);
async function adopted(): Promise<{ gapId: string; meetingId: string; decisionId: string; measureId: string }> {
	const p = await scheduled(w);
	const d = sure(await decide(w.vorsitz, deciding(p.id)));
	const [row] = await (await database()).select().from(measure).where(eq(measure.decisionId, d.id));
	await setMeeting(p.meetingId, 'closed');
	return { gapId: p.gapIds[0]!, meetingId: p.meetingId, decisionId: d.id, measureId: row!.id };
}

describe('a blocked measure', () => {
	const block = { text: 'Kein Raum.', nextStep: 'Suchen.', blockedBy: 'Die Stadt vermietet keinen.' };
	test('says who can help; that one hears of it and reads the measure, not what else was decided', async () => {
		const { measureId } = await adopted();
		sure(await takeMeasureStep(w.federfuehrung, measureId, 'accept'));
		expect(await takeMeasureStep(w.federfuehrung, measureId, 'block', block)).toMatchObject({
			why: 'incomplete',
			issues: [{ field: 'helper' }]
		});
		const nobody = { ...block, helper: `a:${w.fallmanagementA.id}` };
		expect(await takeMeasureStep(w.federfuehrung, measureId, 'block', nobody)).toMatchObject({ why: 'incomplete' });
		sure(await takeMeasureStep(w.federfuehrung, measureId, 'block', { ...block, helper: `o:${w.organisations.town}` }));
		expect(await toldOf('measure.block', measureId)).toEqual(
			expect.arrayContaining([w.koordination.id, w.koordination2.id, w.lenkung.id])
		);
		const seen = (await measurePage(w.lenkung, measureId))!;
		expect(seen).toMatchObject({ helper: 'Stadt Rheine', light: 'blocked' });
		expect(seen.reports[0]).toMatchObject({ text: 'Kein Raum.', blockedBy: block.blockedBy, helper: 'Stadt Rheine' });
	});
	test('to a unit of another house it is there while it is blocked', async () => {
		const { measureId } = await adopted();
		const other: Actor = { ...w.gast, roles: ['responsible_unit'], organisationId: w.organisations.town, seats: [] };
		sure(await takeMeasureStep(w.federfuehrung, measureId, 'accept'));
		expect(await measurePage(other, measureId)).toBeNull();
		sure(await takeMeasureStep(w.federfuehrung, measureId, 'block', { ...block, helper: `o:${w.organisations.town}` }));
		expect((await measurePage(other, measureId))!).toMatchObject({ seesDecision: false, steps: [], helpers: [] });
		sure(await takeMeasureStep(w.federfuehrung, measureId, 'report', { text: 'Es geht.', nextStep: 'Weiter.' }));
		expect(await measurePage(other, measureId)).toBeNull();
		expect((await measurePage(w.koordination, measureId))!.measure.blockedBy).toBe('');
	});
	test('case managers are not offered by name, organisations with nobody to tell not at all', async () => {
		const { measureId } = await adopted();
		sure(await takeMeasureStep(w.federfuehrung, measureId, 'accept'));
		const { helpers } = (await measurePage(w.federfuehrung, measureId))!;
		const offered = helpers.map((h) => h.value);
		expect(offered).toEqual(expect.arrayContaining([`a:${w.koordination.id}`, `a:${w.vorsitz.id}`]));
		for (const who of [w.fallmanagementA, w.fallmanagementB, w.fachkraft, w.admin, w.datenschutz, w.gast])
			expect(offered).not.toContain(`a:${who.id}`);
	});
});

describe('what is done', () => {
	const filter: ControlFilter = { tab: 'all', organisationId: '', meetingId: '' };
	const numbersIn = async (tab: ControlFilter['tab']) =>
		(await controlRows(w.lenkung, { ...filter, tab }))!.map((r) => r.measureId);
	test('is noted once for the whole list, stands in the minutes, and is archived when that meeting is closed', async () => {
		const { measureId } = await adopted();
		sure(await takeMeasureStep(w.koordination, measureId, 'drop', { remark: 'Entfällt.' }));
		const meetingId = await aMeeting(w, 'running');
		expect(await noteDone(w.lenkung, meetingId)).toMatchObject({ why: 'forbidden' });
		expect(await noteDone(w.gast, meetingId)).toMatchObject({ why: 'not_found' });
		expect(await noteDone(w.vorsitz, await aMeeting(w, 'scheduled'))).toMatchObject({ why: 'wrong_state' });
		expect((await controlList(w.vorsitz, { ...filter, tab: 'done' }, 1))!.sittings.map((s) => s.id)).toContain(
			meetingId
		);
		expect((await controlList(w.lenkung, { ...filter, tab: 'done' }, 1))!.sittings).toEqual([]);

		const both = await Promise.all([noteDone(w.vorsitz, meetingId), noteDone(w.koordination, meetingId)]);
		expect(both.map((r) => (r.ok ? 'ok' : r.why)).sort()).toEqual(['conflict', 'ok']);
		const [row] = (await controlRows(w.lenkung, { ...filter, tab: 'done' }))!.filter((r) => r.measureId === measureId);
		expect(row!.notedOn).toBe(today());
		expect(await numbersIn('archive')).not.toContain(measureId);
		const items = await (await database()).select().from(agendaItem).where(eq(agendaItem.meetingId, meetingId));
		expect(items.map((i) => [i.kind, i.state])).toEqual([['acknowledgement', 'done']]);
		expect(items[0]!.result).toContain(row!.number);

		await setMeeting(meetingId, 'closed');
		expect(await numbersIn('archive')).toContain(measureId);
		for (const tab of ['all', 'open', 'done'] as const) expect(await numbersIn(tab)).not.toContain(measureId);
		const { counts } = (await controlList(w.lenkung, { ...filter, tab: 'archive' }, 1))!;
		expect(counts.archive).toBe((await numbersIn('archive')).length);
	});
	test('what still runs is not noted', async () => {
		const { measureId } = await adopted();
		const meetingId = await aMeeting(w, 'running');
		expect(await noteDone(w.vorsitz, meetingId)).toMatchObject({ why: 'conflict' });
		expect(await numbersIn('open')).toContain(measureId);
	});
});

describe('the effect', () => {
	const says = (stillHappens: 'gone' | 'better' | 'same' | 'worse') => ({ stillHappens, changed: '', missing: '' });
	/** Somebody files about a municipality. */
	const files = async (a: { id: string; organisationId: string }, municipality: string, gapId: string | null = null) =>
		void (await (
			await database()
		)
			.insert(gapReport)
			.values({ authorId: a.id, organisationId: a.organisationId, state: 'assigned', text: 'x', municipality, gapId }));
	async function asked() {
		const made = await adopted();
		sure(await takeMeasureStep(w.federfuehrung, made.measureId, 'accept'));
		sure(await takeMeasureStep(w.federfuehrung, made.measureId, 'finish', { text: 'Läuft' }));
		sure(await takeMeasureStep(w.koordination, made.measureId, 'approve'));
		const [review] = await (await database()).select().from(effectReview).where(eq(effectReview.gapId, made.gapId));
		return { ...made, reviewId: review!.id };
	}
	const later = (days: number) => setClock(new Date(Date.now() + days * 86_400_000));
	const askedIn = async (reviewId: string) =>
		(await (await database()).select().from(effectAnswer).where(eq(effectAnswer.reviewId, reviewId)))
			.map((r) => r.accountId)
			.sort();
	const put = async (accountId: string, reviewId: string) =>
		void (await (await database()).insert(effectAnswer).values({ reviewId, accountId }).onConflictDoNothing());

	test('is asked of case managers in the region of the gap, too, and nobody learns who they are', async () => {
		const made = await asked();
		const [colleague] = (
			await (
				await database()
			).execute<{ id: string; organisationId: string }>(sql`insert into account (email, name, organisation_id, state)
				values ('region@example.org', 'Region', ${w.organisations.carrierB}, 'active') returning id, organisation_id as "organisationId"`)
		).rows;
		await (
			await database()
		).execute(sql`insert into account_role (account_id, role) values (${colleague!.id}, 'case_manager')`);
		// Rheine, where the gap is, and Emsdetten lie in one region
		await (
			await database()
		)
			.update(serviceGap)
			.set({ municipalities: ['05566076'] })
			.where(eq(serviceGap.id, made.gapId));
		await files(colleague!, '05566008');
		await files(w.koordination, '05566076');
		later(190);
		expect(await askDueReviews()).toBe(1);
		expect(await askedIn(made.reviewId)).toEqual([w.fallmanagementA.id, w.fallmanagementB.id, colleague!.id].sort());
		for (const who of [w.fallmanagementA, w.fallmanagementB, w.lenkung, w.koordination]) {
			const page = JSON.stringify(await reviewPage(who, made.reviewId));
			for (const other of [w.fallmanagementA, w.fallmanagementB, colleague!])
				if (other.id !== who.id) expect(page).not.toContain(other.id);
		}
		setClock(null);
	});
	test('too few answers propose nothing; enough that say „besteht fort“ put it before the committee', async () => {
		const made = await asked();
		later(190);
		await askDueReviews();
		for (const who of [w.fachkraft, w.mitglied, w.koordination]) await put(who.id, made.reviewId);
		sure(await answerReview(w.fallmanagementA, made.reviewId, says('same')));
		sure(await answerReview(w.fallmanagementB, made.reviewId, says('worse')));
		later(190 + 29);
		expect(await settleDueReviews()).toBe(0);
		sure(await answerReview(w.fachkraft, made.reviewId, says('same')));
		expect(await settleDueReviews()).toBe(1);
		expect(await settleDueReviews()).toBe(0);
		const [item] = await (
			await database()
		)
			.select({ item: agendaItem })
			.from(agendaItem)
			.innerJoin(agendaLink, eq(agendaLink.itemId, agendaItem.id))
			.where(eq(agendaLink.thingId, made.gapId));
		const offered = (
			await (
				await database()
			).execute<{ state: string; title: string; body: string }>(sql`select state, title, body_id as body
				from agenda_item where title like 'Wiederaufnahme prüfen%'`)
		).rows;
		expect(offered).toMatchObject([{ state: 'backlog', body: w.committee }]);
		expect(item).toBeDefined();
		const shown = (who: Actor) => cockpit(who).then((c) => c!.reopenings.find((r) => r.id === made.reviewId));
		expect(await shown(w.lenkung)).toMatchObject({ answered: 'few', persists: 'few' });
		expect(await shown(w.koordination)).toMatchObject({ answered: 3, persists: 3 });

		expect(await reopenGap(w.lenkung, made.reviewId)).toMatchObject({ why: 'forbidden' });
		sure(await reopenGap(w.vorsitz, made.reviewId));
		expect(await gapState(made.gapId)).toBe('reopened');
		const left = (
			await (
				await database()
			).execute(sql`select 1 from agenda_item where title like 'Wiederaufnahme prüfen%' and state = 'backlog'`)
		).rows;
		expect(left).toHaveLength(0);
		setClock(null);
	});
	test('the committee may leave it closed, and says why', async () => {
		const made = await asked();
		later(190);
		await askDueReviews();
		for (const who of [w.fachkraft]) await put(who.id, made.reviewId);
		for (const who of [w.fallmanagementA, w.fallmanagementB, w.fachkraft])
			sure(await answerReview(who, made.reviewId, says('same')));
		expect((await reviewPage(w.koordination, made.reviewId))!.review.state).toBe('reopen_proposed');
		expect(await keepClosed(w.vorsitz, made.reviewId, ' ')).toMatchObject({ why: 'incomplete' });
		expect(await closeReview(w.koordination, made.reviewId)).toMatchObject({ why: 'wrong_state' });
		const both = await Promise.all([
			keepClosed(w.vorsitz, made.reviewId, 'Die Regel ändert sich.'),
			reopenGap(w.koordination, made.reviewId)
		]);
		expect(both.filter((r) => r.ok)).toHaveLength(1);
		setClock(null);
	});
});

describe('passing on to the Land or the Bund', () => {
	const blank: EscalationInput = {
		addressee: '',
		subject: '',
		reason: '',
		request: '',
		sentOn: '',
		resubmitOn: '',
		answeredOn: '',
		answer: '',
		feedback: '',
		outcome: ''
	};
	const letter = {
		addressee: 'Ministerium\nReferat 12',
		subject: 'Fahrtkosten zu Kursen',
		reason: 'Im ländlichen Raum sind die Wege lang.',
		request: 'Wir bitten um eine Regel nach der Entfernung.'
	};
	async function passedOn(gapIds?: string[]) {
		const p = await scheduled(w, gapIds ? { gapIds } : {});
		const d = sure(
			await decide(
				w.vorsitz,
				deciding(p.id, { result: 'passed_on', measures: [], target: 'Ministerium', targetOn: addDays(today(), 30) })
			)
		);
		const [row] = await (await database()).select().from(escalation).where(eq(escalation.decisionId, d.id));
		return { id: row!.id, gapId: p.gapIds[0]!, decisionId: d.id };
	}
	const step = (
		id: string,
		name: Parameters<typeof takeEscalationStep>[2],
		more: Partial<EscalationInput> = {},
		who: Actor = w.koordination
	) => takeEscalationStep(who, id, name, { ...blank, ...more });
	const waiting = async (who: Actor) =>
		(await startPage(who))!.waiting.filter((g) => g.kind === 'resubmissions').map((g) => g.count);

	test('begins with the decision; the letter is formal, complete before it is sent, and frozen after', async () => {
		const { id } = await passedOn();
		expect(await step(id, 'edit', letter, w.lenkung)).toMatchObject({ why: 'forbidden' });
		expect(await step(id, 'edit', letter, w.gast)).toMatchObject({ why: 'not_found' });
		expect(await escalationPage(w.federfuehrung, id)).toBeNull();
		const resubmitOn = addDays(today(), 20);
		const named = { ...letter, reason: 'Frau Haddad kommt nicht zum Kurs.', resubmitOn };
		expect(await step(id, 'edit', named)).toMatchObject({ why: 'incomplete', issues: [{ field: 'reason' }] });
		sure(await step(id, 'edit', { ...letter, subject: '', resubmitOn }));
		expect(await step(id, 'send', { sentOn: today() })).toMatchObject({
			why: 'incomplete',
			issues: [{ field: 'subject' }]
		});
		sure(await step(id, 'edit', { ...letter, resubmitOn }));
		expect((await escalationLetter(w.koordination, id))!.notice).toMatch(/Entwurf/);
		expect(await step(id, 'send', { sentOn: addDays(today(), 1) })).toMatchObject({ why: 'incomplete' });
		const both = await Promise.all([
			step(id, 'send', { sentOn: today() }),
			step(id, 'send', { sentOn: today() }, w.koordination2)
		]);
		expect(both.map((r) => (r.ok ? 'ok' : r.why)).sort()).toEqual(['ok', 'wrong_state']);
		expect(await step(id, 'edit', { ...letter, resubmitOn })).toMatchObject({ why: 'wrong_state' });
		await expect(
			(await database()).execute(sql`update escalation set subject = 'anders' where id = ${id}`)
		).rejects.toMatchObject({ cause: { code: '42501' } });
		const paper = (await escalationLetter(w.koordination, id))!;
		expect([paper.title, paper.notice]).toEqual([letter.subject, undefined]);
		expect(JSON.stringify(paper)).toMatch(/Sehr geehrte Damen und Herren.*Mit freundlichen Grüßen/);
		expect(JSON.stringify(paper)).not.toMatch(/Brandt|Terhorst|Träger/);
	});
	test('falls due on the office’s start page, is reminded of, and the answer reaches everyone behind the gap', async () => {
		const { id, gapId } = await passedOn();
		expect((await waiting(w.koordination))[0]).toBeGreaterThan(0);
		expect(await waiting(w.fallmanagementA)).toEqual([]);
		sure(await step(id, 'edit', { ...letter, resubmitOn: addDays(today(), 20) }));
		const drafts = (await waiting(w.koordination))[0]!;
		sure(await step(id, 'send', { sentOn: today() }));
		expect((await waiting(w.koordination))[0] ?? 0).toBe(drafts - 1);
		expect((await toldOf('escalation.send', id)).sort()).toEqual([w.fallmanagementA.id, w.fallmanagementB.id].sort());
		setClock(new Date(Date.now() + 20 * 86_400_000));
		const due = (await waiting(w.koordination))[0]!;
		expect(due).toBeGreaterThan(0);
		sure(await step(id, 'remind', { resubmitOn: addDays(today(), 10) }));
		expect((await waiting(w.koordination))[0] ?? 0).toBe(due - 1);
		expect(await step(id, 'answer', { answeredOn: today(), answer: 'Ja.', feedback: '' })).toMatchObject({
			issues: [{ field: 'feedback' }]
		});
		const feedback = 'Das Ministerium ändert die Regel.';
		sure(await step(id, 'answer', { answeredOn: today(), answer: 'Die Regel wird geändert.', feedback }));
		for (const who of [w.fallmanagementA, w.fallmanagementB])
			expect(JSON.stringify(await contributionsPage(who))).toContain(feedback);
		expect(JSON.stringify(await contributionsPage(w.fachkraft))).not.toContain(feedback);
		expect(await gapState(gapId)).toBe('escalated');
		expect(await step(id, 'close')).toMatchObject({ issues: [{ field: 'outcome' }] });
		sure(await step(id, 'close', { outcome: 'solved' }));
		expect(await gapState(gapId)).toBe('closed');
		setClock(null);
	});
	test('counts neither as solved nor as open, until there is an end', async () => {
		const gapId = await aGap(w, 'confirmed');
		const inRegister = async (state: string) =>
			(await registerPage(w.lenkung, { state }))!.rows.some((r) => r.id === gapId);
		expect(await inRegister('open')).toBe(true);
		const { id } = await passedOn([gapId]);
		expect([await inRegister('open'), await inRegister('closed'), await inRegister('escalated')]).toEqual([
			false,
			false,
			true
		]);
		sure(await step(id, 'edit', { ...letter, resubmitOn: addDays(today(), 20) }));
		sure(await step(id, 'send', { sentOn: today() }));
		sure(await step(id, 'close', { outcome: 'stays' }));
		expect([await inRegister('open'), await inRegister('closed'), await gapState(gapId)]).toEqual([
			false,
			false,
			'escalated'
		]);

		const back = await passedOn();
		sure(await step(back.id, 'edit', { ...letter, resubmitOn: addDays(today(), 20) }));
		sure(await step(back.id, 'send', { sentOn: today() }));
		sure(await step(back.id, 'close', { outcome: 'back' }));
		expect(await gapState(back.gapId)).toBe('reopened');
	});
});

describe('feedback is a duty', () => {
	test('a meeting that touched three gaps is not closed before all seven senders heard, two of them by merged reports', async () => {
		const database_ = await database();
		const gapIds = [await aGap(w), await aGap(w), await aGap(w)];
		const merged = await aGap(w);
		await database_.execute(
			sql`update service_gap set state = 'merged', merged_into_id = ${gapIds[0]!} where id = ${merged}`
		);
		await database_.execute(
			sql`delete from confirmation where gap_id in (${sql.join(
				[...gapIds, merged].map((id) => sql`${id}::uuid`),
				sql`, `
			)})`
		);
		await database_.execute(
			sql`delete from gap_report where gap_id in (${sql.join(
				[...gapIds, merged].map((id) => sql`${id}::uuid`),
				sql`, `
			)})`
		);
		const senders: string[] = [];
		for (const [n, gapId] of [gapIds[0]!, gapIds[0]!, gapIds[1]!, gapIds[1]!, gapIds[2]!, merged, merged].entries()) {
			const made = await database_.execute<{ id: string }>(sql`insert into account (email, name, organisation_id, state)
				values (${`sender-${n}@example.org`}, ${`Sender ${n}`}, ${n % 2 ? w.organisations.carrierA : w.organisations.carrierB}, 'active') returning id`);
			senders.push(made.rows[0]!.id);
			await database_.insert(gapReport).values({
				authorId: made.rows[0]!.id,
				organisationId: n % 2 ? w.organisations.carrierA : w.organisations.carrierB,
				state: 'assigned',
				text: 'Es fehlt etwas.',
				gapId
			});
		}
		const p = await scheduled(w, { gapIds });
		sure(await decide(w.vorsitz, deciding(p.id)));
		await database_.execute(
			sql`update meeting set state = 'held', minutes_state = 'approved' where id = ${p.meetingId}`
		);
		const owed = await look((tx) => owedFeedback(tx, p.meetingId));
		expect(owed).toHaveLength(3);
		for (const [n, o] of owed.entries()) {
			const refused = await closeMeeting(w.vorsitz, p.meetingId);
			expect(refused.ok ? [] : refused.issues.map((i) => i.field)).toEqual(owed.slice(n).map(() => 'feedback'));
			expect(refused.ok ? '' : refused.issues[0]!.message).toContain(o.number);
			sure(await giveFeedback(w.koordination, o.id, `Beschlossen zu ${o.number}.`));
			expect(await giveFeedback(w.koordination2, o.id, 'Noch einmal.')).toMatchObject({ why: 'wrong_state' });
		}
		sure(await closeMeeting(w.vorsitz, p.meetingId));
		const told = new Set<string>();
		for (const gapId of gapIds) for (const id of await toldOf('service_gap.give_feedback', gapId)) told.add(id);
		expect([...told].sort()).toEqual([...senders].sort());
		const first = (await toldOf('service_gap.give_feedback', gapIds[0]!)).sort();
		expect(first).toEqual([senders[0], senders[1], senders[5], senders[6]].sort());
	});
});
