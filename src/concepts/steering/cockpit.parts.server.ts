/** Parts of the committee's page: what has moved since it last met, the own house, what changed in effect. */
import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { isOffice, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { owedStatements } from '#concepts/proposals/statements.queries.server.ts';
import { lightOf, openMeasure, type MeasureState } from './measures.rules.ts';
import { noAnswers, shownAnswers, type ReviewState } from './reviews.rules.ts';
import { answersIn } from './reviews.store.server.ts';
import { effectReview } from './tables.server.ts';

type MeasureRow = {
	id: string;
	number: string;
	title: string;
	state: MeasureState;
	dueOn: string;
	unit: string;
	decisionId: string;
	decision: string;
	report: string;
	delayReason: string;
};
const lit = (rows: MeasureRow[]) => rows.map((r) => ({ ...r, light: lightOf(r, today()) }));
const columns =
	sql.raw(`m.id, m.number, m.title, m.state, m.due_on::text as "dueOn", o.name as unit, d.id as "decisionId",
	d.number as decision, coalesce(r.text, '') as report, coalesce(nullif(r.delay_reason, ''), m.delay_reason) as "delayReason"
	from measure m join organisation o on o.id = m.organisation_id join decision d on d.id = m.decision_id
	left join lateral (select x.text, x.delay_reason from progress_report x where x.measure_id = m.id
		order by x.created_at desc limit 1) r on true`);
const open = sql`m.state = any(${sql.param([...openMeasure])}::text[])`;

/** Measures that were reported on or changed since a day, and those overdue, the late ones first. */
export async function movedSince(tx: Transaction, since: Date | null) {
	const found = await tx.execute<MeasureRow>(sql`select ${columns}
		where (${open} and m.due_on < ${today()}::date) or m.updated_at >= ${since ?? new Date(0)}::timestamptz
		order by (${open} and m.due_on < ${today()}::date) desc, m.updated_at desc limit 8`);
	return lit(found.rows);
}

/** What the own organisation has taken on and not finished, and the statements it owes. */
export async function houseOf(tx: Transaction, actor: Actor) {
	const found = await tx.execute<MeasureRow & { total: number }>(sql`select count(*) over ()::int as total, ${columns}
		where m.organisation_id = ${actor.organisationId}::uuid and ${open} order by m.due_on, m.number limit 6`);
	const statements = await owedStatements(tx, actor);
	return { measures: lit(found.rows), statements, total: (found.rows[0]?.total ?? 0) + statements.length };
}

/** Reviews that came out, newest first. Their gaps are looked up for these few only. */
export function effectsShown(tx: Transaction) {
	const order = [desc(effectReview.closedAt)];
	const latest = tx
		.select({ id: effectReview.id })
		.from(effectReview)
		.where(inArray(effectReview.state, ['passed', 'reopened', 'kept_closed']))
		.orderBy(...order)
		.limit(6);
	return tx
		.select({
			id: effectReview.id,
			state: sql<ReviewState>`${effectReview.state}`,
			closedAt: effectReview.closedAt,
			number: serviceGap.number,
			title: serviceGap.title
		})
		.from(effectReview)
		.innerJoin(serviceGap, eq(serviceGap.id, effectReview.gapId))
		.where(inArray(effectReview.id, latest))
		.orderBy(...order);
}

/** Gaps that still happen, say those who were asked: for the next meeting. Small counts are held back. */
export async function reopeningsProposed(tx: Transaction, actor: Actor) {
	const rows = await tx
		.select({
			id: effectReview.id,
			number: serviceGap.number,
			title: serviceGap.title,
			closedAt: effectReview.closedAt
		})
		.from(effectReview)
		.innerJoin(serviceGap, eq(serviceGap.id, effectReview.gapId))
		.where(eq(effectReview.state, 'reopen_proposed'))
		.orderBy(effectReview.closedAt)
		.limit(10);
	const { minimumCellSize } = await settingsOf(tx);
	const counts = await answersIn(
		tx,
		rows.map((r) => r.id)
	);
	return rows.map((row) => {
		const { asked, answers } = counts.get(row.id) ?? { asked: 0, answers: noAnswers };
		const { answered, persists } = shownAnswers(asked, answers, minimumCellSize, isOffice(actor));
		return { ...row, answered, persists };
	});
}
