/** The SQL of service gaps: find, lock, insert, set state, link. Private to this concept. */
import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { now, today } from '#platform/clock.ts';
import { nextIn, type Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { readable } from '#concepts/cases/rules.ts';
import { caseAnalysis } from '#concepts/cases/tables.server.ts';
import { germanWords } from '#concepts/anonymity/words.server.ts';
import type { GapState, GapText } from './rules.ts';
import { termsText } from './similar.terms.ts';
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

/** The gap that counts for this one: itself, or the one it went into, however often; '' when there is none. */
export async function canonicalIdOf(tx: Transaction, id: string): Promise<string> {
	if (!isId(id)) return '';
	const found = await tx.execute<{ id: string }>(sql`with recursive way (id, next) as (
		select id, merged_into_id from service_gap where id = ${id}
		union select g.id, g.merged_into_id from way w join service_gap g on g.id = w.next
	) select id from way where next is null`);
	return found.rows[0]?.id ?? '';
}

/** Locks the gap that counts for this one, both in one order; null when there is none or somebody is merging it. */
export async function lockCanonical(tx: Transaction, id: string): Promise<Gap | null> {
	const counts = await canonicalIdOf(tx, id);
	const gap = (await lockGaps(tx, [id, counts])).get(counts);
	return gap && gap.mergedIntoId === null ? gap : null;
}

export async function numberOf(tx: Transaction, id: string): Promise<string> {
	const rows = await tx.select({ number: serviceGap.number }).from(serviceGap).where(eq(serviceGap.id, id));
	return rows[0]?.number ?? '';
}

/** Gaps whose day of resubmission has come. */
export const dueGapIds = async (tx: Transaction, day: string): Promise<string[]> =>
	(
		await tx
			.select({ id: serviceGap.id })
			.from(serviceGap)
			.where(and(eq(serviceGap.state, 'deferred' satisfies GapState), lte(serviceGap.deferredUntil, day)))
			.orderBy(serviceGap.deferredUntil)
			.limit(500)
	).map((r) => r.id);

export async function insertGap(
	tx: Transaction,
	g: Coding & { title: string; description: string }
): Promise<{ id: string; number: string }> {
	const series = `${(await settingsOf(tx)).gapPrefix}-${today().slice(0, 4)}`;
	const number = `${series}-${String(await nextIn(tx, series)).padStart(3, '0')}`;
	const rows = await tx
		.insert(serviceGap)
		.values({ ...g, terms: termsText(g, await germanWords()), number, createdAt: now(), updatedAt: now() })
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

export const writeGap = async (tx: Transaction, id: string, g: GapText): Promise<void> =>
	void (await tx
		.update(serviceGap)
		.set({ ...g, terms: termsText(g, await germanWords()), updatedAt: now() })
		.where(eq(serviceGap.id, id)));

/** What a step does not set: where a gap goes on later. */
export const keepBefore = async (
	tx: Transaction,
	id: string,
	before: Pick<Gap, 'stateBeforeDeferral' | 'stateBeforeSolution'>
): Promise<void> =>
	void (await tx
		.update(serviceGap)
		.set({ ...before, updatedAt: now() })
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
const byAmong = (gapIds: readonly string[], accountId: string) =>
	and(inArray(confirmation.gapId, [...gapIds]), eq(confirmation.accountId, accountId));
/** Has this person said „Betrifft uns auch“ to one of these gaps? */
export const hasConfirmed = async (tx: Transaction, gapIds: readonly string[], accountId: string): Promise<boolean> =>
	(await tx.select({ id: confirmation.id }).from(confirmation).where(byAmong(gapIds, accountId)).limit(1)).length > 0;
export const deleteConfirmations = async (
	tx: Transaction,
	gapIds: readonly string[],
	accountId: string
): Promise<boolean> =>
	(await tx.delete(confirmation).where(byAmong(gapIds, accountId)).returning({ id: confirmation.id })).length > 0;

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

const termsAtOnce = 500;
/** Gives terms to gaps that have none, as those from before there were any: one after another, some at once. */
export async function writeMissingTerms(tx: Transaction): Promise<number> {
	const rows = await tx
		.select({ id: serviceGap.id, title: serviceGap.title, description: serviceGap.description })
		.from(serviceGap)
		.where(eq(serviceGap.terms, ''))
		.limit(termsAtOnce);
	if (!rows.length) return 0;
	const words = await germanWords();
	const [ids, terms] = [rows.map((r) => r.id), rows.map((r) => termsText(r, words))];
	await tx.execute(sql`update service_gap g set terms = t.terms
		from unnest(${sql.param(ids)}::uuid[], ${sql.param(terms)}::text[]) t (id, terms) where g.id = t.id and g.terms = ''`);
	return rows.length;
}
