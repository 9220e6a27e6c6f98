/** Approving minutes by the end of a period, in a later meeting and by circulation, on the real database: rights, traces, races. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import { handOn } from '#concepts/people/handing-on.server.ts';
import { inboxItem, setting } from '#concepts/people/tables.server.ts';
import { addDays, now, setClock, today } from '#platform/clock.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem, putOn } from './agenda.commands.server.ts';
import { askMembers, demandMeeting, endReview, settleApproval } from './approval.commands.server.ts';
import { call, end, schedule, start } from './commands.server.ts';
import { fingerprint, invite } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { endReviews } from './jobs.server.ts';
import { answerObjection, approve, circulate, review, rework } from './minutes.commands.server.ts';
import { meetingPage } from './queries.server.ts';
import { recordAttendance, settleItem } from './running.commands.server.ts';
import { agendaItem, meeting, minutesVersion } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());
afterEach(async () => {
	setClock(null);
	await db.db.delete(setting);
	// what is left of one test is not the next meeting of another
	await db.db
		.update(meeting)
		.set({ state: 'cancelled' })
		.where(inArray(meeting.state, ['draft', 'scheduled', 'invited']));
	await db.db.update(meeting).set({ minutesState: 'drafting' }).where(eq(meeting.minutesState, 'under_review'));
	await db.db.update(agendaItem).set({ state: 'removed' }).where(eq(agendaItem.state, 'backlog'));
});

const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000);
const yes = { confirmed: true, objection: '' };
const no = { confirmed: false, objection: 'TOP 1 fehlt etwas.' };

async function planned(bodyId: string, days = 30) {
	const [startsAt, endsAt] = [inDays(days), new Date(inDays(days).getTime() + 7_200_000)];
	return value(
		await call(w.koordination, bodyId, { title: 'Sitzung', startsAt, endsAt, place: 'Kreishaus', link: '' })
	);
}
async function running(bodyId: string, days = 30) {
	const id = await planned(bodyId, days);
	value(await addItem(w.koordination, id, { kind: 'discussion', title: 'Bericht', minutes: 10, rapporteur: '' }));
	value(await schedule(w.koordination, id));
	const seen = fingerprint((await invitationPage(w.koordination, id))!.recipients);
	value(await invite(w.koordination, id, { seen, shortNoticeReason: 'eilt' }));
	value(await start(w.koordination, id));
	return id;
}
/** Held, its minutes under review until `until`; present are those who are named. */
async function underReview(bodyId: string, present: (Actor & { id: string })[], until = addDays(today(), 14)) {
	const id = await running(bodyId);
	value(await recordAttendance(w.koordination, id, new Map(present.map((a) => [a.id, 'present' as const]))));
	value(await end(w.koordination, id));
	value(await circulate(w.koordination, id, until));
	return id;
}
const ofGroup = () => underReview(w.group, [w.mitglied, w.fachkraft]);
const ofCommittee = () => underReview(w.committee, [w.vorsitz]);
const stateOf = async (id: string) => (await db.db.select().from(meeting).where(eq(meeting.id, id)))[0]!.minutesState;
const versionsOf = (id: string) => db.db.select().from(minutesVersion).where(eq(minutesVersion.meetingId, id));
const itemsOf = (id: string) =>
	db.db.select().from(agendaItem).where(eq(agendaItem.minutesOfId, id)).orderBy(desc(agendaItem.createdAt));
const told = async (id: string, kind: string) =>
	(
		await db.db
			.select({ to: eventTell.accountId })
			.from(eventTell)
			.innerJoin(event, eq(event.id, eventTell.eventId))
			.where(and(eq(event.thingId, id), eq(event.kind, kind)))
	)
		.map((r) => r.to)
		.sort();
const ids = (...actors: Actor[]) => actors.map((a) => a.id).sort();
const later = (days = 15) => setClock(inDays(days));

