/** The SQL of observations and of requests to reopen a gap. Private to this concept. */
import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import type { RequestState } from './reopening.rules.ts';
import { observation, reopeningRequest } from './after.tables.server.ts';

/** False when the same was said before: a double tap is one observation. */
export async function insertObservation(
	tx: Transaction,
	of: { gapId: string; authorId: string; text: string }
): Promise<boolean> {
	const same = and(
		eq(observation.gapId, of.gapId),
		eq(observation.authorId, of.authorId),
		eq(observation.text, of.text)
	);
	if ((await tx.select({ id: observation.id }).from(observation).where(same).limit(1)).length) return false;
	await tx.insert(observation).values({ ...of, createdAt: now() });
	return true;
}

/** Null when this person has asked already and is not answered yet. */
export async function insertRequest(
	tx: Transaction,
	of: { gapId: string; authorId: string; reason: string }
): Promise<string | null> {
	const rows = await tx
		.insert(reopeningRequest)
		.values({ ...of, createdAt: now() })
		.onConflictDoNothing()
		.returning({ id: reopeningRequest.id });
	return rows[0]?.id ?? null;
}

export async function lockRequest(tx: Transaction, id: string) {
	if (!isId(id)) return null;
	const rows = await tx.select().from(reopeningRequest).where(eq(reopeningRequest.id, id)).for('update');
	return rows[0] ? { ...rows[0], state: rows[0].state as RequestState } : null;
}

/** Those who asked; with the gap open again, all who did are answered. */
export async function settleRequests(
	tx: Transaction,
	which: { id: string } | { gapId: string },
	to: RequestState,
	answer = ''
): Promise<string[]> {
	const one = 'id' in which ? eq(reopeningRequest.id, which.id) : eq(reopeningRequest.gapId, which.gapId);
	const rows = await tx
		.update(reopeningRequest)
		.set({ state: to, answer, settledAt: now() })
		.where(and(one, eq(reopeningRequest.state, 'open')))
		.returning({ authorId: reopeningRequest.authorId });
	return rows.map((r) => r.authorId);
}

/** When the gap was closed the last time; the log knows. */
export async function closedAt(tx: Transaction, gapId: string): Promise<Date | null> {
	const found = await tx.execute<{ at: string | Date | null }>(
		sql`select max(at) as at from event where thing_type = 'service_gap' and thing_id = ${gapId} and kind = 'service_gap.close'`
	);
	const at = found.rows[0]?.at;
	return at ? new Date(at) : null;
}
