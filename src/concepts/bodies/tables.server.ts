/** Working groups and the steering committee, who sits in them, and the mandates the committee gives to groups. */
import { check, date, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { account, organisation } from '#concepts/people/tables.server.ts';
import type { BodyKind, SeatFunction } from '#concepts/people/rules.ts';
import type { BodyState, MandateState } from './rules.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const body = pgTable('body', {
	id: uuid().primaryKey().defaultRandom(),
	kind: text().$type<BodyKind>().notNull(),
	name: text().notNull(),
	purpose: text().notNull().default(''),
	/** active | closed */
	state: text().$type<BodyState>().notNull().default('active'),
	createdAt: at().notNull().defaultNow()
});

export const membership = pgTable(
	'membership',
	{
		id: uuid().primaryKey().defaultRandom(),
		bodyId: uuid()
			.notNull()
			.references(() => body.id),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		function: text().$type<SeatFunction>().notNull(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		fromOn: date().notNull(),
		untilOn: date()
	},
	(t) => [
		index().on(t.bodyId),
		index().on(t.accountId),
		check('membership_term', sql`${t.untilOn} is null or ${t.untilOn} >= ${t.fromOn}`)
	]
);

export const mandate = pgTable(
	'mandate',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** M-2026-003 */
		number: text().notNull().unique(),
		bodyId: uuid()
			.notNull()
			.references(() => body.id),
		goal: text().notNull(),
		/** The final report; an extension moves it. */
		dueOn: date().notNull(),
		/** An interim report is expected by then; null: none. */
		interimDueOn: date(),
		/** see bodies/rules.ts */
		state: text().$type<MandateState>().notNull().default('given'),
		/** The committee's meeting that gave it. */
		meetingId: uuid(),
		interimReport: text().notNull().default(''),
		finalReport: text().notNull().default(''),
		/** What the committee said when it last returned, extended or withdrew it. */
		remark: text().notNull().default(''),
		givenAt: at().notNull().defaultNow(),
		interimReportedAt: at(),
		reportedAt: at()
	},
	(t) => [index().on(t.bodyId, t.state), check('mandate_interim', sql`${t.interimDueOn} <= ${t.dueOn}`)]
);
