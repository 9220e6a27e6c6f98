import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp } from './backup.server.ts';
import { restore } from './restore.server.ts';
import { testDatabase, type TestDatabase } from './testing.server.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lueckenlos-backup-'));
const file = path.join(folder, 'backup.gz');
let here: TestDatabase;
let there: TestDatabase;

const tables = `
	create table try_person (id serial primary key, name text not null, boss int references try_person, born date);
	create table try_odd (
		id bigint generated always as identity primary key, person int not null references try_person deferrable,
		data jsonb, raw bytea, at timestamptz, words text[], price numeric(10, 2), twice numeric generated always as (price * 2) stored,
		"Große Spalte" text, ratio float8
	);
	create function try_refuse() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
	create trigger try_keep before update or delete on try_odd for each row execute function try_refuse();
	create trigger try_no_truncate before truncate on try_odd for each statement execute function try_refuse();`;

beforeAll(async () => {
	here = await testDatabase();
	there = await testDatabase();
	await here.pool.query(tables);
	await there.pool.query(tables);
	await here.pool.query(`
		insert into try_person (name, boss, born) values ('Österreicher', 2, '1970-01-01'), ('"Zitat"\\\nZeile', null, null);
		insert into try_odd (person, data, raw, at, words, price, "Große Spalte", ratio) values
			(1, 'null', '\\x00ff', '2026-03-29 02:30:00.123456+02', '{"a,b",null,""}', 1.10, '', 0.1),
			(2, '{"n": 12345678901234567890.5}', null, 'infinity', null, null, null, 'NaN');
		insert into try_person (name) select 'Person ' || n from generate_series(1, 2500) n`);
	await backUp(here, file);
});
afterAll(async () => {
	await here.close();
	await there.close();
	fs.rmSync(folder, { recursive: true, force: true });
});

const contents = async (pool: Pool) =>
	(
		await pool.query<{ it: string }>(`select string_agg(o::text, E'\\n' order by id) as it from try_odd o
		union all select md5(string_agg(p::text, ',' order by id)) from try_person p`)
	).rows;

test('what was backed up is there again, value by value', async () => {
	await there.pool.query(`truncate try_person cascade`).catch(() => undefined);
	await restore(there, file, { replace: true });
	expect(await contents(there.pool)).toEqual(await contents(here.pool));
});

test('afterwards numbers go on, keys and append-only tables are guarded as before', async () => {
	const added = await there.pool.query<{ id: number }>(`insert into try_person (name) values ('neu') returning id`);
	expect(added.rows[0]?.id).toBe(2503);
	await expect(there.pool.query('insert into try_odd (person) values (9999)')).rejects.toThrow('foreign key');
	await expect(there.pool.query('delete from try_odd')).rejects.toThrow('append-only');
	const keys = `select conname, pg_get_constraintdef(oid) as it from pg_constraint where contype = 'f' order by 1, 2`;
	expect((await there.pool.query(keys)).rows).toEqual((await here.pool.query(keys)).rows);
});

test('a database that holds something is left alone unless told otherwise', async () => {
	await expect(restore(there, file)).rejects.toThrow('not empty');
	expect((await there.pool.query(`select from try_person where name = 'neu'`)).rowCount).toBe(1);
});

test.each([
	['cut short', (text: string) => text.slice(0, text.lastIndexOf('{"manifest"'))],
	['changed', (text: string) => text.replace('Person 77"', 'Person 78"')],
	['of other tables', (text: string) => text.replace(/"migration":\d+/, '"migration":1')],
	['of something else', () => '[]\n{"it":1}\n']
])('a file that is %s changes nothing', async (_, spoil) => {
	const spoilt = path.join(folder, 'spoilt.gz');
	fs.writeFileSync(spoilt, gzipSync(spoil(gunzipSync(fs.readFileSync(file)).toString())));
	const before = await contents(there.pool);
	await expect(restore(there, spoilt, { replace: true })).rejects.toThrow(/complete|damaged|version|no backup/);
	expect(await contents(there.pool)).toEqual(before);
	await expect(there.pool.query('delete from try_odd')).rejects.toThrow('append-only');
});

test('only its owner may read a backup', () => {
	expect(fs.statSync(file).mode & 0o777).toBe(0o600);
});
