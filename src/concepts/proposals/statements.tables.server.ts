/** Statements asked of others, and the dissenting votes of members: what stands beside the text of a proposal. */
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { account, organisation } from '#concepts/people/tables.server.ts';
import type { StatementAnswer, StatementState, TextSeen } from './statements.rules.ts';
import { proposal } from './tables.server.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const statement = pgTable(
	'statement',
	{
		id: uuid().primaryKey().defaultRandom(),
		proposalId: uuid()
			.notNull()
			.references(() => proposal.id),
		/** The organisation that was asked, by the person who speaks for it. */
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		question: text().notNull(),
		dueOn: date().notNull(),
		state: text().$type<StatementState>().notNull().default('asked'),
		/** Draft until it is answered; empty: not chosen yet. */
		answer: text().$type<StatementAnswer | ''>().notNull().default(''),
		text: text().notNull().default(''),
		/** The words it is about, as they were read. */
		seen: jsonb().$type<TextSeen>(),
		askedBy: uuid()
			.notNull()
			.references(() => account.id),
		askedAt: at().notNull(),
		answeredAt: at()
	},
	(t) => [
		index().on(t.proposalId),
		index().on(t.accountId, t.state),
		index().on(t.organisationId, t.state),
		index()
			.on(t.dueOn)
			.where(sql`${t.state} = 'asked'`),
		check('statement_answered', sql`(${t.state} = 'answered') = (${t.answeredAt} is not null)`)
	]
);

export const dissentingVote = pgTable(
	'dissenting_vote',
	{
		id: uuid().primaryKey().defaultRandom(),
		proposalId: uuid()
			.notNull()
			.references(() => proposal.id),
		/** Whose it is, so that only that member changes it; shown to others only where `named`. */
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		named: boolean().notNull(),
		text: text().notNull(),
		recordedAt: at().notNull()
	},
	(t) => [unique().on(t.proposalId, t.accountId), index().on(t.accountId)]
);
