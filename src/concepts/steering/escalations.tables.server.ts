/** What was passed on to the Land or the Bund: to whom, why, until when it waits, what came back. */
import { check, date, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { account } from '#concepts/people/tables.server.ts';
import type { EscalationState, Outcome } from './escalations.rules.ts';
import { decision } from './tables.server.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const escalation = pgTable(
	'escalation',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** The gaps are those of the decision; its number is the reference of the letter. */
		decisionId: uuid()
			.notNull()
			.references(() => decision.id),
		state: text().$type<EscalationState>().notNull().default('drafted'),
		/** as on the envelope, line by line */
		addressee: text().notNull(),
		subject: text().notNull().default(''),
		/** what the matter is, without any case */
		reason: text().notNull().default(''),
		/** what is asked for */
		request: text().notNull().default(''),
		sentOn: date({ mode: 'string' }),
		resubmitOn: date({ mode: 'string' }).notNull(),
		remindedOn: date({ mode: 'string' }),
		answeredOn: date({ mode: 'string' }),
		/** what they said */
		answer: text().notNull().default(''),
		/** see escalations.rules.ts; null until it is closed */
		outcome: text().$type<Outcome>(),
		sentBy: uuid().references(() => account.id),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow()
	},
	(t) => [
		unique('escalation_once').on(t.decisionId),
		index().on(t.state, t.resubmitOn),
		check('escalation_sent', sql`${t.state} = 'drafted' or ${t.sentOn} is not null`),
		check(
			'escalation_answered',
			sql`${t.state} <> 'answered' or (${t.answeredOn} is not null and length(${t.answer}) > 0)`
		),
		check('escalation_closed', sql`(${t.state} = 'closed') = (${t.outcome} is not null)`)
	]
);
