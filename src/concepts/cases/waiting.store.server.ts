/** SQL of the waiting room: reviewed analyses as the rules of the anonymity concept want them. */
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reviewed, WaitingRoom } from '#concepts/anonymity/release.ts';
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import type { Transaction } from '#platform/change.server.ts';
import { dayOf, now } from '#platform/clock.ts';
import { cellOf, readable, type Attributes } from './rules.ts';
import { caseAnalysis } from './tables.server.ts';

/** `locked` holds every analysis in the room until the transaction ends, so that of two batches one sees the other. */
export async function roomOf(tx: Transaction, { locked = false } = {}): Promise<WaitingRoom> {
	const query = tx
		.select({
			id: caseAnalysis.id,
			attributes: caseAnalysis.attributes,
			batch: caseAnalysis.batch,
			comparable: caseAnalysis.comparable
		})
		.from(caseAnalysis)
		.where(inArray(caseAnalysis.state, [...readable]))
		.orderBy(asc(caseAnalysis.id));
	const rows = await (locked ? query.for('update') : query);
	return {
		waiting: rows.filter((r) => r.batch === null).map(reviewed),
		released: rows.filter((r) => r.batch !== null).map(reviewed),
		...(await lastBatch(tx))
	};
}
type Row = { id: string; attributes: Attributes; comparable: number | null };
const reviewed = ({ id, attributes, comparable }: Row): Reviewed => ({
	id,
	...(comparable !== null && { told: comparable }),
	cell: cellOf(attributes),
	mainDomain: attributes.legalDomains[0] ?? '',
	legalDomains: attributes.legalDomains
});

async function lastBatch(tx: Transaction): Promise<Pick<WaitingRoom, 'batches' | 'lastBatchOn'>> {
	const found = await tx.execute<{ batches: number; at: string | null }>(
		sql`select count(*)::int as batches, max(at) as at from event where kind = 'case_batch.release'`
	);
	const { batches, at } = found.rows[0]!;
	return { batches, lastBatchOn: at ? dayOf(new Date(at)) : undefined };
}

/** The latest first; a small number is on no record, nor what came out. */
export async function latestBatches(tx: Transaction): Promise<{ at: Date; cases: number | null }[]> {
	const found = await tx.execute<{ at: string; cases: number | null }>(
		sql`select at, (data ->> 'cases')::int as cases from event where kind = 'case_batch.release' order by at desc limit 5`
	);
	return found.rows.map(({ at, cases }) => ({ at: new Date(at), cases }));
}

export async function letOut(tx: Transaction, ids: readonly string[], batch: number): Promise<void> {
	await tx
		.update(caseAnalysis)
		.set({ batch })
		.where(inArray(caseAnalysis.id, [...ids]));
}

/** What readers are told until the next batch of how many look the same. */
export async function tell(tx: Transaction, ids: readonly string[], comparable: number | null): Promise<void> {
	await tx
		.update(caseAnalysis)
		.set({ comparable })
		.where(inArray(caseAnalysis.id, [...ids]));
}

/** Coarser, for ever: what was there before is nowhere kept. */
export async function coarsen(tx: Transaction, id: string, cell: CaseCell): Promise<void> {
	await tx.execute(sql`select set_config('hub.coarser_case', ${id}, true)`);
	await tx
		.update(caseAnalysis)
		.set({ attributes: sql`${caseAnalysis.attributes} || ${JSON.stringify(cell)}::jsonb`, updatedAt: now() })
		.where(eq(caseAnalysis.id, id));
	await tx.execute(sql`select set_config('hub.coarser_case', '', true)`);
}
