/** What concepts after this one lay before a body inside their transaction: a topic for its backlog, or something taken note of. */
import { and, eq } from 'drizzle-orm';
import { m } from '#i18n/paraglide/messages.js';
import type { Change } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { isWritable } from './access.ts';
import { rowsFollow } from './follow.server.ts';
import { inMoment, itemSteps, type ItemKind, type LinkType } from './rules.ts';
import { lockMeeting, nextPosition } from './store.server.ts';
import { agendaItem, agendaLink } from './tables.server.ts';

type Topic = {
	bodyId: string;
	kind: ItemKind;
	title: string;
	minutes: number;
	link: { thingType: LinkType; thingId: string };
};

/** Waits in the body's backlog, from where it comes on the next agenda. @returns the item's id */
export async function offerItem(c: Change, { link, ...topic }: Topic): Promise<string> {
	const [made] = await c.tx.insert(agendaItem).values(topic).returning({ id: agendaItem.id });
	await c.tx.insert(agendaLink).values({ itemId: made!.id, ...link });
	c.record('agenda_item.add', { type: 'agenda_item', id: made!.id }, { bodyId: topic.bodyId });
	return made!.id;
}

/** The matter is settled: what still waits in the backlog is taken out; on an agenda it stays. */
export async function withdrawItem(c: Change, itemId: string): Promise<void> {
	const gone = await c.tx
		.update(agendaItem)
		.set({ state: itemSteps.remove.to })
		.where(and(eq(agendaItem.id, itemId), eq(agendaItem.state, 'backlog')))
		.returning({ id: agendaItem.id });
	for (const { id } of gone) c.record('agenda_item.remove', { type: 'agenda_item', id });
}

/** An item of a meeting that is being held, or was just now, with its result: it stands in the minutes. */
export async function itemNoted(
	c: Change,
	given: { meetingId: string; title: string; result: string }
): Promise<Result<{ itemId: string }>> {
	const found = await lockMeeting(c.tx, given.meetingId, null);
	if (!found) return no('not_found');
	if (!inMoment('result', found.state))
		return no('wrong_state', [{ field: 'meetingId', message: m.meetings_issue_not_running() }]);
	if (!isWritable(found.minutesState))
		return no('wrong_state', [{ field: 'meetingId', message: m.meetings_issue_decided_late() }]);
	await rowsFollow(c.tx, found);
	const position = await nextPosition(c.tx, found.id);
	const place = { meetingId: found.id, bodyId: found.bodyId, position, kind: 'acknowledgement' as const, minutes: 5 };
	const [made] = await c.tx
		.insert(agendaItem)
		.values({ ...place, title: given.title, result: given.result, state: itemSteps.finish.to })
		.returning({ id: agendaItem.id });
	await rowsFollow(c.tx, found);
	c.record('agenda_item.finish', { type: 'agenda_item', id: made!.id }, { meetingId: found.id });
	return yes({ itemId: made!.id });
}
