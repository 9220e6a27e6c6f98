/** The stage of the play world: its days, its people as actors, and the scenes that are played in the order of time. */
import { sql } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { actorOf } from '#concepts/bodies/actor.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { addDays, setClock, today, zone } from '#platform/clock.ts';
import type { Transaction } from '#platform/database.server.ts';
import type { Result } from '#platform/result.ts';
import type { Cast } from './cast.server.ts';

export type Somebody = Actor & { id: string; organisationId: string };
type Scene = { at: Date; what: string; play: () => Promise<void> };
export type ThingKind =
	| 'gap'
	| 'report'
	| 'case'
	| 'body'
	| 'mandate'
	| 'meeting'
	| 'item'
	| 'proposal'
	| 'decision'
	| 'measure'
	| 'review'
	| 'sheet'
	| 'circulation';

export type Stage = {
	tx: Transaction;
	cast: Cast;
	/** 'YYYY-MM-DD', so many days before (negative) or after today; never on a weekend. */
	day(offset: number): string;
	instant(offset: number, time: string): Date;
	/** Plans a scene; `time` is 'HH:MM' in the county. */
	on(offset: number, time: string, what: string, play: () => Promise<void>): void;
	/** Who this is; roles and seats are read once, until `forget`. */
	as(name: string): Promise<Somebody>;
	forget(): void;
	account(name: string): string;
	/** Things by the names they have in the story. */
	keep(kind: ThingKind, name: string, id: string): void;
	id(kind: ThingKind, name: string): string;
};

/** `people`: account ids by name; `start` fixes what "today" is before the clock is set back. */
export function stageFor(
	tx: Transaction,
	cast: Cast,
	people: ReadonlyMap<string, string>,
	start: string
): Stage & { play(): Promise<void> } {
	const scenes: Scene[] = [];
	const things = new Map<string, string>();
	const actors = new Map<string, Somebody>();
	const found = (map: ReadonlyMap<string, string>, name: string) => {
		const id = map.get(name);
		if (!id) throw new Error(`the play world knows no ${name}`);
		return id;
	};
	const day = (offset: number) => workday(addDays(start, offset), offset > 0);
	const instant = (offset: number, time: string) => DateTime.fromISO(`${day(offset)}T${time}`, { zone }).toJSDate();
	return {
		tx,
		cast,
		day,
		instant,
		on: (offset, time, what, play) => void scenes.push({ at: instant(offset, time), what, play }),
		as: async (name) => {
			const actor = actors.get(name) ?? ((await actorOf(found(people, name))) as Somebody);
			actors.set(name, actor);
			return actor;
		},
		forget: () => actors.clear(),
		account: (name) => found(people, name),
		keep: (kind, name, id) => void things.set(`${kind} ${name}`, id),
		id: (kind, name) => found(things, `${kind} ${name}`),
		play: () => playAll(tx, scenes)
	};
}

async function playAll(tx: Transaction, scenes: Scene[]): Promise<void> {
	const stamp = await stampOf(tx);
	for (let scene = earliest(scenes); scene; scene = earliest(scenes)) {
		setClock(scene.at);
		try {
			await scene.play();
		} catch (e) {
			throw new Error(`scene „${scene.what}“ on ${today()}`, { cause: e });
		}
		await stamp(scene.at);
	}
}

/** Takes out the next scene; a scene may plan later ones. */
function earliest(scenes: Scene[]): Scene | undefined {
	let first = 0;
	scenes.forEach((scene, i) => {
		if (scene.at < scenes[first]!.at) first = i;
	});
	return scenes.splice(first, 1)[0];
}

/** A Saturday or Sunday becomes the Friday before or, in the future, the Monday after. */
function workday(on: string, ahead: boolean): string {
	const weekday = new Date(`${on}T12:00:00Z`).getUTCDay();
	if (weekday === 6) return addDays(on, ahead ? 2 : -1);
	return weekday === 0 ? addDays(on, ahead ? 1 : -2) : on;
}

/**
 * What the database dates itself (default now()) gets the time of the scene: in one transaction now() stands still, so
 * these are the values equal to it. A function of this session, as its plans are kept.
 */
async function stampOf(tx: Transaction): Promise<(at: Date) => Promise<void>> {
	const found = await tx.execute<{ table: string; column: string }>(sql`
		select quote_ident(table_name) as table, quote_ident(column_name) as column from information_schema.columns
		where table_schema = 'public' and column_default = 'now()' order by 1, 2`);
	const updates = [...Map.groupBy(found.rows, (r) => r.table)].map(([table, of]) => {
		const columns = of.map((r) => r.column);
		const set = columns
			.map((c) => `${c} = case when ${c} = now()::timestamptz(3) then scene_time else ${c} end`)
			.join(', ');
		return `update ${table} set ${set} where ${columns.map((c) => `${c} = now()::timestamptz(3)`).join(' or ')};`;
	});
	await tx.execute(
		sql.raw(
			`create or replace function pg_temp.stamp(scene_time timestamptz) returns void language plpgsql as $$ begin ${updates.join('\n')} end $$`
		)
	);
	return async (at) => void (await tx.execute(sql`select pg_temp.stamp(${at.toISOString()})`));
}

/** The play world has no refusals: one is a mistake in the story. */
export function sure<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(`refused: ${result.why} ${JSON.stringify(result.issues)}`);
	return result.value;
}
