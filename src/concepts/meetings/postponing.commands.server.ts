/** Postponing and cancelling: everyone who was invited hears of it, with the calendar entry changed. */
import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { change, type Change } from '#platform/change.server.ts';
import { dayOf } from '#platform/clock.ts';
import { no, yes } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { lacksOf } from './commands.server.ts';
import { enterFor } from './door.server.ts';
import { mailAll } from './invitation.mail.server.ts';
import { invitedTo } from './invitation.store.server.ts';
import { itemSteps, meetingSteps, waitsFor } from './rules.ts';
import { agendaOf, setMeeting, type Locked } from './store.server.ts';
import { agendaItem, invitation } from './tables.server.ts';

/** A new date or place: everyone invited gets the entry anew and is asked again; guests keep their access as long after the meeting. */
export const postpone = (actor: Actor, id: string, to: { startsAt: Date; endsAt: Date; place: string; link: string }) =>
	change<string>(actor, async (c) => {
		const entered = await enterFor(c.tx, actor, id, 'postpone');
		if (!entered.ok) return entered;
		const found = entered.value;
		const issues = lacksOf({ ...to, title: found.title });
		if (issues.length) return no('incomplete', issues);
		const moved = await setMeeting(c.tx, found, {
			...to,
			state: meetingSteps.postpone.to,
			sequence: found.sequence + 1
		});
		if (!moved) return no('conflict');
		const days = Math.round((Date.parse(dayOf(to.startsAt)) - Date.parse(dayOf(found.startsAt))) / 86_400_000);
		const accessUntil = sql`case when ${invitation.guest} and ${days}::int > 0 then ${invitation.accessUntil} + ${days}::int else ${invitation.accessUntil} end`;
		await c.tx.update(invitation).set({ reply: 'open', accessUntil }).where(eq(invitation.meetingId, id));
		const invited = await invitedTo(c.tx, id);
		await mailAll(c.tx, { ...found, ...moved }, invited, 'postponed');
		const data = {
			from: found.state,
			to: moved.state,
			startsAt: to.startsAt.toISOString(),
			sequence: moved.sequence,
			mailed: true
		};
		c.record(
			'meeting.postpone',
			{ type: 'meeting', id },
			data,
			invited.map((i) => ({ to: i.accountId, note: 'invitation' }))
		);
		return yes(id);
	});

/** Whoever was invited gets a cancellation; the topics go back to the backlog. */
export const cancel = (actor: Actor, id: string) =>
	change<string>(actor, async (c) => {
		const entered = await enterFor(c.tx, actor, id, 'cancel');
		if (!entered.ok) return entered;
		const found = entered.value;
		const set = { state: meetingSteps.cancel.to, sequence: found.sequence + 1 };
		const moved = await setMeeting(c.tx, found, set);
		if (!moved) return no('conflict');
		const invited = await invitedTo(c.tx, id);
		await mailAll(c.tx, { ...found, ...moved }, invited, 'cancelled');
		await backToBacklog(c, found);
		const tells = invited.map((i) => ({ to: i.accountId, note: 'invitation' }));
		c.record(
			'meeting.cancel',
			{ type: 'meeting', id },
			{ from: found.state, to: set.state, sequence: set.sequence, mailed: true },
			tells
		);
		return yes(id);
	});

/** The meeting is cancelled: its document stays as it is. */
async function backToBacklog(c: Change, found: Locked): Promise<void> {
	const agenda = await agendaOf(c.tx, found.id);
	for (const item of agenda.filter((i) => fits(itemSteps.unschedule, i.state) && !waitsFor(i))) {
		await c.tx
			.update(agendaItem)
			.set({ state: itemSteps.unschedule.to, meetingId: null })
			.where(eq(agendaItem.id, item.id));
		c.record('agenda_item.unschedule', { type: 'agenda_item', id: item.id }, { meetingId: found.id });
	}
}
