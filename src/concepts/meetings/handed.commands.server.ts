/** What meetings do inside the transactions of the concepts after them: proposals on the agenda, items decided. */
import { and, desc, eq, notInArray, or, sql } from 'drizzle-orm';
import { m } from '#i18n/paraglide/messages.js';
import type { Change } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { isWritable } from './access.ts';
import { rowsFollow } from './follow.server.ts';
import { inMoment, itemSteps } from './rules.ts';
import { lockMeeting, nextPosition, setItem, type Locked } from './store.server.ts';
import { agendaItem, agendaLink } from './tables.server.ts';
import { talkedThrough } from './talked-through.server.ts';

const decisionMinutes = 15;

/** Puts a decision item for the proposal at the end of a committee's agenda; the same proposal comes up once a meeting. */
export async function scheduleProposal(
	c: Change,
	given: { proposalId: string; meetingId: string; title: string }
): Promise<Result<{ itemId: string }>> {
	const found = await lockMeeting(c.tx, given.meetingId, null);
	if (!found || found.bodyKind !== 'steering_committee')
		return no('incomplete', [{ field: 'meetingId', message: m.meetings_issue_committee() }]);
	if (!inMoment('take_proposal', found.state))
		return no('wrong_state', [{ field: 'meetingId', message: m.meetings_issue_not_ahead() }]);
	await rowsFollow(c.tx, found);
	if ((await itemOf(c, given))?.proposalId)
		return no('conflict', [{ field: 'meetingId', message: m.meetings_issue_already_on_agenda() }]);
	const item = await addItem(c, found, { ...given, state: 'scheduled', result: '' });
	c.record('agenda_item.add', { type: 'agenda_item', id: item }, { meetingId: found.id, proposalId: given.proposalId });
	return yes({ itemId: item });
}

/** The item of a proposal is done, with the wording decided; a proposal taken up without an item gets one. */
export async function itemDecided(
	c: Change,
	given: { meetingId: string; proposalId: string; wording: string; title?: string }
): Promise<Result<{ itemId: string }>> {
	const found = await lockMeeting(c.tx, given.meetingId, null);
	if (!found) return no('not_found');
	if (!inMoment('result', found.state))
		return no('wrong_state', [{ field: 'meetingId', message: m.meetings_issue_not_running() }]);
	if (!isWritable(found.minutesState))
		return no('wrong_state', [{ field: '', message: m.meetings_issue_decided_late() }]);
	await rowsFollow(c.tx, found);
	const item = await itemOf(c, given);
	const itemId =
		item?.id ??
		(await addItem(c, found, {
			...given,
			title: given.title ?? given.wording.slice(0, 200),
			state: 'done',
			result: given.wording
		}));
	if (item) {
		if (!fits(itemSteps.finish, item.state)) return no('wrong_state');
		await setItem(c.tx, item, { state: itemSteps.finish.to, result: given.wording });
	}
	await talkedThrough(c, itemId);
	c.record(
		'agenda_item.finish',
		{ type: 'agenda_item', id: itemId },
		{ meetingId: found.id, proposalId: given.proposalId }
	);
	return yes({ itemId });
}

/** The item it is scheduled under; else a decision item that somebody linked to it. */
async function itemOf(c: Change, given: { meetingId: string; proposalId: string }) {
	const [row] = await c.tx
		.select({ item: agendaItem })
		.from(agendaItem)
		.innerJoin(agendaLink, eq(agendaLink.itemId, agendaItem.id))
		.where(
			and(
				eq(agendaItem.meetingId, given.meetingId),
				eq(agendaLink.thingType, 'proposal'),
				eq(agendaLink.thingId, given.proposalId),
				or(eq(agendaItem.proposalId, given.proposalId), eq(agendaItem.kind, 'decision')),
				notInArray(agendaItem.state, ['removed', 'postponed', 'backlog'])
			)
		)
		.orderBy(desc(sql`${agendaItem.proposalId} is not null`))
		.limit(1);
	return row?.item ?? null;
}

/** A row that the document does not name yet is put into it, with its links. */
async function addItem(
	c: Change,
	found: Locked,
	given: {
		proposalId: string;
		title: string;
		state: 'scheduled' | 'done';
		result: string;
	}
): Promise<string> {
	const position = await nextPosition(c.tx, found.id);
	const { id: meetingId, bodyId } = found;
	const { title, state, result, proposalId } = given;
	const place = { meetingId, bodyId, position, kind: 'decision' as const, minutes: decisionMinutes };
	const [made] = await c.tx
		.insert(agendaItem)
		.values({ ...place, title, state, result, proposalId })
		.returning();
	await c.tx.insert(agendaLink).values({ itemId: made!.id, thingType: 'proposal', thingId: given.proposalId });
	await rowsFollow(c.tx, found);
	return made!.id;
}
