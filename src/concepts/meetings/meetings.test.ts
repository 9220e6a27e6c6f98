/** Meetings from draft to closed on the real database: rights, invitation, carry-over, minutes, races. */
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import { mail } from '#concepts/people/tables.server.ts';
import { bodyPage } from '#concepts/bodies/queries.server.ts';
import { change } from '#platform/change.server.ts';
import { addDays, now, setClock, today } from '#platform/clock.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem, editItem, link, moveItem, proposeTopic, putOn, takeOff } from './agenda.commands.server.ts';
import { call, close, edit, end, schedule, start } from './commands.server.ts';
import { planGuest, setAccess } from './guests.commands.server.ts';
import { itemDecided, scheduleProposal } from './handed.commands.server.ts';
import { fingerprint, invite, inviteFurther, reply } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { note } from './document.commands.server.ts';
import { answerObjection, approve, circulate, correct, review } from './minutes.commands.server.ts';
import { cancel, postpone } from './postponing.commands.server.ts';
import { meetingPage, meetings, roomOf } from './queries.server.ts';
import { recordAttendance, settleItem } from './running.commands.server.ts';
import { addTask, takeTaskStep } from './tasks.commands.server.ts';
import { myTasks } from './tasks.queries.server.ts';
import { agendaItem, minutesVersion, task } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());
afterEach(() => setClock(null));

const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000);
const times = (days: number) => ({
	startsAt: inDays(days),
	endsAt: new Date(inDays(days).getTime() + 7_200_000),
	place: 'Kreishaus',
	link: ''
});
const item = (title: string) => ({ kind: 'discussion' as const, title, minutes: 10, rapporteur: '' });
const mails = async () => (await db.db.select().from(mail)).length;
const seen = async (a: Actor, id: string) => fingerprint((await invitationPage(a, id))!.recipients);

async function draft(bodyId = w.group, days = 30, leader: Actor = w.koordination) {
	const id = value(await call(leader, bodyId, { title: 'Sitzung', ...times(days) }));
	const first = value(await addItem(leader, id, item('Begrüßung')));
	const second = value(await addItem(leader, id, item('Kinderbetreuung')));
	return { id, first, second };
}
async function invited(bodyId = w.group, leader: Actor = w.koordination) {
	const made = await draft(bodyId, 30, leader);
	value(await schedule(leader, made.id));
	value(await invite(leader, made.id, { seen: await seen(leader, made.id), shortNoticeReason: '' }));
	return made;
}
async function held() {
	const made = await invited();
	value(await start(w.koordination, made.id));
	const there = new Map([
		[w.mitglied.id, 'present' as const],
		[w.fachkraft.id, 'present' as const],
		[w.fallmanagementA.id, 'excused' as const]
	]);
	value(await recordAttendance(w.koordination, made.id, there));
	value(await settleItem(w.koordination, made.first, { step: 'finish', result: 'Alle sind begrüßt.' }));
	value(await end(w.koordination, made.id));
	return made;
}

