/** Reminders of what came back to a group: to the group, once late to the office, too. */
import { inArray, and, lte, sql } from 'drizzle-orm';
import { memberIdsOf } from '#concepts/bodies/queries.server.ts';
import { nobody } from '#concepts/people/actor.ts';
import { isReminded, remindedOf, reminderOf } from '#concepts/people/reminders.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { change, look } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { returnClock, returnRuns } from './deadlines.rules.ts';
import { thing } from './steps.server.ts';
import * as store from './store.server.ts';
import { proposal } from './tables.server.ts';

/** Proposals that are expected back soon, or were. */
export const returnsDue = (): Promise<string[]> =>
	look(async (tx) => {
		const by = addDays(today(), (await settingsOf(tx)).taskReminderDays);
		const rows = await tx
			.select({ id: proposal.id })
			.from(proposal)
			.where(and(inArray(proposal.state, [...returnRuns]), lte(proposal.returnDueOn, sql`${by}::date`)))
			.orderBy(proposal.returnDueOn, proposal.id);
		return rows.map((r) => r.id);
	});

/** The row is locked, so two nodes remind once. */
export const remindOfReturn = (id: string): Promise<Result<string>> =>
	change<string>(nobody, async ({ tx, record }) => {
		const p = await store.lock(tx, id);
		const clock = p && returnClock(p, today());
		if (!p || !clock) return no('not_found');
		const reminder = reminderOf(clock.dueOn, (await settingsOf(tx)).taskReminderDays);
		const kind = `proposal.return_${reminder}`;
		if (!reminder || (await isReminded(tx, thing(id), kind, clock.dueOn))) return no('wrong_state');
		const tells = await remindedOf(tx, reminder, await memberIdsOf(tx, p.bodyId));
		record(kind, thing(id), { dueOn: clock.dueOn }, tells);
		return yes(kind);
	});
