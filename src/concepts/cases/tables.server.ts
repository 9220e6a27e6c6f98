/** Case analyses: anonymous by structure – no column here may hold identifying data. */
import { check, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { account, organisation } from '#concepts/people/tables.server.ts';
import type { Attributes, Station } from './rules.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const caseAnalysis = pgTable(
	'case_analysis',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** E-2026-004, given at release */
		number: text().unique(),
		/** Security: authorship is for queries and feedback only; never selected for what others see. */
		authorId: uuid()
			.notNull()
			.references(() => account.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		reviewerId: uuid().references(() => account.id),
		state: text().notNull().default('draft'),
		title: text().notNull().default(''),
		attributes: jsonb().$type<Attributes>().notNull(),
		stations: jsonb().$type<Station[]>().notNull().default([]),
		narrative: text().notNull().default(''),
		helped: text().notNull().default(''),
		suspectedGap: text().notNull().default(''),
		reviewComment: text().notNull().default(''),
		/** gaps_linked | good_practice | no_structural_finding */
		finding: text(),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow(),
		submittedAt: at(),
		releasedAt: at(),
		recalledAt: at()
	},
	(t) => [
		index().on(t.state, t.releasedAt),
		index().on(t.authorId),
		check('four_eyes', sql`${t.reviewerId} is null or ${t.reviewerId} <> ${t.authorId}`)
	]
);