describe('who may', () => {
	it('see a draft: office and chairs; a scheduled meeting: the members; nobody else', async () => {
		const { id } = await draft(w.topicGroup, 30, w.koordination2);
		const readers = async () => {
			const names: string[] = [];
			for (const [name, a] of w.everyone) {
				const page = await meetingPage(a, id);
				const listed = (await meetings(a, { bodyId: w.topicGroup, past: false }, 1)).rows.some((r) => r.id === id);
				expect(listed, name).toBe(page !== null);
				if (page) names.push(name);
			}
			return names;
		};
		expect(await readers()).toEqual(['koordination', 'koordination2']);
		value(await schedule(w.koordination2, id));
		expect(await readers()).toEqual(['fallmanagementB', 'fachkraft', 'koordination', 'koordination2', 'mitglied']);
	});

	it('lead a meeting: office and chairs; members are refused, others find nothing, and nothing changes', async () => {
		const { id, first } = await invited();
		const tries = (a: Actor) => [
			edit(a, id, { title: 'x', ...times(9) }),
			addItem(a, id, item('x')),
			editItem(a, first, item('x')),
			moveItem(a, id, first, 'down'),
			takeOff(a, first, 'remove'),
			start(a, id),
			cancel(a, id),
			postpone(a, id, times(40)),
			inviteFurther(a, id, { accountId: w.gast.id, accessUntil: addDays(today(), 40) }),
			recordAttendance(a, id, new Map()),
			approve(a, id),
			addTask(a, id, { title: 'x', assigneeId: w.mitglied.id, dueOn: today() }),
			approve(a, id),
			close(a, id)
		];
		for (const [name, a] of w.everyone) {
			if (a.roles.includes('coordinator')) continue;
			const expected = ['fallmanagementA', 'fallmanagementB', 'fachkraft', 'mitglied'].includes(name)
				? 'forbidden'
				: 'not_found';
			for (const result of await Promise.all(tries(a)))
				expect(result, name).toMatchObject({ ok: false, why: expected });
		}
		expect((await meetingPage(w.koordination, id))!.state).toBe('invited');
		expect((await meetingPage(w.koordination, id))!.items.map((i) => i.title)).toEqual([
			'Begrüßung',
			'Kinderbetreuung'
		]);
	});

	it('does not let the committee’s chair into a group’s meeting, nor a group into the committee’s', async () => {
		const { id } = await invited();
		expect(await meetingPage(w.vorsitz, id)).toBeNull();
		const committee = await invited(w.committee);
		expect(await meetingPage(w.mitglied, committee.id)).toBeNull();
		expect((await meetingPage(w.lenkung, committee.id))!.state).toBe('invited');
	});
});

