/** Work for later: a queue in PostgreSQL. Knows "a job" by name and data, nothing of what it means. */
import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type pg from 'pg';
import { queueSchema } from '#platform/backup-tables.server.ts';
import type { Transaction } from '#platform/database.server.ts';
import { zone } from '#platform/clock.ts';

/** Data of a job: plain values; what arrives is parsed by the one who works on it. */
export type JobData = Record<string, string | number | boolean | null>;

export type JobKind = {
	name: string;
	/** Tries before a job counts as failed; between them 5 s, growing to `longestPauseSeconds`. */
	retries?: number;
	longestPauseSeconds?: number;
	/** How many at once in this process. */
	atOnce?: number;
	/** How long one may take. */
	withinSeconds?: number;
};

export type Queue = {
	/** Makes a kind of job known, on each node that sends it. */
	know(kind: JobKind): Promise<void>;
	/**
	 * Puts a job in. With `tx` it exists only if the transaction commits. A job with the key of one that waits or runs
	 * is not put in a second time.
	 */
	send(name: string, data: JobData, options?: { tx?: Transaction; key?: string }): Promise<void>;
	/** Works on jobs of a kind; a handler that throws is tried again later. */
	work(kind: JobKind, handler: (data: unknown) => Promise<void>): Promise<void>;
	/** Puts in a job by the clock of the county, e.g. '30 6 * * *'; one for all nodes. What was missed comes once. */
	schedule(name: string, cron: string): Promise<void>;
	/** Waits for the jobs that run, at most ten seconds. */
	stop(): Promise<void>;
};

export type QueueOptions = {
	connect: pg.PoolConfig;
	onError: (error: unknown) => void;
	/** Seconds between two looks for work; at least 0.5. */
	pollSeconds?: number;
};

export async function startQueue({ connect, onError, pollSeconds = 2 }: QueueOptions): Promise<Queue> {
	const boss = new PgBoss({
		...bossConnection(connect),
		application_name: 'lueckenlos-jobs',
		schema: queueSchema,
		max: 4
	});
	boss.on('error', onError);
	await boss.start();
	const known = new Map<string, Promise<void>>();
	const know = (kind: JobKind): Promise<void> => {
		const made = known.get(kind.name) ?? makeQueue(boss, kind);
		known.set(kind.name, made);
		return made;
	};
	return {
		know,
		async send(name, data, { tx, key } = {}) {
			await boss.send(name, data, {
				singletonKey: key ?? crypto.randomUUID(),
				...(tx && { db: fromDrizzle(tx, sql) })
			});
		},
		async work(kind, handler) {
			await know(kind);
			const options = { pollingIntervalSeconds: pollSeconds, localConcurrency: kind.atOnce ?? 1, batchSize: 1 };
			await boss.work<unknown>(kind.name, options, async (jobs) => {
				for (const job of jobs) await handler(job.data);
			});
		},
		async schedule(name, cron) {
			await boss.schedule(name, cron, {}, { tz: zone, missed: 'once', singletonKey: 'clock' });
		},
		async stop() {
			await boss.stop({ graceful: true, timeout: 10_000 });
		}
	};
}

async function makeQueue(boss: PgBoss, kind: JobKind): Promise<void> {
	const options = {
		retryLimit: kind.retries ?? 20,
		retryDelay: 5,
		retryBackoff: true,
		retryDelayMax: kind.longestPauseSeconds ?? 600,
		expireInSeconds: kind.withinSeconds ?? 120,
		retentionSeconds: 30 * 86_400,
		deleteAfterSeconds: 7 * 86_400
	};
	await boss.createQueue(kind.name, { policy: 'exclusive', ...options });
	await boss.updateQueue(kind.name, { retryLimit: options.retryLimit, retryDelay: 5, retryBackoff: true });
}

/** pg-boss opens a pool of its own from the same connection settings. */
function bossConnection(connect: pg.PoolConfig) {
	const { connectionString, host, port, database, user, password, ssl } = connect;
	const all = { connectionString, host, port, database, user, password, ssl };
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
