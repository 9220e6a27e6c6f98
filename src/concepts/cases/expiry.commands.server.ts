/** Analyses are kept as long as the county's setting says, drafts for a year: who must know hears of it 30 days before, then they are emptied. */
import { nobody } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { change, look, type Transaction } from '#platform/change.server.ts';
import { no, yes } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import * as expiry from './expiry.store.server.ts';
import { emptied, steps } from './rules.ts';
import { move } from './steps.server.ts';
import * as store from './store.server.ts';

export const warnedDaysBefore = 30;
/** What its author has not touched for so long is given up. */
export const draftMonths = 12;
const kept = async (tx: Transaction): Promise<expiry.Kept> => ({
	...(await settingsOf(tx)),
	draftMonths,
	days: warnedDaysBefore
});

/** Tells of those that end within 30 days; once, unless the end moves on. */
export async function warnOfExpiry(): Promise<number> {
	const due = await look(async (tx) => expiry.toWarn(tx, await kept(tx)));
	return each(due, (id) =>
		change(nobody, async (c) => {
			const row = await store.lock(c.tx, id);
			if (!row || !(await expiry.toWarn(c.tx, await kept(c.tx), id)).length) return no('conflict');
			await expiry.warned(c.tx, id);
			// Security: nobody else knows of what is in its author's hands
			const to = [row.authorId, ...(fits(steps.submit, row.state) ? [] : await officeOf(c.tx))];
			const thing = { type: 'case_analysis', id };
			c.record(
				'case_analysis.warn',
				thing,
				{ days: warnedDaysBefore },
				[...new Set(to)].map((to) => ({ to, note: 'deadline' }))
			);
			return yes(null);
		})
	);
}

/** Empties those whose time is over and whose warning was long enough ago, however the setting has changed since. */
export async function expireCases(): Promise<number> {
	const due = await look(async (tx) => expiry.toEnd(tx, await kept(tx)));
	return each(due, (id) =>
		change(nobody, async (c) => {
			const row = await store.lock(c.tx, id);
			// saved again meanwhile, or the setting was changed
			if (!row || !(await expiry.toEnd(c.tx, await kept(c.tx), id)).length) return no('conflict');
			return move(c, row, 'expire', { set: () => emptied });
		})
	);
}

/** Each in a transaction of its own; one that fails holds up no other. */
async function each(ids: readonly string[], run: (id: string) => Promise<{ ok: boolean }>): Promise<number> {
	const failures: unknown[] = [];
	let done = 0;
	for (const id of ids) {
		try {
			if ((await run(id)).ok) done++;
		} catch (e) {
			failures.push(e);
		}
	}
	if (failures.length) throw new AggregateError(failures, `${failures.length} of ${ids.length} failed`);
	return done;
}
