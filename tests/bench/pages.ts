/** How long each page takes on the grown county: asked by one person, and by several at once. */
import type { Worlds } from './databases.ts';
import { linesOn } from './lines.ts';
import { inTurns, percentile, say, table, verdict } from './report.ts';
import { visiting } from './visits.ts';

const limitMs = 100;
const requests = 100;
const warmUp = 5;
/** What people wait for each other is told, not judged: they share the machine with the bench. */
const crowd = 8;

export async function benchPages(worlds: Worlds): Promise<boolean> {
	let fits = true;
	const rows: (string | number)[][] = [];
	await visiting(worlds.big, await linesOn(worlds.opened.db), async (line, get) => {
		const next = (i: number) => get(line.paths[i % line.paths.length]!);
		await inTurns(1, Math.max(warmUp, line.paths.length), next);
		const alone = await inTurns(1, requests, next);
		const crowded = await inTurns(crowd, requests, next);
		const p95 = percentile(alone, 0.95);
		const good = p95 < limitMs;
		fits &&= good;
		const together = [percentile(crowded, 0.5), percentile(crowded, 0.95)];
		rows.push([line.name, percentile(alone, 0.5), p95, Math.max(...alone), ...together, verdict(good)]);
	});
	say(table(['page', 'p50 ms', 'p95', 'max', `${crowd} at once: p50`, 'p95', `p95 < ${limitMs}`], rows));
	return fits;
}
