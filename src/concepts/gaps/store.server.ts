/** The SQL of service gaps: find, lock, insert, set state, link. Private to this concept. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { now, today } from '#platform/clock.ts';
import { nextIn, type Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { readable } from '#concepts/cases/rules.ts';
import { caseAnalysis } from '#concepts/cases/tables.server.ts';
import type { GapState } from './rules.ts';
import { confirmation, gapCase, gapGroup, gapMandate, serviceGap } from './tables.server.ts';

export type Gap = Omit<typeof serviceGap.$inferSelect, 'state'> & { state: GapState };
export type Coding = {
	gapType: string;
	legalDomains: string[];
	phases: string[];
	municipalities: string[];
	severity?: string | null;
	frequency?: string | null;
	scope?: string | null;
};

/** The id of a gap named by its number, such as L-2026-014, or by its id; '' when there is none. */
export async function gapIdOf(tx: Transaction, which: string): Promise<string> {
	if (isId(which)) return which;
	const rows = await tx
		.select({ id: serviceGap.id })
		.from(serviceGap)
		.where(eq(serviceGap.number, which.trim().toUpperCase()));
	return rows[0]?.id ?? '';
}

export async function lockGap(tx: Transaction, id: string): Promise<Gap | null> {
	if (!isId(id)) return null;
	const rows = await tx.select().from(serviceGap).where(eq(serviceGap.id, id)).for('update');
	return (rows[0] as Gap | undefined) ?? null;
}

/** Both rows locked in one order, so that two merges crossing each other wait instead of blocking one another. */
export async function lockGaps(tx: Transaction, ids: string[]): Promise<Map<string, Gap>> {
	const rows = await tx
		.select()
		.from(serviceGap)
		.where(inArray(serviceGap.id, ids.filter(isId)))
		.orderBy(serviceGap.id)
		.for('update');
	return new Map(rows.map((g) => [g.id, g as Gap]));
}

export async function insertGap(
	tx: Transaction,
	g: Coding & { title: string; description: string }
): Promise<{ id: string; number: string }> {
	const series = `${(await settingsOf(tx)).gapPrefix}-${today().slice(0, 4)}`;
	const number = `${series}-${String(await nextIn(tx, series)).padStart(3, '0')}`;
	const rows = await tx
		.insert(serviceGap)
		.values({ ...g, number, createdAt: now(), updatedAt: now() })
		.returning({ id: serviceGap.id });
	return { id: rows[0]!.id, number };
}

export async function setGapState(
	tx: Transaction,
	gap: Gap,
	to: GapState,
	also: Partial<typeof serviceGap.$inferInsert> = {}
): Promise<boolean> {
	const rows = await tx
		.update(serviceGap)
		.set({ ...also, state: to, updatedAt: now() })
		.where(and(eq(serviceGap.id, gap.id), eq(serviceGap.state, gap.state)))
		.returning({ id: serviceGap.id });
	return rows.length === 1;
}

export const writeGap = async (
	tx: Transaction,
	id: string,
	g: Partial<typeof serviceGap.$inferInsert>
): Promise<void> =>
	void (await tx
		.update(serviceGap)
		.set({ ...g, updatedAt: now() })
		.where(eq(serviceGap.id, id)));

/** A gap takes over what a newly assigned report adds to its coding. */
export const widenGap = async (
	tx: Transaction,
	id: string,
	r: { legalDomains: string[]; phase: string | null; municipality: string | null }
): Promise<void> => {
	const union = (column: unknown, more: string[]) =>
		sql`(select coalesce(array_agg(distinct x order by x), '{}') from unnest(${column} || ${sql.param(more)}::text[]) x)`;
	await tx
		.update(serviceGap)
		.set({
			legalDomains: union(serviceGap.legalDomains, r.legalDomains),
			phases: union(serviceGap.phases, r.phase ? [r.phase] : []),
			municipalities: union(serviceGap.municipalities, r.municipality ? [r.municipality] : []),
			updatedAt: now()
		})
		.where(eq(serviceGap.id, id));
};

/** True when it is new. */
export async function insertConfirmation(tx: Transaction, c: typeof confirmation.$inferInsert): Promise<boolean> {
	const rows = await tx
		.insert(confirmation)
		.values({ ...c, createdAt: now() })
		.onConflictDoNothing()
		.returning({ id: confirmation.id });
	return rows.length === 1;
}
export async function deleteConfirmation(tx: Transaction, gapId: string, accountId: string): Promise<boolean> {
	const rows = await tx
		.delete(confirmation)
		.where(and(eq(confirmation.gapId, gapId), eq(confirmation.accountId, accountId)))
		.returning({ id: confirmation.id });
	return rows.length === 1;
}

export const insertLink = {
	case: async (tx: Transaction, gapId: string, caseId: string) =>
		(await tx.insert(gapCase).values({ gapId, caseId }).onConflictDoNothing().returning()).length === 1,
	mandate: async (tx: Transaction, gapId: string, mandateId: string) =>
		(await tx.insert(gapMandate).values({ gapId, mandateId }).onConflictDoNothing().returning()).length === 1,
	group: async (tx: Transaction, gapId: string, bodyId: string) =>
		(await tx.insert(gapGroup).values({ gapId, bodyId }).onConflictDoNothing().returning()).length === 1
};
export const deleteGroup = async (tx: Transaction, gapId: string, bodyId: string): Promise<boolean> =>
	(
		await tx
			.delete(gapGroup)
			.where(and(eq(gapGroup.gapId, gapId), eq(gapGroup.bodyId, bodyId)))
			.returning()
	).length === 1;

/** Released, and not recalled. */
export async function isReadableCase(tx: Transaction, caseId: string): Promise<boolean> {
	if (!isId(caseId)) return false;
	const rows = await tx
		.select({ id: caseAnalysis.id })
		.from(caseAnalysis)
		.where(and(eq(caseAnalysis.id, caseId), inArray(caseAnalysis.state, [...readable])));
	return rows.length === 1;
}
