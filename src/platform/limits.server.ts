/** How often something may be tried, counted in the database so that all nodes share it. */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { openedDatabase } from './database.server.ts';

const limiters = new Map<string, Promise<RateLimiterPostgres>>();

/** Counts one try; false when `points` tries in `seconds` are used up. Key by a hash, not by a name or address. */
export async function within(name: string, key: string, points: number, seconds: number): Promise<boolean> {
	const limiter = await limiterFor(name, points, seconds);
	try {
		await limiter.consume(key);
		return true;
	} catch (e) {
		if (e instanceof RateLimiterRes) return false;
		throw e; // Security: a database failure never opens a door
	}
}

export async function forgive(name: string, key: string, points: number, seconds: number): Promise<void> {
	await (await limiterFor(name, points, seconds)).delete(key);
}

function limiterFor(name: string, points: number, duration: number): Promise<RateLimiterPostgres> {
	let found = limiters.get(name);
	if (!found) {
		found = (async () => {
			const { pool: storeClient } = await openedDatabase();
			return new RateLimiterPostgres({
				storeClient,
				storeType: 'pool',
				tableName: 'rate_limit',
				tableCreated: true,
				keyPrefix: name,
				points,
				duration
			});
		})();
		limiters.set(name, found);
		found.catch(() => limiters.delete(name));
	}
	return found;
}
