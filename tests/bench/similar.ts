/** Known gaps in other words, among the gaps of the grown county: how often the right one is offered, and how fast. */
import { openDatabase, useDatabase } from '#platform/database.server.ts';
import { askAll, type Asked } from '../similar/measure.ts';
import { learnedPairs, pairs } from '../similar/pairs.ts';
import { heldPairs } from '../similar/held.ts';
import type { Worlds } from './databases.ts';
import { percentile, say, table, verdict } from './report.ts';

const leastOffered = 0.9;
/** A gap that only sounds like it stands before the one that is meant. */
const mostMisled = 0.1;
const mostMs = 50;

/** Found among the gaps of the play world, with a near miss for each; timed among those of the grown county. */
export async function benchSimilar(worlds: Worlds): Promise<boolean> {
	const known = [...pairs, ...learnedPairs];
	const small = await openDatabase({ url: worlds.small, migrations: false });
	useDatabase(small);
	const answers = await askAll(small.db, known);
	const held = await askAll(small.db, heldPairs, 'H');
	useDatabase(worlds.opened);
	await small.close();
	const crowded = await askAll(worlds.opened.db, known);
	const share = (some: Asked[], which: (a: Asked) => boolean) => some.filter(which).length / some.length;
	const offered = (some: Asked[]) => share(some, (a) => a.rank <= 3);
	const misled = share(answers, (a) => a.nearBefore);
	const ms = percentile(
		crowded.map((a) => a.ms),
		0.95
	);
	const percent = (x: number) => `${(x * 100).toFixed(1)} %`;
	const checks = [offered(answers) >= leastOffered, misled <= mostMisled, ms < mostMs];
	const lines = [
		[
			`offered among the first three, of ${answers.length}`,
			percent(offered(answers)),
			percent(leastOffered),
			verdict(checks[0]!)
		],
		[`of others that were never looked at: ${held.length}`, percent(offered(held)), '–', ''],
		['offered first', percent(share(answers, (a) => a.rank === 1)), '–', ''],
		['one that only sounds like it stands before', percent(misled), percent(mostMisled), verdict(checks[1]!)],
		['95 of 100 answered among 20,000 within', `${ms.toFixed(1)} ms`, `${mostMs} ms`, verdict(checks[2]!)],
		// hundreds of these are made of the same few words as the one that is meant
		['offered among 20,000 gaps of random words', percent(offered(crowded)), '–', '']
	];
	say(table(['what', 'measured', 'limit', ''], lines));
	for (const a of answers.filter((x) => x.rank > 3)) say(`not offered: ${a.wanted} – asked: ${a.asked}`);
	return checks.every(Boolean);
}
