/** The database: reached, migrated, opened once for the process. Outside the platform nobody knows the driver. */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { PgTransactionConfig } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { extensions } from './embedded/databases.server.ts';
import { startEmbedded, type Connect } from './embedded/embedded.server.ts';
import { listenOn, type Listening } from './listening.server.ts';

export type Db = NodePgDatabase;
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0];

export type Database = {
	db: Db;
	pool: pg.Pool;
	kind: 'server' | 'embedded';
	/** For others with connections of their own, such as the job queue. */
	connect: pg.PoolConfig;
	/** LISTEN on a connection of its own. After a lost connection messages may be missing: `onReconnect` tells. */
	listen(channel: string, onPayload: (payload: string) => void, onReconnect?: () => void): Listening;
	close(): Promise<void>;
};

export type OpenOptions = {
	/** A PostgreSQL server; without it the embedded one below `dir` is used. */
	url?: string;
	dir?: string;
	/** Connections in the pool. */
	max?: number;
	/** `false` leaves the tables as they are; a folder replaces `drizzle/`. */
	migrations?: string | false;
	log?: (line: string) => void;
};

const migrationLock = 72_700_002;
/** Connections that stay open while nobody asks: a new one takes the database longer than most questions. */
const keptOpen = 2;
const reachableWithinMs = 60_000;

export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
	const { url } = options;
	const embedded = url ? undefined : await startEmbedded({ dir: options.dir ?? embeddedFolder(), log: options.log });
	const connect = configOf(url, embedded?.connect);
	try {
		await prepare(connect, options.migrations ?? migrationsFolder());
	} catch (e) {
		await embedded?.close();
		throw e;
	}
	const pool = new pg.Pool({ ...connect, application_name: 'lueckenlos', max: options.max ?? 10, min: keptOpen });
	pool.on('error', () => undefined); // an idle connection died: the pool drops it
	pool.on('connect', (client) => {
		client.on('error', () => undefined); // a busy one died: its queries reject; without a listener the process ends
	});
	const listening = new Set<Listening>();
	let closing: Promise<void> | undefined;
	const end = async () => {
		await Promise.all([...listening].map((l) => l.close()));
		await pool.end();
		await embedded?.close();
	};
	return {
		db: safe(pool),
		pool,
		kind: embedded ? 'embedded' : 'server',
		connect,
		listen(channel, onPayload, onReconnect) {
			const l = listenOn({ ...connect, application_name: 'lueckenlos-listen' }, channel, onPayload, onReconnect);
			listening.add(l);
			return l;
		},
		close: () => (closing ??= end())
	};
}

function configOf(url: string | undefined, embedded: Connect | undefined): pg.PoolConfig {
	const where = embedded ? { ...embedded } : { connectionString: url };
	return { ...where, connectionTimeoutMillis: 10_000, keepAlive: true };
}

function embeddedFolder(): string {
	return path.resolve(process.env.DATA_DIR ?? 'data', 'postgres');
}

/** Not relative to this file: the bundle in build/ holds a copy of it. */
export function migrationsFolder(): string {
	return path.resolve(process.env.MIGRATIONS_DIR ?? 'drizzle');
}

const casing = 'snake_case';

/**
 * drizzle's own transaction() on a pool never gives the connection back when BEGIN fails, so that the pool runs dry,
 * and takes a COMMIT for success that PostgreSQL answered with a roll-back. This one does neither.
 */
function safe(pool: pg.Pool): Db {
	const db = drizzle(pool, { casing });
	const bound = new WeakMap<pg.PoolClient, Db>();
	db.transaction = async <T>(run: (tx: Transaction) => Promise<T>, config?: PgTransactionConfig): Promise<T> => {
		const client = await pool.connect();
		const own = bound.get(client) ?? drizzle(client, { casing });
		bound.set(client, own);
		let refused: { reason: unknown } | undefined;
		let unusable = true;
		try {
			const result = await own.transaction(async (tx) => {
				try {
					const value = await run(tx);
					if (await isAborted(client)) throw new Error('a failed query was passed over in a transaction');
					return value;
				} catch (reason) {
					refused = { reason };
					throw reason;
				}
			}, config);
			unusable = false;
			return result;
		} catch (e) {
			unusable = refused?.reason !== e; // BEGIN, COMMIT or ROLLBACK failed
			throw refused ? refused.reason : e;
		} finally {
			client.release(unusable);
		}
	};
	return db;
}

/** pg rejects a failed query before the server has said what is left of the transaction; an empty question waits for it. */
async function isAborted(client: pg.PoolClient): Promise<boolean> {
	const { readyForQuery } = client as pg.PoolClient & { readyForQuery?: boolean };
	if (!readyForQuery) await client.query('');
	return client.getTransactionStatus() === 'E';
}

/** Waits for the server, then migrates; nodes that start together do it one after the other. */
async function prepare(connect: pg.PoolConfig, migrations: string | false): Promise<void> {
	const client = await connectPatiently({ ...connect, application_name: 'lueckenlos-migrate' });
	try {
		if (migrations === false) return;
		await client.query('set client_min_messages to warning');
		await client.query('select pg_advisory_lock($1)', [migrationLock]);
		for (const name of extensions) await client.query(`create extension if not exists ${name}`);
		await migrate(drizzle(client), { migrationsFolder: migrations });
	} finally {
		await client.end().catch(() => undefined);
	}
}

async function connectPatiently(config: pg.ClientConfig): Promise<pg.Client> {
	const deadline = Date.now() + reachableWithinMs;
	for (let wait = 100; ; wait = Math.min(wait * 2, 2000)) {
		const client = new pg.Client(config);
		client.on('error', () => undefined);
		try {
			await client.connect();
			return client;
		} catch (e) {
			const code = (e as { code?: string }).code ?? '';
			const passing = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|57P03|53300)/.test(code);
			if (!passing || Date.now() + wait > deadline) throw e;
			await sleep(wait);
		}
	}
}

const slot = Symbol.for('lueckenlos.database');
type Holder = { [slot]?: Promise<Database> };

/** This process's database, opened at first use from DATABASE_URL or DATA_DIR. The bundle and server.ts share it. */
export function openedDatabase(): Promise<Database> {
	const holder = globalThis as Holder;
	return (holder[slot] ??= openDatabase({ url: process.env.DATABASE_URL }).catch((e: unknown) => {
		delete holder[slot]; // the next one tries again
		throw e;
	}));
}

export async function database(): Promise<Db> {
	return (await openedDatabase()).db;
}

/** Makes this one the process's database, as tests do; `undefined` lets the next use open it from the environment. */
export function useDatabase(opened: Database | undefined): void {
	const holder = globalThis as Holder;
	if (opened) holder[slot] = Promise.resolve(opened);
	else delete holder[slot];
}

export async function closeDatabase(): Promise<void> {
	const opened = (globalThis as Holder)[slot];
	useDatabase(undefined);
	await (await opened?.catch(() => undefined))?.close();
}
