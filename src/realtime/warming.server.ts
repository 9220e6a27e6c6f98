/** Done before the first one comes, who would wait for it otherwise. */
import type { Database } from '#platform/database.server.ts';
import { load } from './store.server.ts';
import { claim } from './writers.server.ts';

/** One for those who join, one for what comes round meanwhile. */
const connections = 2;

/** Connections to the database, and plans of what joining asks. */
export async function warm(pool: Database['pool']): Promise<void> {
	const one = async () => {
		const client = await pool.connect();
		try {
			await load(client, []);
			await claim(client, []);
		} finally {
			client.release();
		}
	};
	await Promise.all(Array.from({ length: connections }, one));
}
