/** Publishing: once a quarter is over its contributions come into the picture, in classes that never change again. */
import { nobody } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { change, type Change } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { sql } from 'drizzle-orm';
import { publicationOf, quarterEnds } from './rules.ts';
import * as store from './store.server.ts';

const publicationLock = 72_700_031;
export type Publication = { tranches: number; contributions: number };

/** By the clock; `wrong_state` where nothing is due. A quarter with too few waits and comes with the next. */
export const publishIfDue = (): Promise<Result<Publication>> =>
	change(nobody, async (c) => {
		// two nodes must not publish the same contributions in different classes
		await c.tx.execute(sql`select pg_advisory_xact_lock(${publicationLock})`);
		const last = (await store.lastTranche(c.tx))?.throughOn ?? (await store.dayBeforeFirst(c.tx));
		if (!last) return no('wrong_state');
		const { minimumCellSize } = await settingsOf(c.tx);
		const done: Publication = { tranches: 0, contributions: 0 };
		let after = last;
		for (const through of quarterEnds(last, today())) {
			const contributions = await publish(c, after, through, minimumCellSize);
			if (!contributions) continue;
			after = through;
			done.tranches++;
			done.contributions += contributions;
		}
		return done.tranches ? yes(done) : no('wrong_state');
	});

/** How many came in. */
async function publish(c: Change, after: string, throughOn: string, threshold: number): Promise<number> {
	const found = await store.contributionsBetween(c.tx, after, throughOn);
	const classes = publicationOf(found, threshold);
	if (!classes.length) return 0;
	const contributions = found.length;
	const id = await store.insertTranche(c.tx, { throughOn, contributions, publishedAt: now() }, classes);
	c.record('situation_tranche.publish', { type: 'situation_tranche', id }, { throughOn, contributions });
	return contributions;
}
