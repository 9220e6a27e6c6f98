/**
 * The door every change to a meeting goes through: seen? allowed? right moment? – the row locked from then on, and the
 * rows of its agenda as the document says, so that no command acts on a stale agenda.
 */
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Transaction } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { documentAccess, isWritable } from './access.ts';
import { rowsFollow } from './follow.server.ts';
import { may, type MeetingAction } from './policy.ts';
import {
	inMoment,
	meetingSteps,
	minutesSteps,
	type MeetingMoment,
	type MeetingStep,
	type MinutesStep
} from './rules.ts';
import { lockItem, lockMeeting, meetingOfItem, type Item, type Locked } from './store.server.ts';
import { stateWords } from './words.ts';

const tooLate = (found: Locked) =>
	no('wrong_state', [{ field: '', message: m.meetings_issue_moment({ state: stateWords.meeting[found.state]() }) }]);

export async function enter(
	tx: Transaction,
	actor: Actor,
	id: string,
	action: MeetingAction,
	moment: MeetingMoment
): Promise<Result<Locked>> {
	const found = await lockMeeting(tx, id, actor.id);
	if (!found || !may(actor, 'read', found)) return no('not_found');
	if (!may(actor, action, found)) return no('forbidden');
	return inMoment(moment, found.state) ? followed(tx, found) : tooLate(found);
}
async function followed(tx: Transaction, found: Locked): Promise<Result<Locked>> {
	await rowsFollow(tx, found);
	return yes(found);
}

export async function enterFor(tx: Transaction, actor: Actor, id: string, step: MeetingStep): Promise<Result<Locked>> {
	const found = await lockMeeting(tx, id, actor.id);
	if (!found || !may(actor, 'read', found)) return no('not_found');
	if (!may(actor, step, found)) return no('forbidden');
	return fits(meetingSteps[step], found.state) ? followed(tx, found) : tooLate(found);
}

/** To write in the document, by a form: whoever may write in it live. */
export async function enterDocument(tx: Transaction, actor: Actor, id: string): Promise<Result<Locked>> {
	const found = await lockMeeting(tx, id, actor.id);
	const access = found ? documentAccess(actor, found) : 'none';
	if (!found || access === 'none') return no('not_found');
	if (!may(actor, 'write', found) && !may(actor, 'write_together', found)) return no('forbidden');
	if (access === 'write') return followed(tx, found);
	const drafting = isWritable(found.minutesState);
	return drafting ? tooLate(found) : no('wrong_state', [{ field: '', message: m.meetings_issue_not_drafting() }]);
}

/** Minutes go their way while the meeting is held; a correction may come after it is closed. */
export async function enterForMinutes(
	tx: Transaction,
	actor: Actor,
	id: string,
	step: MinutesStep
): Promise<Result<Locked>> {
	const entered = await enter(tx, actor, id, step, step === 'correct' ? 'correct' : 'review');
	if (!entered.ok || fits(minutesSteps[step], entered.value.minutesState)) return entered;
	return no('wrong_state', [
		{ field: '', message: m.meetings_issue_minutes({ state: stateWords.minutes[entered.value.minutesState]() }) }
	]);
}

/** An item that is on the agenda of a meeting, both rows locked. */
export async function enterItem(
	tx: Transaction,
	actor: Actor,
	itemId: string,
	action: MeetingAction,
	moment: MeetingMoment
): Promise<Result<{ found: Locked; item: Item }>> {
	const meetingId = await meetingOfItem(tx, itemId);
	if (!meetingId) return no('not_found');
	const entered = await enter(tx, actor, meetingId, action, moment);
	if (!entered.ok) return entered;
	const item = await lockItem(tx, itemId);
	return item && item.meetingId === meetingId ? yes({ found: entered.value, item }) : no('not_found');
}