describe('minutes of a group', () => {
	it('are approved by themselves once the period has ended without objections, and told so', async () => {
		const id = await ofGroup();
		value(await review(w.mitglied, id, yes));
		later(14);
		await endReviews();
		expect(await stateOf(id)).toBe('under_review');
		later(15);
		await endReviews();
		expect(await stateOf(id)).toBe('approved');
		expect(await versionsOf(id)).toMatchObject([{ version: 1, approvedBy: null, approvedWay: 'period' }]);
		const [trace] = await db.db
			.select()
			.from(event)
			.where(and(eq(event.thingId, id), eq(event.kind, 'meeting.approve')));
		expect(trace).toMatchObject({ actorId: null, data: { version: 1, way: 'period' } });
		expect(await told(id, 'meeting.approve')).toEqual(ids(w.mitglied, w.fachkraft, w.koordination, w.koordination2));
		const shown = (await meetingPage(w.mitglied, id))!.minutesPart.versions;
		expect(shown).toMatchObject([{ approvedBy: null, approvedWay: 'period' }]);
		await endReviews();
		expect(await versionsOf(id)).toHaveLength(1);
	});

	it('wait with an objection, answered or not; those who lead are told once, and approve', async () => {
		const id = await ofGroup();
		value(await review(w.fachkraft, id, no));
		later();
		await endReviews();
		await endReviews();
		expect(await stateOf(id)).toBe('under_review');
		expect(await told(id, 'meeting.objections_stand')).toEqual(ids(w.koordination, w.koordination2));
		value(await answerObjection(w.koordination, id, w.fachkraft.id, 'Steht unter TOP 2.'));
		await endReviews();
		expect(await stateOf(id)).toBe('under_review');
		value(await approve(w.koordination, id));
		expect(await versionsOf(id)).toMatchObject([{ approvedBy: w.koordination.id, approvedWay: 'leader' }]);
	});

	it('are approved after all when whoever objected confirms instead, and told anew after a second review', async () => {
		const id = await ofGroup();
		value(await review(w.fachkraft, id, no));
		later();
		await endReviews();
		value(await rework(w.koordination, id));
		value(await circulate(w.koordination, id, addDays(today(), 3)));
		value(await review(w.fachkraft, id, no));
		later(4);
		await endReviews();
		expect(await told(id, 'meeting.objections_stand')).toHaveLength(4);
		value(await review(w.fachkraft, id, yes));
		await endReviews();
		expect(await stateOf(id)).toBe('approved');
	});

	it('are approved once by the clock on two nodes and by the chair at the same moment', async () => {
		const id = await ofGroup();
		later();
		const held = await db.pool.connect();
		await held.query('begin');
		await held.query('select from meeting where id = $1 for update', [id]);
		const all = Promise.all([endReview(id), approve(w.koordination, id), endReview(id)]);
		await new Promise((r) => setTimeout(r, 300));
		await held.query('commit');
		held.release();
		expect((await all).map((r) => (r.ok ? 'yes' : r.why)).sort()).toEqual(['wrong_state', 'wrong_state', 'yes']);
		expect(await versionsOf(id)).toHaveLength(1);
	});

	it('need no item, no circulation', async () => {
		const id = await ofGroup();
		expect(await itemsOf(id)).toEqual([]);
		expect(await askMembers(w.koordination, id, addDays(today(), 5))).toMatchObject({ ok: false, why: 'wrong_state' });
		expect(await demandMeeting(w.koordination, id)).toMatchObject({ ok: false, why: 'wrong_state' });
	});
});

