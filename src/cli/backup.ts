/** `npm run backup -- <file>`: all data in one compressed file, while the hub runs or not. */
import path from 'node:path';
import { backUp } from '#platform/backup.server.ts';
import { openDatabase } from '#platform/database.server.ts';

const file = process.argv[2];
if (!file) {
	console.error('Aufruf: npm run backup -- <Datei>   (usage: npm run backup -- <file>)');
	process.exit(2);
}
const database = await openDatabase({ url: process.env.DATABASE_URL, max: 2, migrations: false });
try {
	const { tables } = await backUp(database, path.resolve(file));
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	console.log(`Gesichert: ${tables.length} Tabellen, ${rows} Zeilen → ${file}`);
} finally {
	await database.close();
}
