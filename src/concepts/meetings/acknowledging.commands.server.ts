/** What was decided between two meetings is acknowledged in the next: on its agenda, or in the backlog until there is one. */
import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import type { Change, Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { startOfDay } from '#platform/days.ts';
import { addItem, partOf } from './document.shape.ts';
import { append } from './document.write.ts';
import { inAgenda, rowsFollow } from './follow.server.ts';
import { paragraph } from './minutes.blocks.ts';
import { isAhead, meetingMoments } from './rules.ts';
import { lockMeeting, type Locked } from './store.server.ts';
import { agendaItem, agendaLink, meeting } from './tables.server.ts';

const minutesLong = 5;

/** The next meeting of a body that is still ahead, locked; null when there is none. */
export async function lockNext(tx: Transaction, bodyId: string): Promise<Locked | null> {
	const [row] = await tx
		.select({ id: meeting.id })
		.from(meeting)
		.where(
			and(
				eq(meeting.bodyId, bodyId),
				inArray(meeting.state, [...meetingMoments.take_proposal]),
				gte(meeting.startsAt, startOfDay(today())!)
			)
		)
		.orderBy(asc(meeting.startsAt), asc(meeting.id))
		.limit(1);
	const next = row ? await lockMeeting(tx, row.id, null) : null;
	return next && isAhead(next.state) ? next : null;
}

/** `next`: as lockNext gave it. `words` are written under the item, so that they stand in the minutes. @returns the item */
export async function acknowledgeIn(
	c: Change,
	next: Locked | null,
	of: { bodyId: string; proposalId: string; title: string; words: readonly string[] }
): Promise<string> {
	if (next) await rowsFollow(c.tx, next);
	const fields = { kind: 'acknowledgement' as const, title: of.title, minutes: minutesLong, rapporteur: '' };
	const [made] = await c.tx
		.insert(agendaItem)
		.values({ ...fields, bodyId: of.bodyId })
		.returning({ id: agendaItem.id });
	const id = made!.id;
	const link = { type: 'proposal' as const, id: of.proposalId };
	await c.tx.insert(agendaLink).values({ itemId: id, thingType: link.type, thingId: link.id });
	const place = { bodyId: of.bodyId, proposalId: of.proposalId, meetingId: next?.id ?? null };
	c.record('agenda_item.add', { type: 'agenda_item', id }, place);
	if (!next) return id;
	await inAgenda(c.tx, next, (doc) => {
		addItem(doc, id, { ...fields, links: [link] });
		append(doc, partOf(doc, id)!, of.words.map(paragraph));
	});
	return id;
}
