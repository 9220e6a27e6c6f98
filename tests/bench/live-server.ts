/**
 * The live part alone, for measuring it from outside: everyone may write in a document of any name. Same protocol, store
 * and limits as the hub.   HOST=127.0.0.1 PORT=4000 DATABASE_URL=… PG_SCHEMA=live_bench node tests/bench/live-server.ts
 */
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { migrationsFolder, openDatabase } from '#platform/database.server.ts';
import type { RoomKind } from '#realtime/room.server.ts';
import { startLive } from '#realtime/sockets.server.ts';

const { HOST = '127.0.0.1', PORT = '0', DATABASE_URL, PG_SCHEMA = 'live_bench', NODE_ENV } = process.env;
if (NODE_ENV === 'production') {
	console.error('This server lets everyone in: it is for measuring only and does not start with NODE_ENV=production.');
	process.exit(2);
}
if (!DATABASE_URL || !/^\w{1,40}$/.test(PG_SCHEMA)) {
	console.error('DATABASE_URL is missing, or PG_SCHEMA is not a plain name.');
	process.exit(2);
}

/** Whoever brings no `account=<uuid>` as a cookie: what tells writers apart is the opened document. */
const everyone = '00000000-0000-4000-8000-000000000001';
const accountOf = (cookie = ''): string => /(?:^|;\s*)account=([\da-f-]{36})(?:;|$)/.exec(cookie)?.[1] ?? everyone;
const open: RoomKind = {
	schema: 1,
	form: null,
	rights: (asked) => Promise.resolve(asked.map(() => 'write')),
	names: (accounts) => Promise.resolve(accounts.map(() => 'Editor'))
};

// by hand: the address of a Unix socket has no host, which URL refuses
const url = `${DATABASE_URL}${DATABASE_URL.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c search_path=${PG_SCHEMA}`)}`;
const db = await openDatabase({ url, max: 8, migrations: false });
await makeTables();

const http = createServer((_, response) => void response.writeHead(404).end());
const live = startLive({
	http,
	db,
	kinds: { '*': open },
	onError: (e) => console.error((e as Error).message),
	door: {
		isOwnOrigin: () => true,
		enter({ headers }) {
			const accountId = accountOf(headers.cookie);
			return Promise.resolve({ accountId, sessionHash: accountId });
		},
		alive: (sessions) => Promise.resolve(new Map(sessions.map((s) => [s, s])))
	}
});
await live.ready();
await new Promise<void>((resolve) => http.listen(Number(PORT), HOST, resolve));
console.log(`live server: http://${HOST}:${(http.address() as AddressInfo).port}`);

async function makeTables(): Promise<void> {
	const text = fs.readFileSync(path.join(migrationsFolder(), '0002_live.sql'), 'utf8');
	const client = await db.pool.connect();
	try {
		// two servers may start at once
		await client.query('select pg_advisory_lock(72700003)');
		await client.query(`create schema if not exists ${PG_SCHEMA}`);
		const made = await client.query(`select to_regclass('${PG_SCHEMA}.live_update') is not null as made`);
		if (!(made.rows[0] as { made: boolean }).made)
			for (const statement of text.split('--> statement-breakpoint')) await client.query(statement);
		await client.query('alter table live_update add column if not exists vector bytea');
	} finally {
		await client.query('select pg_advisory_unlock_all()');
		client.release();
	}
}

let stopping = false;
async function stop(): Promise<void> {
	if (stopping) return;
	stopping = true;
	setTimeout(() => process.exit(1), 9000).unref();
	await live.close();
	http.closeAllConnections();
	await db.close();
	process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
