/** The generalisation on the Adult table: four optima that ARX published, found again to the second decimal, and how fast. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { optimalGeneralisation } from '#concepts/anonymity/generalise.ts';
import { say, table, verdict } from './report.ts';

/** What ARX published for non-uniform entropy; the columns in the file's order. */
const published = [
	{ k: 5, limit: 0.04, node: [1, 0, 1, 1, 3, 2, 2, 0, 1], loss: '255559.85', suppressed: 906 },
	{ k: 100, limit: 0.04, node: [1, 1, 1, 1, 3, 2, 2, 1, 1], loss: '379417.35', suppressed: 866 },
	{ k: 5, limit: 0, node: [1, 2, 1, 1, 3, 2, 2, 1, 1], loss: '407289.54', suppressed: 0 },
	{ k: 100, limit: 0, node: [0, 4, 1, 1, 3, 2, 2, 1, 1], loss: '453196.89', suppressed: 0 }
];
/** Seconds for all four. */
const limit = 20;

/** Reads `adult.csv` and one `adult_hierarchy_<column>.csv` a column from a folder of the caller's; semicolons between. */
export function benchGeneralise(dir: string): boolean {
	const read = (name: string) =>
		readFileSync(path.join(dir, name), 'utf8')
			.replace(/^\uFEFF/, '')
			.split(/\r?\n/)
			.filter((line) => line.length > 0)
			.map((line) => line.split(';'));
	const [columns, ...rows] = read('adult.csv') as [string[], ...string[][]];
	const ladders = columns.map((c) => new Map(read(`adult_hierarchy_${c}.csv`).map((forms) => [forms[0]!, forms])));
	say(`${rows.length} rows, ${columns.length} columns: ${columns.join(', ')}`);

	const began = performance.now();
	const found = published.map((wanted) => {
		const start = performance.now();
		const best = optimalGeneralisation({ rows, ladders, k: wanted.k, suppressionLimit: wanted.limit });
		const fits =
			best?.node.join() === wanted.node.join() &&
			best.loss.toFixed(2) === wanted.loss &&
			best.suppressed === wanted.suppressed;
		return { wanted, best, fits, ms: performance.now() - start };
	});
	const seconds = (performance.now() - began) / 1000;
	say(
		table(
			['k', 'may leave out', 'node', 'loss', 'published', 'left out', 'published', 'ms', ''],
			found.map(({ wanted, best, fits, ms }) => [
				wanted.k,
				`${wanted.limit * 100} %`,
				best ? `[${best.node.join(',')}]` : 'none',
				best ? best.loss.toFixed(2) : '–',
				wanted.loss,
				best ? best.suppressed : '–',
				wanted.suppressed,
				Math.round(ms),
				verdict(fits)
			])
		)
	);
	const fast = seconds <= limit;
	say(`all four in ${seconds.toFixed(1)} s, limit ${limit} s: ${verdict(fast)}`);
	return fast && found.every(({ fits }) => fits);
}
