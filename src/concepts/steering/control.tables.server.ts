/** What the committee has taken note of as done; with the end of that meeting it moves from the control list to its archive. */
import { index, pgTable, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { meeting } from '#concepts/meetings/tables.server.ts';
import { account } from '#concepts/people/tables.server.ts';
import { decision, measure } from './tables.server.ts';

export const controlNote = pgTable(
	'control_note',
	{
		id: uuid().primaryKey().defaultRandom(),
		decisionId: uuid()
			.notNull()
			.references(() => decision.id),
		/** null where the decision started no measure */
		measureId: uuid().references(() => measure.id),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		notedBy: uuid()
			.notNull()
			.references(() => account.id),
		notedAt: timestamp({ withTimezone: true, precision: 3 }).notNull()
	},
	(t) => [
		unique('control_note_once').on(t.decisionId, t.measureId).nullsNotDistinct(),
		index().on(t.meetingId),
		index().on(t.measureId)
	]
);
