/** How often each page asks the database, in the play world and in the grown county: as often where there is far more. */
import { openDatabase } from '#platform/database.server.ts';
import type { Worlds } from './databases.ts';
import { linesOn } from './lines.ts';
import { say, table, verdict } from './report.ts';
import { visiting } from './visits.ts';
import { startWire } from './wire.ts';

/** Addresses of a line that are counted, and how often each is asked: what runs beside drops out. */
const paths = 12;
const rounds = 3;
/** A kind of row that the play world happens to lack is a question or two; one for each row would be dozens. */
const slack = 2;

export async function benchStatements(worlds: Worlds): Promise<boolean> {
	const small = await countsOn(worlds.small);
	const big = await countsOn(worlds.big);
	let fits = true;
	const rows = [...big].map(([name, many]) => {
		const few = small.get(name);
		const good = few === undefined || many <= few + slack;
		fits &&= good;
		return [name, few ?? '–', many, verdict(good)];
	});
	say(table(['page', 'play world', 'grown county', `at most ${slack} more`], rows));
	say('statements a page, the greatest of its addresses; –: the play world has none of these');
	return fits;
}

async function countsOn(url: string): Promise<Map<string, number>> {
	const here = await openDatabase({ url, migrations: false });
	const lines = await linesOn(here.db).finally(() => here.close());
	const counts = new Map<string, number>();
	const wire = await startWire(url);
	try {
		await visiting(wire.url, lines, async (line, get) => {
			for (const path of line.paths.slice(0, paths)) {
				const counted = [];
				for (let i = 0; i < rounds; i++) {
					wire.taken();
					await get(path);
					counted.push(wire.taken().length);
				}
				counts.set(line.name, Math.max(counts.get(line.name) ?? 0, Math.min(...counted)));
			}
		});
	} finally {
		await wire.close();
	}
	return counts;
}
