/** The append-only log of live documents, who wrote with which client id, and which nodes are up. */
import { bigint, bigserial, boolean, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from '#platform/bytea.server.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

/** Rows of a room in no order to rely on; `data` is a pack of updates. A snapshot replaces exactly the rows it names. */
export const liveUpdate = pgTable(
	'live_update',
	{
		id: bigserial({ mode: 'number' }).primaryKey(),
		room: text().notNull(),
		data: bytea().notNull(),
		snapshot: boolean().notNull().default(false),
		replaces: bigint({ mode: 'number' }).array(),
		/** Of a snapshot: how far it goes, as a state vector, so that nobody who joins waits for it to be read through. */
		vector: bytea(),
		at: at().notNull().defaultNow()
	},
	(t) => [index().on(t.room, t.id)]
);

/** A sealed room takes nothing any more: its document has become a record. */
export const liveRoom = pgTable('live_room', { room: text().primaryKey(), sealedAt: at() });

/** Yjs takes two writers with one client id for one, and loses text: so an id belongs to one opened document. */
export const liveWriter = pgTable(
	'live_writer',
	{
		room: text().notNull(),
		client: bigint({ mode: 'number' }).notNull(),
		accountId: uuid().notNull(),
		sessionHash: text().notNull(),
		instance: uuid().notNull(),
		at: at().notNull().defaultNow()
	},
	(t) => [primaryKey({ columns: [t.room, t.client] })]
);

export const liveNode = pgTable('live_node', { id: text().primaryKey(), seenAt: at().notNull() });
