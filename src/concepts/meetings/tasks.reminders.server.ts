/** Reminders of tasks: once when the day comes near and once when it has passed, to whoever may still see the meeting. */
import { and, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { actorOf } from '#concepts/bodies/actor.server.ts';
import { isMemberOf, isOffice, nobody } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { change, look, type Transaction } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { no, yes } from '#platform/result.ts';
import { may } from './policy.ts';
import { taskSteps } from './rules.ts';
import { findMeeting } from './store.server.ts';
import { task } from './tables.server.ts';
import { reminderOf, type Reminder } from './tasks.rules.ts';

/** Tasks whose day is near or past. */
export const tasksDue = (): Promise<string[]> =>
	look(async (tx) => {
		const { taskReminderDays } = await settingsOf(tx);
		const rows = await tx
			.select({ id: task.id })
			.from(task)
			.where(
				and(
					inArray(task.state, [...taskSteps.finish.from]),
					isNotNull(task.assigneeId),
					lte(task.dueOn, addDays(today(), taskReminderDays))
				)
			)
			.orderBy(task.dueOn, task.id);
		return rows.map((r) => r.id);
	});

/** The row is locked, so that two nodes remind once. A new day or another person is reminded anew. */
export const remindOfTask = (id: string) =>
	change<Reminder>(nobody, async ({ tx, record }) => {
		const [found] = await tx.select().from(task).where(eq(task.id, id)).for('update');
		if (!found?.assigneeId) return no('not_found');
		const reminder = reminderOf(found, today(), (await settingsOf(tx)).taskReminderDays);
		if (!reminder || (await isReminded(tx, found, reminder))) return no('wrong_state');
		if (!(await seesMeeting(tx, found))) return no('forbidden');
		const { meetingId, dueOn, assigneeId } = found;
		record(`task.${reminder}`, { type: 'task', id }, { meetingId, dueOn }, [{ to: assigneeId, note: 'task' }]);
		return yes(reminder);
	});
type Task = typeof task.$inferSelect;

async function isReminded(tx: Transaction, found: Task, reminder: Reminder): Promise<boolean> {
	const of = sql`select from event e join event_tell t on t.event_id = e.id
		where e.thing_type = 'task' and e.thing_id = ${found.id}::uuid and e.kind = ${`task.${reminder}`}
			and e.data ->> 'dueOn' = ${found.dueOn} and t.account_id = ${found.assigneeId}::uuid`;
	const { rows } = await tx.execute<{ there: boolean }>(sql`select exists (${of}) as there`);
	return rows[0]!.there;
}

/** Security: asked of the rights of this moment – a closed account, a seat or an access that has ended hears nothing. */
async function seesMeeting(tx: Transaction, found: Task): Promise<boolean> {
	const actor = await actorOf(found.assigneeId, tx);
	if (!found.meetingId) return actor.id !== null && (isOffice(actor) || isMemberOf(actor, found.bodyId));
	const meeting = await findMeeting(tx, found.meetingId, actor.id);
	return meeting !== null && may(actor, 'read', meeting);
}
