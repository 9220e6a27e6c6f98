/** What meetings do inside the transactions of the concepts after them: proposals on the agenda, items decided. */
import { and, eq, notInArray } from 'drizzle-orm';
import { m } from '#i18n/paraglide/messages.js';
import type { Change } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { inMoment, itemSteps } from './rules.ts';
import { lockMeeting, nextPosition, setItem } from './store.server.ts';
import { agendaItem, agendaLink } from './tables.server.ts';

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
	if (await itemOf(c, given))
		return no('conflict', [{ field: 'meetingId', message: m.meetings_issue_already_on_agenda() }]);
	const item = await addItem(c, { ...given, bodyId: found.bodyId, state: 'scheduled', result: '' });
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
	const item = await itemOf(c, given);
	const itemId =
		item?.id ??
		(await addItem(c, {
			...given,
			title: given.title ?? given.wording.slice(0, 200),
			bodyId: found.bodyId,
			state: 'done',
			result: given.wording
		}));
	if (item) {
		if (!fits(itemSteps.finish, item.state)) return no('wrong_state');
		await setItem(c.tx, item, { state: itemSteps.finish.to, result: given.wording });
	}
	c.record(
		'agenda_item.finish',
		{ type: 'agenda_item', id: itemId },
		{ meetingId: found.id, proposalId: given.proposalId }
	);
	return yes({ itemId });
}

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
				notInArray(agendaItem.state, ['removed', 'postponed', 'backlog'])
			)
		);
	return row?.item ?? null;
}

async function addItem(
	c: Change,
	given: {
		meetingId: string;
		bodyId: string;
		proposalId: string;
		title: string;
		state: 'scheduled' | 'done';
		result: string;
	}
): Promise<string> {
	const position = await nextPosition(c.tx, given.meetingId);
	const { meetingId, bodyId, title, state, result } = given;
	const [made] = await c.tx
		.insert(agendaItem)
		.values({ meetingId, bodyId, title, state, result, position, kind: 'decision', minutes: decisionMinutes })
		.returning();
	await c.tx.insert(agendaLink).values({ itemId: made!.id, thingType: 'proposal', thingId: given.proposalId });
	return made!.id;
}
