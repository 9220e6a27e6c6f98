/** Meetings of a steering committee: the next one, the last one, those in which something may be decided now. */
import { and, asc, desc, eq, gte, inArray, or, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import type { MeetingState } from '#concepts/meetings/rules.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import { isOffice, type Actor } from '#concepts/people/actor.ts';
import { decidableMeetings } from './rules.ts';

export type SittingSeen = { id: string; bodyId: string; title: string; startsAt: Date; state: MeetingState };

export const committees = eq(body.kind, 'steering_committee');
export const sitting = {
	id: meeting.id,
	bodyId: meeting.bodyId,
	title: meeting.title,
	startsAt: meeting.startsAt,
	state: sql<MeetingState>`${meeting.state}`
};

/** The one that is being held, else the next one that its members know of. */
export async function nextSitting(tx: Transaction, actor: Actor): Promise<SittingSeen | null> {
	const ahead: MeetingState[] = isOffice(actor)
		? ['draft', 'scheduled', 'invited', 'postponed']
		: ['scheduled', 'invited', 'postponed'];
	const [row] = await tx
		.select(sitting)
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(
			and(
				committees,
				or(
					eq(meeting.state, 'running'),
					and(inArray(meeting.state, ahead), gte(meeting.startsAt, sql`${today()}::date`))
				)
			)
		)
		.orderBy(sql`(${meeting.state} = 'running') desc`, asc(meeting.startsAt))
		.limit(1);
	return row ?? null;
}

export async function lastSitting(tx: Transaction): Promise<SittingSeen | null> {
	const [row] = await tx
		.select(sitting)
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(and(committees, inArray(meeting.state, ['held', 'closed'])))
		.orderBy(desc(meeting.startsAt))
		.limit(1);
	return row ?? null;
}

/** Those in which the gate may decide now, the latest first. */
export const decidableSittings = (tx: Transaction, gate: 1 | 2) =>
	tx
		.select(sitting)
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(and(committees, inArray(meeting.state, [...decidableMeetings[gate]])))
		.orderBy(desc(meeting.startsAt));
