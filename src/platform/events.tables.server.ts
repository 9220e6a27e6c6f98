/** The event log: timeline, audit entry and outbox in one append-only, hash-chained table. */
import {
	bigint,
	bigserial,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uuid
} from 'drizzle-orm/pg-core';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type EventData = { [key: string]: Json };

export const event = pgTable(
	'event',
	{
		id: bigserial({ mode: 'number' }).primaryKey(),
		at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
		actorId: uuid(),
		kind: text().notNull(),
		thingType: text().notNull(),
		thingId: uuid().notNull(),
		/** Ids, states and figures only – never text somebody wrote, so that the log need not forget. */
		data: jsonb().$type<EventData>().notNull(),
		previousHash: text().notNull(),
		hash: text().notNull().unique()
	},
	(t) => [index().on(t.thingType, t.thingId, t.id), index().on(t.actorId, t.id)]
);

/** Who is to hear of an event; `handedOnAt` is set once inbox and mail have it. */
export const eventTell = pgTable(
	'event_tell',
	{
		eventId: bigint({ mode: 'number' })
			.notNull()
			.references(() => event.id),
		accountId: uuid().notNull(),
		note: text().notNull(),
		handedOnAt: timestamp({ withTimezone: true })
	},
	(t) => [primaryKey({ columns: [t.eventId, t.accountId] })]
);

/** Counters for numbers such as V-2026-007, one row a series, taken under its row lock. */
export const series = pgTable('series', { name: text().primaryKey(), last: integer().notNull() });

/** Tries counted by platform/limits; its columns are those of rate-limiter-flexible. */
export const rateLimit = pgTable('rate_limit', {
	key: text().primaryKey(),
	points: integer().notNull().default(0),
	expire: bigint({ mode: 'number' })
});
