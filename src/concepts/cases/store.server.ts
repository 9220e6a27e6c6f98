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

export async function read(tx: Transaction, id: string): Promise<CaseRow | undefined> {
	const rows = await tx.select().from(caseAnalysis).where(eq(caseAnalysis.id, id));
	return rows[0] as CaseRow | undefined;
}

/** Undefined where the id is taken. */
export async function insert(
	tx: Transaction,
	by: { id: string; organisationId: string },
	content: Content,
	id?: string
): Promise<{ id: string; version: number } | undefined> {
	const at = now();
	const rows = await tx
		.insert(caseAnalysis)
		.values({ ...content, id, authorId: by.id, organisationId: by.organisationId, createdAt: at, updatedAt: at })
		.onConflictDoNothing({ target: caseAnalysis.id })
		.returning({ id: caseAnalysis.id, version: caseAnalysis.version });
	return rows[0];
}

export async function save(tx: Transaction, id: string, content: Content): Promise<number> {
	const rows = await tx
		.update(caseAnalysis)
		.set({ ...content, version: sql`${caseAnalysis.version} + 1`, updatedAt: now() })
		.where(eq(caseAnalysis.id, id))
		.returning({ version: caseAnalysis.version });
	return rows[0]!.version;
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
