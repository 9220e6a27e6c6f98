/** What the county has set for the anonymity of cases; nothing where the delivered figures still hold. */
import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';

export const anonymitySetting = pgTable('anonymity_setting', {
	/** thresholds | reference */
	key: text().primaryKey(),
	value: jsonb().$type<unknown>().notNull()
});
