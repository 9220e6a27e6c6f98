/** SQL of what was passed on: find, lock, insert, write. */
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import type { EscalationState } from './escalations.rules.ts';
import { escalation } from './escalations.tables.server.ts';
import { gapIdsOf } from './store.server.ts';
import { decision } from './tables.server.ts';

export type Escalation = typeof escalation.$inferSelect;

export async function lockEscalation(tx: Transaction, id: string): Promise<Escalation | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select().from(escalation).where(eq(escalation.id, id)).for('update');
	return row ?? null;
}

export async function findEscalation(tx: Transaction, id: string): Promise<Escalation | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select().from(escalation).where(eq(escalation.id, id));
	return row ?? null;
}

export async function insertEscalation(
	tx: Transaction,
	values: Pick<
		typeof escalation.$inferInsert,
		'decisionId' | 'addressee' | 'resubmitOn' | 'subject' | 'reason' | 'request'
	>
): Promise<string> {
	const [row] = await tx
		.insert(escalation)
		.values({ ...values, createdAt: now(), updatedAt: now() })
		.returning({ id: escalation.id });
	return row!.id;
}

export async function setEscalation(
	tx: Transaction,
	e: Escalation,
	to: EscalationState,
	also: Partial<typeof escalation.$inferInsert>
): Promise<boolean> {
	const rows = await tx
		.update(escalation)
		.set({ ...also, state: to, updatedAt: now() })
		.where(and(eq(escalation.id, e.id), eq(escalation.state, e.state)))
		.returning({ id: escalation.id });
	return rows.length === 1;
}

/** The gaps it is about. */
export async function gapsOfEscalation(tx: Transaction, e: { decisionId: string }): Promise<string[]> {
	const [d] = await tx
		.select({ proposalId: decision.proposalId, gapId: decision.gapId })
		.from(decision)
		.where(eq(decision.id, e.decisionId));
	return d ? gapIdsOf(tx, d) : [];
}
