/** Reminders of measures: to the contact and the deputy, once late to the office, too. */
import { and, inArray, lte, sql } from 'drizzle-orm';
import { nobody } from '#concepts/people/actor.ts';
import { isReminded, remindedOf, reminderOf } from '#concepts/people/reminders.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { change, look } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { openMeasure } from './measures.rules.ts';
import * as store from './measures.store.server.ts';
import { measure } from './tables.server.ts';

/** Measures of which the day is near or past. */
export const measuresDue = (): Promise<string[]> =>
	look(async (tx) => {
		const by = addDays(today(), (await settingsOf(tx)).taskReminderDays);
		const rows = await tx
			.select({ id: measure.id })
			.from(measure)
			.where(and(inArray(measure.state, [...openMeasure]), lte(measure.dueOn, sql`${by}::date`)))
			.orderBy(measure.dueOn, measure.id);
		return rows.map((r) => r.id);
	});

/** The row is locked, so two nodes remind once; a day that was moved is reminded of anew. */
export const remindOfMeasure = (id: string): Promise<Result<string>> =>
	change<string>(nobody, async ({ tx, record }) => {
		const found = await store.lock(tx, id);
		if (!found || !openMeasure.includes(found.state)) return no('not_found');
		const reminder = reminderOf(found.dueOn, (await settingsOf(tx)).taskReminderDays);
		const kind = `measure.${reminder}`;
		const thing = { type: 'measure', id };
		if (!reminder || (await isReminded(tx, thing, kind, found.dueOn))) return no('wrong_state');
		const tells = await remindedOf(tx, reminder, [found.contactId, found.deputyId]);
		record(kind, thing, { dueOn: found.dueOn }, tells);
		return yes(kind);
	});
