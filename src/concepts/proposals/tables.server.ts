/** Solution proposals with their outline, links to gaps, and the versions frozen at each submission. */
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { account, organisation } from '#concepts/people/tables.server.ts';
import { body, mandate } from '#concepts/bodies/tables.server.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { caseAnalysis } from '#concepts/cases/tables.server.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import type { FrozenDissent } from './dissents.rules.ts';
import type { Outline } from './rules.ts';
import type { FrozenStatement } from './statements.rules.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const proposal = pgTable(
	'proposal',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** V-2026-007 */
		number: text().notNull().unique(),
		bodyId: uuid()
			.notNull()
			.references(() => body.id),
		mandateId: uuid().references(() => mandate.id),
		title: text().notNull(),
		state: text().notNull().default('draft'),
		outline: jsonb().$type<Outline>().notNull(),
		responsibleOrganisationId: uuid().references(() => organisation.id),
		dueOn: date(),
		/** The committee's meeting it is scheduled for or was decided in. */
		meetingId: uuid().references(() => meeting.id),
		returnComment: text().notNull().default(''),
		/** The part of the outline that the comment is about, and its very words; both may be empty. */
		returnPart: text().$type<keyof Outline | ''>().notNull().default(''),
		returnQuote: text().notNull().default(''),
		/** Until when the group is expected to bring it back. */
		returnDueOn: date(),
		/** counts up with each save, so that two people do not overwrite each other */
		revision: integer().notNull().default(1),
		createdBy: uuid()
			.notNull()
			.references(() => account.id),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow(),
		submittedAt: at()
	},
	(t) => [
		index().on(t.state, t.updatedAt),
		index().on(t.bodyId),
		index().on(t.meetingId),
		index().on(t.returnDueOn),
		check('proposal_title', sql`length(${t.title}) > 0`)
	]
);

export const proposalGap = pgTable(
	'proposal_gap',
	{
		proposalId: uuid()
			.notNull()
			.references(() => proposal.id),
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id)
	},
	(t) => [primaryKey({ columns: [t.proposalId, t.gapId] }), index().on(t.gapId)]
);

export const proposalCase = pgTable(
	'proposal_case',
	{
		proposalId: uuid()
			.notNull()
			.references(() => proposal.id),
		caseId: uuid()
			.notNull()
			.references(() => caseAnalysis.id)
	},
	(t) => [primaryKey({ columns: [t.proposalId, t.caseId] }), index().on(t.caseId)]
);

export const proposalVersion = pgTable(
	'proposal_version',
	{
		proposalId: uuid()
			.notNull()
			.references(() => proposal.id),
		version: integer().notNull(),
		title: text().notNull(),
		outline: jsonb().$type<Outline>().notNull(),
		responsible: text().notNull().default(''),
		dueOn: date(),
		/** What stood beside the text when it was submitted. */
		statements: jsonb().$type<FrozenStatement[]>().notNull().default([]),
		dissents: jsonb().$type<FrozenDissent[]>().notNull().default([]),
		/** SHA-256, hex, over what was frozen; see proposals/store.server.ts */
		hash: text().notNull(),
		frozenAt: at().notNull()
	},
	(t) => [primaryKey({ columns: [t.proposalId, t.version] })]
);
