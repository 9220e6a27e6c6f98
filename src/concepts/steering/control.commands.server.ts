/** The committee takes note of what is done: one step for the whole list, and the minutes say so. */
import { sql } from 'drizzle-orm';
import { itemNoted } from '#concepts/meetings/offered.commands.server.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { controlFrom, isDoneAndUnnoted } from './control.queries.server.ts';
import { mayControl, mayDecideIn, mayDecideSomewhere } from './policy.ts';
import { isDecidable } from './rules.ts';
import * as store from './store.server.ts';

/** Rows done since the last time are noted in this meeting, and are in the archive once it is closed. */
export const noteDone = (actor: Actor, meetingId: string): Promise<Result<{ noted: number }>> =>
	change(actor, async (c) => {
		if (!isSomebody(actor) || !mayControl(actor)) return no('not_found');
		if (!mayDecideSomewhere(actor)) return no('forbidden');
		const sitting = await store.lockSitting(c.tx, meetingId);
		if (sitting && !mayDecideIn(actor, sitting)) return no('forbidden');
		if (!sitting || !isDecidable(2, sitting.state))
			return no('wrong_state', [{ field: 'meetingId', message: m.steering_issue_note_sitting() }]);
		const numbers = await insertNotes(c.tx, sitting, actor.id);
		if (!numbers.length) return no('conflict', [{ field: '', message: m.steering_issue_nothing_to_note() }]);
		const noted = await itemNoted(c, {
			meetingId: sitting.id,
			title: m.steering_noted_item({}, { locale: 'de' }),
			result: m.steering_noted_result({ numbers: [...new Set(numbers)].sort().join(', ') }, { locale: 'de' })
		});
		if (!noted.ok) return noted;
		c.record('meeting.note_control_list', { type: 'meeting', id: sitting.id }, { noted: numbers.length });
		return yes({ noted: numbers.length });
	});

/** @returns the numbers of the decisions, one a row; those that somebody else notes at this moment are left out */
async function insertNotes(tx: Transaction, sitting: store.Sitting, by: string): Promise<string[]> {
	const found = await tx.execute<{ number: string }>(sql`with fresh as (
			insert into control_note (decision_id, measure_id, meeting_id, noted_by, noted_at)
			select d.id, m.id, ${sitting.id}::uuid, ${by}::uuid, ${now().toISOString()}::timestamptz ${controlFrom}
			where d.body_id = ${sitting.bodyId}::uuid and ${isDoneAndUnnoted}
			on conflict do nothing returning decision_id)
		select d.number from fresh join decision d on d.id = fresh.decision_id`);
	return found.rows.map((r) => r.number);
}
