/** SQL of circulations: lock, insert, end, votes, those that are over and those to remind of. */
import { and, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { addDays, now, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { circulationSteps, reminderDays, type CirculationState, type Vote } from './circulation.rules.ts';
import { circulation, circulationVote } from './committee.tables.server.ts';

export type Circulation = typeof circulation.$inferSelect;

export async function lockCirculation(tx: Transaction, id: string): Promise<Circulation | null> {
	if (!isId(id)) return null;
	return (await tx.select().from(circulation).where(eq(circulation.id, id)).for('update'))[0] ?? null;
}
export async function findCirculation(tx: Transaction, id: string): Promise<Circulation | null> {
	if (!isId(id)) return null;
	return (await tx.select().from(circulation).where(eq(circulation.id, id)))[0] ?? null;
}

export async function insertCirculation(
	tx: Transaction,
	values: Pick<Circulation, 'bodyId' | 'proposalId' | 'untilOn' | 'reason' | 'startedBy'>
): Promise<Circulation> {
	return (
		await tx
			.insert(circulation)
			.values({ ...values, startedAt: now() })
			.returning()
	)[0]!;
}

/** False when somebody was faster. */
export async function setCirculation(
	tx: Transaction,
	c: Circulation,
	to: CirculationState,
	also: Partial<Circulation> = {}
): Promise<boolean> {
	const rows = await tx
		.update(circulation)
		.set({ ...also, state: to, endedAt: to === c.state ? null : now() })
		.where(and(eq(circulation.id, c.id), eq(circulation.state, c.state)))
		.returning({ id: circulation.id });
	return rows.length === 1;
}

export type Cast = { accountId: string; vote: Vote; reason: string; at: Date };
export const votesIn = (tx: Transaction, id: string): Promise<Cast[]> =>
	tx
		.select({
			accountId: circulationVote.accountId,
			vote: circulationVote.vote,
			reason: circulationVote.reason,
			at: circulationVote.at
		})
		.from(circulationVote)
		.where(eq(circulationVote.circulationId, id))
		.orderBy(circulationVote.at);

export async function castVote(
	tx: Transaction,
	of: { circulationId: string; accountId: string },
	values: { vote: Vote; reason: string }
): Promise<void> {
	await tx
		.insert(circulationVote)
		.values({ ...of, ...values, at: now() })
		.onConflictDoUpdate({
			target: [circulationVote.circulationId, circulationVote.accountId],
			set: { ...values, at: now() }
		});
}

const isOpen = inArray(circulation.state, [...circulationSteps.adopt.from]);
const ids = (rows: { id: string }[]): string[] => rows.map((r) => r.id);

export const overNow = async (tx: Transaction): Promise<string[]> =>
	ids(
		await tx
			.select({ id: circulation.id })
			.from(circulation)
			.where(and(isOpen, lt(circulation.untilOn, today())))
			.orderBy(circulation.untilOn, circulation.id)
	);
export const toRemindNow = async (tx: Transaction): Promise<string[]> =>
	ids(
		await tx
			.select({ id: circulation.id })
			.from(circulation)
			.where(and(isOpen, isNull(circulation.remindedAt), lte(circulation.untilOn, addDays(today(), reminderDays))))
	);

/** The open one of a proposal, or the one that ended last. */
export async function circulationOf(tx: Transaction, proposalId: string): Promise<Circulation | null> {
	const [row] = await tx
		.select()
		.from(circulation)
		.where(eq(circulation.proposalId, proposalId))
		.orderBy(sql`${circulation.startedAt} desc`)
		.limit(1);
	return row ?? null;
}
