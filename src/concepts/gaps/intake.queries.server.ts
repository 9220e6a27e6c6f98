/** What the office sees of reports in the intake: the queue, and one report beside similar gaps. */
import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { workingDaysSince } from '#platform/clock.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { accountRole } from '#concepts/people/tables.server.ts';
import { may } from './policy.ts';
import { reportIn, type ReportSeen } from './reports.queries.server.ts';
import { waitingReports, type ReportState } from './rules.ts';
import { similarIn, type SimilarGap } from './search.server.ts';
import { gapReport } from './tables.server.ts';

export const pageSize = 25;
export type IntakeLine = {
	id: string;
	text: string;
	state: ReportState;
	urgent: boolean;
	submittedAt: Date;
	gapType: string | null;
	phase: string | null;
	legalDomains: string[];
	municipality: string | null;
	/** „Absender:in 1“: the same number means the same sender, within this list only. */
	sender: number;
	senderRole: 'case_manager' | 'officer' | 'coordinator';
	ageDays: number;
	isLate: boolean;
};
export type Intake = {
	rows: IntakeLine[];
	total: number;
	page: number;
	pages: number;
	targetDays: number;
	counts: { received: number; query: number; late: number };
};

/** Urgent first, then oldest first. Null for all but the office. Security: senders are numbered, neither name nor carrier selected. */
export const intakePage = (actor: Actor, filter: { state?: string; page?: number } = {}): Promise<Intake | null> =>
	look(async (tx) => {
		if (!may(actor, 'see_intake')) return null;
		const { intakeTargetDays: targetDays } = await settingsOf(tx);
		const waiting = await tx
			.select({ state: gapReport.state, submittedAt: gapReport.submittedAt, n: count() })
			.from(gapReport)
			.where(inArray(gapReport.state, [...waitingReports]))
			.groupBy(gapReport.state, gapReport.submittedAt);
		const sum = (rows: typeof waiting) => rows.reduce((n, r) => n + r.n, 0);
		const late = (at: Date | null) => at !== null && workingDaysSince(at) > targetDays;
		const counts = {
			received: sum(waiting.filter((r) => r.state === 'received')),
			query: sum(waiting.filter((r) => r.state === 'query')),
			late: sum(waiting.filter((r) => late(r.submittedAt)))
		};
		const states = filter.state === 'query' || filter.state === 'received' ? [filter.state] : [...waitingReports];
		const total = sum(waiting.filter((r) => states.includes(r.state)));
		const pages = Math.max(1, Math.ceil(total / pageSize));
		const page = Math.min(Math.max(1, filter.page ?? 1), pages);
		const rows = await intakeRows(tx, states, (page - 1) * pageSize);
		return {
			rows: rows.map((r) => ({ ...r, ageDays: workingDaysSince(r.submittedAt), isLate: late(r.submittedAt) })),
			total,
			page,
			pages,
			targetDays,
			counts
		};
	});

async function intakeRows(
	tx: Transaction,
	states: string[],
	offset: number
): Promise<Omit<IntakeLine, 'ageDays' | 'isLate'>[]> {
	const found = await tx.execute<
		Omit<IntakeLine, 'ageDays' | 'isLate' | 'submittedAt'> & { submittedAt: string | Date }
	>(sql`
		select r.id, left(r.text, 400) as text, r.state, r.urgent, r.submitted_at as "submittedAt", r.gap_type as "gapType", r.phase,
			r.legal_domains as "legalDomains", r.municipality, r.sender::int as sender, ${roleOf(sql`r.author_id`)} as "senderRole"
		from (select x.*, dense_rank() over (order by x.author_id) as sender from gap_report x where x.state = any(${sql.param(states)})) r
		order by r.urgent desc, r.submitted_at, r.id limit ${pageSize} offset ${offset}`);
	return found.rows.map((r) => ({ ...r, submittedAt: new Date(r.submittedAt) }));
}

const roleOf = (
	author: ReturnType<typeof sql>
) => sql`coalesce((select ${accountRole.role} from ${accountRole} where ${accountRole.accountId} = ${author}
	and ${accountRole.role} in ('case_manager', 'officer', 'coordinator') order by ${accountRole.role} limit 1), 'case_manager')`;

export type IntakeReport = ReportSeen & {
	senderRole: IntakeLine['senderRole'];
	ageDays: number;
	isLate: boolean;
	similar: SimilarGap[];
	next: string | null;
};

/** One report beside similar known gaps, for the office; `next` is the report to look at after it. */
export const intakeReport = (actor: Actor, id: string): Promise<IntakeReport | null> =>
	look(async (tx) => {
		if (!may(actor, 'see_intake')) return null;
		const report = await reportIn(tx, actor, id);
		if (!report || report.state === 'draft') return null;
		const { intakeTargetDays } = await settingsOf(tx);
		const age = report.submittedAt ? workingDaysSince(report.submittedAt) : 0;
		const role = await tx.execute<{ role: IntakeLine['senderRole'] }>(
			sql`select ${roleOf(sql`r.author_id`)} as role from gap_report r where r.id = ${id}`
		);
		const next = await tx
			.select({ id: gapReport.id })
			.from(gapReport)
			.where(and(eq(gapReport.state, 'received'), sql`${gapReport.id} <> ${id}`))
			.orderBy(desc(gapReport.urgent), asc(gapReport.submittedAt))
			.limit(1);
		return {
			...report,
			senderRole: role.rows[0]!.role,
			ageDays: age,
			isLate: waitingReports.includes(report.state) && age > intakeTargetDays,
			similar: await similarIn(tx, report.text, report, 5),
			next: next[0]?.id ?? null
		};
	});
