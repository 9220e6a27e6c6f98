/** What is recorded while a meeting runs and until its minutes are approved: attendance and the result of each item. */
import { and, eq } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change } from '#platform/change.server.ts';
import { no, yes } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { postponeItem, waitsForDecision } from './carry.server.ts';
import { enter, enterItem } from './door.server.ts';
import { invitedTo } from './invitation.store.server.ts';
import { itemSteps, minutesSteps, type Attendance, type MinutesState } from './rules.ts';
import { linksOf, setItem } from './store.server.ts';
import { invitation } from './tables.server.ts';

/** Attendance and results are part of the minutes: once these are under review, they are settled. */
const stillWritten = (state: MinutesState): boolean => fits(minutesSteps.circulate, state);
const settled = () => no('wrong_state', [{ field: '', message: m.meetings_issue_results_settled() }]);

/** By account; who is not named keeps what was recorded. */
export const recordAttendance = (actor: Actor, id: string, of: ReadonlyMap<string, Attendance>) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'run', 'attendance');
		if (!entered.ok) return entered;
		if (!stillWritten(entered.value.minutesState)) return settled();
		const counts: Record<Attendance, number> = { unknown: 0, present: 0, excused: 0, absent: 0 };
		for (const person of await invitedTo(tx, id)) {
			const attendance = of.get(person.accountId) ?? person.attendance;
			counts[attendance]++;
			if (attendance === person.attendance) continue;
			await tx
				.update(invitation)
				.set({ attendance })
				.where(and(eq(invitation.meetingId, id), eq(invitation.accountId, person.accountId)));
		}
		record('meeting.attendance', { type: 'meeting', id }, counts);
		return yes(id);
	});

export type ItemResult = { step: 'call' | 'finish' | 'postpone' | 'remove'; result: string };

/** Calls, finishes, postpones or removes an item; a postponed one returns to the body's backlog. */
export const settleItem = (actor: Actor, itemId: string, { step, result }: ItemResult) =>
	change<string>(actor, async (c) => {
		const entered = await enterItem(c.tx, actor, itemId, 'run', 'result');
		if (!entered.ok) return entered;
		const { found, item } = entered.value;
		if (!stillWritten(found.minutesState)) return settled();
		if (!fits(itemSteps[step], item.state)) return no('wrong_state');
		if (step !== 'call' && waitsForDecision(found, item, await linksOf(c.tx, [itemId]))) {
			return no('wrong_state', [{ field: '', message: m.meetings_issue_needs_decision() }]);
		}
		if (step === 'postpone') {
			await postponeItem(c, found, item, result.trim());
			return yes(itemId);
		}
		await setItem(c.tx, item, { state: itemSteps[step].to, ...(step === 'call' ? {} : { result: result.trim() }) });
		c.record(`agenda_item.${step}`, { type: 'agenda_item', id: itemId }, { meetingId: found.id });
		return yes(itemId);
	});
