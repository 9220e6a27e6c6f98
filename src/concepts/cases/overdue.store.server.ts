/** SQL of what waits too long, and of who may review it. */
import { sql } from 'drizzle-orm';
import { holdersOf } from '#concepts/people/roles.queries.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import type { CaseRow } from './store.server.ts';

/** In review or recalled for more than `days`, and not told again within them. */
export async function waiting(tx: Transaction, days: number, id?: string): Promise<string[]> {
	const before = new Date(+now() - days * 86_400_000).toISOString();
	const found = await tx.execute<{ id: string }>(sql`select c.id::text from case_analysis c
		where case c.state when 'in_review' then c.submitted_at when 'recalled' then c.recalled_at end <= ${before}::timestamptz
		and (${id ?? null}::uuid is null or c.id = ${id ?? null}::uuid)
		and not exists (select 1 from event e where e.thing_type = 'case_analysis' and e.thing_id = c.id
			and e.kind = 'case_analysis.remind' and e.at > ${before}::timestamptz)
		order by c.id`);
	return found.rows.map((r) => r.id);
}

/** Security: a reviewer who may not read it does not learn of it either. */
export async function reviewersFor(tx: Transaction, row: CaseRow, ownHouse: boolean): Promise<string[]> {
	const reviewers = await holdersOf(tx, ['reviewer']);
	if (ownHouse || !reviewers.length) return reviewers;
	const found = await tx.execute<{ id: string }>(sql`select id::text from account
		where organisation_id = ${row.organisationId}::uuid and id in ${reviewers}`);
	const own = new Set(found.rows.map((r) => r.id));
	return reviewers.filter((account) => !own.has(account));
}
