/** My tasks over all bodies, and reminders of them: once each, and only to whoever may still see the meeting. */
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { account, inboxItem, mail, setting } from '#concepts/people/tables.server.ts';
import { membership } from '#concepts/bodies/tables.server.ts';
import { sendDigests } from '#concepts/people/digest.server.ts';
import { handOn } from '#concepts/people/handing-on.server.ts';
import { startQueue } from '#jobs/queue.server.ts';
import { addDays, now, setClock, today } from '#platform/clock.ts';
import { openedDatabase } from '#platform/database.server.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { call, schedule } from './commands.server.ts';
import { remindOfTasks, startMeetingJobs } from './jobs.server.ts';
import { invitation, task } from './tables.server.ts';
import { addTask, editTask, takeTaskStep } from './tasks.commands.server.ts';
import { myTasks } from './tasks.queries.server.ts';
import { remindOfTask } from './tasks.reminders.server.ts';

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
	await db.db.update(task).set({ state: 'dropped' }).where(eq(task.state, 'open'));
	await db.db.update(membership).set({ untilOn: null });
	await db.db.update(account).set({ state: 'active' });
});

const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000);
async function sitting(bodyId = w.group) {
	const times = { startsAt: inDays(9), endsAt: inDays(10), place: 'Kreishaus', link: '' };
	const id = value(await call(w.koordination, bodyId, { title: 'Sitzung', ...times }));
	value(await schedule(w.koordination, id));
	return id;
}
const given = async (dueIn: number, to = w.mitglied.id, bodyId = w.group, title = 'Bedarf abfragen') =>
	value(
		await addTask(w.koordination, await sitting(bodyId), { title, assigneeId: to, dueOn: addDays(today(), dueIn) })
	);
const told = async (id: string) =>
	(
		await db.db
			.select({ kind: event.kind, to: eventTell.accountId })
			.from(event)
			.innerJoin(eventTell, eq(eventTell.eventId, event.id))
			.where(and(eq(event.thingId, id), sql`${event.kind} in ('task.soon', 'task.overdue')`))
			.orderBy(event.id)
	).map((r) => `${r.kind} ${w.everyone.find(([, a]) => a.id === r.to)?.[0]}`);

