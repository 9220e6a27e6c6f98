/** Gives each test file a database of its own, copied from a migrated template in the run's one fresh cluster. */
import { randomBytes } from 'node:crypto';
import { closeDatabase, openDatabase, useDatabase, type Database } from './database.server.ts';
import { startEmbedded, type Connect } from './embedded/embedded.server.ts';

export const templateName = 'template_test';

export type TestDatabase = Database & {
	/** For a second process, such as a hub started by the test: DATABASE_URL. */
	url: string;
};

/** Makes the database and points `database()` at it. Call `close()` in `afterAll`: it drops the database, too. */
export async function testDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
	const cluster = await startEmbedded({ dir: clusterFolder(), fast: true });
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

/** An empty database without tables, for tests of migrations and of restoring. */
export async function emptyTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
	const cluster = await startEmbedded({ dir: clusterFolder(), fast: true });
	const name = `empty_${randomBytes(6).toString('hex')}`;
	const url = urlOf(await cluster.createDatabase(name));
	const drop = async () => {
		await cluster.dropDatabase(name);
		await cluster.close();
	};
	return { url, drop };
}

function clusterFolder(): string {
	const dir = process.env.TEST_CLUSTER_DIR;
	if (!dir) throw new Error('there is no test cluster: run the tests by vitest with its global set-up');
	return dir;
}

export function urlOf(connect: Connect): string {
	const password = encodeURIComponent(connect.password);
	return `postgres://${connect.user}:${password}@/${connect.database}?host=${encodeURIComponent(connect.host)}`;
}
