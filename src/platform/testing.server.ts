/** Gives each test file a database of its own, copied from a migrated template in the run's one fresh cluster. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { closeDatabase, openDatabase, useDatabase, type Database } from './database.server.ts';
import { startEmbedded, type Connect, type Embedded } from './embedded/embedded.server.ts';

export const templateName = 'template_test';

export type TestDatabase = Database & {
	/** For a second process, such as a hub started by the test: DATABASE_URL. */
	url: string;
};

/** Makes the database and points `database()` at it. Call `close()` in `afterAll`: it drops the database, too. */
export async function testDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
	const cluster = await testCluster();
	const name = `test_${randomBytes(6).toString('hex')}`;
	const url = urlOf(await cluster.createDatabase(name, templateName));
	const opened = await openDatabase({ url, max: options.max ?? 6, migrations: false });
	useDatabase(opened);
	const close = async () => {
		await closeDatabase();
		await opened.close();
		await cluster.dropDatabase(name);
		await cluster.close();
	};
	return { ...opened, url, close };
}

type Droppable = { url: string; drop(): Promise<void> };

/** An empty database without tables, for tests of migrations and of restoring. */
export const emptyTestDatabase = async (): Promise<Droppable> => copyOf(await testCluster());

/** A database as `fill` makes it: made once in a run of the tests, whichever file asks first, and copied from then on. */
export async function filledTestDatabase(name: string, fill: (url: string) => Promise<void>): Promise<Droppable> {
	const cluster = await testCluster();
	const template = `filled_${name}`;
	await alone(cluster, async (client) => {
		const found = await client.query('select from pg_database where datname = $1', [template]);
		if (found.rowCount) return;
		// copied once more: what was broken off half-way is no template
		const making = `${template}_${randomBytes(6).toString('hex')}`;
		await fill(urlOf(await cluster.createDatabase(making)));
		await cluster.createDatabase(template, making);
		await cluster.dropDatabase(making);
	});
	return copyOf(cluster, template);
}

/** One at a time, over all files that run. */
async function alone(cluster: Embedded, run: (client: pg.Client) => Promise<void>): Promise<void> {
	const client = new pg.Client(cluster.connect);
	await client.connect();
	try {
		await client.query('select pg_advisory_lock(72700030)');
		await run(client);
	} finally {
		await client.end();
	}
}

async function copyOf(cluster: Embedded, template?: string): Promise<Droppable> {
	const name = `copy_${randomBytes(6).toString('hex')}`;
	const url = urlOf(await cluster.createDatabase(name, template));
	const drop = async () => {
		await cluster.dropDatabase(name);
		await cluster.close();
	};
	return { url, drop };
}

function testCluster(): Promise<Embedded> {
	const dir = process.env.TEST_CLUSTER_DIR;
	if (!dir) throw new Error('there is no test cluster: run the tests by vitest with its global set-up');
	return startEmbedded({ dir, fast: true });
}

export function urlOf(connect: Connect): string {
	const password = encodeURIComponent(connect.password);
	return `postgres://${connect.user}:${password}@/${connect.database}?host=${encodeURIComponent(connect.host)}`;
}
