/** Agreements between organisations: who hands what over to whom, how long it holds, the service gaps it is about. */
import { check, date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { organisation } from '#concepts/people/tables.server.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const agreement = pgTable(
	'agreement',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** S-2026-003 */
		number: text().notNull().unique(),
		title: text().notNull(),
		/** what is handed over, at which moment and how */
		handover: text().notNull(),
		/** A function or place to turn to, no person. */
		contact: text().notNull().default(''),
		legalDomains: text()
			.array()
			.notNull()
			.default(sql`'{}'::text[]`),
		validFrom: date({ mode: 'string' }).notNull(),
		/** The last day; none: until it is ended. */
		validUntil: date({ mode: 'string' }),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow()
	},
	(t) => [
		index().on(t.validUntil),
		check('agreement_term', sql`${t.validUntil} is null or ${t.validUntil} >= ${t.validFrom}`)
	]
);

export const agreementParty = pgTable(
	'agreement_party',
	{
		agreementId: uuid()
			.notNull()
			.references(() => agreement.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id)
	},
	(t) => [primaryKey({ columns: [t.agreementId, t.organisationId] }), index().on(t.organisationId)]
);

export const agreementGap = pgTable(
	'agreement_gap',
	{
		agreementId: uuid()
			.notNull()
			.references(() => agreement.id),
		gapId: uuid()
			.notNull()
			.references(() => serviceGap.id)
	},
	(t) => [primaryKey({ columns: [t.agreementId, t.gapId] }), index().on(t.gapId)]
);
