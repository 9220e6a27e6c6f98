/** What follows the words of a document: the text that the search reads, tasks, those who are mentioned. */
import { and, eq, inArray, notInArray, or } from 'drizzle-orm';
import type * as Y from 'yjs';
import { m } from '#i18n/paraglide/messages.js';
import type { Transaction } from '#platform/change.server.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { itemsOf, partOf } from './document.shape.ts';
import { blocksOf } from './document.text.ts';
import { inlineText, mentionedIn, plainText, tasksIn, type Block } from './minutes.blocks.ts';
import { itemSteps, taskSteps } from './rules.ts';
import type { Locked } from './store.server.ts';
import { agendaItem, meeting, task } from './tables.server.ts';
import { fits } from '#platform/step.ts';

/** Bytes; the index takes a megabyte, and a word may be in it three times. */
const maxWords = 200_000;
/** More than any meeting gives; whoever writes more writes for nobody. */
const mostTasks = 500;

export type Written = { id: string; title: string; blocks: Block[] };
export const writtenIn = (doc: Y.Doc): Written[] =>
	itemsOf(doc).map(({ id, title }) => ({ id, title, blocks: blocksOf(partOf(doc, id)!) }));

/** True when it was not so already. */
export async function textFollows(
	tx: Transaction,
	found: Pick<Locked, 'id' | 'minutes'>,
	written: readonly Written[]
): Promise<boolean> {
	const all = written
		.map((i) => [i.title, plainText(i.blocks)].filter(Boolean).join('\n'))
		.join('\n')
		.slice(0, maxWords);
	const words = new TextDecoder().decode(new TextEncoder().encode(all).subarray(0, maxWords)).replace(/\ufffd+$/, '');
	if (words === found.minutes) return false;
	await tx.update(meeting).set({ minutes: words }).where(eq(meeting.id, found.id));
	return true;
}

export type FollowedTask = { id: string; assigneeId: string | null };
type Row = typeof task.$inferSelect;

/**
 * Tasks that stand in the document become rows, and rows follow them until they are settled; one that is taken out of
 * the document is dropped. Answers the tasks whose assignee is new. `possible`: who may be given a task here.
 */
export async function tasksFollow(
	tx: Transaction,
	found: Locked,
	written: readonly Written[],
	possible: ReadonlySet<string>
): Promise<{ changed: boolean; given: FollowedTask[] }> {
	const wanted = wantedTasks(written, possible);
	const rows = await tx
		.select()
		.from(task)
		.where(
			or(
				and(eq(task.meetingId, found.id), eq(task.written, true)),
				wanted.size ? inArray(task.id, [...wanted.keys()]) : undefined
			)
		)
		.for('update');
	const known = new Map(rows.map((r) => [r.id, r]));
	const given: FollowedTask[] = [];
	let changed = false;
	const made = [...wanted.values()].filter((w) => !known.has(w.id));
	if (made.length) {
		await tx
			.insert(task)
			.values(made.map((w) => ({ ...w, bodyId: found.bodyId, meetingId: found.id, written: true })))
			.onConflictDoNothing();
		given.push(...made);
		changed = true;
	}
	for (const row of rows) {
		const set = row.meetingId === found.id ? becomes(row, wanted.get(row.id)) : null;
		if (!set) continue;
		await tx.update(task).set(set).where(eq(task.id, row.id));
		if (set.assigneeId && set.assigneeId !== row.assigneeId) given.push({ id: row.id, assigneeId: set.assigneeId });
		changed = true;
	}
	return { changed, given: given.filter((g) => g.assigneeId) };
}
type Wanted = Pick<Row, 'id' | 'itemId' | 'title' | 'assigneeId' | 'dueOn'>;

/** A copied task has the id of its original: the first counts. */
function wantedTasks(written: readonly Written[], possible: ReadonlySet<string>): Map<string, Wanted> {
	const wanted = new Map<string, Wanted>();
	for (const { id: itemId, blocks } of written)
		for (const { id, assigneeId, dueOn, content } of tasksIn(blocks)) {
			const title = inlineText(content).replace(/\s+/g, ' ').trim().slice(0, 500).toWellFormed();
			if (!id || !title || wanted.has(id) || wanted.size >= mostTasks) continue;
			wanted.set(id, {
				id,
				itemId,
				title,
				dueOn,
				assigneeId: assigneeId && possible.has(assigneeId) ? assigneeId : null
			});
		}
	return wanted;
}
/** What is to be set; null: nothing. A task somebody dropped stays dropped, one that came back into the text does not. */
function becomes(row: Row, wanted: Wanted | undefined): Partial<Row> | null {
	const isOpen = fits(taskSteps.drop, row.state);
	if (!wanted) {
		if (!row.written) return null;
		// whatever stood there may have been taken out because it must not stand anywhere
		const title = m.meetings_task_taken_out({}, { locale: 'de' });
		return { written: false, ...(isOpen ? { state: taskSteps.drop.to, title } : {}) };
	}
	if (!row.written && !isOpen && row.state === taskSteps.drop.to)
		return { ...wanted, written: true, state: taskSteps.reopen.to };
	const same = (['itemId', 'title', 'assigneeId', 'dueOn'] as const).every((k) => row[k] === wanted[k]);
	return isOpen && (!same || !row.written) ? { ...wanted, written: true } : null;
}

/** Those named with @ who have not heard of it in this meeting yet. */
export async function newlyMentioned(
	tx: Transaction,
	found: Locked,
	written: readonly Written[],
	possible: ReadonlySet<string>
): Promise<string[]> {
	const named = mentionedIn(written.flatMap((i) => i.blocks)).filter((id) => possible.has(id));
	if (!named.length) return [];
	const told = await tx
		.selectDistinct({ id: eventTell.accountId })
		.from(eventTell)
		.innerJoin(event, eq(event.id, eventTell.eventId))
		.where(and(eq(event.thingType, 'meeting'), eq(event.thingId, found.id), eq(event.kind, 'meeting.mention')));
	return named.filter((id) => !told.some((t) => t.id === id));
}

/** Of items that were taken off, only those that people were invited to keep their words. */
export async function forgetTakenOff(tx: Transaction, found: Pick<Locked, 'id' | 'invitedAgenda'>): Promise<void> {
	const sent = found.invitedAgenda?.items ?? [];
	const kept = sent.flatMap((i) => i.id ?? []);
	await tx
		.update(agendaItem)
		.set({ title: m.meetings_item_taken_off({}, { locale: 'de' }), rapporteur: '', result: '' })
		.where(
			and(
				eq(agendaItem.meetingId, found.id),
				eq(agendaItem.state, itemSteps.remove.to),
				kept.length ? notInArray(agendaItem.id, kept) : undefined,
				sent.length
					? notInArray(
							agendaItem.title,
							sent.map((i) => i.title)
						)
					: undefined
			)
		);
}
