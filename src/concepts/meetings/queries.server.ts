/** What the pages of meetings show, filtered by policy: the list, one meeting with all that belongs to it, a body's room. */
import { and, asc, count, desc, eq, gte, inArray, lt, ne, notInArray, or, sql, type SQL } from 'drizzle-orm';
import { body } from '#concepts/bodies/tables.server.ts';
import { chairs, isMemberOf, isOffice, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { look } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { takesPartInWriting } from './access.ts';
import { agendaShown, backlogOf } from './agenda.queries.server.ts';
import { passagesShown } from './comments.queries.server.ts';
import { hindrances } from './closing.server.ts';
import { invitedTo } from './invitation.store.server.ts';
import { minutesShown } from './minutes.queries.server.ts';
import { may, mayPropose, openSteps } from './policy.ts';
import { addendum, inMoment, isShortNotice } from './rules.ts';
import { findMeeting } from './store.server.ts';
import { invitation, meeting } from './tables.server.ts';
import { assigneesOf, openTasksBefore, openTasksOf, tasksOfMeeting } from './tasks.queries.server.ts';

export const pageSize = 25;
export type MeetingFilter = { bodyId: string; past: boolean };

/** The policy's `read`, said in SQL. */
function readableBy(actor: Actor): SQL {
	if (isOffice(actor)) return sql`true`;
	const led = actor.seats.filter((s) => chairs(actor, s.bodyId)).map((s) => s.bodyId);
	const seats = actor.seats.filter((s) => isMemberOf(actor, s.bodyId)).map((s) => s.bodyId);
	const guest = sql`exists (select from ${invitation} i where i.meeting_id = ${meeting.id} and i.account_id = ${actor.id}::uuid
		and i.guest and i.access_until >= ${today()}::date)`;
	return or(
		led.length ? inArray(meeting.bodyId, led) : undefined,
		seats.length ? and(ne(meeting.state, 'draft'), inArray(meeting.bodyId, seats)) : undefined,
		guest
	)!;
}

/** Coming meetings soonest first, past ones latest first. */
export const meetings = (actor: Actor, filter: MeetingFilter, page: number) =>
	look(async (tx) => {
		const edge = new Date(now().getTime() - 12 * 3_600_000);
		const over = or(lt(meeting.endsAt, edge), inArray(meeting.state, ['closed', 'cancelled']))!;
		const coming = and(gte(meeting.endsAt, edge), notInArray(meeting.state, ['closed', 'cancelled']))!;
		const where = and(
			readableBy(actor),
			filter.past ? over : coming,
			filter.bodyId ? eq(meeting.bodyId, filter.bodyId) : undefined
		);
		const [total] = await tx.select({ n: count() }).from(meeting).where(where);
		const rows = await tx
			.select({
				id: meeting.id,
				title: meeting.title,
				startsAt: meeting.startsAt,
				endsAt: meeting.endsAt,
				place: meeting.place,
				state: meeting.state,
				minutesState: meeting.minutesState,
				bodyId: meeting.bodyId,
				body: body.name,
				kind: body.kind,
				reply: sql<
					string | null
				>`(select i.reply from ${invitation} i where i.meeting_id = ${meeting.id} and i.account_id = ${actor.id}::uuid)`
			})
			.from(meeting)
			.innerJoin(body, eq(body.id, meeting.bodyId))
			.where(where)
			.orderBy(filter.past ? desc(meeting.startsAt) : asc(meeting.startsAt), meeting.id)
			.limit(pageSize)
			.offset((page - 1) * pageSize);
		return { rows, total: total!.n };
	});
export type MeetingRow = Awaited<ReturnType<typeof meetings>>['rows'][number];

/** Does this meeting exist for this actor? */
export const isSeen = (actor: Actor, id: string): Promise<boolean> =>
	look(async (tx) => {
		const found = await findMeeting(tx, id, actor.id);
		return !!found && may(actor, 'read', found);
	});

/** Everything of one meeting, in a fixed number of queries; null when it does not exist for this actor. */
export const meetingPage = (actor: Actor, id: string) =>
	look(async (tx) => {
		const found = await findMeeting(tx, id, actor.id);
		if (!found || !may(actor, 'read', found)) return null;
		const leads = may(actor, 'run', found);
		const inside = leads || isMemberOf(actor, found.bodyId);
		const [settings, items, invited] = [
			await settingsOf(tx),
			await agendaShown(tx, actor, found),
			await invitedTo(tx, id)
		];
		const minutesPart = await minutesShown(tx, actor, found, leads);
		const { minutes: _source, ...row } = found;
		return {
			...row,
			leads,
			inside,
			steps: openSteps(actor, found),
			mayEdit: leads && inMoment('edit', found.state),
			mayAgenda: leads && inMoment('agenda', found.state),
			mayVersions: takesPartInWriting(actor, found),
			mayErase: may(actor, 'erase', found),
			mayReply: may(actor, 'reply', found) && inMoment('reply', found.state),
			mayReview:
				may(actor, 'review', found) && inMoment('review', found.state) && found.minutesState === 'under_review',
			shortNotice: isShortNotice(found.startsAt, today(), settings.noticePeriodDays),
			noticePeriodDays: settings.noticePeriodDays,
			minutesReviewDays: settings.minutesReviewDays,
			items,
			addendum: addendum(
				found.invitedAgenda,
				items.map((i, n) => ({ ...i, position: n + 1 }))
			),
			invited: invited.map(({ email: _email, locale: _locale, ...i }) => i),
			myReply: invited.find((i) => i.accountId === actor.id)?.reply ?? null,
			minutesPart,
			comments: await passagesShown(tx, actor, found, inside),
			tasks: await tasksOfMeeting(tx, actor, id),
			earlierTasks: inside ? await openTasksBefore(tx, actor, found) : [],
			backlog: inside ? await backlogOf(tx, found.bodyId) : [],
			assignees: leads || minutesPart.access === 'write' ? await assigneesOf(tx, found.bodyId, id) : [],
			hindrances: leads && found.state === 'held' ? await hindrances(tx, found) : []
		};
	});
export type MeetingSeen = NonNullable<Awaited<ReturnType<typeof meetingPage>>>;
export type ShownItem = MeetingSeen['items'][number];

/** What waits in the room of a body: its backlog and its open tasks – for those who work there. */
export const roomOf = (actor: Actor, bodyId: string) =>
	look(async (tx) =>
		mayPropose(actor, bodyId)
			? { backlog: await backlogOf(tx, bodyId), tasks: await openTasksOf(tx, actor, bodyId) }
			: { backlog: [], tasks: [] }
	);
