/** SQL of the case analyses: lock, insert, save, set the state. */
import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { now, zone } from '#platform/clock.ts';
import type { CaseState, Content } from './rules.ts';
import { caseAnalysis } from './tables.server.ts';

export type CaseRow = typeof caseAnalysis.$inferSelect & { state: CaseState };
export type Moved = Partial<Omit<typeof caseAnalysis.$inferInsert, 'id' | 'authorId' | 'organisationId' | 'state'>>;

export async function lock(tx: Transaction, id: string): Promise<CaseRow | undefined> {
	const rows = await tx.select().from(caseAnalysis).where(eq(caseAnalysis.id, id)).for('update');
	return rows[0] as CaseRow | undefined;
}

export async function insert(
	tx: Transaction,
	by: { id: string; organisationId: string },
	content: Content
): Promise<string> {
	const at = now();
	const rows = await tx
		.insert(caseAnalysis)
		.values({ ...content, authorId: by.id, organisationId: by.organisationId, createdAt: at, updatedAt: at })
		.returning({ id: caseAnalysis.id });
	return rows[0]!.id;
}

export async function save(tx: Transaction, id: string, content: Content): Promise<void> {
	await tx
		.update(caseAnalysis)
		.set({ ...content, updatedAt: now() })
		.where(eq(caseAnalysis.id, id));
}

/** Only from the state it was seen in; false when somebody was faster. */
export async function setState(
	tx: Transaction,
	id: string,
	from: CaseState,
	to: CaseState,
	more: Moved = {}
): Promise<boolean> {
	const rows = await tx
		.update(caseAnalysis)
		.set({ ...more, state: to, updatedAt: now() })
		.where(and(eq(caseAnalysis.id, id), eq(caseAnalysis.state, from)))
		.returning({ id: caseAnalysis.id });
	return rows.length === 1;
}

/** Has this account opened the analysis on this day? For the log of readings. */
export async function wasRead(tx: Transaction, actorId: string, id: string, day: string): Promise<boolean> {
	const found = await tx.execute(sql`select 1 from event where thing_type = 'case_analysis' and thing_id = ${id}::uuid
		and kind = 'case_analysis.read' and actor_id = ${actorId}::uuid and (at at time zone ${zone})::date = ${day}::date limit 1`);
	return found.rows.length > 0;
}
