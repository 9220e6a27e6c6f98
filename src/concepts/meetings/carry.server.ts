/** Carrying over: a postponed item returns to the body's backlog as a new item, linked to the old one both ways. */
import { m } from '#i18n/paraglide/messages.js';
import type { Change } from '#platform/change.server.ts';
import { fits } from '#platform/step.ts';
import { isSettled, itemSteps, waitsFor } from './rules.ts';
import { agendaOf, linksOf, setItem, type Item, type Locked } from './store.server.ts';
import { agendaItem, agendaLink } from './tables.server.ts';

/** Postpones one item of a meeting and lays its follower into the backlog. */
export async function postponeItem(c: Change, found: Locked, item: Item, result = ''): Promise<string> {
	await setItem(c.tx, item, {
		state: itemSteps.postpone.to,
		result: result || m.meetings_result_postponed({}, { locale: 'de' })
	});
	const { bodyId, kind, title, minutes, rapporteur, minutesOfId } = item;
	const [next] = await c.tx
		.insert(agendaItem)
		.values({ bodyId, kind, title, minutes, rapporteur, minutesOfId, state: 'backlog', carriedFromId: item.id })
		.returning();
	const links = await linksOf(c.tx, [item.id]);
	if (links.length) await c.tx.insert(agendaLink).values(links.map((l) => ({ ...l, itemId: next!.id })));
	c.record('agenda_item.postpone', { type: 'agenda_item', id: item.id }, { meetingId: found.id, followerId: next!.id });
	return next!.id;
}

/** At the end of a meeting: everything that was not settled and does not wait for a decision. */
export async function carryOver(c: Change, found: Locked): Promise<void> {
	const open = (await agendaOf(c.tx, found.id)).filter((i) => !isSettled(i.state) && fits(itemSteps.postpone, i.state));
	for (const item of open) if (!waitsFor(item)) await postponeItem(c, found, item);
}
