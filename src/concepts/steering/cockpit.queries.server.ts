/** The committee's page: what it has to decide next, and how things stand since it last met. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import { evidenceCounts } from '#concepts/gaps/evidence.server.ts';
import { noEvidence, type GapState } from '#concepts/gaps/rules.ts';
import { feedback, serviceGap } from '#concepts/gaps/tables.server.ts';
import { meeting, minutesReply } from '#concepts/meetings/tables.server.ts';
import { isOffice, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { organisation } from '#concepts/people/tables.server.ts';
import { proposal } from '#concepts/proposals/tables.server.ts';
import { controlCounts } from './control.queries.server.ts';
import { mayDecideSomewhere, maySteer } from './policy.ts';
import { noAnswers, shownAnswers } from './reviews.rules.ts';
import { answersIn } from './reviews.store.server.ts';
import { decisionsOf } from './queries.server.ts';
import type { ReviewState } from './reviews.rules.ts';
import { prioritisable } from './rules.ts';
import { committees, lastSitting, nextSitting } from './sittings.queries.server.ts';
import { decision, effectReview } from './tables.server.ts';

/** Everything expected of the committee; null for those who do not sit in it and are not the office. */
export const cockpit = (actor: Actor) =>
	maySteer(actor)
		? look(async (tx) => {
				const next = await nextSitting(tx, actor);
				const since = await lastSitting(tx);
				return {
					next,
					since,
					due: next ? await scheduledFor(tx, next.id) : [],
					gaps: await gapsBefore(tx),
					minutes: await minutesToApprove(tx, actor),
					control: await controlCounts(tx, actor),
					reviews: await reviewsSince(tx),
					reopenings: await reopeningsProposed(tx, actor),
					owed: isOffice(actor) ? await owedNow(tx) : [],
					latest: await decisionsOf(tx, 1, 10),
					may: { decide: mayDecideSomewhere(actor) }
				};
			})
		: Promise.resolve(null);

const scheduledFor = (tx: Transaction, meetingId: string) =>
	tx
		.select({
			id: proposal.id,
			number: proposal.number,
			title: proposal.title,
			resolution: sql<string>`${proposal.outline} ->> 'resolution'`,
			money: sql<string>`${proposal.outline} ->> 'money'`,
			unit: organisation.name,
			dueOn: proposal.dueOn
		})
		.from(proposal)
		.leftJoin(organisation, eq(organisation.id, proposal.responsibleOrganisationId))
		.where(and(eq(proposal.meetingId, meetingId), eq(proposal.state, 'scheduled')))
		.orderBy(proposal.number);

/** Gaps that are real and with no group yet, the broadest first. */
async function gapsBefore(tx: Transaction) {
	const rows = await tx
		.select({
			id: serviceGap.id,
			number: serviceGap.number,
			title: serviceGap.title,
			state: sql<GapState>`${serviceGap.state}`,
			priority: serviceGap.priority
		})
		.from(serviceGap)
		.where(inArray(serviceGap.state, [...prioritisable]))
		.orderBy(sql`${serviceGap.priority} = 'high' desc nulls last`, desc(serviceGap.updatedAt))
		.limit(50);
	const counts = await evidenceCounts(
		tx,
		rows.map((r) => r.id)
	);
	const breadth = (id: string) => counts.get(id) ?? noEvidence;
	return rows
		.map((r) => ({ ...r, municipalities: breadth(r.id).municipalities, domains: breadth(r.id).legalDomains }))
		.sort((a, b) => b.municipalities * b.domains - a.municipalities * a.domains);
}

const minutesToApprove = (tx: Transaction, actor: Actor) =>
	tx
		.select({ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt, reviewUntil: meeting.reviewUntil })
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(
			and(
				committees,
				eq(meeting.minutesState, 'under_review'),
				sql`not exists (select from ${minutesReply} r where r.meeting_id = ${meeting.id} and r.account_id = ${actor.id}::uuid)`
			)
		)
		.orderBy(meeting.startsAt);

/** Reviews that came out, newest first. Their gaps are looked up for these few only. */
function reviewsSince(tx: Transaction) {
	const order = [desc(effectReview.closedAt)];
	const latest = tx
		.select({ id: effectReview.id })
		.from(effectReview)
		.where(inArray(effectReview.state, ['passed', 'reopened', 'kept_closed']))
		.orderBy(...order)
		.limit(8);
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
async function reopeningsProposed(tx: Transaction, actor: Actor) {
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

const owedNow = (tx: Transaction) =>
	tx
		.select({
			gapId: feedback.gapId,
			number: serviceGap.number,
			title: serviceGap.title,
			decisionId: decision.id,
			decision: decision.number
		})
		.from(feedback)
		.innerJoin(serviceGap, eq(serviceGap.id, feedback.gapId))
		.innerJoin(decision, eq(decision.id, feedback.decisionId))
		.where(sql`${feedback.givenAt} is null`)
		.orderBy(decision.number, serviceGap.number)
		.limit(50);