describe('a reminder', () => {
	it('comes once some days before the day, and once after it', async () => {
		const id = await given(20);
		await remindOfTasks();
		expect(await told(id)).toEqual([]);
		for (const day of [12, 13, 14, 20]) {
			setClock(inDays(day));
			await remindOfTasks();
			expect(await told(id), `day ${day}`).toEqual(day < 13 ? [] : ['task.soon mitglied']);
			setClock(null);
		}
		for (const day of [21, 22, 40]) {
			setClock(inDays(day));
			await remindOfTasks();
			expect(await told(id)).toEqual(['task.soon mitglied', 'task.overdue mitglied']);
			setClock(null);
		}
	});

	it('comes as many days before as the settings say', async () => {
		const id = await given(10);
		await db.db.insert(setting).values({ key: 'taskReminderDays', value: 9 });
		await remindOfTasks();
		expect(await told(id)).toEqual([]);
		await db.db.update(setting).set({ value: 10 });
		await remindOfTasks();
		expect(await told(id)).toEqual(['task.soon mitglied']);
	});

	it('comes anew for a new day and for another person, not for what is done', async () => {
		const id = await given(3);
		await remindOfTasks();
		const input = { title: 'Bedarf abfragen', assigneeId: w.mitglied.id, dueOn: addDays(today(), 5) };
		value(await editTask(w.koordination, id, input));
		await remindOfTasks();
		value(await editTask(w.koordination, id, { ...input, assigneeId: w.fachkraft.id }));
		await remindOfTasks();
		await remindOfTasks();
		expect(await told(id)).toEqual(['task.soon mitglied', 'task.soon mitglied', 'task.soon fachkraft']);
		value(await takeTaskStep(w.fachkraft, id, 'finish'));
		setClock(inDays(30));
		await remindOfTasks();
		expect(await told(id)).toHaveLength(3);
	});

	it('never comes to somebody whose seat, access or account has ended', async () => {
		const seated = await given(3, w.mitglied.id);
		const closed = await given(3, w.fachkraft.id);
		const guested = await given(3, w.fallmanagementA.id);
		await db.db
			.update(membership)
			.set({ untilOn: addDays(today(), -1), fromOn: addDays(today(), -9) })
			.where(
				and(eq(membership.bodyId, w.group), sql`${membership.accountId} in (${w.mitglied.id}, ${w.fallmanagementA.id})`)
			);
		await db.db.update(account).set({ state: 'closed' }).where(eq(account.id, w.fachkraft.id));
		const [row] = await db.db.select().from(task).where(eq(task.id, guested));
		const guest = { meetingId: row!.meetingId!, accountId: w.fallmanagementA.id, invitedAt: now(), guest: true };
		await db.db.insert(invitation).values({ ...guest, accessUntil: addDays(today(), 2) });
		await remindOfTasks();
		expect([await told(seated), await told(closed), await told(guested)]).toEqual([
			[],
			[],
			['task.soon fallmanagementA']
		]);
		setClock(inDays(5));
		await remindOfTasks();
		expect([await told(seated), await told(closed), await told(guested)]).toEqual([
			[],
			[],
			['task.soon fallmanagementA']
		]);
	});

	it('comes once when two nodes look at the same moment', async () => {
		const id = await given(3);
		const held = await db.pool.connect();
		await held.query('begin');
		await held.query('select from task where id = $1 for update', [id]);
		const both = Promise.all([remindOfTask(id), remindOfTask(id)]);
		await new Promise((r) => setTimeout(r, 200));
		await held.query('commit');
		held.release();
		expect((await both).map((r) => (r.ok ? 'yes' : r.why)).sort()).toEqual(['wrong_state', 'yes']);
		expect(await told(id)).toHaveLength(1);
	});

	it('is in the inbox, and counted in the digest', async () => {
		await given(3, w.mitglied.id);
		await db.db.update(account).set({ digest: 'daily' }).where(eq(account.id, w.mitglied.id));
		for (;;) if (!(await handOn()).taken) break;
		await db.db.delete(inboxItem);
		await remindOfTasks();
		for (;;) if (!(await handOn()).taken) break;
		const [item] = await db.db.select().from(inboxItem).where(eq(inboxItem.accountId, w.mitglied.id));
		expect(item).toMatchObject({ note: 'task', readAt: null });
		await sendDigests('daily');
		const letters = await db.db.select().from(mail).where(eq(mail.toAddress, w.mitglied.email));
		expect(letters.at(-1)!.body).toContain('Aufgabe');
	});

	it('is scheduled by the clock of the county, as is the end of periods', async () => {
		const queue = await startQueue({ connect: (await openedDatabase()).connect, onError: () => undefined });
		await startMeetingJobs(queue);
		const { rows } = await db.pool.query<{ name: string; cron: string }>(
			'select name, cron from jobs.schedule order by name'
		);
		await queue.stop();
		expect(rows).toEqual([
			{ name: 'meetings.end_reviews', cron: '10 5 * * *' },
			{ name: 'meetings.remind', cron: '40 5 * * *' }
		]);
	});
});

describe('my tasks', () => {
	it('are those of all bodies, late ones first, and are narrowed by body and day', async () => {
		const far = await given(30, w.mitglied.id, w.topicGroup, 'Später');
		const near = await given(4, w.mitglied.id, w.group, 'Bald');
		const late = await given(1, w.mitglied.id, w.topicGroup, 'Zu spät');
		await given(4, w.fachkraft.id, w.group, 'Nicht meine');
		setClock(inDays(2));
		const ids = async (filter?: Parameters<typeof myTasks>[3]) =>
			(await myTasks(w.mitglied, false, 1, filter)).rows.map((t) => t.id);
		expect(await ids()).toEqual([late, near, far]);
		expect(await ids({ bodyId: w.topicGroup, due: null })).toEqual([late, far]);
		expect(await ids({ bodyId: '', due: 'overdue' })).toEqual([late]);
		expect(await ids({ bodyId: '', due: 'soon' })).toEqual([near]);
		expect(await myTasks(w.mitglied, false, 1)).toMatchObject({ open: 3, overdue: 1, soonDays: 7 });
		expect((await myTasks(w.mitglied, false, 1)).bodies.map((b) => b.id).sort()).toEqual(
			[w.group, w.topicGroup].sort()
		);
	});
});
