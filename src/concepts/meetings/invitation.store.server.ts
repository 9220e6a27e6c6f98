/** SQL of invitations: who would be invited, who was, guests that are noted. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { membersOf } from '#concepts/bodies/queries.server.ts';
import { account, organisation } from '#concepts/people/tables.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { invitation, plannedGuest } from './tables.server.ts';
import type { Meeting } from './store.server.ts';

export type Recipient = {
	accountId: string;
	name: string;
	email: string;
	organisation: string;
	function: string;
	guest: boolean;
	/** Last day of a guest's access; null for members, whose rights follow their seat. */
	accessUntil: string | null;
};
/** Days after the meeting for which a guest of the whole body may still read it. */
const guestDays = 30;

export const plannedGuests = (tx: Transaction, meetingId: string) =>
	tx
		.select({
			accountId: account.id,
			name: account.name,
			email: account.email,
			organisation: organisation.name,
			accessUntil: plannedGuest.accessUntil
		})
		.from(plannedGuest)
		.innerJoin(account, eq(account.id, plannedGuest.accountId))
		.innerJoin(organisation, eq(organisation.id, account.organisationId))
		.where(eq(plannedGuest.meetingId, meetingId))
		.orderBy(asc(account.name));

/** Members on the day of the meeting and the guests that are noted: exactly these will be mailed. */
export async function recipientsOf(
	tx: Transaction,
	found: Pick<Meeting, 'id' | 'bodyId' | 'startsAt'>
): Promise<Recipient[]> {
	const day = dayOf(found.startsAt);
	const members = (await membersOf(tx, found.bodyId, day)).map((s): Recipient => {
		const guest = s.function === 'guest';
		const accessUntil = guest ? (s.untilOn ?? addDays(day, guestDays)) : null;
		return {
			accountId: s.accountId,
			name: s.name,
			email: s.email,
			organisation: s.organisation,
			function: s.function,
			guest,
			accessUntil
		};
	});
	const seated = new Set(members.map((r) => r.accountId));
	const guests = (await plannedGuests(tx, found.id)).filter((g) => !seated.has(g.accountId));
	return [...members, ...guests.map((g): Recipient => ({ ...g, function: 'guest', guest: true }))];
}

export type Invited = Awaited<ReturnType<typeof invitedTo>>[number];
export const invitedTo = (tx: Transaction, meetingId: string) =>
	tx
		.select({
			accountId: account.id,
			name: account.name,
			email: account.email,
			locale: account.locale,
			organisation: organisation.name,
			guest: invitation.guest,
			accessUntil: invitation.accessUntil,
			reply: invitation.reply,
			attendance: invitation.attendance,
			presentFrom: invitation.presentFrom,
			invitedAt: invitation.invitedAt
		})
		.from(invitation)
		.innerJoin(account, eq(account.id, invitation.accountId))
		.innerJoin(organisation, eq(organisation.id, account.organisationId))
		.where(eq(invitation.meetingId, meetingId))
		.orderBy(asc(invitation.guest), asc(account.name));

/** An active account, by id. */
export async function accountOf(tx: Transaction, id: string) {
	const [row] = await tx
		.select({ accountId: account.id, name: account.name, email: account.email, locale: account.locale })
		.from(account)
		.where(and(eq(account.id, id), sql`${account.state} <> 'closed'`));
	return row ?? null;
}
