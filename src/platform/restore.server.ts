/** Reads a backup into a database, in one transaction: afterwards it holds exactly the backup, or what it held before. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { format, type Head, type Manifest } from './backup.server.ts';
import { countOf, migrationOf, queueSchema, tablesOf, type Table } from './backup-tables.server.ts';
import type { Database } from './database.server.ts';

type Line = { head: Head } | { table: Table } | { manifest: Manifest };

const rowsAtOnce = 500;

export class CannotRestore extends Error {}

/** The hub must not run meanwhile. Throws CannotRestore with a sentence for people when something does not fit. */
export async function restore(
	database: Pick<Database, 'pool'>,
	file: string,
	options: { replace?: boolean } = {}
): Promise<Manifest> {
	const client = await database.pool.connect();
	try {
		await client.query('begin');
		await client.query(`set local time zone 'UTC'; set local datestyle to iso`);
		const tables = await tablesOf(client);
		await refuseIfFilled(client, tables, options.replace ?? false);
		const putBack = await suspendChecks(client, tables);
		const names = tables.map((table) => table.name).join(', ');
		if (names) await client.query(`truncate ${names} cascade`);
		const manifest = await readInto(client, file, tables);
		for (const statement of putBack) await client.query(statement);
		for (const { name, last, called } of manifest.sequences) {
			await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, called]);
		}
		await client.query(`drop schema if exists ${queueSchema} cascade`); // jobs of the former data
		await client.query('commit');
		return manifest;
	} catch (e) {
		await client.query('rollback').catch(() => undefined);
		throw e;
	} finally {
		client.release(true);
	}
}

async function refuseIfFilled(client: PoolClient, tables: Table[], replace: boolean): Promise<void> {
	if (replace) return;
	for (const { name } of tables) {
		const { rowCount } = await client.query(`select from ${name} limit 1`);
		if (rowCount) throw new CannotRestore(`the database is not empty (${name} has rows); --replace overwrites it`);
	}
}

/**
 * An owner who is no superuser cannot switch foreign keys off, so they are dropped and made again, which checks every
 * row; own triggers (append-only tables) are switched off. Returns what puts all of it back as it was.
 */
async function suspendChecks(client: PoolClient, tables: Table[]): Promise<string[]> {
	const names = tables.map((table) => table.name);
	const putBack: string[] = [];
	const keys = await client.query<{ tab: string; name: string; definition: string }>(
		`select format('%I.%I', n.nspname, c.relname) as tab, quote_ident(k.conname) as name,
			pg_get_constraintdef(k.oid) as definition
		from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
		where k.contype = 'f' and k.conparentid = 0 and format('%I.%I', n.nspname, c.relname) = any ($1)`,
		[names]
	);
	for (const { tab, name, definition } of keys.rows) {
		await client.query(`alter table ${tab} drop constraint ${name}`);
		putBack.push(`alter table ${tab} add constraint ${name} ${definition}`);
	}
	const triggers = await client.query<{ tab: string; name: string; enabled: string }>(
		`select format('%I.%I', n.nspname, c.relname) as tab, quote_ident(t.tgname) as name, t.tgenabled as enabled
		from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
		where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D'
			and format('%I.%I', n.nspname, c.relname) = any ($1)`,
		[names]
	);
	for (const { tab, name, enabled } of triggers.rows) {
		await client.query(`alter table ${tab} disable trigger ${name}`);
		const how = enabled === 'A' ? 'enable always' : enabled === 'R' ? 'enable replica' : 'enable';
		putBack.push(`alter table ${tab} ${how} trigger ${name}`);
	}
	return putBack;
}

async function readInto(client: PoolClient, file: string, tables: Table[]): Promise<Manifest> {
	const source = fs.createReadStream(file);
	const unpacked = source.pipe(createGunzip());
	source.once('error', (e) => unpacked.destroy(e));
	let filler: Filler | undefined;
	let head: Head | undefined;
	let manifest: Manifest | undefined;
	const filled: Manifest['tables'] = [];
	for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) {
		if (line.startsWith('[')) {
			await filler?.add(line);
			continue;
		}
		const said = JSON.parse(line) as Line;
		if (filler) filled.push(await filler.end());
		filler = undefined;
		if ('head' in said) head = await checkHead(client, said.head);
		else if (!head) throw new CannotRestore('the file is no backup of Lückenlos');
		else if ('table' in said) filler = fill(client, said.table, tables);
		else manifest = said.manifest;
	}
	if (!manifest) throw new CannotRestore('the backup is not complete');
	await checkCounts(client, manifest, filled);
	return manifest;
}

async function checkHead(client: PoolClient, head: Head): Promise<Head> {
	if (head.format !== format) throw new CannotRestore('the file is no backup of Lückenlos, or of another version');
	const migration = await migrationOf(client);
	if (head.migration === migration) return head;
	const made = new Date(head.migration).toISOString();
	throw new CannotRestore(
		`the backup has the tables of ${made}, this version has those of ${new Date(migration).toISOString()}: ` +
			'restore it with the version that made it, then update'
	);
}

type Filler = { add(line: string): Promise<void>; end(): Promise<Manifest['tables'][number]> };

/** Inserts column by column from arrays of texts, which PostgreSQL reads as it would read COPY. */
function fill(client: PoolClient, table: Table, known: Table[]): Filler {
	if (!known.some(({ name }) => name === table.name)) throw new CannotRestore(`there is no table ${table.name}`);
	const hash = createHash('sha256');
	const aliases = table.columns.map((_, i) => `c${i}`);
	const statement =
		`insert into ${table.name} (${table.columns.map(({ name }) => name).join(', ')}) overriding system value ` +
		`select ${table.columns.map(({ type }, i) => `c${i}::${type}`).join(', ')} ` +
		`from unnest(${aliases.map((_, i) => `$${i + 1}::text[]`).join(', ')}) as t(${aliases.join(', ')})`;
	let rows = 0;
	let waiting: (string | null)[][] = [];
	const flush = async () => {
		if (waiting.length === 0) return;
		const batch = waiting;
		waiting = [];
		await client.query(
			statement,
			table.columns.map((_, i) => batch.map((row) => row[i] ?? null))
		);
	};
	return {
		async add(line) {
			hash.update(`${line}\n`);
			rows++;
			if (waiting.push(JSON.parse(line) as (string | null)[]) >= rowsAtOnce) await flush();
		},
		async end() {
			await flush();
			return { name: table.name, rows, sha256: hash.digest('hex') };
		}
	};
}

async function checkCounts(client: PoolClient, manifest: Manifest, filled: Manifest['tables']): Promise<void> {
	if (JSON.stringify(filled) !== JSON.stringify(manifest.tables)) {
		throw new CannotRestore('the backup is damaged: its contents do not fit its manifest');
	}
	for (const { name, rows } of manifest.tables) {
		if ((await countOf(client, name)) !== rows) throw new CannotRestore(`${name} did not take all of its rows`);
	}
}
