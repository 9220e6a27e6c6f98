/** The SQL of gap reports and the messages about them: find, lock, insert, set state. Private to this concept. */
import { and, eq } from 'drizzle-orm';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import type { ReportFields, ReportState } from './rules.ts';
import { gapReport, reportMessage } from './tables.server.ts';

export type Report = Omit<typeof gapReport.$inferSelect, 'state'> & { state: ReportState };

export async function lockReport(tx: Transaction, id: string): Promise<Report | null> {
	if (!isId(id)) return null;
	const rows = await tx.select().from(gapReport).where(eq(gapReport.id, id)).for('update');
	return (rows[0] as Report | undefined) ?? null;
}

export async function lockReportByKey(tx: Transaction, authorId: string, clientKey: string): Promise<Report | null> {
	const rows = await tx
		.select()
		.from(gapReport)
		.where(and(eq(gapReport.authorId, authorId), eq(gapReport.clientKey, clientKey)))
		.for('update');
	return (rows[0] as Report | undefined) ?? null;
}

const rowOf = (f: ReportFields) => ({
	...f,
	phase: f.phase || null,
	gapType: f.gapType || null,
	municipality: f.municipality || null,
	severity: f.severity || null,
	frequency: f.frequency || null,
	scope: f.scope || null,
	updatedAt: now()
});

/** Null when this author already has a report with this key. */
export async function insertReport(
	tx: Transaction,
	of: { authorId: string; organisationId: string; clientKey: string },
	fields: ReportFields
): Promise<string | null> {
	const rows = await tx
		.insert(gapReport)
		.values({ ...of, ...rowOf(fields), createdAt: now() })
		.onConflictDoNothing()
		.returning({ id: gapReport.id });
	return rows[0]?.id ?? null;
}

export const writeReport = async (
	tx: Transaction,
	id: string,
	fields: ReportFields,
	dismissed: Dismissed[]
): Promise<void> =>
	void (await tx
		.update(gapReport)
		.set({ ...rowOf(fields), dismissed })
		.where(and(eq(gapReport.id, id), eq(gapReport.state, 'draft'))));

export const deleteReport = async (tx: Transaction, id: string): Promise<void> =>
	void (await tx.delete(gapReport).where(and(eq(gapReport.id, id), eq(gapReport.state, 'draft'))));

/** False when somebody else was faster. The office's last step on it can no longer be taken back. */
export async function setReportState(
	tx: Transaction,
	report: Report,
	to: ReportState,
	also: Partial<typeof gapReport.$inferInsert> = {}
): Promise<boolean> {
	const rows = await tx
		.update(gapReport)
		.set({ stepId: null, ...also, state: to, updatedAt: now() })
		.where(and(eq(gapReport.id, report.id), eq(gapReport.state, report.state)))
		.returning({ id: gapReport.id });
	return rows.length === 1;
}

export const insertMessage = async (tx: Transaction, m: typeof reportMessage.$inferInsert): Promise<string> =>
	(
		await tx
			.insert(reportMessage)
			.values({ ...m, createdAt: now() })
			.returning({ id: reportMessage.id })
	)[0]!.id;

export async function reportIdByKey(tx: Transaction, authorId: string, clientKey: string): Promise<string | null> {
	const rows = await tx
		.select({ id: gapReport.id })
		.from(gapReport)
		.where(and(eq(gapReport.authorId, authorId), eq(gapReport.clientKey, clientKey)));
	return rows[0]?.id ?? null;
}
