/** What is said about a gap later on: observations, and requests to reopen it. */
import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { account } from '#concepts/people/tables.server.ts';
import { serviceGap } from './tables.server.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

/** Seen again later: added to a gap at any time, also after it was closed. */
export const observation = pgTable(
	'observation',
	{
		id: uuid().primaryKey().defaultRandom(),
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id),
		/** Security: as with reports, for the answer only. */
		authorId: uuid()
			.notNull()
			.references(() => account.id),
		text: text().notNull(),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.gapId, t.createdAt), index().on(t.authorId)]
);

/** Somebody behind a closed gap asks for it to be taken up again; the office decides. */
export const reopeningRequest = pgTable(
	'reopening_request',
	{
		id: uuid().primaryKey().defaultRandom(),
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id),
		authorId: uuid()
			.notNull()
			.references(() => account.id),
		reason: text().notNull(),
		state: text().notNull().default('open'),
		/** The office's sentence when it stays closed. */
		answer: text().notNull().default(''),
		createdAt: at().notNull().defaultNow(),
		settledAt: at()
	},
	(t) => [
		index().on(t.authorId),
		uniqueIndex('reopening_request_open')
			.on(t.gapId, t.authorId)
			.where(sql`${t.state} = 'open'`),
		check('reopening_request_refused', sql`${t.state} <> 'refused' or length(${t.answer}) > 0`)
	]
);
