/** The SQL of result sheets: find, lock, write, release, their distribution. Private to this concept. */
import { and, eq, sql } from 'drizzle-orm';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import type { GapState } from '#concepts/gaps/rules.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { nextIn, type Transaction } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import type { Hand, ReleasedBy, SheetState, SheetText } from './rules.ts';
import { resultDistribution, resultRelease, resultSheet } from './tables.server.ts';

export type Sheet = typeof resultSheet.$inferSelect;

export async function lockSheet(tx: Transaction, id: string): Promise<Sheet | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select().from(resultSheet).where(eq(resultSheet.id, id)).for('update');
	return row ?? null;
}

export async function findSheet(tx: Transaction, id: string): Promise<Sheet | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select().from(resultSheet).where(eq(resultSheet.id, id));
	return row ?? null;
}

export async function gapStateOf(tx: Transaction, id: string): Promise<GapState | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select({ state: serviceGap.state }).from(serviceGap).where(eq(serviceGap.id, id));
	return (row?.state as GapState | undefined) ?? null;
}

export async function insertSheet(
	tx: Transaction,
	of: { gapId: string; authorId: string; dismissed: Dismissed[] } & SheetText
): Promise<{ id: string; number: string }> {
	const series = `EB-${today().slice(0, 4)}`;
	const number = `${series}-${String(await nextIn(tx, series)).padStart(3, '0')}`;
	const [row] = await tx
		.insert(resultSheet)
		.values({ ...of, number, createdAt: now(), updatedAt: now() })
		.returning({ id: resultSheet.id });
	return { id: row!.id, number };
}

export async function setSheet(
	tx: Transaction,
	s: Sheet,
	to: SheetState,
	also: Partial<typeof resultSheet.$inferInsert> = {}
): Promise<boolean> {
	const rows = await tx
		.update(resultSheet)
		.set({ ...also, state: to, updatedAt: now() })
		.where(and(eq(resultSheet.id, s.id), eq(resultSheet.state, s.state)))
		.returning({ id: resultSheet.id });
	return rows.length === 1;
}

export const releasesOf = (tx: Transaction, sheetId: string): Promise<ReleasedBy[]> =>
	tx
		.select({ hand: resultRelease.hand, accountId: resultRelease.accountId })
		.from(resultRelease)
		.where(eq(resultRelease.sheetId, sheetId));

/** False when somebody else lent this hand at the same moment. */
export async function insertRelease(
	tx: Transaction,
	of: { sheetId: string; hand: Hand; accountId: string; textHash: string }
): Promise<boolean> {
	const rows = await tx
		.insert(resultRelease)
		.values({ ...of, releasedAt: now() })
		.onConflictDoNothing()
		.returning({ hand: resultRelease.hand });
	return rows.length === 1;
}
export const dropReleases = async (tx: Transaction, sheetId: string): Promise<void> =>
	void (await tx.delete(resultRelease).where(eq(resultRelease.sheetId, sheetId)));

export const insertDistribution = async (tx: Transaction, of: typeof resultDistribution.$inferInsert): Promise<void> =>
	void (await tx.insert(resultDistribution).values({ ...of, createdAt: now() }));

/** False when there is none, or it has its answer already. */
export async function answerDistribution(
	tx: Transaction,
	of: { id: string; sheetId: string; answer: string; answeredOn: string }
): Promise<boolean> {
	if (!isId(of.id)) return false;
	const rows = await tx
		.update(resultDistribution)
		.set({ answer: of.answer, answeredOn: of.answeredOn })
		.where(
			and(
				eq(resultDistribution.id, of.id),
				eq(resultDistribution.sheetId, of.sheetId),
				sql`${resultDistribution.answer} = ''`
			)
		)
		.returning({ id: resultDistribution.id });
	return rows.length === 1;
}
