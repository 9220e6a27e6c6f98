/** Case lists: codes and how many cases, at least as many as the county's threshold; nothing of the file they came from. */
import { check, date, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { account, organisation } from '#concepts/people/tables.server.ts';

export const caseList = pgTable(
	'case_list',
	{
		id: uuid().primaryKey().defaultRandom(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		/** Security: never selected for what anybody sees. */
		filedById: uuid()
			.notNull()
			.references(() => account.id),
		/** 2026-H1 */
		period: text().notNull(),
		filedOn: date().notNull(),
		/** cases in its rows; what stayed behind is not known */
		cases: integer().notNull(),
		createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow()
	},
	(t) => [index().on(t.organisationId, t.filedOn)]
);

/** Cases that look the same. `*` is no statement. */
export const caseListRow = pgTable(
	'case_list_row',
	{
		listId: uuid()
			.notNull()
			.references(() => caseList.id, { onDelete: 'cascade' }),
		place: text().notNull(),
		ageBand: text().notNull(),
		origin: text().notNull(),
		residenceGroup: text().notNull(),
		household: text().notNull(),
		gender: text().notNull(),
		legalDomain: text().notNull(),
		phase: text().notNull(),
		cases: integer().notNull()
	},
	(t) => [index().on(t.listId), check('case_list_row_many', sql`${t.cases} >= 2`)]
);

/** Single counts of those in no row. */
export const caseListCount = pgTable(
	'case_list_count',
	{
		listId: uuid()
			.notNull()
			.references(() => caseList.id, { onDelete: 'cascade' }),
		field: text().notNull(),
		code: text().notNull(),
		cases: integer().notNull()
	},
	(t) => [index().on(t.listId), check('case_list_count_many', sql`${t.cases} >= 2`)]
);
