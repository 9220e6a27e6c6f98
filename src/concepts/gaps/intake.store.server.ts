/** The SQL of the intake: the last step of each coordinator, and what gaps take over from reports. Private to this concept. */
import { and, eq, inArray, max, ne, sql } from 'drizzle-orm';
import { now } from '#platform/clock.ts';
import type { Transaction } from '#platform/change.server.ts';
import { event } from '#platform/events.tables.server.ts';
import { follow } from '#concepts/people/tables.server.ts';
import type { StepBefore, Widened } from './intake.rules.ts';
import type { Report } from './report.store.server.ts';
import { lockReport } from './report.store.server.ts';
import { waitingReports } from './rules.ts';
import type { Gap } from './store.server.ts';
import { intakeStep } from './intake.tables.server.ts';
import { gapReport, reportMessage, serviceGap } from './tables.server.ts';

export type LastStep = typeof intakeStep.$inferSelect;

/** Keeps a step as this coordinator's last and marks the reports it was taken on. */
export async function keepStep(tx: Transaction, accountId: string, before: StepBefore): Promise<void> {
	const values = { accountId, id: crypto.randomUUID(), before, at: now() };
	await tx.insert(intakeStep).values(values).onConflictDoUpdate({ target: intakeStep.accountId, set: values });
	const ids = [...before.reports.map((r) => r.id), ...(before.splitId ? [before.splitId] : [])];
	await tx.update(gapReport).set({ stepId: values.id }).where(inArray(gapReport.id, ids));
}

export async function lastStepOf(tx: Transaction, accountId: string): Promise<LastStep | null> {
	const rows = await tx.select().from(intakeStep).where(eq(intakeStep.accountId, accountId));
	return rows[0] ?? null;
}
/** False when it was another one meanwhile. */
export const forgetStep = async (tx: Transaction, id: string): Promise<boolean> =>
	(await tx.delete(intakeStep).where(eq(intakeStep.id, id)).returning({ id: intakeStep.id })).length === 1;

/** All that are there, locked in one order. */
export async function lockReports(tx: Transaction, ids: readonly string[]): Promise<Report[]> {
	const reports: Report[] = [];
	for (const id of [...new Set(ids)].sort()) {
		const report = await lockReport(tx, id);
		if (report) reports.push(report);
	}
	return reports;
}

/** False when somebody has gone on from there. */
export async function writeBack(
	tx: Transaction,
	id: string,
	stepId: string,
	values: Partial<typeof gapReport.$inferInsert>
): Promise<boolean> {
	const rows = await tx
		.update(gapReport)
		.set({ ...values, stepId: null, updatedAt: now() })
		.where(and(eq(gapReport.id, id), eq(gapReport.stepId, stepId)))
		.returning({ id: gapReport.id });
	return rows.length === 1;
}

export const codeReport = async (
	tx: Transaction,
	id: string,
	values: Partial<typeof gapReport.$inferInsert>
): Promise<void> =>
	void (await tx
		.update(gapReport)
		.set({ ...values, updatedAt: now() })
		.where(and(eq(gapReport.id, id), inArray(gapReport.state, [...waitingReports]))));

/** The second part of a report: same sender, same age, everything but its text and coding the same. */
export async function insertPart(tx: Transaction, of: Report, part: Partial<Report>): Promise<string> {
	const { id, clientKey: _, gapId: __, stepId: ___, textBeforeSplit: ____, ...rest } = of;
	const values = { ...rest, ...part, splitFromId: of.splitFromId ?? id, createdAt: now(), updatedAt: now() };
	const rows = await tx.insert(gapReport).values(values).returning({ id: gapReport.id });
	return rows[0]!.id;
}
export const deletePart = async (tx: Transaction, id: string, stepId: string): Promise<boolean> =>
	(
		await tx
			.delete(gapReport)
			.where(and(eq(gapReport.id, id), eq(gapReport.stepId, stepId)))
			.returning({ id: gapReport.id })
	).length === 1;

export const deleteMessage = async (tx: Transaction, id: string): Promise<void> =>
	void (await tx.delete(reportMessage).where(eq(reportMessage.id, id)));

/** What does not change that a report may leave a gap again, or that it stood alone in it. */
const harmless = ['service_gap.follow', 'service_gap.unfollow'];
const besides = [
	'service_gap.add_report',
	'service_gap.lose_report',
	'service_gap.affects_us',
	'service_gap.take_back'
];

export async function newestEventOn(tx: Transaction, gapId: string): Promise<number> {
	const rows = await tx
		.select({ id: max(event.id) })
		.from(event)
		.where(and(eq(event.thingType, 'service_gap'), eq(event.thingId, gapId)));
	return rows[0]?.id ?? 0;
}
/** Has anybody gone on with the gap since that event? `alone`: others' reports and voices count, too. */
export async function wentOn(tx: Transaction, gapId: string, since: number, alone: boolean): Promise<boolean> {
	const passed = alone ? harmless : [...harmless, ...besides, 'comment.write'];
	const found = await tx.execute(sql`select kind from event where thing_type = 'service_gap' and thing_id = ${gapId}
		and id > ${since} and kind <> 'service_gap.create' and kind <> all(${sql.param(passed)}::text[])
		order by id limit 2`);
	// with a new gap comes its first report
	return found.rows.length > (alone ? 1 : 0);
}

/** Takes back from the gap what no other report in it says. */
export async function narrowGap(tx: Transaction, gap: Gap, reportId: string, w: Widened): Promise<void> {
	const others = await tx
		.select({
			legalDomains: gapReport.legalDomains,
			phase: gapReport.phase,
			municipality: gapReport.municipality
		})
		.from(gapReport)
		.where(and(eq(gapReport.gapId, gap.id), ne(gapReport.id, reportId)));
	const said = new Set(others.flatMap((r) => [...r.legalDomains, r.phase, r.municipality]));
	const without = (had: string[], added: string[]) => had.filter((code) => !added.includes(code) || said.has(code));
	await tx
		.update(serviceGap)
		.set({
			legalDomains: without(gap.legalDomains, w.legalDomains),
			phases: without(gap.phases, w.phases),
			municipalities: without(gap.municipalities, w.municipalities),
			updatedAt: now()
		})
		.where(eq(serviceGap.id, gap.id));
}

/** A gap nobody has gone on with; its number is not given to another. */
export async function deleteGap(tx: Transaction, id: string): Promise<void> {
	await tx.delete(follow).where(and(eq(follow.thingType, 'service_gap'), eq(follow.thingId, id)));
	await tx.delete(serviceGap).where(eq(serviceGap.id, id));
}
