/** SQL of effect reviews: plan, find the due ones, ask, answer, count. */
import { and, count, eq, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Change, Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { doneMeasure } from './measures.rules.ts';
import type { Measure } from './measures.store.server.ts';
import {
	monthsLater,
	noAnswers,
	type Answers,
	type Bar,
	type ReviewState,
	type StillHappens
} from './reviews.rules.ts';
import { gapIdsOf } from './store.server.ts';
import { decision, effectAnswer, effectReview, measure } from './tables.server.ts';

export type Review = Omit<typeof effectReview.$inferSelect, 'state'> & { state: ReviewState };

/** One review for each gap of the measure's decision, due after the months of the setting. */
export async function planReviews(c: Change, of: Measure, from: string): Promise<void> {
	const { effectReviewMonths } = await settingsOf(c.tx);
	const dueOn = monthsLater(from, effectReviewMonths);
	for (const gapId of await gapIdsOf(c.tx, { proposalId: of.proposalId, gapId: null })) {
		const rows = await c.tx
			.insert(effectReview)
			.values({ measureId: of.id, gapId, dueOn })
			.onConflictDoNothing()
			.returning({ id: effectReview.id });
		if (rows[0])
			c.record('effect_review.plan', { type: 'effect_review', id: rows[0].id }, { measureId: of.id, gapId, dueOn });
	}
}

export async function openReviews(tx: Transaction, measureId: string): Promise<number> {
	const [row] = await tx
		.select({ n: count() })
		.from(effectReview)
		.where(and(eq(effectReview.measureId, measureId), inArray(effectReview.state, ['planned', 'asked'])));
	return row?.n ?? 0;
}

export async function dueReviews(tx: Transaction, day: string): Promise<string[]> {
	const rows = await tx
		.select({ id: effectReview.id })
		.from(effectReview)
		.where(and(eq(effectReview.state, 'planned'), lte(effectReview.dueOn, day)))
		.orderBy(effectReview.dueOn)
		.limit(200);
	return rows.map((r) => r.id);
}

export async function lockReview(tx: Transaction, id: string): Promise<Review | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select().from(effectReview).where(eq(effectReview.id, id)).for('update');
	return row ? (row as Review) : null;
}

export async function findReview(tx: Transaction, id: string): Promise<Review | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select().from(effectReview).where(eq(effectReview.id, id));
	return row ? (row as Review) : null;
}

export async function setReview(
	tx: Transaction,
	r: Review,
	to: ReviewState,
	also: Partial<typeof effectReview.$inferInsert> = {}
): Promise<boolean> {
	const rows = await tx
		.update(effectReview)
		.set({ ...also, state: to })
		.where(and(eq(effectReview.id, r.id), eq(effectReview.state, r.state)))
		.returning({ id: effectReview.id });
	return rows.length === 1;
}

export async function ask(tx: Transaction, reviewId: string, accountIds: readonly string[]): Promise<void> {
	if (accountIds.length === 0) return;
	await tx
		.insert(effectAnswer)
		.values(accountIds.map((accountId) => ({ reviewId, accountId })))
		.onConflictDoNothing();
}

export async function askedOf(tx: Transaction, reviewId: string, accountId: string | null) {
	if (!accountId) return null;
	const [row] = await tx
		.select()
		.from(effectAnswer)
		.where(and(eq(effectAnswer.reviewId, reviewId), eq(effectAnswer.accountId, accountId)));
	return row ?? null;
}

/** Once only; false when it was answered before. */
export async function answer(
	tx: Transaction,
	reviewId: string,
	accountId: string,
	values: { stillHappens: StillHappens; changed: string; missing: string }
): Promise<boolean> {
	const rows = await tx
		.update(effectAnswer)
		.set({ ...values, answeredAt: now() })
		.where(
			and(eq(effectAnswer.reviewId, reviewId), eq(effectAnswer.accountId, accountId), isNull(effectAnswer.answeredAt))
		)
		.returning({ id: effectAnswer.accountId });
	return rows.length === 1;
}

export type Answered = { asked: number; answered: number; answers: Answers };
/** Of several reviews in one query, by id; a review that nobody was asked in is missing. */
export async function answersIn(tx: Transaction, reviewIds: readonly string[]): Promise<Map<string, Answered>> {
	const rows = await tx
		.select({ id: effectAnswer.reviewId, what: effectAnswer.stillHappens, n: count() })
		.from(effectAnswer)
		.where(inArray(effectAnswer.reviewId, [...reviewIds]))
		.groupBy(effectAnswer.reviewId, effectAnswer.stillHappens);
	return new Map(
		[...Map.groupBy(rows, (r) => r.id)].map(([id, of]) => {
			const answers = { ...noAnswers };
			for (const r of of) if (r.what !== null) answers[r.what as StillHappens] = r.n;
			const answered = Object.values(answers).reduce((sum, n) => sum + n, 0);
			return [id, { asked: of.reduce((sum, r) => sum + r.n, 0), answered, answers }];
		})
	);
}
export const answersOf = async (tx: Transaction, reviewId: string): Promise<Answered> =>
	(await answersIn(tx, [reviewId])).get(reviewId) ?? { asked: 0, answered: 0, answers: noAnswers };

/** The committee that decided the measure. */
export async function bodyOf(tx: Transaction, measureId: string): Promise<string> {
	const [row] = await tx
		.select({ bodyId: decision.bodyId })
		.from(measure)
		.innerJoin(decision, eq(decision.id, measure.decisionId))
		.where(eq(measure.id, measureId));
	return row!.bodyId;
}

/** Asked before this moment and not settled yet. */
export async function askedBefore(tx: Transaction, moment: Date): Promise<string[]> {
	const rows = await tx
		.select({ id: effectReview.id })
		.from(effectReview)
		.where(and(eq(effectReview.state, 'asked'), lte(effectReview.askedAt, moment)));
	return rows.map((r) => r.id);
}

export const barOf = async (tx: Transaction): Promise<Bar> => {
	const { reopenShare, reopenLeastAnswers } = await settingsOf(tx);
	return { share: reopenShare, least: reopenLeastAnswers };
};

/** Whether another measure or review for this gap is still under way: then the gap stays open. */
export async function elsewhereOpen(tx: Transaction, r: Review): Promise<boolean> {
	const found = await tx.execute(sql`
		select 1 from ${effectReview} e where e.gap_id = ${r.gapId} and e.id <> ${r.id} and e.state in ('planned', 'asked', 'reopen_proposed')
		union all
		select 1 from ${measure} x join ${decision} d on d.id = x.decision_id join proposal_gap g on g.proposal_id = d.proposal_id
		where g.gap_id = ${r.gapId} and x.id <> ${r.measureId} and not (x.state = any(${sql.param([...doneMeasure, 'dropped'])}::text[]))
		limit 1`);
	return found.rows.length > 0;
}

/** What people wrote, without who and in no order that tells: for the office only. */
export async function wordsOf(tx: Transaction, reviewId: string): Promise<{ changed: string; missing: string }[]> {
	return tx
		.select({ changed: effectAnswer.changed, missing: effectAnswer.missing })
		.from(effectAnswer)
		.where(and(eq(effectAnswer.reviewId, reviewId), ne(sql`${effectAnswer.changed} || ${effectAnswer.missing}`, '')))
		.orderBy(sql`md5(${effectAnswer.changed} || ${effectAnswer.missing})`);
}
