/** What the office sees of reports in the intake: the queue, and one report beside similar gaps. */
import { count, eq, inArray, sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { workingDaysSince } from '#platform/clock.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { isId } from '#platform/ids.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { accountRole } from '#concepts/people/tables.server.ts';
import { daysOver, type IntakeStepName } from './intake.rules.ts';
import { lastStepOf } from './intake.store.server.ts';
import { may } from './policy.ts';
import { reportIn, type ReportSeen } from './reports.queries.server.ts';
import { firstSentence, waitingReports, type ReportState } from './rules.ts';
import { similarIn, type SimilarGap } from './similar.queries.server.ts';
import { gapReport } from './tables.server.ts';

export const pageSize = 50;
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
	/** working days over the target, 0 when in time */
	daysOver: number;
};
/** What this coordinator did last and may still take back; `text` is the beginning of the report. */
export type LastStepShown = { id: string; step: IntakeStepName; text: string; n: number };
export type Intake = {
	rows: IntakeLine[];
	total: number;
	page: number;
	pages: number;
	targetDays: number;
	counts: { received: number; query: number; late: number };
	lastStep: LastStepShown | null;
};
type Filter = {
	state?: string;
	page?: number;
	/** the report that is open: without a page, the one where it stands is shown */
	open?: string;
};
const statesOf = (state = ''): ReportState[] =>
	waitingReports.some((s) => s === state) ? [state as ReportState] : [...waitingReports];

/** Urgent first, then oldest first. Null for all but the office. Security: senders are numbered, neither name nor carrier selected. */
export const intakePage = (actor: Actor, filter: Filter = {}): Promise<Intake | null> =>
	look(async (tx) => {
		if (!may(actor, 'see_intake') || !isSomebody(actor)) return null;
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
		const states = statesOf(filter.state);
		const total = sum(waiting.filter((r) => states.includes(r.state as ReportState)));
		const pages = Math.max(1, Math.ceil(total / pageSize));
		const before = filter.page || !filter.open ? 0 : await countBefore(tx, states, filter.open);
		const page = Math.min(Math.max(1, filter.page ?? Math.floor(before / pageSize) + 1), pages);
		const rows = await intakeRows(tx, states, (page - 1) * pageSize);
		return {
			rows: rows.map((r) => {
				const ageDays = workingDaysSince(r.submittedAt);
				return { ...r, ageDays, isLate: late(r.submittedAt), daysOver: daysOver(ageDays, targetDays) };
			}),
			total,
			page,
			pages,
			targetDays,
			counts,
			lastStep: await lastStepShown(tx, actor.id)
		};
	});

/** Null as soon as somebody has gone on from there. */
async function lastStepShown(tx: Transaction, accountId: string): Promise<LastStepShown | null> {
	const last = await lastStepOf(tx, accountId);
	if (!last) return null;
	const reports = await tx
		.select({ id: gapReport.id, text: gapReport.text })
		.from(gapReport)
		.where(eq(gapReport.stepId, last.id));
	const ids = [...last.before.reports.map((r) => r.id), ...(last.before.splitId ? [last.before.splitId] : [])];
	const first = reports.find((r) => r.id === ids[0]);
	if (!first || reports.length !== ids.length) return null;
	return { id: last.id, step: last.before.step, text: firstSentence(first.text, 60), n: last.before.reports.length };
}

type Aged = 'ageDays' | 'isLate' | 'daysOver';
async function intakeRows(tx: Transaction, states: string[], offset: number): Promise<Omit<IntakeLine, Aged>[]> {
	const found = await tx.execute<Omit<IntakeLine, Aged | 'submittedAt'> & { submittedAt: string | Date }>(sql`
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

/** The order of the queue: urgent first, then oldest first. */
const place = (of: string) => sql.raw(`(not ${of}.urgent, ${of}.submitted_at, ${of}.id)`);
const queue = (states: readonly ReportState[]) =>
	sql`gap_report q, gap_report me where q.state = any(${sql.param([...states])})`;

async function countBefore(tx: Transaction, states: readonly ReportState[], id: string): Promise<number> {
	if (!isId(id)) return 0;
	const found = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${queue(states)}
		and me.id = ${id} and ${place('q')} < ${place('me')}`);
	return found.rows[0]!.n;
}

/** The report after this one in the queue, whether or not it still waits itself; after the last one the first. */
async function after(tx: Transaction, states: readonly ReportState[], id: string): Promise<string | null> {
	const found = await tx.execute<{
		id: string;
	}>(sql`select q.id from ${queue(states)} and me.id = ${id} and q.id <> me.id
		order by ${place('q')} > ${place('me')} desc, not q.urgent, q.submitted_at, q.id limit 1`);
	return found.rows[0]?.id ?? null;
}
async function ahead(tx: Transaction, states: readonly ReportState[], id: string): Promise<string | null> {
	const found = await tx.execute<{ id: string }>(sql`select q.id from ${queue(states)} and me.id = ${id}
		and ${place('q')} < ${place('me')} order by not q.urgent desc, q.submitted_at desc, q.id desc limit 1`);
	return found.rows[0]?.id ?? null;
}
/** Where to go on after a step; '' when nothing waits. */
export const nextInQueue = (actor: Actor, id: string, state?: string): Promise<string> =>
	look(async (tx) => (may(actor, 'see_intake') && isId(id) ? ((await after(tx, statesOf(state), id)) ?? '') : ''));

export type IntakeReport = ReportSeen & {
	senderRole: IntakeLine['senderRole'];
	ageDays: number;
	daysOver: number;
	similar: SimilarGap[];
	/** counted from 1; null when it does not wait in this view */
	position: number | null;
	next: string | null;
	previous: string | null;
};

/** One report beside similar known gaps, for the office, with its neighbours in the queue. */
export const intakeReport = (actor: Actor, id: string, state?: string): Promise<IntakeReport | null> =>
	look(async (tx) => {
		if (!may(actor, 'see_intake')) return null;
		const report = await reportIn(tx, actor, id);
		if (!report?.submittedAt) return null;
		const { intakeTargetDays } = await settingsOf(tx);
		const ageDays = workingDaysSince(report.submittedAt);
		const role = await tx.execute<{ role: IntakeLine['senderRole'] }>(
			sql`select ${roleOf(sql`r.author_id`)} as role from gap_report r where r.id = ${id}`
		);
		const states = statesOf(state);
		return {
			...report,
			senderRole: role.rows[0]!.role,
			ageDays,
			daysOver: waitingReports.includes(report.state) ? daysOver(ageDays, intakeTargetDays) : 0,
			similar: await similarIn(tx, report.text, report, 5),
			position: states.includes(report.state) ? (await countBefore(tx, states, id)) + 1 : null,
			next: await after(tx, states, id),
			previous: await ahead(tx, states, id)
		};
	});
