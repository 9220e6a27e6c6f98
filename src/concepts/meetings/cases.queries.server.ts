/** The open meetings a case analysis could be brought into, and those it is on the agenda of already. */
import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import { body } from '#concepts/bodies/tables.server.ts';
import { numberToDiscuss } from '#concepts/cases/discussed.queries.server.ts';
import { chairs, isOffice, type Actor } from '#concepts/people/actor.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { meetingMoments } from './rules.ts';
import { agendaItem, agendaLink, meeting } from './tables.server.ts';

export type CaseMeeting = { id: string; title: string; startsAt: Date; body: string };

/** For those who edit the agenda of a meeting, the next ones first; null when the analysis is not one to discuss. */
export const meetingsForCase = (
	actor: Actor,
	caseId: string
): Promise<{ number: string; open: CaseMeeting[]; on: CaseMeeting[] } | null> =>
	look(async (tx) => {
		const led = actor.seats.filter((s) => chairs(actor, s.bodyId)).map((s) => s.bodyId);
		const number = isOffice(actor) || led.length ? await numberToDiscuss(tx, actor, caseId) : null;
		if (!number) return null;
		const open = await tx
			.select({ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt, body: body.name })
			.from(meeting)
			.innerJoin(body, eq(body.id, meeting.bodyId))
			.where(
				and(
					inArray(meeting.state, [...meetingMoments.agenda]),
					isOffice(actor) ? undefined : inArray(meeting.bodyId, led)
				)
			)
			.orderBy(asc(meeting.startsAt), meeting.id)
			.limit(50);
		const taken = await meetingsWithCase(
			tx,
			caseId,
			open.map((o) => o.id)
		);
		return { number, open: open.filter((o) => !taken.has(o.id)), on: open.filter((o) => taken.has(o.id)) };
	});

/** Of these meetings those whose agenda has the analysis. */
export async function meetingsWithCase(
	tx: Transaction,
	caseId: string,
	meetingIds: readonly string[]
): Promise<Set<string>> {
	if (!meetingIds.length) return new Set();
	const rows = await tx
		.select({ id: agendaItem.meetingId })
		.from(agendaItem)
		.innerJoin(agendaLink, eq(agendaLink.itemId, agendaItem.id))
		.where(
			and(
				inArray(agendaItem.meetingId, [...meetingIds]),
				eq(agendaLink.thingType, 'case_analysis'),
				eq(agendaLink.thingId, caseId),
				notInArray(agendaItem.state, ['removed', 'backlog', 'postponed'])
			)
		);
	return new Set(rows.flatMap((r) => r.id ?? []));
}
