/** The agenda and the backlog of a body: add, edit, order, put on, take off, link. What is on an agenda is written in its document. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '#concepts/people/actor.ts';
import { bodyOf } from '#concepts/bodies/queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Change } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { enter, enterItem } from './door.server.ts';
import * as document from './document.shape.ts';
import { inAgenda } from './follow.server.ts';
import { mayCall, mayPropose } from './policy.ts';
import { itemSteps, reorder, waitsFor, type ItemKind, type LinkType } from './rules.ts';
import { agendaOf, lockItem, meetingOfItem, setItem, type Item, type Locked } from './store.server.ts';
import { agendaItem, agendaLink } from './tables.server.ts';

export type ItemInput = { kind: ItemKind; title: string; minutes: number; rapporteur: string };
export type LinkInput = { type: LinkType; id: string };
const lacksOf = (input: ItemInput): Issue[] => [
	...(input.title.trim() ? [] : [{ field: 'title', message: m.meetings_issue_item_title() }]),
	...(input.minutes >= 1 && input.minutes <= 480
		? []
		: [{ field: 'minutes', message: m.meetings_issue_item_minutes() }])
];
const lowered = (to: LinkInput): LinkInput => ({ type: to.type, id: to.id.toLowerCase() });
const trimmed = (i: ItemInput) => ({
	kind: i.kind,
	minutes: i.minutes,
	title: i.title.trim(),
	rapporteur: i.rapporteur.trim()
});

export const addItem = (actor: Actor, meetingId: string, input: ItemInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, meetingId, 'edit', 'agenda');
		if (!entered.ok) return entered;
		const issues = lacksOf(input);
		if (issues.length) return no('incomplete', issues);
		const id = randomUUID();
		await inAgenda(tx, entered.value, (doc) => document.addItem(doc, id, trimmed(input)));
		record('agenda_item.add', { type: 'agenda_item', id }, { meetingId });
		return yes(id);
	});

/** A topic for a coming meeting, from any member of the body. */
export const proposeTopic = (actor: Actor, bodyId: string, input: ItemInput, link?: LinkInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const body = await bodyOf(tx, bodyId);
		if (!body || !mayPropose(actor, bodyId)) return no('not_found');
		const issues = lacksOf(input);
		if (issues.length) return no('incomplete', issues);
		const [made] = await tx
			.insert(agendaItem)
			.values({ ...trimmed(input), bodyId })
			.returning();
		if (link && isId(link.id))
			await tx.insert(agendaLink).values({ itemId: made!.id, thingType: link.type, thingId: link.id });
		record('agenda_item.add', { type: 'agenda_item', id: made!.id }, { bodyId });
		return yes(made!.id);
	});

export const editItem = (actor: Actor, itemId: string, input: ItemInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enterItem(tx, actor, itemId, 'edit', 'agenda');
		if (!entered.ok) return entered;
		const { found, item } = entered.value;
		if (!fits(itemSteps.call, item.state) && !fits(itemSteps.postpone, item.state)) return no('wrong_state');
		const issues = lacksOf(input);
		if (issues.length) return no('incomplete', issues);
		if (waitsFor(item) && input.kind !== item.kind)
			return no('wrong_state', [{ field: 'kind', message: m.meetings_issue_kind_stays() }]);
		await inAgenda(tx, found, (doc) => {
			const { title, ...fields } = trimmed(input);
			document.setTitle(doc, itemId, title);
			document.setFields(doc, itemId, fields);
		});
		record('agenda_item.edit', { type: 'agenda_item', id: itemId }, { meetingId: item.meetingId });
		return yes(itemId);
	});

/** `move` is "up", "down" or "to:<index>". */
export const moveItem = (actor: Actor, meetingId: string, itemId: string, move: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, meetingId, 'edit', 'agenda');
		if (!entered.ok) return entered;
		const ids = reorder(
			(await agendaOf(tx, meetingId)).map((i) => i.id),
			itemId,
			move
		);
		if (!ids) return no('incomplete', [{ field: 'move', message: m.meetings_issue_move() }]);
		await inAgenda(tx, entered.value, (doc) => void document.moveItem(doc, itemId, ids.indexOf(itemId)));
		record('agenda_item.move', { type: 'agenda_item', id: itemId }, { meetingId, position: ids.indexOf(itemId) + 1 });
		return yes(itemId);
	});

