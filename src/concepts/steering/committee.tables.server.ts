/** How the committee comes to a decision: lists for a meeting, prepared measures, conflicts of interest, circulation votes. */
import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { body } from '#concepts/bodies/tables.server.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import { account } from '#concepts/people/tables.server.ts';
import { proposal } from '#concepts/proposals/tables.server.ts';
import type { CirculationState, Vote } from './circulation.rules.ts';
import type { List } from './listing.rules.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

/** Where the office put a scheduled proposal, or who pulled it; without a row the rule says it. */
export const committeeListing = pgTable(
	'committee_listing',
	{
		proposalId: uuid()
			.notNull()
			.references(() => proposal.id),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		list: text().$type<List>().notNull(),
		/** Wants to talk about it; null where the office has put it there. */
		pulledBy: uuid().references(() => account.id),
		word: text().notNull().default(''),
		at: at().notNull()
	},
	(t) => [primaryKey({ columns: [t.proposalId, t.meetingId] }), index().on(t.meetingId)]
);

/** The measure that follows when a proposal is adopted without a word: who and until when is known beforehand. */
export const preparedMeasure = pgTable('prepared_measure', {
	proposalId: uuid()
		.primaryKey()
		.references(() => proposal.id),
	title: text().notNull(),
	contactId: uuid()
		.notNull()
		.references(() => account.id),
	deputyId: uuid().references(() => account.id),
	dueOn: date().notNull(),
	indicator: text().notNull().default(''),
	at: at().notNull()
});

/** Somebody does not vote on a proposal, and is not counted, as it touches her own interest. */
export const conflictOfInterest = pgTable(
	'conflict_of_interest',
	{
		proposalId: uuid()
			.notNull()
			.references(() => proposal.id),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		/** Herself, or who recorded it in the meeting. */
		declaredBy: uuid()
			.notNull()
			.references(() => account.id),
		at: at().notNull()
	},
	(t) => [primaryKey({ columns: [t.proposalId, t.accountId] })]
);

/** A vote on one proposal between two meetings. */
export const circulation = pgTable(
	'circulation',
	{
		id: uuid().primaryKey().defaultRandom(),
		bodyId: uuid()
			.notNull()
			.references(() => body.id),
		proposalId: uuid()
			.notNull()
			.references(() => proposal.id),
		state: text().$type<CirculationState>().notNull().default('open'),
		/** The last day of voting, included. */
		untilOn: date().notNull(),
		/** Why it cannot wait for the next meeting. */
		reason: text().notNull(),
		startedBy: uuid()
			.notNull()
			.references(() => account.id),
		startedAt: at().notNull(),
		remindedAt: at(),
		endedAt: at(),
		/** Who wanted a meeting instead. */
		demandedBy: uuid().references(() => account.id),
		word: text().notNull().default('')
	},
	(t) => [
		uniqueIndex('circulation_one_open')
			.on(t.proposalId)
			.where(sql`${t.state} = 'open'`),
		index().on(t.proposalId),
		index().on(t.state, t.untilOn),
		check('circulation_ended', sql`(${t.state} = 'open') = (${t.endedAt} is null)`)
	]
);

/** One for each member, changed until the last day. */
export const circulationVote = pgTable(
	'circulation_vote',
	{
		circulationId: uuid()
			.notNull()
			.references(() => circulation.id),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		vote: text().$type<Vote>().notNull(),
		reason: text().notNull().default(''),
		at: at().notNull()
	},
	(t) => [primaryKey({ columns: [t.circulationId, t.accountId] }), index().on(t.accountId)]
);