describe('the invitation', () => {
	it('mails nobody for ten edits of a draft, then each recipient once, with calendar entry and note', async () => {
		const before = await mails();
		const { id } = await draft();
		for (let i = 0; i < 10; i++) value(await edit(w.koordination, id, { title: `Fassung ${i}`, ...times(30) }));
		value(await schedule(w.koordination, id));
		value(await planGuest(w.koordination, id, { accountId: w.gast.id, accessUntil: addDays(today(), 35) }));
		expect(await mails()).toBe(before);
		expect(await meetingPage(w.gast, id)).toBeNull();
		value(await invite(w.koordination, id, { seen: await seen(w.koordination, id), shortNoticeReason: '' }));
		const sent = await db.db
			.select()
			.from(mail)
			.where(sql`calendar like ${`%meeting-${id}%`}`);
		expect(sent).toHaveLength(7);
		expect(new Set(sent.map((s) => s.toAddress)).size).toBe(7);
		expect(sent[0]!.calendar).toContain('METHOD:REQUEST');
		expect(sent[0]!.calendar).toContain('SEQUENCE:0');
		expect(sent[0]!.body).not.toContain('Kinderbetreuung');
		const told = await db.db
			.select({ note: eventTell.note })
			.from(eventTell)
			.innerJoin(event, eq(event.id, eventTell.eventId))
			.where(and(eq(event.kind, 'meeting.invite'), eq(event.thingId, id)));
		expect(told.map((t) => t.note)).toEqual(Array(6).fill('invitation')); // the sender knows
	});

	it('needs a reason when the notice period is missed, and the list that was seen', async () => {
		const { id } = await draft(w.group, 5);
		value(await schedule(w.koordination, id));
		const list = await seen(w.koordination, id);
		expect(await invite(w.koordination, id, { seen: list, shortNoticeReason: ' ' })).toMatchObject({
			ok: false,
			why: 'incomplete',
			issues: [{ field: 'shortNoticeReason' }]
		});
		value(await planGuest(w.koordination, id, { accountId: w.gast.id, accessUntil: addDays(today(), 9) }));
		expect(await invite(w.koordination, id, { seen: list, shortNoticeReason: 'eilig' })).toMatchObject({
			ok: false,
			why: 'conflict'
		});
		value(await invite(w.koordination, id, { seen: await seen(w.koordination, id), shortNoticeReason: 'eilig' }));
		expect((await meetingPage(w.mitglied, id))!.shortNoticeReason).toBe('eilig');
	});

	it('is sent once when two send it at the same time', async () => {
		const { id } = await draft();
		value(await schedule(w.koordination, id));
		const list = await seen(w.koordination, id);
		const results = await Promise.all(
			[1, 2, 3].map(() => invite(w.koordination, id, { seen: list, shortNoticeReason: '' }))
		);
		expect(results.filter((r) => r.ok)).toHaveLength(1);
		expect(
			await db.db
				.select()
				.from(mail)
				.where(sql`calendar like ${`%meeting-${id}%`}`)
		).toHaveLength(6);
	});

	it('keeps the agenda as invited and shows the rest as addendum', async () => {
		const { id, second } = await invited();
		value(await addItem(w.koordination, id, item('Nachtrag')));
		value(await takeOff(w.koordination, second, 'unschedule'));
		const page = (await meetingPage(w.mitglied, id))!;
		expect(page.invitedAgenda!.items.map((i) => i.title)).toEqual(['Begrüßung', 'Kinderbetreuung']);
		expect(page.addendum).toEqual([
			{ what: 'added', title: 'Nachtrag' },
			{ what: 'removed', title: 'Kinderbetreuung' }
		]);
	});

	it('is followed by SEQUENCE 1 when postponed, CANCEL when called off, and new replies', async () => {
		const { id } = await invited();
		value(await reply(w.mitglied, id, 'accepted'));
		expect((await meetingPage(w.mitglied, id))!.myReply).toBe('accepted');
		value(await postpone(w.koordination, id, times(60)));
		expect((await meetingPage(w.mitglied, id))!.myReply).toBe('open');
		value(await cancel(w.koordination, id));
		const entries = (
			await db.db
				.select()
				.from(mail)
				.where(sql`calendar like ${`%meeting-${id}%`}`)
		).map((r) => r.calendar!);
		expect(entries.filter((e) => e.includes('SEQUENCE:1') && e.includes('METHOD:REQUEST'))).toHaveLength(6);
		expect(entries.filter((e) => e.includes('SEQUENCE:2') && e.includes('METHOD:CANCEL'))).toHaveLength(6);
		expect((await meetingPage(w.mitglied, id))!.items).toHaveLength(0);
		expect((await roomOf(w.mitglied, w.group)).backlog.map((b) => b.title)).toContain('Kinderbetreuung');
		const topics = await db.db.select().from(agendaItem).where(eq(agendaItem.state, 'backlog'));
		for (const t of topics) value(await takeOff(w.koordination, t.id, 'remove'));
	});

	it('tells nobody of a cancelled draft', async () => {
		const { id } = await draft();
		const before = await mails();
		value(await cancel(w.koordination, id));
		expect(await mails()).toBe(before);
	});

	it('lets a guest see this meeting only, only until the access ends', async () => {
		const { id } = await invited();
		const other = await invited();
		value(await inviteFurther(w.koordination, id, { accountId: w.gast.id, accessUntil: addDays(today(), 31) }));
		const page = (await meetingPage(w.gast, id))!;
		expect(page.items).toHaveLength(2);
		expect([page.backlog, page.earlierTasks, page.assignees]).toEqual([[], [], []]);
		expect(await meetingPage(w.gast, other.id)).toBeNull();
		expect(await bodyPage(w.gast, w.group)).toBeNull();
		expect((await meetings(w.gast, { bodyId: '', past: false }, 1)).rows.map((r) => r.id)).toContain(id);
		setClock(inDays(32));
		expect(await meetingPage(w.gast, id)).toBeNull();
		setClock(null);
		value(await setAccess(w.koordination, id, { accountId: w.gast.id, accessUntil: addDays(today(), -1) }));
		expect(await meetingPage(w.gast, id)).toBeNull();
	});
});

