/** SQL of the end of analyses: which are to be warned of, which end. */
import { and, asc, eq, inArray, not, sql, type SQL } from 'drizzle-orm';
import type { Settings } from '#concepts/people/settings.ts';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { steps } from './rules.ts';
import { caseAnalysis } from './tables.server.ts';

/** A warning comes `days` before the end. */
export type Kept = Pick<Settings, 'retentionMonths'> & { draftMonths: number; days: number };
const inHand = [...steps.submit.from];
const mayEnd = inArray(caseAnalysis.state, [...steps.expire.from]);
/** What is in its author's hands ends by the day she last touched it. */
const ends = ({ retentionMonths, draftMonths }: Kept): SQL => sql`(case when ${inArray(caseAnalysis.state, inHand)}
	then ${caseAnalysis.updatedAt} + make_interval(months => ${draftMonths}::int)
	else ${caseAnalysis.releasedAt} + make_interval(months => ${retentionMonths}::int) end)`;
const daysFromNow = (days: number): SQL =>
	sql`${now().toISOString()}::timestamptz + make_interval(hours => ${days * 24}::int)`;
/** A warning of an end that has moved on since counts no more: it came more than its days before. */
const isWarned = (kept: Kept): SQL =>
	sql`coalesce(${caseAnalysis.warnedAt} >= ${ends(kept)} - make_interval(hours => ${kept.days * 24}::int), false)`;

const toBeWarned = (kept: Kept) => and(mayEnd, sql`${ends(kept)} <= ${daysFromNow(kept.days)}`, not(isWarned(kept)));
const isOver = (kept: Kept) =>
	and(
		mayEnd,
		sql`${ends(kept)} <= ${daysFromNow(0)}`,
		isWarned(kept),
		sql`${caseAnalysis.warnedAt} <= ${daysFromNow(-kept.days)}`
	);

export const toWarn = (tx: Transaction, kept: Kept, id?: string): Promise<string[]> =>
	idsWhere(tx, toBeWarned(kept), id);
export const toEnd = (tx: Transaction, kept: Kept, id?: string): Promise<string[]> => idsWhere(tx, isOver(kept), id);

async function idsWhere(tx: Transaction, due: SQL | undefined, id?: string): Promise<string[]> {
	const rows = await tx
		.select({ id: caseAnalysis.id })
		.from(caseAnalysis)
		.where(and(due, id ? eq(caseAnalysis.id, id) : undefined))
		.orderBy(asc(caseAnalysis.releasedAt), asc(caseAnalysis.id));
	return rows.map((r) => r.id);
}

export async function warned(tx: Transaction, id: string): Promise<void> {
	await tx.update(caseAnalysis).set({ warnedAt: now() }).where(eq(caseAnalysis.id, id));
}
