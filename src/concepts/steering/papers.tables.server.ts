/** Papers built in the background, what they were made of, and the analyses they speak of. */
import {
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
	uuid
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { account } from '#concepts/people/tables.server.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import { caseAnalysis } from '#concepts/cases/tables.server.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import { bytea } from '#platform/bytea.server.ts';
import type { PaperKind, PaperState } from './papers.rules.ts';
import type { PaperSource } from './papers.source.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const paperBuild = pgTable(
	'paper_build',
	{
		id: uuid().primaryKey().defaultRandom(),
		kind: text().$type<PaperKind>().notNull(),
		/** The committee of the meeting; null for what is about the whole programme. */
		bodyId: uuid().references(() => body.id),
		meetingId: uuid().references(() => meeting.id),
		/** The day whose state it shows. */
		keyOn: date({ mode: 'string' }).notNull(),
		state: text().$type<PaperState>().notNull().default('queued'),
		/** So many of `stages` are done. */
		done: integer().notNull().default(0),
		orderedBy: uuid()
			.notNull()
			.references(() => account.id),
		orderedAt: at().notNull(),
		finishedAt: at(),
		/** What was read, frozen, so that it can be set again. Security: of analyses it holds ids and nothing else. */
		source: jsonb().$type<PaperSource>(),
		/** Security: gone in the very transaction that recalls or deletes an analysis in it; see the trigger in the migration. */
		content: bytea(),
		/** SHA-256 of the file, hex; outlives it. */
		hash: text(),
		pages: integer(),
		size: integer()
	},
	(t) => [
		index().on(t.orderedAt),
		index().on(t.meetingId),
		index('paper_build_of_key').on(t.kind, t.keyOn),
		index('paper_build_waiting')
			.on(t.state)
			.where(sql`${t.state} in ('queued', 'building')`),
		// the second of two clicks finds the build of the first: a partial index in the migration
		check('paper_build_ready', sql`(${t.state} = 'ready') = (${t.content} is not null)`),
		check('paper_build_of_meeting', sql`(${t.kind} = 'dossier') = (${t.meetingId} is null)`)
	]
);

/** The analyses a paper was to speak of; `included`: that it does. */
export const paperCase = pgTable(
	'paper_case',
	{
		paperId: uuid()
			.notNull()
			.references(() => paperBuild.id),
		caseId: uuid()
			.notNull()
			.references(() => caseAnalysis.id),
		included: boolean().notNull().default(false)
	},
	(t) => [primaryKey({ columns: [t.paperId, t.caseId] }), index().on(t.caseId)]
);
