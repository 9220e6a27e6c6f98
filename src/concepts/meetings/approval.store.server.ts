/** SQL of approving minutes: what has been answered, who votes, the item they wait under, the meeting that comes next. */
import { and, asc, desc, eq, gte, gt, inArray, isNotNull, lt, ne, or, sql } from 'drizzle-orm';
import { membersOf } from '#concepts/bodies/queries.server.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import { organisation } from '#concepts/people/tables.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { startOfDay } from '#platform/days.ts';
import { event } from '#platform/events.tables.server.ts';
import { isId } from '#platform/ids.ts';
import { votes, type Round } from './approval.rules.ts';
import { itemSteps, meetingMoments, minutesSteps } from './rules.ts';
import type { Locked, Meeting } from './store.server.ts';
import { agendaItem, meeting, minutesReply } from './tables.server.ts';

export async function roundOf(tx: Transaction, found: Locked): Promise<Round> {
	const { quorumShare, externalMembersVote } = await settingsOf(tx);
	const answers = await tx
		.select({ accountId: minutesReply.accountId, confirmed: minutesReply.confirmed })
		.from(minutesReply)
		.where(eq(minutesReply.meetingId, found.id));
	const { reviewUntil, approvalUntil } = found;
	const committee = found.bodyKind === 'steering_committee';
	const voters = committee ? await votersOf(tx, found.bodyId, externalMembersVote) : [];
	return { committee, reviewUntil, approvalUntil, answers, voters, quorumShare };
}

async function votersOf(tx: Transaction, bodyId: string, externalMembersVote: boolean): Promise<string[]> {
	const members = (await membersOf(tx, bodyId)).filter((m) => m.function !== 'guest');
	if (!members.length) return [];
	const of = members.map((m) => m.organisationId);
	const kinds = await tx
		.select({ id: organisation.id, kind: organisation.kind })
		.from(organisation)
		.where(inArray(organisation.id, of));
	const kindOf = new Map(kinds.map((o) => [o.id, o.kind]));
	return members
		.filter((m) => votes({ organisationKind: kindOf.get(m.organisationId) ?? '' }, externalMembersVote))
		.map((m) => m.accountId);
}

/** Waits in the backlog or on an agenda. */
const isOpen = inArray(agendaItem.state, [...itemSteps.remove.from]);

/** The item under which these minutes are, or are to be, approved: an open one first, then the last one. */
export async function approvalItemOf(tx: Transaction, minutesId: string, openOnly = false) {
	const [row] = await tx
		.select({ item: agendaItem, title: meeting.title, startsAt: meeting.startsAt, state: meeting.state })
		.from(agendaItem)
		.leftJoin(meeting, eq(meeting.id, agendaItem.meetingId))
		.where(
			and(
				eq(agendaItem.minutesOfId, minutesId),
				openOnly ? isOpen : inArray(agendaItem.state, [...itemSteps.remove.from, itemSteps.finish.to])
			)
		)
		.orderBy(desc(isOpen), desc(agendaItem.createdAt))
		.limit(1);
	return row ?? null;
}

/** The meeting whose minutes an item is about; not locked. */
export async function minutesOfItem(tx: Transaction, itemId: string): Promise<string | null> {
	if (!isId(itemId)) return null;
	const [row] = await tx.select({ id: agendaItem.minutesOfId }).from(agendaItem).where(eq(agendaItem.id, itemId));
	return row?.id ?? null;
}

/** The next meeting of the same body that is still ahead. */
export async function nextMeetingId(tx: Transaction, found: Meeting): Promise<string | null> {
	const [row] = await tx
		.select({ id: meeting.id })
		.from(meeting)
		.where(
			and(
				eq(meeting.bodyId, found.bodyId),
				ne(meeting.id, found.id),
				inArray(meeting.state, [...meetingMoments.take_proposal]),
				gt(meeting.startsAt, found.startsAt),
				gte(meeting.startsAt, startOfDay(today())!)
			)
		)
		.orderBy(asc(meeting.startsAt), asc(meeting.id))
		.limit(1);
	return row?.id ?? null;
}

/** Meetings whose minutes are under review and whose period is over: what it brings is decided one by one. */
export async function endedPeriods(tx: Transaction): Promise<string[]> {
	const committee = eq(body.kind, 'steering_committee');
	const rows = await tx
		.select({ id: meeting.id })
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(
			and(
				inArray(meeting.minutesState, [...minutesSteps.approve.from]),
				inArray(meeting.state, [...meetingMoments.review]),
				or(
					and(committee, isNotNull(meeting.approvalUntil), lt(meeting.approvalUntil, today())),
					and(ne(body.kind, 'steering_committee'), lt(meeting.reviewUntil, today()))
				)
			)
		)
		.orderBy(asc(meeting.startsAt));
	return rows.map((r) => r.id);
}

/** Has it been told, since the minutes were last given for review, that objections stand? */
export async function isToldOfObjections(tx: Transaction, id: string): Promise<boolean> {
	const of = and(eq(event.thingType, 'meeting'), eq(event.thingId, id));
	const [last] = await tx
		.select({ kind: event.kind })
		.from(event)
		.where(and(of, inArray(event.kind, ['meeting.circulate', 'meeting.objections_stand'])))
		.orderBy(desc(event.id))
		.limit(1);
	return last?.kind === 'meeting.objections_stand';
}

/** Out of the backlog; skips what somebody is just putting on an agenda, where it is settled as any other item. */
export const takeOutOfBacklog = (tx: Transaction, minutesId: string): Promise<{ id: string }[]> =>
	tx
		.update(agendaItem)
		.set({ state: itemSteps.remove.to })
		.where(
			sql`${agendaItem.id} in (select id from agenda_item where minutes_of_id = ${minutesId}::uuid and state = 'backlog' for update skip locked)`
		)
		.returning({ id: agendaItem.id });