describe('minutes of the committee', () => {
	it('wait in its backlog from the review on, once; linked both ways', async () => {
		const id = await ofCommittee();
		const [item] = await itemsOf(id);
		expect(item).toMatchObject({ state: 'backlog', kind: 'minutes_approval', meetingId: null });
		value(await rework(w.koordination, id));
		value(await circulate(w.koordination, id, today()));
		expect(await itemsOf(id)).toHaveLength(1);
		expect((await meetingPage(w.vorsitz, id))!.minutesPart.approval).toMatchObject({ item: { state: 'backlog' } });
		const next = await planned(w.committee, 60);
		const offered = (await meetingPage(w.koordination, next))!.backlog.find((b) => b.minutesOfId === id)!;
		expect(offered).toMatchObject({ approves: { meetingId: id, minutesState: 'under_review' } });
		value(await putOn(w.koordination, next, offered.id));
		const page = (await meetingPage(w.koordination, next))!;
		expect(page.items.at(-1)).toMatchObject({ minutesOfId: id, approves: { meetingId: id } });
		expect((await meetingPage(w.koordination, id))!.minutesPart.approval).toMatchObject({
			item: { meeting: { id: next } }
		});
	});

	it('are not approved by the end of the review', async () => {
		const id = await ofCommittee();
		later(30);
		await endReviews();
		expect(await stateOf(id)).toBe('under_review');
		expect(await endReview(id)).toMatchObject({ ok: false, why: 'wrong_state' });
	});

	it('are approved with the item of a later meeting, in one transaction', async () => {
		const id = await ofCommittee();
		const item = (await itemsOf(id))[0]!.id;
		const next = await running(w.committee, 60);
		value(await putOn(w.koordination, next, item));
		const finished = { step: 'finish' as const, result: '' };
		expect(await settleItem(w.koordination, item, finished)).toMatchObject({ ok: false, why: 'incomplete' });
		const given = { outcome: 'approved' as const, result: 'Einstimmig.' };
		expect(await settleApproval(w.lenkung, item, given)).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await settleApproval(w.mitglied, item, given)).toMatchObject({ ok: false, why: 'not_found' });
		value(await settleApproval(w.vorsitz, item, given));
		expect((await itemsOf(id))[0]).toMatchObject({
			state: 'done',
			result: 'Die Niederschrift ist genehmigt.\nEinstimmig.'
		});
		expect(await versionsOf(id)).toMatchObject([
			{ approvedBy: w.vorsitz.id, approvedWay: 'meeting', approvedInId: next }
		]);
		expect((await meetingPage(w.lenkung, id))!.minutesPart.versions).toMatchObject([{ approvedInId: next }]);
		value(await settleApproval(w.vorsitz, item, given));
		expect(await versionsOf(id)).toHaveLength(1);
		expect(await settleApproval(w.vorsitz, item, { ...given, outcome: 'objections' })).toMatchObject({
			ok: false,
			why: 'wrong_state'
		});
	});

	it('stay under review with objections, and neither is approved while they are being reworked', async () => {
		const id = await ofCommittee();
		const item = (await itemsOf(id))[0]!.id;
		const next = await running(w.committee, 60);
		value(await putOn(w.koordination, next, item));
		value(await settleApproval(w.koordination, item, { outcome: 'objections', result: 'TOP 3 stimmt nicht.' }));
		expect(await stateOf(id)).toBe('under_review');
		expect(await told(id, 'meeting.objected_in_meeting')).toEqual(ids(w.vorsitz, w.koordination2));
		value(await rework(w.koordination, id));
		expect(await settleApproval(w.koordination, item, { outcome: 'approved', result: '' })).toMatchObject({
			ok: false,
			why: 'wrong_state'
		});
		expect(await versionsOf(id)).toEqual([]);
		value(await circulate(w.koordination, id, today()));
		expect((await itemsOf(id)).map((i) => i.state)).toEqual(['backlog', 'done']);
	});

	it('take the item on into the meeting after when it was not reached', async () => {
		const id = await ofCommittee();
		const item = (await itemsOf(id))[0]!.id;
		const next = await running(w.committee, 60);
		value(await putOn(w.koordination, next, item));
		value(await end(w.koordination, next));
		expect((await itemsOf(id)).map((i) => [i.state, i.carriedFromId])).toEqual([
			['backlog', item],
			['postponed', null]
		]);
	});

	it('are not approved by those who lead, whom the page offers no button for it', async () => {
		const id = await ofCommittee();
		value(await review(w.vorsitz, id, yes));
		later();
		expect(await approve(w.koordination, id)).toMatchObject({ why: 'wrong_state' });
		expect(await approve(w.vorsitz, id)).toMatchObject({ why: 'wrong_state' });
		expect((await meetingPage(w.koordination, id))!.minutesPart.steps).not.toContain('approve');
		expect(await stateOf(id)).toBe('under_review');
	});

	it('are approved once in the meeting and by the end of their circulation at the same moment', async () => {
		const id = await ofCommittee();
		value(await askMembers(w.koordination, id, addDays(today(), 5)));
		for (const who of [w.vorsitz, w.lenkung]) value(await review(who, id, yes));
		const item = (await itemsOf(id))[0]!.id;
		const next = await running(w.committee, 60);
		value(await putOn(w.koordination, next, item));
		later(6);
		const both = await Promise.all([
			settleApproval(w.vorsitz, item, { outcome: 'approved', result: '' }),
			endReview(id)
		]);
		expect(both.filter((r) => r.ok).length).toBeGreaterThan(0);
		expect(await versionsOf(id)).toHaveLength(1);
	});
});

