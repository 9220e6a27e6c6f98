/** Hocuspocus with its database extension on the same PostgreSQL, as its documentation sets it up; to compare with. */
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { openDatabase } from '#platform/database.server.ts';

const { PORT = '0', DATABASE_URL } = process.env;
const db = await openDatabase({ url: DATABASE_URL!, max: 8, migrations: false });
await db.pool.query('create table if not exists hocuspocus_document (name text primary key, state bytea not null)');
const server = new Server({
	port: Number(PORT),
	address: '127.0.0.1',
	quiet: true,
	stopOnSignals: false,
	extensions: [
		new Database({
			fetch: async ({ documentName }) => {
				const found = await db.pool.query<{ state: Buffer }>('select state from hocuspocus_document where name = $1', [
					documentName
				]);
				return found.rows[0]?.state ?? null;
			},
			store: async ({ documentName, state }) => {
				await db.pool.query(
					`insert into hocuspocus_document (name, state) values ($1, $2)
					on conflict (name) do update set state = excluded.state`,
					[documentName, Buffer.from(state)]
				);
			}
		})
	]
});
await server.listen();
console.log(`live server: ready`);
process.on('SIGTERM', () => {
	void server.destroy().then(() => process.exit(0));
});
