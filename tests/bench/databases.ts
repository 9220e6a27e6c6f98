/** A cluster of its own: the play world and the grown county, made once a day and copied for each run. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { seedDemoOnce } from '#demo/seed.server.ts';
import { today } from '#platform/clock.ts';
import { migrationsFolder, openDatabase, useDatabase, type Database } from '#platform/database.server.ts';
import { startEmbedded, type Embedded } from '#platform/embedded/embedded.server.ts';
import { urlOf } from '#platform/testing.server.ts';
import { say } from './report.ts';
import { grow } from './world/grow.ts';

export type Worlds = {
	/** Addresses for DATABASE_URL. */
	small: string;
	big: string;
	/** The big one, opened by this process. */
	opened: Database;
	close(): Promise<void>;
};

export const dir = path.resolve('node_modules', '.cache', 'bench');
/** What the worlds are made from. */
const sources = ['drizzle', 'src/demo', 'tests/bench/world', 'package-lock.json'];

/** Not the faster settings of the tests: what is committed lies on the disk, as it does in use. */
export async function makeWorlds(): Promise<Worlds> {
	const cluster = await startEmbedded({ dir });
	const made = await templatesIn(cluster);
	const copyOf = async (size: Size) => {
		await cluster.dropDatabase(`run_${size}`); // a run that was killed may have left one
		return urlOf(await cluster.createDatabase(`run_${size}`, made[size]));
	};
	const [small, big] = [await copyOf('small'), await copyOf('big')];
	const opened = await openDatabase({ url: big, migrations: false });
	useDatabase(opened);
	await sayHowBig(opened);
	return {
		small,
		big,
		opened,
		async close() {
			useDatabase(undefined);
			await opened.close();
			for (const size of sizes) await cluster.dropDatabase(`run_${size}`);
			await cluster.close();
		}
	};
}

const sizes = ['small', 'big'] as const;
type Size = (typeof sizes)[number];

/** The names of the databases to copy; made anew where the sources or the day are not those of the last ones. */
async function templatesIn(cluster: Embedded): Promise<Record<Size, string>> {
	const key = keyOfSources();
	const names = { small: `small_${key}`, big: `big_${key}` };
	const note = path.join(dir, 'made.txt');
	const last = fs.existsSync(note) ? fs.readFileSync(note, 'utf8') : '';
	if (last === key) return names;
	say('making the grown county, about a minute and a half …');
	for (const old of [last, key]) for (const size of sizes) if (old) await cluster.dropDatabase(`${size}_${old}`);
	const began = performance.now();
	const small = urlOf(await cluster.createDatabase(names.small));
	await inDatabase(small, async () => void (await seedDemoOnce()), migrationsFolder());
	const big = urlOf(await cluster.createDatabase(names.big, names.small));
	await inDatabase(big, ({ db }) => grow(db));
	fs.writeFileSync(note, key);
	say(`made in ${Math.round((performance.now() - began) / 1000)} s`);
	return names;
}

function keyOfSources(): string {
	const hash = createHash('sha256').update(today());
	const files = sources.flatMap((source) =>
		fs.statSync(source).isFile()
			? [source]
			: fs.readdirSync(source, { recursive: true, encoding: 'utf8' }).map((file) => path.join(source, file))
	);
	for (const file of files.toSorted()) if (fs.statSync(file).isFile()) hash.update(file).update(fs.readFileSync(file));
	return hash.digest('hex').slice(0, 12);
}

async function sayHowBig({ db }: Database): Promise<void> {
	const counted = await db.execute<{ gaps: number; proposals: number; events: number; size: string }>(sql`select
		(select count(*) from service_gap)::int as gaps, (select count(*) from proposal)::int as proposals,
		(select count(*) from event)::int as events, pg_size_pretty(pg_database_size(current_database())) as size`);
	const { gaps, proposals, events, size } = counted.rows[0]!;
	say(`${gaps} gaps, ${proposals} proposals, ${events} events, ${size}`);
}

async function inDatabase(url: string, run: (d: Database) => Promise<void>, migrations?: string): Promise<void> {
	const opened = await openDatabase({ url, migrations: migrations ?? false });
	useDatabase(opened);
	try {
		await run(opened);
	} finally {
		useDatabase(undefined);
		await opened.close();
	}
}