describe('approval by circulation', () => {
	const until = () => addDays(today(), 5);
	async function asked() {
		const id = await ofCommittee();
		value(await askMembers(w.koordination, id, until()));
		return id;
	}

	it('is begun by office and chair; then every member may confirm or object, present or not', async () => {
		const id = await ofCommittee();
		expect(await review(w.lenkung, id, yes)).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await askMembers(w.lenkung, id, until())).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await askMembers(w.mitglied, id, until())).toMatchObject({ ok: false, why: 'not_found' });
		expect(await askMembers(w.vorsitz, id, addDays(today(), -1))).toMatchObject({ ok: false, why: 'incomplete' });
		expect((await meetingPage(w.lenkung, id))!.mayReview).toBe(false);
		value(await askMembers(w.koordination, id, until()));
		expect(await told(id, 'meeting.ask_members')).toEqual(ids(w.vorsitz, w.lenkung));
		const page = (await meetingPage(w.lenkung, id))!;
		expect(page.mayReview).toBe(true);
		expect(page.minutesPart.approval).toMatchObject({
			circulation: { until: until(), confirmed: 0, voters: 2, needed: 1 },
			mayDemand: true,
			mayAsk: false
		});
		value(await review(w.lenkung, id, yes));
		for (const a of [w.mitglied, w.gast, w.nobody])
			expect(await review(a, id, yes)).toMatchObject({ ok: false, why: 'not_found' });
	});

	it('approves at its end with the quorum and without an objection', async () => {
		const id = await asked();
		value(await review(w.lenkung, id, yes));
		later(5);
		await endReviews();
		expect(await stateOf(id)).toBe('under_review');
		later(6);
		await endReviews();
		expect(await versionsOf(id)).toMatchObject([{ approvedBy: null, approvedWay: 'circulation' }]);
		expect(await told(id, 'meeting.approve')).toEqual(ids(w.vorsitz, w.lenkung));
		expect((await itemsOf(id)).map((i) => i.state)).toEqual(['removed']);
	});

	it('goes to the agenda of the next meeting with an objection or without the quorum', async () => {
		for (const [share, answers] of [
			[0.5, [yes, no]],
			[1, [yes]],
			[0.5, []]
		] as const) {
			const id = await asked();
			const next = await planned(w.committee, 70);
			await planned(w.committee, 90);
			await db.db
				.insert(setting)
				.values({ key: 'quorumShare', value: share })
				.onConflictDoUpdate({ target: setting.key, set: { value: share } });
			if (answers[0]) value(await review(w.lenkung, id, answers[0]));
			if (answers[1]) value(await review(w.vorsitz, id, answers[1]));
			later(6);
			await endReviews();
			await endReviews();
			expect(await stateOf(id)).toBe('under_review');
			expect(await itemsOf(id)).toMatchObject([{ state: 'scheduled', meetingId: next }]);
			expect((await meetingPage(w.koordination, next))!.items.map((i) => i.minutesOfId)).toEqual([id]);
			expect(await told(id, 'meeting.circulation_failed')).toEqual(
				ids(w.vorsitz, w.lenkung, w.koordination, w.koordination2)
			);
			expect((await meetingPage(w.lenkung, id))!.mayReview).toBe(false);
			setClock(null);
			await db.db.update(meeting).set({ state: 'cancelled' }).where(eq(meeting.bodyId, w.committee));
		}
	});

	it('waits in the backlog when no meeting is ahead', async () => {
		const id = await asked();
		later(6);
		await endReviews();
		expect(await itemsOf(id)).toMatchObject([{ state: 'backlog', meetingId: null }]);
	});

	it('ends when any member demands a meeting; nobody else may', async () => {
		const id = await asked();
		const next = await planned(w.committee, 60);
		expect(await demandMeeting(w.mitglied, id)).toMatchObject({ ok: false, why: 'not_found' });
		expect(value(await demandMeeting(w.lenkung, id))).toBe(next);
		expect(await itemsOf(id)).toMatchObject([{ state: 'scheduled', meetingId: next }]);
		expect(await told(id, 'meeting.demand_meeting')).toEqual(ids(w.vorsitz, w.koordination, w.koordination2));
		expect(await demandMeeting(w.lenkung, id)).toMatchObject({ ok: false, why: 'forbidden' });
		value(await review(w.vorsitz, id, yes));
		later(6);
		await endReviews();
		expect(await stateOf(id)).toBe('under_review');
		expect(value(await demandMeeting(w.koordination, id))).toBe(next);
		expect(await itemsOf(id)).toHaveLength(1);
	});

	it('ends with a rework: whoever reworks asks again', async () => {
		const id = await asked();
		value(await rework(w.koordination, id));
		value(await circulate(w.koordination, id, addDays(today(), 14)));
		expect((await meetingPage(w.lenkung, id))!.minutesPart.approval).toMatchObject({ circulation: null });
	});

	it('is one or the other when a meeting is demanded at the moment it ends', async () => {
		const id = await asked();
		await planned(w.committee, 60);
		value(await review(w.lenkung, id, yes));
		later(6);
		const [ended, demanded] = await Promise.all([endReview(id), demandMeeting(w.vorsitz, id)]);
		expect([ended, demanded].filter((r) => r.ok)).toHaveLength(1);
		expect(await versionsOf(id)).toHaveLength(ended.ok ? 1 : 0);
	});

	it('reaches the inbox of those who are asked', async () => {
		await asked();
		for (;;) if (!(await handOn()).taken) break;
		const [row] = await db.db
			.select({ n: sql<number>`count(*)::int` })
			.from(inboxItem)
			.innerJoin(event, eq(event.id, inboxItem.eventId))
			.where(and(eq(inboxItem.accountId, w.lenkung.id), eq(event.kind, 'meeting.ask_members')));
		expect(row!.n).toBeGreaterThan(0);
	});
});
