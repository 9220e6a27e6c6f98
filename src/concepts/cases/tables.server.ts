/** Case analyses: anonymous by structure – no column here may hold identifying data. */
import { check, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { account, organisation } from '#concepts/people/tables.server.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import type { Attributes, PassageNote, Station } from './rules.ts';

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
		/** gone with the release, as are the comments and the attributes as the author had them */
		dismissed: jsonb().$type<Dismissed[]>().notNull().default([]),
		reviewComment: text().notNull().default(''),
		passageNotes: jsonb().$type<PassageNote[]>().notNull().default([]),
		/** amber marks in a text under review, counted when it was handed in */
		hints: integer(),
		/** grows with each save, so that two devices cannot write over each other */
		version: integer().notNull().default(1),
		/** gaps_linked | good_practice | no_structural_finding */
		finding: text(),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow(),
		submittedAt: at(),
		releasedAt: at(),
		/** the batch with which it left the waiting room: from then on its attributes are shown */
		batch: integer(),
		/** while they are held back: how many looked the same at the last batch, as readers are told until the next */
		comparable: integer(),
		/** when its author and the office heard that it expires */
		warnedAt: at(),
		recalledAt: at(),
		/** where it goes back to when the suspicion was unfounded */
		recalledFrom: text(),
		/** one of a few choices, for those who decide; never words of one's own */
		recallReason: text()
	},
	(t) => [
		index().on(t.state, t.releasedAt),
		index().on(t.authorId),
		check('four_eyes', sql`${t.reviewerId} is null or ${t.reviewerId} <> ${t.authorId}`),
		check('reviewed', sql`${t.state} in ('draft', 'in_review', 'returned', 'deleted') or ${t.reviewerId} is not null`),
		// what led to a released text is gone, and nothing of a deleted one is left
		check(
			'no_traces',
			sql`${t.state} in ('draft', 'in_review', 'returned') or (${t.dismissed} = '[]' and ${t.reviewComment} = '' and ${t.passageNotes} = '[]' and ${t.hints} is null)`
		),
		check(
			'deleted_is_empty',
			sql`${t.state} <> 'deleted' or (${t.title} || ${t.narrative} || ${t.helped} || ${t.suspectedGap} = '' and ${t.stations} = '[]' and ${t.attributes} <@ '{"legalDomains": [], "phases": []}')`
		)
	]
);
