/** What is shown before and after inviting: the recipients, and the calendar entry they get. */
import { asc, inArray } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { account } from '#concepts/people/tables.server.ts';
import { look } from '#platform/change.server.ts';
import { dayOf } from '#platform/clock.ts';
import { invitedTo, plannedGuests, recipientsOf } from './invitation.store.server.ts';
import { may } from './policy.ts';
import { findMeeting } from './store.server.ts';

/** For the page of the invitation: who will be mailed, guests that are noted, who could be a guest. */
export const invitationPage = (actor: Actor, id: string) =>
	look(async (tx) => {
		const found = await findMeeting(tx, id, actor.id);
		if (!found || !may(actor, 'invite', found)) return null;
		const recipients = await recipientsOf(tx, found);
		const invited = new Set([...(await invitedTo(tx, id)).map((i) => i.accountId)]);
		const people = await tx
			.select({ id: account.id, name: account.name })
			.from(account)
			.where(inArray(account.state, ['active', 'invited']))
			.orderBy(asc(account.name))
			.limit(2000);
		const taken = new Set([...recipients.map((r) => r.accountId), ...invited]);
		return {
			recipients: recipients.map(({ email: _email, ...r }) => r),
			planned: await plannedGuests(tx, id).then((all) => all.map((g) => g.accountId)),
			people: people.filter((p) => !taken.has(p.id)),
			late: recipients.filter((r) => !invited.has(r.accountId)).map(({ accountId, name }) => ({ id: accountId, name })),
			day: dayOf(found.startsAt)
		};
	});

/** What the calendar entry needs; for those who may read the meeting. */
export const calendarPage = (actor: Actor, id: string) =>
	look(async (tx) => {
		const found = await findMeeting(tx, id, actor.id);
		return found && may(actor, 'read', found) && found.state !== 'draft' ? found : null;
	});
