/** What a backup holds: the tables, columns and sequences of all our schemas, as PostgreSQL describes them. */
import type { PoolClient } from 'pg';

export type Column = { name: string; type: string };
export type Table = { name: string; columns: Column[] };
export type Sequence = { name: string; last: string; called: boolean };

/** The schema of the job queue, left out: what jobs were to do is in our own tables, and the queue makes it itself. */
export const queueSchema = 'jobs';

/** Names are quoted and carry their schema, ready to be put into a statement. Parts of a partitioned table are in it. */
const tablesQuery = `
	select format('%I.%I', n.nspname, c.relname) as name,
		json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod))
			order by a.attnum) as columns
	from pg_class c
	join pg_namespace n on n.oid = c.relnamespace
	join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
	where c.relkind in ('r', 'p') and not c.relispartition
		and n.nspname <> all ($1) and n.nspname not like 'pg\\_%'
		and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
	group by 1 order by 1`;

const migrationsSchema = 'drizzle';

export async function tablesOf(client: PoolClient): Promise<Table[]> {
	const { rows } = await client.query<Table>(tablesQuery, [['information_schema', queueSchema, migrationsSchema]]);
	return rows;
}

export async function sequencesOf(client: PoolClient): Promise<Sequence[]> {
	const { rows } = await client.query<{ name: string }>(
		`select format('%I.%I', schemaname, sequencename) as name from pg_sequences
		where schemaname <> all ($1) order by 1`,
		[[queueSchema, migrationsSchema]]
	);
	const sequences: Sequence[] = [];
	for (const { name } of rows) {
		const read = await client.query<Omit<Sequence, 'name'>>(
			`select last_value::text as last, is_called as called from ${name}`
		);
		if (read.rows[0]) sequences.push({ name, ...read.rows[0] });
	}
	return sequences;
}

/** The newest applied migration's stamp, by which a backup and a database fit together; 0 without any. */
export async function migrationOf(client: PoolClient): Promise<number> {
	const known = await client.query<{ it: string | null }>(`select to_regclass('drizzle.__drizzle_migrations') as it`);
	if (!known.rows[0]?.it) return 0;
	const { rows } = await client.query<{ at: string | null }>(
		'select max(created_at) as at from drizzle.__drizzle_migrations'
	);
	return Number(rows[0]?.at ?? 0);
}

export async function countOf(client: PoolClient, table: string): Promise<number> {
	const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${table}`);
	return Number(rows[0]?.n ?? 0);
}
