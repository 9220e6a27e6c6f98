/** What is recorded while a meeting runs and until its minutes are approved: attendance and the result of each item. */
import { and, eq } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change } from '#platform/change.server.ts';
import { no, yes } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { isWritable } from './access.ts';
import { postponeItem } from './carry.server.ts';
import { enter, enterItem } from './door.server.ts';
import { invitedTo } from './invitation.store.server.ts';
import { takeOff } from './document.shape.ts';
import { inAgenda } from './follow.server.ts';
import { itemSteps, waitsFor, type Attendance } from './rules.ts';
import { agendaOf, setItem } from './store.server.ts';
import { invitation } from './tables.server.ts';
import { talkedThrough } from './talked-through.server.ts';

/** Attendance and results are part of the minutes: once these are under review, they are settled. */
const settled = () => no('wrong_state', [{ field: '', message: m.meetings_issue_results_settled() }]);

/** By account; who is not named keeps what was recorded. `from`: the item with which somebody came, '' the whole time. */
export const recordAttendance = (
	actor: Actor,
	id: string,
	of: ReadonlyMap<string, Attendance>,
	from: ReadonlyMap<string, string> = new Map()
) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'run', 'attendance');
		if (!entered.ok) return entered;
		if (!isWritable(entered.value.minutesState)) return settled();
		const counts: Record<Attendance, number> = { unknown: 0, present: 0, excused: 0, absent: 0 };
		const items = new Set((await agendaOf(tx, id)).map((i) => i.id));
		for (const person of await invitedTo(tx, id)) {
			const attendance = of.get(person.accountId) ?? person.attendance;
			counts[attendance]++;
			const came = from.get(person.accountId) ?? person.presentFrom ?? '';
			const presentFrom = attendance === 'present' && items.has(came) ? came : null;
			if (attendance === person.attendance && presentFrom === person.presentFrom) continue;
			await tx
				.update(invitation)
				.set({ attendance, presentFrom })
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
		if (!isWritable(found.minutesState)) return settled();
		if (!fits(itemSteps[step], item.state)) return no('wrong_state');
		if (step !== 'call' && waitsFor(item)) {
			return no('wrong_state', [{ field: '', message: m.meetings_issue_needs_decision() }]);
		}
		if (step === 'finish' && item.minutesOfId)
			return no('incomplete', [{ field: 'result', message: m.meetings_issue_approval_outcome() }]);
		if (step === 'postpone') {
			await postponeItem(c, found, item, result.trim());
			return yes(itemId);
		}
		await setItem(c.tx, item, { state: itemSteps[step].to, ...(step === 'call' ? {} : { result: result.trim() }) });
		if (step === 'remove') await inAgenda(c.tx, found, (doc) => takeOff(doc, itemId));
		if (step === 'finish') await talkedThrough(c, itemId);
		c.record(`agenda_item.${step}`, { type: 'agenda_item', id: itemId }, { meetingId: found.id });
		return yes(itemId);
	});
