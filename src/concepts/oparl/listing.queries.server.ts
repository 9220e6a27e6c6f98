/** One page of a list, or one object, as rows: in a fixed number of statements, whatever the type and however long. */
import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import type { After, Asked, Page } from './listing.rules.ts';
import type { Reader } from './policy.ts';
import type { ListType, Stamped } from './rules.ts';
import { sourceOf } from './sources.server.ts';

/** Instants are said to the second, so filters compare them to the second; pages go on from the very instant. */
const second = (column: 'created' | 'modified'): SQL => sql`date_trunc('second', s.${sql.identifier(column)})`;

function matching(asked: Asked, more: SQL | undefined): SQL {
	const parts: SQL[] = [sql`true`];
	if (asked.createdSince) parts.push(sql`${second('created')} >= ${asked.createdSince}`);
	if (asked.createdUntil) parts.push(sql`${second('created')} <= ${asked.createdUntil}`);
	if (asked.modifiedSince) parts.push(sql`${second('modified')} >= ${asked.modifiedSince}`);
	// OParl: what was withdrawn is told to those only who ask what has changed
	else parts.push(sql`not s.deleted`);
	if (asked.modifiedUntil) parts.push(sql`${second('modified')} <= ${asked.modifiedUntil}`);
	if (more) parts.push(more);
	return sql.join(parts, sql` and `);
}

/** The order never changes and new objects come last, so that no page moves while somebody turns them. */
export async function pageOf<T extends Stamped>(
	tx: Transaction,
	type: ListType,
	reader: Reader,
	asked: Asked,
	more?: SQL
): Promise<Page<T>> {
	const beyond = asked.after
		? sql`(created, id) > (${asked.after.created}::timestamptz, ${asked.after.id})`
		: sql`true`;
	const found = await tx.execute<{ id: string; created: string; total: number }>(sql`
		select id, created, total from (
			select s.id, date_trunc('milliseconds', s.created) as created, (count(*) over ())::int as total
			from (${sourceOf(type, reader)}) s where ${matching(asked, more)}
		) t where ${beyond} order by created, id limit ${asked.limit + 1}`);
	const ids = found.rows.slice(0, asked.limit).map((r) => r.id);
	const last = found.rows[asked.limit - 1];
	const next: After | null =
		found.rows.length > asked.limit && last ? { id: last.id, created: new Date(last.created) } : null;
	const byId = new Map((await rowsOf<T>(tx, type, reader, ids)).map((r) => [r.id, r]));
	return {
		rows: ids.flatMap((id) => byId.get(id) ?? []),
		total: found.rows[0]?.total ?? (asked.after ? null : 0),
		next
	};
}

/** Rows with these ids, in no order. */
export const rowsOf = <T extends Stamped>(
	tx: Transaction,
	type: ListType,
	reader: Reader,
	ids: readonly string[]
): Promise<T[]> =>
	ids.length ? rowsWhere<T>(tx, type, reader, sql`s.id = any(${sql.param([...ids])}::text[])`) : Promise.resolve([]);

export async function rowsWhere<T extends Stamped>(
	tx: Transaction,
	type: ListType,
	reader: Reader,
	where: SQL
): Promise<T[]> {
	const found = await tx.execute<Record<string, unknown>>(
		sql`select s.* from (${sourceOf(type, reader)}) s where ${where}`
	);
	return found.rows.map(
		(r) => ({ ...r, created: new Date(r.created as string), modified: new Date(r.modified as string) }) as unknown as T
	);
}
