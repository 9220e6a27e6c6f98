/** How minutes come to be approved beside those who lead: by a later meeting, by circulation, by the end of a period. */
import { chairIdsOf, memberIdsOf } from '#concepts/bodies/queries.server.ts';
import { nobody, type Actor } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Change, type Tell } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { isWritable } from './access.ts';
import { bringToMeeting } from './approval.offer.server.ts';
import { endOfPeriod, type ApprovalOutcome } from './approval.rules.ts';
import { isToldOfObjections, minutesOfItem, roundOf } from './approval.store.server.ts';
import { enter, enterItem } from './door.server.ts';
import { approveFound } from './minutes.commands.server.ts';
import { may, type MeetingAction } from './policy.ts';
import { inMoment, itemSteps, minutesSteps } from './rules.ts';
import { lockMeeting, setItem, setMeeting, type Locked } from './store.server.ts';

const isUnderReview = (found: Locked): boolean =>
	fits(minutesSteps.approve, found.minutesState) && inMoment('review', found.state);
const notUnderReview = () => no('wrong_state', [{ field: '', message: m.meetings_issue_not_under_review() }]);
const told = (accountIds: readonly string[], note = 'meeting'): Tell[] => accountIds.map((to) => ({ to, note }));
const leadersOf = async (c: Change, found: Locked): Promise<string[]> => [
	...(await chairIdsOf(c.tx, found.bodyId)),
	...(await officeOf(c.tx))
];

/** Minutes of the committee that are under review. */
async function enterReview(c: Change, actor: Actor, id: string, action: MeetingAction): Promise<Result<Locked>> {
	const entered = await enter(c.tx, actor, id, action, 'review');
	if (!entered.ok) return entered;
	return entered.value.bodyKind === 'steering_committee' && isUnderReview(entered.value) ? entered : notUnderReview();
}

/** Asks all members of the committee to confirm the minutes, or to object, until a day; a second time moves the day. */
export const askMembers = (actor: Actor, id: string, until: string) =>
	change<string>(actor, async (c) => {
		const entered = await enterReview(c, actor, id, 'ask_members');
		if (!entered.ok) return entered;
		const found = entered.value;
		if (until < today())
			return no('incomplete', [{ field: 'approvalUntil', message: m.meetings_issue_review_until() }]);
		if (!(await setMeeting(c.tx, found, { approvalUntil: until }))) return no('conflict');
		const members = await memberIdsOf(c.tx, found.bodyId);
		c.record('meeting.ask_members', { type: 'meeting', id }, { until }, told(members, 'deadline'));
		return yes(id);
	});

/** Instead of by circulation the minutes are treated in the next meeting. @returns the meeting, null when none is ahead */
export const demandMeeting = (actor: Actor, id: string) =>
	change<string | null>(actor, async (c) => {
		const entered = await enterReview(c, actor, id, 'demand_meeting');
		return entered.ok ? yes(await toMeeting(c, entered.value, 'demand_meeting')) : entered;
	});

async function toMeeting(c: Change, found: Locked, why: 'demand_meeting' | 'circulation_failed') {
	await setMeeting(c.tx, found, { approvalUntil: null });
	const meetingId = await bringToMeeting(c, found);
	const members = found.approvalUntil ? await memberIdsOf(c.tx, found.bodyId) : [];
	const tells = told([...(await leadersOf(c, found)), ...members]);
	c.record(`meeting.${why}`, { type: 'meeting', id: found.id }, { meetingId }, tells);
	return meetingId;
}

/**
 * What a meeting says about the minutes of an earlier one: approved with the item, in one transaction – or there are
 * objections, and they stay under review. The meeting itself decides, so it need not wait for the end of a period.
 */
export const settleApproval = (actor: Actor, itemId: string, given: { outcome: ApprovalOutcome; result: string }) =>
	change<string>(actor, async (c) => {
		const minutesId = await minutesOfItem(c.tx, itemId);
		// of two meetings the earlier one is locked first, as where its minutes are put on an agenda
		const earlier = minutesId ? await lockMeeting(c.tx, minutesId, actor.id) : null;
		const entered = await enterItem(c.tx, actor, itemId, 'run', 'result');
		if (!entered.ok) return entered;
		const { found, item } = entered.value;
		if (!earlier || item.minutesOfId !== earlier.id || earlier.bodyId !== found.bodyId) return no('not_found');
		if (!may(actor, 'approve', earlier)) return no('forbidden');
		if (!isWritable(found.minutesState))
			return no('wrong_state', [{ field: '', message: m.meetings_issue_results_settled() }]);
		if (!fits(itemSteps.finish, item.state)) return no('wrong_state');
		const isApproved = fits(minutesSteps.correct, earlier.minutesState);
		if (!isUnderReview(earlier) && !(isApproved && given.outcome === 'approved')) return notUnderReview();
		const words = { approved: m.meetings_result_approved, objections: m.meetings_result_objections };
		const result = [words[given.outcome]({}, { locale: 'de' }), given.result.trim()].filter(Boolean).join('\n');
		await setItem(c.tx, item, { state: itemSteps.finish.to, result });
		const thing = { type: 'agenda_item', id: itemId };
		c.record('agenda_item.finish', thing, { meetingId: found.id, minutesOfId: earlier.id, outcome: given.outcome });
		if (given.outcome === 'objections') {
			const tells = told(await leadersOf(c, earlier));
			c.record('meeting.objected_in_meeting', { type: 'meeting', id: earlier.id }, { meetingId: found.id }, tells);
			return yes(itemId);
		}
		if (isApproved) return yes(itemId);
		const tells = await memberIdsOf(c.tx, found.bodyId);
		const approved = await approveFound(c, earlier, { way: 'meeting', by: actor.id, inId: found.id, tells });
		return approved.ok ? yes(itemId) : approved;
	});

/** The end of a period, once it is over; `wrong_state` where there is nothing to do, or nothing to do any more. */
export const endReview = (id: string) =>
	change<'approved' | 'objections' | 'to_meeting'>(nobody, async (c) => {
		const found = await lockMeeting(c.tx, id, null);
		if (!found) return no('not_found');
		if (!isUnderReview(found)) return no('wrong_state');
		const end = endOfPeriod(await roundOf(c.tx, found), today());
		if (end === 'waits') return no('wrong_state');
		if (end === 'to_meeting') {
			await toMeeting(c, found, 'circulation_failed');
			return yes(end);
		}
		if (end === 'objections') {
			if (await isToldOfObjections(c.tx, id)) return no('wrong_state');
			c.record('meeting.objections_stand', { type: 'meeting', id }, {}, told(await leadersOf(c, found)));
			return yes(end);
		}
		const way = end === 'approved_by_period' ? 'period' : 'circulation';
		const tells = way === 'circulation' ? await memberIdsOf(c.tx, found.bodyId) : await leadersOf(c, found);
		const approved = await approveFound(c, found, { way, by: null, tells });
		return approved.ok ? yes('approved') : approved;
	});
