/** Puts the pairs among the gaps that are there and asks for each report which known gaps resemble it. */
import { sql } from 'drizzle-orm';
import { writeMissingTerms } from '#concepts/gaps/store.server.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { similarIn } from '#concepts/gaps/similar.queries.server.ts';
import type { Db } from '#platform/database.server.ts';
import { look } from '#platform/change.server.ts';
import type { Pair } from './pairs.ts';

export type Asked = { asked: string; wanted: string; rank: number; nearBefore: boolean; best: string[]; ms: number };

/** Without coding: whoever has typed but not chosen yet. `series`: what the numbers of these gaps begin with. */
export async function askAll(db: Db, pairs: readonly Pair[], series = 'P'): Promise<Asked[]> {
	const rows = pairs.flatMap(({ known, near }, i) =>
		[known, near].map(([title, description], k) => ({
			number: `${series}-${i}-${k}`,
			title,
			description,
			state: 'confirmed',
			gapType: 'GT03'
		}))
	);
	await db.insert(serviceGap).values(rows);
	while (await db.transaction(writeMissingTerms));
	await db.execute(sql`analyze service_gap`);
	await look((tx) => similarIn(tx, pairs[0]!.asked, {})); // what is loaded once is loaded before
	const answers: Asked[] = [];
	for (const [i, { asked, known }] of pairs.entries()) {
		const began = performance.now();
		const best = await look((tx) => similarIn(tx, asked, {}));
		const numbers = best.map((gap) => gap.number);
		const at = (number: string) => (numbers.includes(number) ? numbers.indexOf(number) : Infinity);
		answers.push({
			asked,
			wanted: known[0],
			rank: at(`${series}-${i}-0`) + 1,
			nearBefore: at(`${series}-${i}-1`) < at(`${series}-${i}-0`),
			best: best.map(
				(gap) => `${gap.title} (${[...gap.sharedWords, ...gap.kindredWords.map((w) => `~${w}`)].join(', ')})`
			),
			ms: performance.now() - began
		});
	}
	return answers;
}