describe('the agenda', () => {
	it('keeps the order it is given, also when two move at once', async () => {
		const { id, first, second } = await draft();
		const third = value(await addItem(w.koordination, id, item('Dritter')));
		value(await moveItem(w.koordination, id, third, 'to:0'));
		const order = async () => (await meetingPage(w.koordination, id))!.items.map((i) => i.id);
		expect(await order()).toEqual([third, first, second]);
		expect(await moveItem(w.koordination, id, third, 'up')).toMatchObject({ ok: false, why: 'incomplete' });
		await Promise.all([moveItem(w.koordination, id, second, 'up'), moveItem(w.koordination2, id, third, 'down')]);
		expect(new Set(await order())).toEqual(new Set([first, second, third]));
	});

	it('takes topics of the own body from the backlog, of no other', async () => {
		const { id } = await draft();
		const topic = value(await proposeTopic(w.mitglied, w.group, item('Fahrtkosten')));
		expect(await proposeTopic(w.vorsitz, w.group, item('x'))).toMatchObject({ ok: false, why: 'not_found' });
		const foreign = await draft(w.topicGroup, 30, w.koordination2);
		expect(await putOn(w.koordination, foreign.id, topic)).toMatchObject({ ok: false, why: 'not_found' });
		value(await putOn(w.koordination, id, topic));
		expect((await meetingPage(w.koordination, id))!.items.at(-1)!.title).toBe('Fahrtkosten');
		expect(await putOn(w.koordination, id, topic)).toMatchObject({ ok: false, why: 'wrong_state' });
	});

	it('lets a proposal leave the committee’s agenda by a decision only', async () => {
		const proposalId = crypto.randomUUID();
		const { id, first, second } = await invited(w.committee);
		const place = () =>
			change(w.koordination, (c) => scheduleProposal(c, { proposalId, meetingId: id, title: 'Vorlage' }));
		const { itemId } = value(await place());
		expect(await place()).toMatchObject({ ok: false, why: 'conflict' });
		expect(await takeOff(w.koordination, itemId, 'remove')).toMatchObject({ ok: false, why: 'wrong_state' });
		const decide = () =>
			change(w.vorsitz, (c) => itemDecided(c, { meetingId: id, proposalId, wording: 'Beschlossen.' }));
		expect(await decide()).toMatchObject({ ok: false, why: 'wrong_state' });
		value(await start(w.koordination, id));
		for (const i of [first, second]) value(await settleItem(w.koordination, i, { step: 'finish', result: '' }));
		expect(await settleItem(w.koordination, itemId, { step: 'postpone', result: '' })).toMatchObject({
			ok: false,
			why: 'wrong_state'
		});
		value(await end(w.koordination, id));
		expect(await circulate(w.koordination, id, today())).toMatchObject({
			ok: false,
			why: 'incomplete',
			issues: [{ field: 'agenda' }]
		});
		value(await decide());
		expect((await meetingPage(w.koordination, id))!.items.find((i) => i.id === itemId)).toMatchObject({
			state: 'done',
			result: 'Beschlossen.'
		});
	});

	it('does not take a proposal into a group’s meeting', async () => {
		const { id } = await invited();
		const placed = await change(w.koordination, (c) =>
			scheduleProposal(c, { proposalId: crypto.randomUUID(), meetingId: id, title: 'x' })
		);
		expect(placed).toMatchObject({ ok: false, why: 'incomplete' });
	});
});

