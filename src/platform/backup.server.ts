/**
 * Writes all tables into one compressed file, from one snapshot, while the hub goes on. The file is lines of JSON: a
 * head, then per table its description and one array of texts a row, then a manifest with counts and hashes.
 */
import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { migrationOf, sequencesOf, tablesOf, type Sequence, type Table } from './backup-tables.server.ts';
import type { Database } from './database.server.ts';

export const format = 'lueckenlos-backup-1';

export type Head = { format: string; madeAt: string; migration: number };
export type Manifest = { tables: { name: string; rows: number; sha256: string }[]; sequences: Sequence[] };

const rowsAtOnce = 1000;

/** The file appears under its name only when it is complete and on the disk; only its owner may read it. */
export async function backUp(database: Pick<Database, 'pool'>, file: string): Promise<Manifest> {
	const temporary = `${file}.part`;
	const gzip = createGzip();
	const out = fs.createWriteStream(temporary, { mode: 0o600, flags: 'w', flush: true });
	const written = finished(gzip.pipe(out));
	const client = await database.pool.connect();
	try {
		await client.query('begin isolation level repeatable read read only');
		const manifest = await writeAll(client, gzip);
		gzip.end();
		await written;
		await client.query('commit');
		fs.renameSync(temporary, file);
		return manifest;
	} catch (e) {
		out.destroy();
		await written.catch(() => undefined);
		fs.rmSync(temporary, { force: true });
		throw e;
	} finally {
		client.release(true); // its transaction must not outlive a failure
	}
}

async function writeAll(client: PoolClient, gzip: Gzip): Promise<Manifest> {
	await client.query(`set local time zone 'UTC'; set local datestyle to iso; set local bytea_output to hex`);
	const head: Head = { format, madeAt: new Date().toISOString(), migration: await migrationOf(client) };
	await write(gzip, `${JSON.stringify({ head })}\n`);
	const manifest: Manifest = { tables: [], sequences: await sequencesOf(client) };
	for (const table of await tablesOf(client)) {
		await write(gzip, `${JSON.stringify({ table })}\n`);
		manifest.tables.push(await writeRows(client, gzip, table));
	}
	await write(gzip, `${JSON.stringify({ manifest })}\n`);
	return manifest;
}

async function writeRows(client: PoolClient, gzip: Gzip, table: Table): Promise<Manifest['tables'][number]> {
	const hash: Hash = createHash('sha256');
	const texts = table.columns.map((column) => `${column.name}::text`).join(', ');
	await client.query(
		`declare backup_rows no scroll cursor for select to_json(array[${texts}]::text[])::text as line from ${table.name}`
	);
	for (let rows = 0; ;) {
		const read = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from backup_rows`);
		if (read.rows.length === 0) {
			await client.query('close backup_rows');
			return { name: table.name, rows, sha256: hash.digest('hex') };
		}
		rows += read.rows.length;
		const lines = read.rows.map(({ line }) => `${line}\n`).join('');
		hash.update(lines);
		await write(gzip, lines);
	}
}

async function write(gzip: Gzip, text: string): Promise<void> {
	if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), finished(gzip)]);
}
