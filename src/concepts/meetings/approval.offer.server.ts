/** The item under which a later meeting approves minutes: laid into the backlog, put on the next agenda, taken back. */
import { m } from '#i18n/paraglide/messages.js';
import type { Change } from '#platform/change.server.ts';
import { fits } from '#platform/step.ts';
import { dayText } from '#ui/dates.ts';
import { approvalItemOf, nextMeetingId, takeOutOfBacklog } from './approval.store.server.ts';
import { addItem } from './document.shape.ts';
import { inAgenda, rowsFollow } from './follow.server.ts';
import { isAhead, itemSteps } from './rules.ts';
import { lockItem, lockMeeting, type Locked } from './store.server.ts';
import { agendaItem } from './tables.server.ts';

const minutesLong = 5;

/** Minutes of the committee wait in its backlog for the next meeting, once; those of groups need no item. @returns its id */
export async function offerApproval(c: Change, found: Locked): Promise<string | null> {
	if (found.bodyKind !== 'steering_committee') return null;
	const open = await approvalItemOf(c.tx, found.id, true);
	if (open) return open.item.id;
	const title = m.meetings_approval_item({ day: dayText(found.startsAt, 'de') }, { locale: 'de' });
	const [made] = await c.tx
		.insert(agendaItem)
		.values({ bodyId: found.bodyId, kind: 'minutes_approval', title, minutes: minutesLong, minutesOfId: found.id })
		.returning();
	c.record('agenda_item.add', { type: 'agenda_item', id: made!.id }, { bodyId: found.bodyId, minutesOfId: found.id });
	return made!.id;
}

/**
 * On the agenda of the next meeting, where there is one; else it waits in the backlog. Of two meetings the earlier one
 * is locked first, here as where its minutes are approved.
 * @returns the meeting it is on now
 */
export async function bringToMeeting(c: Change, found: Locked): Promise<string | null> {
	const itemId = await offerApproval(c, found);
	const nextId = await nextMeetingId(c.tx, found);
	if (!itemId || !nextId) return null;
	const next = await lockMeeting(c.tx, nextId, null);
	if (!next || !isAhead(next.state)) return null;
	await rowsFollow(c.tx, next);
	const item = await lockItem(c.tx, itemId);
	if (!item || !fits(itemSteps.schedule, item.state)) return item?.meetingId ?? null;
	await inAgenda(c.tx, next, (doc) => addItem(doc, itemId, item));
	c.record('agenda_item.schedule', { type: 'agenda_item', id: itemId }, { meetingId: nextId });
	return nextId;
}

/** Approved by another way: nothing waits in the backlog any more. */
export async function withdrawOffer(c: Change, minutesId: string): Promise<void> {
	for (const { id } of await takeOutOfBacklog(c.tx, minutesId))
		c.record('agenda_item.remove', { type: 'agenda_item', id }, { minutesOfId: minutesId });
}
