/** Reminders of mandates, of the interim report as of the final one: to those who lead the group, once late to the office, too. */
import { sql } from 'drizzle-orm';
import { nobody } from '#concepts/people/actor.ts';
import { isReminded, remindedOf, reminderOf } from '#concepts/people/reminders.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { change, look } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { chairIdsOf } from './queries.server.ts';
import { isOpenMandate, mandateStates } from './rules.ts';
import { lockMandate, type Mandate } from './store.server.ts';

const open = mandateStates.filter(isOpenMandate);

/** Mandates of which a report is due soon or late. */
export const mandatesDue = (): Promise<string[]> =>
	look(async (tx) => {
		const by = addDays(today(), (await settingsOf(tx)).taskReminderDays);
		const found = await tx.execute<{ id: string }>(sql`select id from mandate
			where state = any(${sql.param(open)}::text[]) and (due_on <= ${by}::date
				or (interim_reported_at is null and interim_due_on <= ${by}::date)) order by due_on, id`);
		return found.rows.map((r) => r.id);
	});

/** The days of its reports still owed; the interim one is over with the final one. */
const daysOf = (found: Mandate): { part: '' | 'interim_'; dueOn: string }[] => {
	const final = { part: '' as const, dueOn: found.dueOn };
	return found.interimDueOn && !found.interimReportedAt && found.dueOn > today()
		? [{ part: 'interim_', dueOn: found.interimDueOn }, final]
		: [final];
};

/** The row is locked, so two nodes remind once. @returns of what was reminded */
export const remindOfMandate = (id: string): Promise<Result<string[]>> =>
	change<string[]>(nobody, async ({ tx, record }) => {
		const found = await lockMandate(tx, id);
		if (!found || !isOpenMandate(found.state)) return no('not_found');
		const { taskReminderDays } = await settingsOf(tx);
		const thing = { type: 'mandate', id };
		const kinds: string[] = [];
		for (const { part, dueOn } of daysOf(found)) {
			const reminder = reminderOf(dueOn, taskReminderDays);
			const kind = `mandate.${part}${reminder}`;
			if (!reminder || (await isReminded(tx, thing, kind, dueOn))) continue;
			const leaders = await chairIdsOf(tx, found.bodyId);
			record(kind, thing, { dueOn }, await remindedOf(tx, reminder, leaders));
			kinds.push(kind);
		}
		return kinds.length ? yes(kinds) : no('wrong_state');
	});
