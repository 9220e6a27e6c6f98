/** Reminders of mandates, of the interim report as of the final one: to those who lead the group, once late to the office, too. */
import { sql } from 'drizzle-orm';
import { nobody } from '#concepts/people/actor.ts';
import { isReminded, reminderOf } from '#concepts/people/reminders.server.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { change, look } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { isOpenMandate, mandateStates } from './rules.ts';
import { accountIdsIn, lockMandate, type Mandate } from './store.server.ts';

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

/** The day that presses now; the interim report is over with the final one. */
const dueNow = (found: Mandate): { part: '' | 'interim_'; dueOn: string } =>
	found.interimDueOn && !found.interimReportedAt && found.dueOn > today()
		? { part: 'interim_', dueOn: found.interimDueOn }
		: { part: '', dueOn: found.dueOn };

/** The row is locked, so two nodes remind once. */
export const remindOfMandate = (id: string): Promise<Result<string>> =>
	change<string>(nobody, async ({ tx, record }) => {
		const found = await lockMandate(tx, id);
		if (!found || !isOpenMandate(found.state)) return no('not_found');
		const { part, dueOn } = dueNow(found);
		const reminder = reminderOf(dueOn, (await settingsOf(tx)).taskReminderDays);
		const kind = `mandate.${part}${reminder}`;
		const thing = { type: 'mandate', id };
		if (!reminder || (await isReminded(tx, thing, kind, dueOn))) return no('wrong_state');
		const people = new Set(await accountIdsIn(tx, [found.bodyId], today(), ['chair', 'deputy']));
		if (reminder === 'overdue') for (const one of await officeOf(tx)) people.add(one);
		const tells = [...people].map((to) => ({ to, note: 'deadline' }));
		record(kind, thing, { dueOn }, tells);
		return yes(kind);
	});
