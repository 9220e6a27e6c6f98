/** How minutes are, or come to be, approved – for the page of their meeting and for the items that approve them. */
import { inArray } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import type { Transaction } from '#platform/change.server.ts';
import { fits } from '#platform/step.ts';
import { confirmedBy, neededOf } from './approval.rules.ts';
import { approvalItemOf, roundOf } from './approval.store.server.ts';
import { may } from './policy.ts';
import { inMoment, minutesSteps, type ItemState, type MinutesState } from './rules.ts';
import { findMeeting, type Locked } from './store.server.ts';
import { meeting } from './tables.server.ts';

/** Null where the minutes are not under review. `item.meeting` is null in the backlog, and where the reader may not see the meeting yet. */
export async function approvalShown(tx: Transaction, actor: Actor, found: Locked) {
	const underReview = fits(minutesSteps.approve, found.minutesState) && inMoment('review', found.state);
	if (!underReview) return null;
	const committee = found.bodyKind === 'steering_committee';
	const item = await itemShown(tx, actor, found);
	const round = await roundOf(tx, found);
	const circulation =
		round.approvalUntil !== null
			? {
					until: round.approvalUntil,
					confirmed: confirmedBy(round),
					voters: round.voters.length,
					needed: neededOf(round.voters.length, round.quorumShare)
				}
			: null;
	return {
		committee,
		/** The last day of the review, after which minutes of a group are approved by themselves. */
		byPeriod: !committee ? found.reviewUntil : null,
		item,
		circulation,
		mayAsk: committee && may(actor, 'ask_members', found),
		mayDemand: committee && may(actor, 'demand_meeting', found) && (circulation !== null || !item?.meeting)
	};
}
export type ApprovalShown = NonNullable<Awaited<ReturnType<typeof approvalShown>>>;

async function itemShown(tx: Transaction, actor: Actor, found: Locked) {
	const row = await approvalItemOf(tx, found.id);
	if (!row) return null;
	const on = row.item.meetingId ? await findMeeting(tx, row.item.meetingId, actor.id) : null;
	const seen = on && may(actor, 'read', on) ? { id: on.id, title: on.title, startsAt: on.startsAt } : null;
	const state: ItemState = row.item.state;
	return { id: row.item.id, state, meeting: seen };
}

export type Approves = { meetingId: string; startsAt: Date; minutesState: MinutesState };
/** Of items that approve minutes: those of which meeting, and how far these are. */
export async function approvedUnder(
	tx: Transaction,
	items: readonly { minutesOfId: string | null }[]
): Promise<Map<string, Approves>> {
	const ids = [...new Set(items.flatMap((i) => i.minutesOfId ?? []))];
	if (!ids.length) return new Map();
	const rows = await tx
		.select({ meetingId: meeting.id, startsAt: meeting.startsAt, minutesState: meeting.minutesState })
		.from(meeting)
		.where(inArray(meeting.id, ids));
	return new Map(rows.map((r) => [r.meetingId, r]));
}
