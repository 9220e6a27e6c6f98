/** Accounts, their roles and sessions, organisations, settings, catalogues, inbox, mail, comments, follows. */
import { sql } from 'drizzle-orm';
import {
	bigint,
	bigserial,
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { event } from '#platform/events.tables.server.ts';
import type { Role } from './rules.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const organisation = pgTable('organisation', {
	id: uuid().primaryKey().defaultRandom(),
	name: text().notNull().unique(),
	shortName: text().notNull(),
	/** carrier | authority | county | municipality | other */
	kind: text().notNull(),
	active: boolean().notNull().default(true)
});

export const account = pgTable(
	'account',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** Kept in lower case. */
		email: text().notNull().unique(),
		name: text().notNull(),
		title: text().notNull().default(''),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		passwordHash: text(),
		/** invited | active | closed */
		state: text().notNull().default('invited'),
		locale: text().notNull().default('de'),
		theme: text().notNull().default('system'),
		/** none | daily | weekly */
		digest: text().notNull().default('daily'),
		mutedNotes: jsonb().$type<string[]>().notNull().default([]),
		createdAt: at().notNull().defaultNow(),
		lastLoginAt: at()
	},
	(t) => [index().on(t.organisationId)]
);

export const accountRole = pgTable(
	'account_role',
	{
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		role: text().$type<Role>().notNull()
	},
	(t) => [primaryKey({ columns: [t.accountId, t.role] }), index().on(t.role)]
);

export const session = pgTable(
	'session',
	{
		/** SHA-256 of the session id; the id itself is only in the cookie. */
		idHash: text().primaryKey(),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		expiresAt: at().notNull(),
		createdAt: at().notNull().defaultNow(),
		lastSeenAt: at().notNull().defaultNow(),
		device: text().notNull().default('')
	},
	(t) => [index().on(t.accountId)]
);

/** One-use links: invitation and password reset. Only the hash of the token is kept. */
export const oneUseLink = pgTable(
	'one_use_link',
	{
		tokenHash: text().primaryKey(),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		/** invitation | reset */
		purpose: text().notNull(),
		expiresAt: at().notNull(),
		usedAt: at()
	},
	(t) => [index().on(t.accountId)]
);

/** Access of programs to what is released: only the hash of the token is kept. A revoked one is gone. */
export const accessToken = pgTable(
	'access_token',
	{
		id: uuid().primaryKey().defaultRandom(),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		name: text().notNull(),
		/** SHA-256, hex */
		tokenHash: text().notNull().unique(),
		createdAt: at().notNull().defaultNow(),
		/** The last day on which it is good. */
		expiresOn: date().notNull(),
		/** The day only: when somebody's program works is nobody's business. */
		lastUsedOn: date()
	},
	(t) => [index().on(t.accountId, t.createdAt), check('access_token_name', sql`length(${t.name}) between 1 and 80`)]
);

export const setting = pgTable('setting', { key: text().primaryKey(), value: jsonb().$type<unknown>().notNull() });

export const catalogueItem = pgTable(
	'catalogue_item',
	{
		list: text().notNull(),
		code: text().notNull(),
		position: integer().notNull(),
		labelDe: text().notNull(),
		labelEn: text().notNull(),
		helpDe: text().notNull().default(''),
		helpEn: text().notNull().default(''),
		active: boolean().notNull().default(true)
	},
	(t) => [primaryKey({ columns: [t.list, t.code] })]
);

export const inboxItem = pgTable(
	'inbox_item',
	{
		id: bigserial({ mode: 'number' }).primaryKey(),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		eventId: bigint({ mode: 'number' })
			.notNull()
			.references(() => event.id),
		note: text().notNull(),
		createdAt: at().notNull().defaultNow(),
		readAt: at(),
		/** When a digest or an instant mail has spoken of it. */
		mailedAt: at()
	},
	(t) => [unique().on(t.accountId, t.eventId), index().on(t.accountId, t.readAt, t.id)]
);

/** The outbox of mail. In trial mode it is shown on a page instead of being sent. */
export const mail = pgTable(
	'mail',
	{
		id: uuid().primaryKey().defaultRandom(),
		toAddress: text().notNull(),
		subject: text().notNull(),
		body: text().notNull(),
		/** An .ics invitation that goes along, with its METHOD. */
		calendar: text(),
		createdAt: at().notNull().defaultNow(),
		sentAt: at(),
		lastError: text()
	},
	(t) => [index().on(t.createdAt)]
);

export const follow = pgTable(
	'follow',
	{
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		thingType: text().notNull(),
		thingId: uuid().notNull(),
		since: at().notNull().defaultNow()
	},
	(t) => [primaryKey({ columns: [t.accountId, t.thingType, t.thingId] }), index().on(t.thingType, t.thingId)]
);

/** Comments with mentions on gaps and proposals; the author is shown only to those who may see authors. */
export const comment = pgTable(
	'comment',
	{
		id: uuid().primaryKey().defaultRandom(),
		thingType: text().notNull(),
		thingId: uuid().notNull(),
		authorId: uuid()
			.notNull()
			.references(() => account.id),
		text: text().notNull(),
		mentions: jsonb().$type<string[]>().notNull().default([]),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [
		index().on(t.thingType, t.thingId, t.createdAt),
		check('comment_text', sql`length(${t.text}) between 1 and 4000`)
	]
);
