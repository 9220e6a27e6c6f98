/** Guests of a meeting: noted before the invitation goes out, their access ended or prolonged after it. */
import { and, eq } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Change } from '#platform/change.server.ts';
import { dayOf } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Issue } from '#platform/result.ts';
import { rightsChanged } from '#realtime/log.server.ts';
import { roomOf } from './document.shape.ts';
import { enter } from './door.server.ts';
import { accountOf } from './invitation.store.server.ts';
import type { Locked } from './store.server.ts';
import { invitation, plannedGuest } from './tables.server.ts';

/** Notes a guest for the invitation; nothing is sent and nothing may be read yet. */
export const planGuest = (actor: Actor, id: string, guest: { accountId: string; accessUntil: string }) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'edit', 'plan_guest');
		if (!entered.ok) return entered;
		const issues = await lacksGuest({ tx, record }, entered.value, guest);
		if (issues.length) return no('incomplete', issues);
		await tx
			.insert(plannedGuest)
			.values({ meetingId: id, ...guest })
			.onConflictDoUpdate({
				target: [plannedGuest.meetingId, plannedGuest.accountId],
				set: { accessUntil: guest.accessUntil }
			});
		record('meeting.plan_guest', { type: 'meeting', id }, guest);
		return yes(id);
	});

export async function lacksGuest(
	c: Change,
	found: Locked,
	guest: { accountId: string; accessUntil: string }
): Promise<Issue[]> {
	if (!isId(guest.accountId) || !(await accountOf(c.tx, guest.accountId)))
		return [{ field: 'accountId', message: m.meetings_issue_person() }];
	return guest.accessUntil >= dayOf(found.startsAt)
		? []
		: [{ field: 'accessUntil', message: m.meetings_issue_access() }];
}

export const unplanGuest = (actor: Actor, id: string, accountId: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'edit', 'plan_guest');
		if (!entered.ok) return entered;
		if (!isId(accountId)) return no('not_found');
		await tx.delete(plannedGuest).where(and(eq(plannedGuest.meetingId, id), eq(plannedGuest.accountId, accountId)));
		record('meeting.unplan_guest', { type: 'meeting', id }, { accountId });
		return yes(id);
	});

/** Ends or prolongs the access of a guest; what he contributed stays. */
export const setAccess = (actor: Actor, id: string, guest: { accountId: string; accessUntil: string }) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'edit', 'correct_access');
		if (!entered.ok) return entered;
		if (!isId(guest.accountId)) return no('not_found');
		const same = and(
			eq(invitation.meetingId, id),
			eq(invitation.accountId, guest.accountId),
			eq(invitation.guest, true)
		);
		const rows = await tx.update(invitation).set({ accessUntil: guest.accessUntil }).where(same).returning();
		if (!rows.length) return no('not_found');
		await rightsChanged(tx, roomOf(id));
		record('meeting.end_access', { type: 'meeting', id }, guest, [{ to: guest.accountId, note: 'access' }]);
		return yes(id);
	});
