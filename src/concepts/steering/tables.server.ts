/** Decisions of the steering committee, the measures they start, progress reports and effect reviews. */
import {
	boolean,
	check,
	date,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { account, organisation } from '#concepts/people/tables.server.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { meeting, agendaItem } from '#concepts/meetings/tables.server.ts';
import { proposal } from '#concepts/proposals/tables.server.ts';
import { circulation } from './committee.tables.server.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const decision = pgTable(
	'decision',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** LG-2026/2-B03 */
		number: text().notNull().unique(),
		bodyId: uuid()
			.notNull()
			.references(() => body.id),
		/** null for a decision between meetings, which has a circulation instead */
		meetingId: uuid().references(() => meeting.id),
		circulationId: uuid()
			.unique()
			.references(() => circulation.id),
		agendaItemId: uuid().references(() => agendaItem.id),
		/** 1: prioritise a gap and give a mandate; 2: decide a proposal */
		gate: integer().notNull(),
		proposalId: uuid().references(() => proposal.id),
		/** version of the proposal that was decided */
		proposalVersion: integer(),
		gapId: uuid().references(() => serviceGap.id),
		mandateId: uuid(),
		/** see steering/rules.ts */
		result: text().notNull(),
		/** what was decided */
		wording: text().notNull(),
		/** what the proposal asked for, for both wordings side by side */
		proposedWording: text().notNull().default(''),
		reason: text().notNull().default(''),
		/** postponed to | referred to | passed on to */
		target: text().notNull().default(''),
		/** postponed to | back by | resubmitted on */
		targetOn: date(),
		/** Said in words; how older decisions, and those without counting, keep it. */
		vote: text().notNull().default(''),
		/** null: not counted */
		votesYes: integer(),
		votesNo: integer(),
		votesAbstained: integer(),
		/** Of how many who may vote how many were there. */
		voters: integer(),
		present: integer(),
		/** Account ids of those who did not vote for a conflict of interest. */
		notCounted: uuid()
			.array()
			.notNull()
			.default(sql`'{}'::uuid[]`),
		/** Decided with the whole list of what nobody wanted to talk about. */
		byConsent: boolean().notNull().default(false),
		decidedAt: at().notNull(),
		/** For a circulation: who started it. */
		decidedBy: uuid()
			.notNull()
			.references(() => account.id)
	},
	(t) => [
		// once in a meeting; that it is finally decided only once is a partial index in the migration (postponing is not final)
		index('decision_proposal').on(t.proposalId),
		index().on(t.meetingId),
		index().on(t.gapId),
		index().on(t.decidedAt),
		unique('decision_once_a_meeting').on(t.proposalId, t.meetingId),
		check(
			'decision_gate',
			sql`(${t.gate} = 1 and ${t.gapId} is not null) or (${t.gate} = 2 and ${t.proposalId} is not null)`
		),
		check('decision_place', sql`(${t.meetingId} is null) <> (${t.circulationId} is null)`)
	]
);

export const measure = pgTable(
	'measure',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** MA-2026-005 */
		number: text().notNull().unique(),
		decisionId: uuid()
			.notNull()
			.references(() => decision.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		contactId: uuid()
			.notNull()
			.references(() => account.id),
		deputyId: uuid().references(() => account.id),
		title: text().notNull(),
		indicator: text().notNull().default(''),
		dueOn: date().notNull(),
		state: text().notNull().default('issued'),
		/** what blocks it */
		blockedBy: text().notNull().default(''),
		/** who can help: an organisation, and by name where one is known; both hear of it */
		helperOrganisationId: uuid().references(() => organisation.id),
		helperId: uuid().references(() => account.id),
		delayReason: text().notNull().default(''),
		requestedDueOn: date(),
		/** what the office said when it last sent it back, refused an extension or dropped it */
		remark: text().notNull().default(''),
		issuedAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow(),
		approvedAt: at()
	},
	(t) => [
		index().on(t.decisionId),
		index().on(t.organisationId, t.state),
		index().on(t.contactId),
		index().on(t.helperOrganisationId),
		index().on(t.helperId),
		index().on(t.state, t.dueOn)
	]
);

export const progressReport = pgTable(
	'progress_report',
	{
		id: uuid().primaryKey().defaultRandom(),
		measureId: uuid()
			.notNull()
			.references(() => measure.id),
		authorId: uuid()
			.notNull()
			.references(() => account.id),
		text: text().notNull(),
		nextStep: text().notNull().default(''),
		/** what stands in the way, and why it is late where it is */
		delayReason: text().notNull().default(''),
		/** as it was said then */
		blockedBy: text().notNull().default(''),
		helper: text().notNull().default(''),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.measureId, t.createdAt)]
);

export const effectReview = pgTable(
	'effect_review',
	{
		id: uuid().primaryKey().defaultRandom(),
		measureId: uuid()
			.notNull()
			.references(() => measure.id),
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id),
		dueOn: date().notNull(),
		/** planned | asked | passed | reopen_proposed | reopened | kept_closed */
		state: text().notNull().default('planned'),
		/** The item by which the proposal to reopen waits for the committee. */
		agendaItemId: uuid().references(() => agendaItem.id),
		/** why it is not reopened although it still happens */
		reason: text().notNull().default(''),
		askedAt: at(),
		closedAt: at()
	},
	(t) => [unique().on(t.measureId, t.gapId), index().on(t.gapId), index().on(t.state, t.dueOn)]
);

/** Three questions to those who reported: does it still happen, what changed, what is missing. */
export const effectAnswer = pgTable(
	'effect_answer',
	{
		reviewId: uuid()
			.notNull()
			.references(() => effectReview.id),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		/** gone | better | same | worse – null until answered */
		stillHappens: text(),
		changed: text().notNull().default(''),
		missing: text().notNull().default(''),
		helped: boolean(),
		answeredAt: at()
	},
	(t) => [primaryKey({ columns: [t.reviewId, t.accountId] }), index().on(t.accountId)]
);
