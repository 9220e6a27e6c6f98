/** Inviting to a meeting and answering. Nobody is mailed before `invite`, and then exactly those whom the sender saw. */
import { and, eq } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Change } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Issue } from '#platform/result.ts';
import { documentOf } from './document.store.server.ts';
import { enter, enterFor } from './door.server.ts';
import { lacksGuest } from './guests.commands.server.ts';
import { mailAll } from './invitation.mail.server.ts';
import { accountOf, invitedTo, recipientsOf, type Recipient } from './invitation.store.server.ts';
import { isShortNotice, meetingSteps, type FrozenAgenda, type Reply } from './rules.ts';
import { agendaOf, setMeeting, type Item, type Locked } from './store.server.ts';
import { invitation, plannedGuest } from './tables.server.ts';
import { keepVersion } from './versions.store.server.ts';

/** What the sender saw before sending, so that nobody else is mailed: compared with the recipients at this moment. */
export const fingerprint = (recipients: readonly Pick<Recipient, 'accountId'>[]): string =>
	recipients
		.map((r) => r.accountId)
		.sort()
		.join(',');

export const invite = (actor: Actor, id: string, sent: { seen: string; shortNoticeReason: string }) =>
	change<string>(actor, async (c) => {
		const entered = await enterFor(c.tx, actor, id, 'invite');
		if (!entered.ok) return entered;
		const found = entered.value;
		const recipients = await recipientsOf(c.tx, found);
		const agenda = await agendaOf(c.tx, id);
		const { noticePeriodDays } = await settingsOf(c.tx);
		const reason = sent.shortNoticeReason.trim();
		const issues = lacksInvitation(
			found,
			recipients,
			agenda,
			isShortNotice(found.startsAt, today(), noticePeriodDays) && !reason,
			noticePeriodDays
		);
		if (issues.length) return no('incomplete', issues);
		if (fingerprint(recipients) !== sent.seen)
			return no('conflict', [{ field: '', message: m.meetings_issue_recipients_changed() }]);
		const set = {
			state: meetingSteps.invite.to,
			invitedAt: now(),
			shortNoticeReason: reason,
			invitedAgenda: freeze(agenda)
		};
		if (!(await setMeeting(c.tx, found, set))) return no('conflict');
		await insertInvited(c, id, recipients);
		await keepVersion(c.tx, id, await documentOf(c.tx, found), 'invite');
		await c.tx.delete(plannedGuest).where(eq(plannedGuest.meetingId, id));
		await mailAll(c.tx, found, await invitedTo(c.tx, id), 'invitation');
		const tells = recipients.map((r) => ({ to: r.accountId, note: 'invitation' }));
		c.record(
			'meeting.invite',
			{ type: 'meeting', id },
			{ from: found.state, to: set.state, recipients: recipients.length, short: reason !== '', mailed: true },
			tells
		);
		return yes(id);
	});

function lacksInvitation(
	found: Locked,
	recipients: Recipient[],
	agenda: Item[],
	reasonMissing: boolean,
	days: number
): Issue[] {
	return [
		...(found.startsAt <= now() ? [{ field: '', message: m.meetings_issue_future() }] : []),
		...(agenda.length ? [] : [{ field: '', message: m.meetings_issue_agenda_empty() }]),
		...(recipients.length ? [] : [{ field: '', message: m.meetings_issue_no_recipients() }]),
		...(reasonMissing ? [{ field: 'shortNoticeReason', message: m.meetings_issue_short_notice({ days }) }] : [])
	];
}
const freeze = (agenda: readonly Item[]): FrozenAgenda => ({
	frozenAt: now().toISOString(),
	items: agenda.map(({ id, kind, title, minutes, rapporteur }, i) => ({
		id,
		position: i + 1,
		kind,
		title,
		minutes,
		rapporteur
	}))
});
async function insertInvited(
	c: Change,
	meetingId: string,
	recipients: readonly Pick<Recipient, 'accountId' | 'guest' | 'accessUntil'>[]
) {
	const rows = recipients.map(({ accountId, guest, accessUntil }) => ({
		meetingId,
		accountId,
		guest,
		accessUntil,
		invitedAt: now()
	}));
	await c.tx.insert(invitation).values(rows).onConflictDoNothing();
}

/** One more person after the invitation has gone out: only she is mailed. Without `accessUntil` she is a member. */
export const inviteFurther = (actor: Actor, id: string, person: { accountId: string; accessUntil: string }) =>
	change<string>(actor, async (c) => {
		const entered = await enter(c.tx, actor, id, 'invite', 'invite_further');
		if (!entered.ok) return entered;
		const found = entered.value;
		const member = (await recipientsOf(c.tx, found)).find((r) => r.accountId === person.accountId);
		const issues = member ? [] : await lacksGuest(c, found, person);
		if (issues.length) return no('incomplete', issues);
		if ((await invitedTo(c.tx, id)).some((i) => i.accountId === person.accountId)) {
			return no('conflict', [{ field: 'accountId', message: m.meetings_issue_already_invited() }]);
		}
		await insertInvited(c, id, [
			member ?? { accountId: person.accountId, guest: true, accessUntil: person.accessUntil }
		]);
		await mailAll(c.tx, found, [(await accountOf(c.tx, person.accountId))!], 'invitation');
		c.record('meeting.invite_further', { type: 'meeting', id }, { accountId: person.accountId, mailed: true }, [
			{ to: person.accountId, note: 'invitation' }
		]);
		return yes(id);
	});

export const reply = (actor: Actor, id: string, answer: Exclude<Reply, 'open'>) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'reply', 'reply');
		if (!entered.ok) return entered;
		await tx
			.update(invitation)
			.set({ reply: answer })
			.where(and(eq(invitation.meetingId, id), eq(invitation.accountId, actor.id!)));
		record('meeting.reply', { type: 'meeting', id }, { reply: answer });
		return yes(id);
	});
