/** What hangs on a service gap further down the chain: proposals, decisions and measures, as far as the reader may see them. */
import { sql } from 'drizzle-orm';
import { mergedFamily } from '#concepts/gaps/evidence.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { look, type Thing } from '#platform/change.server.ts';
import { labelKey, labelsIn, type Label } from './directory.queries.server.ts';

const most = 60;

/** Those of gaps merged into it included; in the order of the thread. Things the reader may not see are left out. */
export const aroundGap = (actor: Actor, gapId: string): Promise<Label[]> =>
	look(async (tx) => {
		const family = sql.param(await mergedFamily(tx, gapId));
		const found = await tx.execute<Thing>(sql`
			with p as (select distinct proposal_id as id from proposal_gap where gap_id = any(${family}::uuid[])),
				d as (select id from decision where gap_id = any(${family}::uuid[]) or proposal_id in (select id from p))
			select type, id from (
				select 1 as place, 'proposal' as type, id::text from p
				union select 2, 'decision', id::text from d
				union select 3, 'measure', m.id::text from measure m where m.decision_id in (select id from d)
			) x order by place limit ${most}`);
		const labels = await labelsIn(tx, actor, found.rows);
		return found.rows.flatMap((thing) => labels.get(labelKey(thing)) ?? []);
	});
