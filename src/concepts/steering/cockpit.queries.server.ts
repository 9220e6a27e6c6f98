/** The committee's page: what is expected of this member, and how things stand since it last met. */
import { eq, sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { feedback, serviceGap } from '#concepts/gaps/tables.server.ts';
import { isOffice, type Actor } from '#concepts/people/actor.ts';
import { beforeMeeting } from './before.queries.server.ts';
import { openCirculations } from './circulation.queries.server.ts';
import { effectsShown, houseOf, movedSince, reopeningsProposed } from './cockpit.parts.server.ts';
import { controlCounts } from './control.queries.server.ts';
import { gapsBefore, mandatesBefore } from './gate1.queries.server.ts';
import { mayCommittee, mayDecideSomewhere, maySteer } from './policy.ts';
import { decisionsOf } from './queries.server.ts';
import { committees, lastSitting, nextSitting } from './sittings.queries.server.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import { meeting, minutesReview } from '#concepts/meetings/tables.server.ts';
import { decision } from './tables.server.ts';

/** Everything expected of the committee; null for those who do not sit in it and are not the office. */
export const cockpit = (actor: Actor) =>
	maySteer(actor)
		? look(async (tx) => {
				const next = await nextSitting(tx, actor);
				const since = await lastSitting(tx);
				const circulations = await openCirculations(tx, actor);
				return {
					next,
					since,
					/** The next meeting is one that this member prepares. */
					prepares: next !== null && mayCommittee(actor, 'read', next),
					lines: next ? await beforeMeeting(tx, next.id) : [],
					circulations,
					gaps: await gapsBefore(tx, actor),
					mandates: await mandatesBefore(tx),
					minutes: await minutesToConfirm(tx, actor),
					control: await controlCounts(tx, actor),
					moved: await movedSince(tx, since?.startsAt ?? null),
					house: await houseOf(tx, actor),
					effects: await effectsShown(tx),
					reopenings: await reopeningsProposed(tx, actor),
					owed: isOffice(actor) ? await owedNow(tx) : [],
					latest: await decisionsOf(tx, 1, 6),
					may: {
						decide: mayDecideSomewhere(actor),
						pull: next !== null && mayCommittee(actor, 'pull', next)
					}
				};
			})
		: Promise.resolve(null);

/** Minutes of the committee that this member is asked to confirm, with their words: read and confirmed on the spot. */
async function minutesToConfirm(tx: Transaction, actor: Actor) {
	const seats = actor.seats.filter((s) => s.function !== 'guest').map((s) => s.bodyId);
	const me = sql`${actor.id}::uuid`;
	return tx
		.select({
			id: meeting.id,
			title: meeting.title,
			startsAt: meeting.startsAt,
			until: sql<string | null>`coalesce(${meeting.approvalUntil}, ${meeting.reviewUntil})::text`,
			html: minutesReview.html,
			hash: minutesReview.hash
		})
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.innerJoin(minutesReview, eq(minutesReview.meetingId, meeting.id))
		.where(
			sql`${committees} and ${meeting.state} = 'held' and ${meeting.minutesState} = 'under_review'
			and (exists (select from invitation i where i.meeting_id = ${meeting.id} and i.account_id = ${me} and i.attendance = 'present'
					and ${meeting.bodyId} = any(${sql.param(seats)}::uuid[]))
				or (${meeting.approvalUntil} >= ${today()}::date and ${meeting.bodyId} = any(${sql.param(seats)}::uuid[])))
			and not exists (select from minutes_reply r where r.meeting_id = ${meeting.id} and r.account_id = ${me})`
		)
		.orderBy(meeting.startsAt)
		.limit(4);
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
