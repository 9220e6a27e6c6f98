/** What the situation picture counts from: classes of contributions that were protected once and never change, and the county's map. */
import { check, date, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { organisation } from '#concepts/people/tables.server.ts';
import type { Shape } from './map.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

/** The contributions that came into the picture together, at the end of a quarter. */
export const situationTranche = pgTable('situation_tranche', {
	id: uuid().primaryKey().defaultRandom(),
	/** Last day that counts; the next tranche begins the day after. */
	throughOn: date({ mode: 'string' }).notNull().unique(),
	contributions: integer().notNull(),
	publishedAt: at().notNull()
});

/**
 * Security: no key leads from here to a contribution. Codes that cannot be said are null. Three is the least that the
 * county may set as its minimum cell size.
 */
export const situationClass = pgTable(
	'situation_class',
	{
		id: uuid().primaryKey().defaultRandom(),
		trancheId: uuid()
			.notNull()
			.references(() => situationTranche.id),
		/** 'topic' or 'place': two partitions of the same contributions within a tranche and region. */
		view: text().$type<'topic' | 'place'>().notNull(),
		region: text(),
		legalDomain: text(),
		gapType: text(),
		phase: text(),
		organisationId: uuid().references(() => organisation.id),
		municipality: text(),
		contributions: integer().notNull()
	},
	(t) => [
		index().on(t.trancheId),
		check('situation_class_many', sql`${t.contributions} >= 3`),
		check(
			'situation_class_view',
			sql`(${t.view} = 'topic' and ${t.municipality} is null) or (${t.view} = 'place' and ${t.legalDomain} is null and ${t.gapType} is null and ${t.phase} is null and ${t.organisationId} is null)`
		)
	]
);

/** The boundaries a county has uploaded, one row. */
export const countyMap = pgTable(
	'county_map',
	{
		id: integer().primaryKey().default(1),
		attribution: text().notNull(),
		width: integer().notNull(),
		height: integer().notNull(),
		shapes: jsonb().$type<Shape[]>().notNull(),
		uploadedAt: at().notNull()
	},
	(t) => [check('county_map_one', sql`${t.id} = 1`)]
);
