/**
 * npm run bench [-- pages | statements | similar | writes | weight | typing | start | audit | dossier | anonymity | live | generalise --data <dir> …]:
 * makes, measures, and ends with 1 where a limit is missed.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { benchAnonymity } from './anonymity.ts';
import { benchAudit } from './audit.ts';
import { dir, makeWorlds } from './databases.ts';
import { benchDossier } from './dossier.ts';
import { benchGeneralise } from './generalise.ts';
import { benchLive, liveParts, type LivePart } from './live/live.ts';
import { benchPages } from './pages.ts';
import { say } from './report.ts';
import { benchSimilar } from './similar.ts';
import { benchStart } from './start.ts';
import { benchStatements } from './statements.ts';
import { benchTyping } from './typing.ts';
import { benchWeight } from './weight.ts';
import { benchWrites } from './writes.ts';

const parts = {
	pages: benchPages,
	statements: benchStatements,
	similar: benchSimilar,
	writes: benchWrites,
	weight: benchWeight,
	typing: benchTyping,
	start: benchStart,
	audit: benchAudit,
	dossier: benchDossier
};
type Part = keyof typeof parts;
/** These need neither a world of the county nor a database. */
const pure = { anonymity: benchAnonymity };
/** `live`, or one part of it as `live-typing`; needs no world of the county. */
const live = ['live', ...liveParts.map((part) => `live-${part}`)];

/** Needs a table that is not ours to hand on, so it is measured only where the caller says in which folder it lies. */
const onData = { generalise: benchGeneralise };

const { asked, data } = argumentsOf(process.argv.slice(2));
const machine = `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB`;
const busy = () => `load ${os.loadavg()[0]!.toFixed(1)}`;
say(`${machine}, Node ${process.versions.node}, ${busy()}`);

const names = asked.length
	? asked
	: [...Object.keys(parts), ...Object.keys(pure), 'live', ...(data ? Object.keys(onData) : [])];
const missed: string[] = [];
const run = async (name: string, measure: () => Promise<boolean>) => {
	say(`\n${name} (${busy()})`);
	if (!(await measure())) missed.push(name);
};
if (names.some((name) => name in parts)) {
	const worlds = await makeWorlds();
	try {
		for (const name of names) if (name in parts) await run(name, () => parts[name as Part](worlds));
	} finally {
		await worlds.close();
	}
}
for (const name of names) if (name in pure) await run(name, pure[name as keyof typeof pure]);
for (const name of names.filter((n) => live.includes(n))) {
	const part = name.slice('live-'.length) as LivePart;
	await run(name, () => benchLive(dir, part ? [part] : liveParts));
}
for (const name of names)
	if (name in onData) await run(name, () => Promise.resolve(onData[name as keyof typeof onData](data!)));
say(missed.length ? `\nMISSED: ${missed.join(', ')}` : '\nAll limits are kept.');
process.exitCode = missed.length ? 1 : 0;

function argumentsOf(argv: string[]): { asked: string[]; data: string | undefined } {
	try {
		const { positionals, values } = parseArgs({
			args: argv,
			allowPositionals: true,
			options: { data: { type: 'string' } }
		});
		const known = (name: string) =>
			name in parts || name in pure || live.includes(name) || (name in onData && values.data);
		if (positionals.every(known)) return { asked: positionals, data: values.data };
	} catch {
		// an option nobody knows: the usage says which there are
	}
	const dataParts = Object.keys(onData).map((name) => `${name} --data <dir>`);
	console.error(
		`Usage: npm run bench [-- ${[...Object.keys(parts), ...Object.keys(pure), ...live, ...dataParts].join(' | ')} …]`
	);
	process.exit(2);
}
