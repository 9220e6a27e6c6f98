/** `npm run restore -- <file> [--replace]`: reads a backup into the database, all of it or nothing. Stop the hub before. */
import path from 'node:path';
import { openDatabase } from '#platform/database.server.ts';
import { CannotRestore, restore } from '#platform/restore.server.ts';

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--'));
if (!file) {
	console.error('Aufruf: npm run restore -- <Datei> [--replace]   (usage: npm run restore -- <file> [--replace])');
	process.exit(2);
}
const database = await openDatabase({ url: process.env.DATABASE_URL, max: 2 });
try {
	const { tables } = await restore(database, path.resolve(file), { replace: args.includes('--replace') });
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	console.log(`Wiederhergestellt: ${tables.length} Tabellen, ${rows} Zeilen aus ${file}`);
} catch (e) {
	if (!(e instanceof CannotRestore)) throw e;
	console.error(`Nicht wiederhergestellt: ${e.message}`);
	process.exitCode = 1;
} finally {
	await database.close();
}
