import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { database, openDatabase, openedDatabase } from './database.server.ts';
import { emptyTestDatabase, testDatabase, type TestDatabase } from './testing.server.ts';

let opened: TestDatabase;

beforeAll(async () => {
	opened = await testDatabase({ max: 3 });
	await opened.pool.query('create table word (it text unique)');
});
afterAll(() => opened.close());

const words = async () =>
	(await opened.pool.query<{ it: string }>('select it from word order by it')).rows.map((r) => r.it);
const killOthers = () =>
	opened.pool.query(
		'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()'
	);

test('a process has one database, which the tests choose', async () => {
	expect(await database()).toBe(opened.db);
	expect((await openedDatabase()).pool).toBe(opened.pool);
});

test('a transaction is kept whole or not at all', async () => {
	await opened.db.transaction((tx) => tx.execute(sql`insert into word values ('ganz')`));
	const half = opened.db.transaction(async (tx) => {
		await tx.execute(sql`insert into word values ('halb')`);
		throw new Error('no');
	});
	await expect(half).rejects.toThrow('no');
	expect(await words()).toEqual(['ganz']);
});

test('a transaction that passes over a failed query is not called a success', async () => {
	// often enough to meet the moment in which the error has arrived, but not yet what is left of the transaction
	for (let i = 0; i < 300; i++) {
		const careless = opened.db.transaction(async (tx) => {
			await tx.execute(sql`insert into word values ('verloren')`);
			await tx.execute(sql`insert into word values ('ganz')`).catch(() => undefined);
		});
		await expect(careless).rejects.toThrow('passed over');
	}
	expect(await words()).not.toContain('verloren');
});

test('a read-only transaction writes nothing', async () => {
	const write = opened.db.transaction((tx) => tx.execute(sql`insert into word values ('heimlich')`), {
		accessMode: 'read only'
	});
	await expect(write).rejects.toThrow();
});

test('connections killed in the middle of transactions are given back and replaced', async () => {
	for (let round = 0; round < 4; round++) {
		const hanging = Array.from({ length: 2 }, () =>
			opened.db
				.transaction((tx) => tx.execute(sql`select pg_sleep(20)`))
				.then(
					() => 'slept',
					() => 'lost'
				)
		);
		await vi.waitFor(async () => {
			const busy = `select from pg_stat_activity where query like 'select pg_sleep%' and datname = current_database()`;
			expect((await opened.pool.query(busy)).rowCount).toBe(2);
		});
		await killOthers();
		expect(await Promise.all(hanging)).toEqual(['lost', 'lost']);
	}
	expect(opened.pool.totalCount - opened.pool.idleCount).toBe(0);
	const rows = Array.from({ length: 6 }, () => opened.db.transaction((tx) => tx.execute(sql`select 1 as one`)));
	expect(await Promise.all(rows)).toHaveLength(6);
});

test('a listener hears what is said, and after a lost connection says that there was a gap', async () => {
	const heard: string[] = [];
	let gaps = 0;
	const listening = opened.listen(
		'news',
		(payload) => heard.push(payload),
		() => gaps++
	);
	await listening.ready;
	await opened.pool.query(`select pg_notify('news', 'eins')`);
	await vi.waitFor(() => expect(heard).toEqual(['eins']));
	await killOthers();
	await vi.waitFor(() => expect(gaps).toBe(1), { timeout: 5_000 });
	await opened.pool.query(`select pg_notify('news', 'zwei')`);
	await vi.waitFor(() => expect(heard).toEqual(['eins', 'zwei']));
	await listening.close();
});

test('nodes that start at the same time migrate once', async () => {
	const empty = await emptyTestDatabase();
	const nodes = await Promise.all(Array.from({ length: 3 }, () => openDatabase({ url: empty.url, max: 1 })));
	const applied = await nodes[0]?.pool.query('select hash from drizzle.__drizzle_migrations');
	expect(new Set(applied?.rows.map((r: { hash: string }) => r.hash)).size).toBe(applied?.rowCount);
	await Promise.all(nodes.map((node) => node.close()));
	await empty.drop();
});
