/** The cast in a fresh test database, each as the Actor it is at this moment. */
import { actorOf } from '#concepts/bodies/actor.server.ts';
import { seedCatalogues } from '#concepts/people/catalogues.seed.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { nobody } from '#concepts/people/actor.ts';
import { people, seedCast, type BodyKey, type CastKey, type OrganisationKey } from '#demo/cast.server.ts';
import { database } from '#platform/database.server.ts';

type Camel<K extends string> = K extends `${infer A}-${infer B}` ? `${A}${Capitalize<B>}` : K;
export type World = Record<Camel<CastKey>, Actor & { id: string; organisationId: string }> &
	Record<BodyKey, string> & {
		nobody: Actor;
		organisations: Record<OrganisationKey, string>;
		/** Reads an account's Actor anew, after its roles or seats have changed. */
		again(a: Actor): Promise<Actor>;
		/** Everyone by name, for tables of rights. */
		everyone: [string, Actor][];
	};

/** Call after testDatabase(). Passwords are left out: hashing is slow and most tests do not log in. */
export async function world(password: string | null = null): Promise<World> {
	const db = await database();
	const cast = await db.transaction(async (tx) => {
		await seedCatalogues(tx);
		return seedCast(tx, password);
	});
	const actors = await Promise.all(
		(Object.keys(people) as CastKey[]).map(async (key) => [camel(key), await actorOf(cast.accounts[key])] as const)
	);
	return {
		...(Object.fromEntries(actors) as object),
		...cast.bodies,
		organisations: cast.organisations,
		nobody,
		everyone: [['nobody', nobody], ...actors],
		again: (a: Actor) => actorOf(a.id)
	} as World;
}

const camel = (key: string): string => key.replace(/-(.)/g, (_, c: string) => c.toUpperCase());

/** What a command gave; throws with its reason where it refused. */
export const value = <T>(r: { ok: true; value: T } | { ok: false; why: string; issues: unknown }): T => {
	if (!r.ok) throw new Error(`${r.why} ${JSON.stringify(r.issues)}`);
	return r.value;
};