describe('what is left over', () => {
	it('turns up in the next meeting, linked both ways; old minutes stay as they were', async () => {
		const { id, second } = await invited();
		value(await link(w.koordination, second, { type: 'service_gap', id: crypto.randomUUID() }));
		value(await start(w.koordination, id));
		value(await recordAttendance(w.koordination, id, new Map([[w.mitglied.id, 'present']])));
		const tasks: string[] = [];
		for (const title of ['Bedarf abfragen', 'Merkblatt entwerfen'])
			tasks.push(
				value(
					await addTask(w.koordination, id, {
						title,
						assigneeId: w.mitglied.id,
						dueOn: addDays(today(), 20),
						itemId: second
					})
				)
			);
		value(await settleItem(w.koordination, second, { step: 'postpone', result: '' }));
		value(await end(w.koordination, id));
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
		const [before] = await db.db.select().from(minutesVersion).where(eq(minutesVersion.meetingId, id));
		expect(before!.html).toContain('Bedarf abfragen');

		const next = await draft(w.group, 60);
		const waiting = (await meetingPage(w.koordination, next.id))!.backlog.find((b) => b.carriedFromId === second)!;
		expect(waiting).toMatchObject({ title: 'Kinderbetreuung', from: { meetingId: id } });
		expect(waiting.links).toHaveLength(1);
		value(await putOn(w.koordination, next.id, waiting.id));
		expect((await meetingPage(w.koordination, id))!.items.find((i) => i.id === second)).toMatchObject({
			state: 'postponed',
			to: { meetingId: next.id }
		});
		expect((await meetingPage(w.koordination, next.id))!.items.at(-1)).toMatchObject({ from: { meetingId: id } });
		const earlier = (await meetingPage(w.koordination, next.id))!.earlierTasks;
		expect(earlier.filter((t) => tasks.includes(t.id)).map((t) => t.meetingId)).toEqual([id, id]);

		value(await takeTaskStep(w.mitglied, tasks[0]!, 'finish'));
		expect((await meetingPage(w.koordination, next.id))!.earlierTasks.filter((t) => tasks.includes(t.id))).toHaveLength(
			1
		);
		expect((await db.db.select().from(minutesVersion).where(eq(minutesVersion.meetingId, id)))[0]).toEqual(before);
	});

	it('is a task for its assignee: settled by her or those who lead, by nobody else', async () => {
		const { id } = await invited();
		const made = value(
			await addTask(w.koordination, id, {
				title: 'Nachfragen',
				assigneeId: w.fallmanagementA.id,
				dueOn: addDays(today(), 3)
			})
		);
		expect(await takeTaskStep(w.mitglied, made, 'finish')).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await takeTaskStep(w.lenkung, made, 'finish')).toMatchObject({ ok: false, why: 'not_found' });
		expect(await takeTaskStep(w.fallmanagementA, made, 'drop')).toMatchObject({ ok: false, why: 'forbidden' });
		expect((await myTasks(w.fallmanagementA, false, 1)).rows.map((t) => [t.id, t.overdue])).toEqual([[made, false]]);
		setClock(inDays(5));
		expect((await myTasks(w.fallmanagementA, false, 1)).rows[0]!.overdue).toBe(true);
		setClock(null);
		value(await takeTaskStep(w.fallmanagementA, made, 'finish'));
		expect(await takeTaskStep(w.fallmanagementA, made, 'finish')).toMatchObject({ ok: false, why: 'wrong_state' });
		expect((await myTasks(w.fallmanagementA, true, 1)).total).toBe(1);
		const [row] = await db.db.select().from(task).where(eq(task.id, made));
		expect(row!.doneAt).not.toBeNull();
	});

	it('is given only to people of the body or of the meeting', async () => {
		const { id } = await invited();
		expect(await addTask(w.koordination, id, { title: 'x', assigneeId: w.lenkung.id, dueOn: today() })).toMatchObject({
			ok: false,
			why: 'incomplete',
			issues: [{ field: 'assigneeId' }]
		});
	});
});

