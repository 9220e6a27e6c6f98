/** A process that the fault tests kill: writes rows into the embedded database and prints each one once committed. */
import pg from 'pg';
import { startEmbedded } from '#platform/embedded/embedded.server.ts';

const [dir = '', round = '0'] = process.argv.slice(2);
const embedded = await startEmbedded({ dir, fast: true });
const client = new pg.Client(embedded.connect);
client.on('error', () => process.exit(3));
await client.connect();
await client.query('create table if not exists line (round int, n int)');
console.log(`server ${embedded.pid}`);
for (let n = 1; ; n++) {
	await client.query('insert into line values ($1, $2)', [Number(round), n]);
	console.log(`saved ${n}`);
}
