/** Inserts rows by the thousand, one statement for many, with the columns that the tables know. */
import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '#platform/database.server.ts';

const rowsAtOnce = 2000;
const snake = (key: string): string => key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** All rows need the same keys; columns that none of them names get their default. */
export async function fill<T extends PgTable>(db: Db, table: T, rows: T['$inferInsert'][]): Promise<void> {
	const known = getTableColumns(table);
	const keys = Object.keys(rows[0] ?? {}).filter((key) => key in known);
	const name = sql.identifier(getTableName(table));
	const columns = sql.join(
		keys.map((key) => sql.identifier(snake(key))),
		sql`, `
	);
	for (let from = 0; from < rows.length; from += rowsAtOnce) {
		const batch = rows.slice(from, from + rowsAtOnce).map((row) => {
			const values = row as Record<string, unknown>;
			return Object.fromEntries(keys.map((key) => [snake(key), values[key]]));
		});
		await db.execute(
			sql`insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(batch)}::json)`
		);
	}
}
