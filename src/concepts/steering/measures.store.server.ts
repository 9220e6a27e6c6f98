/** SQL of measures and their progress reports. */
import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import type { MeasureState } from './measures.rules.ts';
import { decision, measure, progressReport } from './tables.server.ts';

/** `bodyId` is the committee that decided it. */
export type Measure = Omit<typeof measure.$inferSelect, 'state'> & {
	state: MeasureState;
	bodyId: string;
	proposalId: string | null;
};

export async function lock(tx: Transaction, id: string): Promise<Measure | null> {
	if (!isId(id)) return null;
	const [row] = await tx
		.select({ measure, bodyId: decision.bodyId, proposalId: decision.proposalId })
		.from(measure)
		.innerJoin(decision, eq(decision.id, measure.decisionId))
		.where(eq(measure.id, id))
		.for('update', { of: measure });
	return row ? ({ ...row.measure, bodyId: row.bodyId, proposalId: row.proposalId } as Measure) : null;
}

export async function setState(
	tx: Transaction,
	found: Measure,
	to: MeasureState,
	also: Partial<typeof measure.$inferInsert> = {}
): Promise<boolean> {
	const rows = await tx
		.update(measure)
		.set({ ...also, state: to, updatedAt: now() })
		.where(and(eq(measure.id, found.id), eq(measure.state, found.state)))
		.returning({ id: measure.id });
	return rows.length === 1;
}

/** Does a gap of this measure's proposal have another one that was not dropped, by whatever decision? */
export async function hasOthers(tx: Transaction, of: Measure): Promise<boolean> {
	const found = await tx.execute(sql`select 1 from measure o join decision d on d.id = o.decision_id
		join proposal_gap g on g.proposal_id = d.proposal_id
		where o.id <> ${of.id} and o.state <> ${'dropped' satisfies MeasureState}
		and g.gap_id in (select gap_id from proposal_gap where proposal_id = ${of.proposalId}) limit 1`);
	return found.rows.length > 0;
}

export async function addReport(
	tx: Transaction,
	values: Omit<typeof progressReport.$inferInsert, 'id' | 'createdAt'>
): Promise<void> {
	await tx.insert(progressReport).values({ ...values, createdAt: now() });
}
