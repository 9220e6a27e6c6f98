/** What the intake keeps beside the reports themselves. */
import { jsonb, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { account } from '#concepts/people/tables.server.ts';
import type { StepBefore } from './intake.rules.ts';

/** The last step each coordinator took in the intake, with what is needed to take it back; the next one takes its place. */
export const intakeStep = pgTable('intake_step', {
	accountId: uuid()
		.primaryKey()
		.references(() => account.id),
	id: uuid().notNull(),
	before: jsonb().$type<StepBefore>().notNull(),
	at: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow()
});