/** From the backlog to the end of an agenda of the same body. */
export const putOn = (actor: Actor, meetingId: string, itemId: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, meetingId, 'edit', 'agenda');
		if (!entered.ok) return entered;
		const item = await lockItem(tx, itemId);
		if (!item || item.bodyId !== entered.value.bodyId) return no('not_found');
		if (!fits(itemSteps.schedule, item.state)) return no('wrong_state');
		await inAgenda(tx, entered.value, (doc) => document.addItem(doc, itemId, item));
		record('agenda_item.schedule', { type: 'agenda_item', id: itemId }, { meetingId });
		return yes(itemId);
	});

/** Off the agenda again: into the backlog, or removed for good. */
export const takeOff = (actor: Actor, itemId: string, step: 'unschedule' | 'remove') =>
	change<string>(actor, async (c) => {
		const locked = await lockItemAsOf(c, actor, itemId);
		if (!locked.ok) return locked;
		const { item, found } = locked.value;
		if (!fits(itemSteps[step], item.state)) return no('wrong_state');
		const set = step === 'unschedule' ? { state: itemSteps[step].to, meetingId: null } : { state: itemSteps[step].to };
		await setItem(c.tx, item, set);
		if (found) await inAgenda(c.tx, found, (doc) => document.takeOff(doc, itemId));
		c.record(`agenda_item.${step}`, { type: 'agenda_item', id: itemId }, { meetingId: item.meetingId });
		return yes(itemId);
	});

/** On an agenda: meeting first, then item, as everywhere. In the backlog: the item alone. */
async function lockItemAsOf(
	c: Change,
	actor: Actor,
	itemId: string
): Promise<Result<{ item: Item; found: Locked | null }>> {
	if (await meetingOfItem(c.tx, itemId)) {
		const entered = await enterItem(c.tx, actor, itemId, 'edit', 'agenda');
		if (!entered.ok) return entered;
		const { found, item } = entered.value;
		return waitsFor(item)
			? no('wrong_state', [{ field: '', message: m.meetings_issue_needs_decision() }])
			: yes({ item, found });
	}
	const item = await lockItem(c.tx, itemId);
	if (!item || !mayPropose(actor, item.bodyId)) return no('not_found');
	if (item.meetingId) return no('conflict');
	return mayCall(actor, item.bodyId) ? yes({ item, found: null }) : no('forbidden');
}

/** Whether the thing may be seen is asked by each reader again: a link shows its title only to those who may. */
export const link = (actor: Actor, itemId: string, to: LinkInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enterItem(tx, actor, itemId, 'edit', 'agenda');
		if (!entered.ok) return entered;
		if (!isId(to.id)) return no('incomplete', [{ field: 'link', message: m.meetings_issue_link_unknown() }]);
		await inAgenda(tx, entered.value.found, (doc) => document.setLink(doc, itemId, lowered(to), true));
		record(
			'agenda_item.link',
			{ type: 'agenda_item', id: itemId },
			{ meetingId: entered.value.found.id, thingType: to.type, thingId: to.id }
		);
		return yes(itemId);
	});

export const unlink = (actor: Actor, itemId: string, to: LinkInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enterItem(tx, actor, itemId, 'edit', 'agenda');
		if (!entered.ok) return entered;
		const { found, item } = entered.value;
		if (to.type === 'proposal' && lowered(to).id === item.proposalId)
			return no('wrong_state', [{ field: '', message: m.meetings_issue_link_stays() }]);
		await inAgenda(tx, found, (doc) => document.setLink(doc, itemId, lowered(to), false));
		record(
			'agenda_item.unlink',
			{ type: 'agenda_item', id: itemId },
			{ meetingId: found.id, thingType: to.type, thingId: to.id }
		);
		return yes(itemId);
	});
