/** Gap reports, the service gaps they are assigned to, confirmations, queries and the feedback owed. */
import {
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { account, organisation } from '#concepts/people/tables.server.ts';
import { mandate, body } from '#concepts/bodies/tables.server.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { caseAnalysis } from '#concepts/cases/tables.server.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });
const codes = () =>
	text()
		.array()
		.notNull()
		.default(sql`'{}'::text[]`);

export const serviceGap = pgTable(
	'service_gap',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** L-2026-014 */
		number: text().notNull().unique(),
		title: text().notNull(),
		description: text().notNull(),
		/** see gaps/rules.ts; from in_solution on it follows proposal, decision and measures */
		state: text().notNull().default('new'),
		gapType: text().notNull(),
		legalDomains: codes(),
		phases: codes(),
		municipalities: codes(),
		severity: text(),
		frequency: text(),
		scope: text(),
		priority: text(),
		mergedIntoId: uuid(),
		/** The state it had when it was merged, so that the merge can be undone. */
		stateBeforeMerge: text(),
		deferredUntil: text(),
		/** Where it goes on when its day has come. */
		stateBeforeDeferral: text(),
		/** Where it is again when no proposal is left. */
		stateBeforeSolution: text(),
		escalatedTo: text(),
		/** What its words are compared by, made from title and description: see similar.terms.ts. */
		terms: text().notNull().default(''),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow()
	},
	(t) => [
		index().on(t.mergedIntoId),
		index().on(t.state, t.updatedAt),
		index().on(t.updatedAt),
		index().on(t.gapType, t.number),
		index('service_gap_domains').using('gin', t.legalDomains),
		index('service_gap_phases').using('gin', t.phases),
		index('service_gap_municipalities').using('gin', t.municipalities),
		index().on(t.deferredUntil),
		check('merged_into_another', sql`(${t.state} = 'merged') = (${t.mergedIntoId} is not null)`),
		check('never_into_itself', sql`${t.mergedIntoId} <> ${t.id}`)
	]
);

export const gapReport = pgTable(
	'gap_report',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** Security: authorship is for queries and feedback only; never selected for what others see. */
		authorId: uuid()
			.notNull()
			.references(() => account.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		state: text().notNull().default('draft'),
		/** what is missing */
		text: text().notNull().default(''),
		phase: text(),
		gapType: text(),
		legalDomains: codes(),
		municipality: text(),
		severity: text(),
		frequency: text(),
		scope: text(),
		residenceGroups: codes(),
		ageBands: codes(),
		households: codes(),
		languages: codes(),
		actors: codes(),
		idea: text().notNull().default(''),
		urgent: boolean().notNull().default(false),
		/** What was marked in the texts and names nobody, says the sender. */
		dismissed: jsonb().$type<Dismissed[]>().notNull().default([]),
		gapId: uuid().references(() => serviceGap.id),
		/** The sentence to the sender when it was declined. */
		answer: text().notNull().default(''),
		declineReason: text(),
		/** Set by the sender's device, so that a report sent twice is received once. */
		clientKey: text(),
		/** The report this one was split from; both are their sender's. */
		splitFromId: uuid().references((): AnyPgColumn => gapReport.id),
		/** The sender's own words, kept when the office split them. */
		textBeforeSplit: text(),
		/** The office's last step on it; null as soon as somebody has gone on from there. */
		stepId: uuid(),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow(),
		submittedAt: at(),
		settledAt: at()
	},
	(t) => [
		index().on(t.state, t.submittedAt),
		index().on(t.splitFromId),
		index().on(t.stepId),
		index().on(t.authorId, t.updatedAt),
		index().on(t.gapId),
		unique().on(t.authorId, t.clientKey)
	]
);

/** Query and answer between the office and the sender of a report; seen by these two only. */
export const reportMessage = pgTable(
	'report_message',
	{
		id: uuid().primaryKey().defaultRandom(),
		reportId: uuid()
			.notNull()
			.references(() => gapReport.id),
		fromOffice: boolean().notNull(),
		authorId: uuid()
			.notNull()
			.references(() => account.id),
		text: text().notNull(),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.reportId, t.createdAt)]
);

/** „Betrifft uns auch“ */
export const confirmation = pgTable(
	'confirmation',
	{
		id: uuid().primaryKey().defaultRandom(),
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		municipality: text(),
		legalDomains: codes(),
		/** band: 1-2 | 3-5 | 6-10 | more */
		casesBand: text().notNull(),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [unique().on(t.gapId, t.accountId), index().on(t.accountId)]
);

export const gapCase = pgTable(
	'gap_case',
	{
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id),
		caseId: uuid()
			.notNull()
			.references(() => caseAnalysis.id)
	},
	(t) => [primaryKey({ columns: [t.gapId, t.caseId] }), index().on(t.caseId)]
);

export const gapMandate = pgTable(
	'gap_mandate',
	{
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id),
		mandateId: uuid()
			.notNull()
			.references(() => mandate.id)
	},
	(t) => [primaryKey({ columns: [t.gapId, t.mandateId] }), index().on(t.mandateId)]
);

/** Which group works on a gap. */
export const gapGroup = pgTable(
	'gap_group',
	{
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id),
		bodyId: uuid()
			.notNull()
			.references(() => body.id)
	},
	(t) => [primaryKey({ columns: [t.gapId, t.bodyId] }), index().on(t.bodyId)]
);

/** Feedback owed to everyone behind a gap; made when the committee decides, given when `text` is sent. */
export const feedback = pgTable(
	'feedback',
	{
		id: uuid().primaryKey().defaultRandom(),
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id),
		/** The committee's meeting that owes it; null for feedback given of one's own accord. */
		meetingId: uuid(),
		decisionId: uuid(),
		text: text().notNull().default(''),
		givenBy: uuid().references(() => account.id),
		givenAt: at(),
		receivers: integer().notNull().default(0),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [
		index().on(t.gapId),
		index().on(t.meetingId),
		unique().on(t.gapId, t.decisionId),
		check('feedback_given', sql`${t.givenAt} is null or length(${t.text}) > 0`)
	]
);

/** Saved filters of the register. */
export const savedView = pgTable(
	'saved_view',
	{
		id: uuid().primaryKey().defaultRandom(),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		name: text().notNull(),
		query: jsonb().$type<Record<string, string[]>>().notNull()
	},
	(t) => [index().on(t.accountId)]
);
