/** Result sheets, who released them, to whom they went, and the links by which they are read without a login. */
import { check, date, index, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { account } from '#concepts/people/tables.server.ts';
import type { Channel, Hand, LinkKind, SheetState } from './rules.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const resultSheet = pgTable(
	'result_sheet',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** EB-2026-001 */
		number: text().notNull().unique(),
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id),
		authorId: uuid()
			.notNull()
			.references(() => account.id),
		state: text().$type<SheetState>().notNull().default('draft'),
		title: text().notNull(),
		background: text().notNull().default(''),
		decided: text().notNull().default(''),
		changes: text().notNull().default(''),
		/** for whom it is meant */
		audience: text().notNull().default(''),
		/** An office to turn to, no person. */
		contact: text().notNull().default(''),
		/** What was marked in the texts and names nobody, says the author. */
		dismissed: jsonb().$type<Dismissed[]>().notNull().default([]),
		/** why it was returned or withdrawn */
		remark: text().notNull().default(''),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow(),
		submittedAt: at(),
		releasedAt: at(),
		withdrawnAt: at()
	},
	(t) => [
		index().on(t.gapId),
		index().on(t.authorId),
		index().on(t.state, t.releasedAt),
		check('result_sheet_released', sql`${t.state} not in ('released', 'withdrawn') or ${t.releasedAt} is not null`)
	]
);

/** One of the two who let it go; that they are two, and not the author, the database says, too. */
export const resultRelease = pgTable(
	'result_release',
	{
		sheetId: uuid()
			.notNull()
			.references(() => resultSheet.id),
		hand: text().$type<Hand>().notNull(),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		/** SHA-256 of the text that was seen */
		textHash: text().notNull(),
		releasedAt: at().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.sheetId, t.hand] }),
		unique('result_release_two_people').on(t.sheetId, t.accountId),
		index().on(t.accountId),
		check('result_release_hand', sql`${t.hand} in ('office', 'reviewer')`)
	]
);

export const resultDistribution = pgTable(
	'result_distribution',
	{
		id: uuid().primaryKey().defaultRandom(),
		sheetId: uuid()
			.notNull()
			.references(() => resultSheet.id),
		network: text().notNull(),
		/** whom there, as an office or function */
		recipient: text().notNull().default(''),
		channel: text().$type<Channel>().notNull(),
		sentOn: date({ mode: 'string' }).notNull(),
		answer: text().notNull().default(''),
		answeredOn: date({ mode: 'string' }),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.sheetId, t.sentOn)]
);

/** Security: the hash only; who has the link reads the sheet, or the feed, until it ends or is withdrawn. */
export const resultLink = pgTable(
	'result_link',
	{
		id: uuid().primaryKey().defaultRandom(),
		tokenHash: text().notNull().unique(),
		kind: text().$type<LinkKind>().notNull(),
		/** null for the feed of all sheets */
		sheetId: uuid().references(() => resultSheet.id),
		/** for whom it was made */
		label: text().notNull(),
		expiresAt: at().notNull(),
		revokedAt: at(),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.sheetId), check('result_link_of', sql`(${t.kind} = 'sheet') = (${t.sheetId} is not null)`)]
);
