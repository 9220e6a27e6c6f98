/** npm run bench [-- pages | statements | writes | weight | start | audit …]: makes, measures, and ends with 1 where a limit is missed. */
import os from 'node:os';
import { benchAudit } from './audit.ts';
import { makeWorlds } from './databases.ts';
import { benchPages } from './pages.ts';
import { say } from './report.ts';
import { benchStart } from './start.ts';
import { benchStatements } from './statements.ts';
import { benchWeight } from './weight.ts';
import { benchWrites } from './writes.ts';

const parts = {
	pages: benchPages,
	statements: benchStatements,
	writes: benchWrites,
	weight: benchWeight,
	start: benchStart,
	audit: benchAudit
};
type Part = keyof typeof parts;

const asked = process.argv.slice(2);
if (asked.some((name) => !(name in parts))) {
	console.error(`Usage: npm run bench [-- ${Object.keys(parts).join(' | ')} …]`);
	process.exit(2);
}
const machine = `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB`;
const busy = () => `load ${os.loadavg()[0]!.toFixed(1)}`;
say(`${machine}, Node ${process.versions.node}, ${busy()}`);

const worlds = await makeWorlds();
const missed: string[] = [];
try {
	for (const name of (asked.length ? asked : Object.keys(parts)) as Part[]) {
		say(`\n${name} (${busy()})`);
		if (!(await parts[name](worlds))) missed.push(name);
	}
} finally {
	await worlds.close();
}
say(missed.length ? `\nMISSED: ${missed.join(', ')}` : '\nAll limits are kept.');
process.exitCode = missed.length ? 1 : 0;