describe('minutes', () => {
	it('are the document with attendance, results and tasks around it, for all who may read the meeting', async () => {
		const { id, first } = await held();
		value(await note(w.koordination, id, first, 'Frau **Brandt** lässt grüßen.'));
		const { draft } = (await meetingPage(w.mitglied, id))!.minutesPart;
		for (const part of [
			'<strong>Anwesend:</strong>',
			'Olaf Wessels',
			'<strong>Entschuldigt:</strong> Aylin Brandt',
			'<p>Frau <strong>Brandt</strong> lässt grüßen.</p>\n<p>Alle sind begrüßt.</p>',
			'TOP 2: Kinderbetreuung',
			'Vertagt'
		])
			expect(draft).toContain(part);
		expect((await meetingPage(w.mitglied, id))!.minutesPart).toMatchObject({ source: '' });
	});

	it('lose nothing when two write notes at the same time', async () => {
		const { id, first } = await held();
		await Promise.all([note(w.koordination, id, first, 'von Jana'), note(w.mitglied, id, first, 'von Olaf')]);
		const { draft } = (await meetingPage(w.koordination, id))!.minutesPart;
		expect(draft).toContain('<p>von Jana</p>');
		expect(draft).toContain('<p>von Olaf</p>');
	});

	it('quote what an objection is about, and keep who came late', async () => {
		const { id, second } = await invited();
		value(await start(w.koordination, id));
		const there = new Map([[w.mitglied.id, 'present' as const]]);
		value(await recordAttendance(w.koordination, id, there, new Map([[w.mitglied.id, second]])));
		value(await end(w.koordination, id));
		expect((await meetingPage(w.mitglied, id))!.minutesPart.draft).toMatch(/Olaf Wessels \([^)]*, ab TOP 2\)/);
		value(await circulate(w.koordination, id, addDays(today(), 14)));
		value(await review(w.mitglied, id, { confirmed: false, objection: 'Nein, ab TOP 1.', passage: 'ab TOP 2' }));
		expect((await meetingPage(w.koordination, id))!.minutesPart.replies).toMatchObject([{ passage: 'ab TOP 2' }]);
	});

	it('are confirmed or objected to by those who were present, by no one else', async () => {
		const { id } = await held();
		value(await circulate(w.koordination, id, addDays(today(), 14)));
		for (const a of [w.fallmanagementA, w.fallmanagementB])
			expect(await review(a, id, { confirmed: true, objection: '' })).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await review(w.vorsitz, id, { confirmed: true, objection: '' })).toMatchObject({
			ok: false,
			why: 'not_found'
		});
		value(await review(w.mitglied, id, { confirmed: true, objection: '' }));
		expect(await approve(w.koordination, id)).toMatchObject({
			ok: false,
			why: 'incomplete',
			issues: [{ field: 'reviewUntil' }]
		});
		expect(await review(w.fachkraft, id, { confirmed: false, objection: ' ' })).toMatchObject({
			ok: false,
			why: 'incomplete'
		});
		value(await review(w.fachkraft, id, { confirmed: false, objection: 'TOP 1 fehlt etwas.' }));
		expect(await approve(w.koordination, id)).toMatchObject({
			ok: false,
			why: 'incomplete',
			issues: [{ field: 'answer' }]
		});
		expect((await meetingPage(w.mitglied, id))!.minutesPart.replies.map((r) => r.accountId)).toEqual([w.mitglied.id]);
		value(await answerObjection(w.koordination, id, w.fachkraft.id, 'Ist ergänzt.'));
		expect(await approve(w.mitglied, id)).toMatchObject({ ok: false, why: 'forbidden' });
		expect(value(await approve(w.koordination, id))).toBe(1);
	});

	it('are approved once by two at the same time, and never changed: a correction is version 2', async () => {
		const { id } = await held();
		value(await circulate(w.koordination, id, today()));
		const results = await Promise.all([approve(w.koordination, id), approve(w.koordination2, id)]);
		expect(results.map((r) => (r.ok ? 'yes' : r.why)).sort()).toEqual(['wrong_state', 'yes']);
		const versions = () =>
			db.db.select().from(minutesVersion).where(eq(minutesVersion.meetingId, id)).orderBy(minutesVersion.version);
		const [first] = await versions();
		expect(first!.hash).toMatch(/^[0-9a-f]{64}$/);
		await expect(
			db.db.update(minutesVersion).set({ html: 'x' }).where(eq(minutesVersion.meetingId, id))
		).rejects.toThrow();
		await expect(db.db.delete(minutesVersion).where(eq(minutesVersion.meetingId, id))).rejects.toThrow();
		expect(
			await settleItem(w.koordination, (await meetingPage(w.koordination, id))!.items[0]!.id, {
				step: 'finish',
				result: 'anders'
			})
		).toMatchObject({ ok: false, why: 'wrong_state' });
		expect(await correct(w.koordination, id, { text: 'Neu.', reason: '' })).toMatchObject({
			ok: false,
			why: 'incomplete',
			issues: [{ field: 'reason' }]
		});
		expect(value(await correct(w.koordination, id, { text: 'Neu.', reason: 'Schreibfehler' }))).toBe(2);
		const after = await versions();
		expect(after).toHaveLength(2);
		expect(after[0]).toEqual(first);
		expect(after[1]).toMatchObject({ html: '<p>Neu.</p>', reason: 'Schreibfehler' });
	});

	it('must be approved, and feedback given, before the meeting is closed; the refusal names what is missing', async () => {
		const { id } = await held();
		const refused = await close(w.koordination, id);
		expect(refused).toMatchObject({ ok: false, why: 'incomplete', issues: [{ field: 'minutes' }] });
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
		const gap = await db.db.execute<{ id: string }>(
			sql`insert into service_gap (number, title, description, gap_type) values ('L-1999-001', 'Kita fehlt', 'x', 'GT03') returning id`
		);
		const gapId = gap.rows[0]!.id;
		await db.db.execute(
			sql`insert into feedback (gap_id, meeting_id, decision_id) values (${gapId}, ${id}, gen_random_uuid())`
		);
		const owing = await close(w.koordination, id);
		expect(owing).toMatchObject({ ok: false, why: 'incomplete', issues: [{ field: 'feedback' }] });
		expect(JSON.stringify(owing)).toContain('L-1999-001');
		await db.db.execute(sql`update feedback set text = 'Danke.', given_at = now() where gap_id = ${gapId}`);
		value(await close(w.koordination, id));
		expect(await close(w.koordination, id)).toMatchObject({ ok: false, why: 'wrong_state' });
	});

	it('can be corrected after the meeting is closed, and only by those who lead', async () => {
		const { id } = await held();
		expect(await correct(w.koordination, id, { text: 'x', reason: 'y' })).toMatchObject({
			ok: false,
			why: 'wrong_state'
		});
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
		value(await close(w.koordination, id));
		expect(await correct(w.mitglied, id, { text: 'x', reason: 'y' })).toMatchObject({ ok: false, why: 'forbidden' });
		expect(value(await correct(w.koordination, id, { text: 'x', reason: 'y' }))).toBe(2);
	});
});

describe('the trace', () => {
	it('is one event a step, with ids and states only', async () => {
		const { id } = await held();
		const kinds = (await db.db.select().from(event).where(eq(event.thingId, id)).orderBy(event.id)).map((e) => e.kind);
		expect(kinds).toEqual([
			'meeting.create',
			'meeting.schedule',
			'meeting.invite',
			'meeting.start',
			'meeting.attendance',
			'meeting.end'
		]);
		const all = await db.db.select({ data: event.data }).from(event);
		expect(JSON.stringify(all)).not.toContain('Kinderbetreuung');
	});
	it('answers not_found to what is no id', async () => {
		for (const id of ['x', '../1', '00000000-0000-0000-0000-00000000000g']) {
			expect(await start(w.koordination, id)).toMatchObject({ ok: false, why: 'not_found' });
			expect(await meetingPage(w.koordination, id)).toBeNull();
		}
	});
});
