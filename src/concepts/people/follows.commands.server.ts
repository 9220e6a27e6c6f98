/** Following: who wants to hear of a thing. The concept that owns the thing asks first whether it may be seen. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Change, Thing, Transaction } from '#platform/change.server.ts';
import { follow } from './tables.server.ts';

/** Following twice is following once; the event `<thing>.follow` or `<thing>.unfollow` is recorded in any case. */
export async function setFollow(c: Change, accountId: string, thing: Thing, on: boolean): Promise<void> {
	if (on)
		await c.tx.insert(follow).values({ accountId, thingType: thing.type, thingId: thing.id }).onConflictDoNothing();
	else await stopFollowing(c.tx, accountId, thing);
	c.record(`${thing.type}.${on ? 'follow' : 'unfollow'}`, thing);
}
/** For the one who records it elsewhere, as for things that went into another. */
export const stopFollowing = async (tx: Transaction, accountId: string, thing: Thing): Promise<void> =>
	void (await tx.delete(follow).where(and(eq(follow.accountId, accountId), ofThing(thing))));

export const followersOf = (tx: Transaction, thing: Thing): Promise<string[]> =>
	followersAmong(tx, thing.type, [thing.id]);

/** Who follows one of several things of a type, each account once. */
export async function followersAmong(tx: Transaction, type: string, ids: readonly string[]): Promise<string[]> {
	const rows = await tx
		.selectDistinct({ id: follow.accountId })
		.from(follow)
		.where(and(eq(follow.thingType, type), inArray(follow.thingId, [...ids])));
	return rows.map((r) => r.id);
}

export async function isFollowing(tx: Transaction, accountId: string, thing: Thing): Promise<boolean> {
	const rows = await tx
		.select({ id: follow.thingId })
		.from(follow)
		.where(and(eq(follow.accountId, accountId), ofThing(thing)));
	return rows.length > 0;
}

/** The ids of the things of a type that somebody follows, at most 500. */
export async function followedBy(tx: Transaction, accountId: string, thingType: string): Promise<string[]> {
	const rows = await tx
		.select({ id: follow.thingId })
		.from(follow)
		.where(and(eq(follow.accountId, accountId), eq(follow.thingType, thingType)))
		.limit(500);
	return rows.map((r) => r.id);
}

/** When things become one, their followers come along. */
export async function moveFollowers(
	tx: Transaction,
	type: string,
	fromIds: readonly string[],
	toId: string
): Promise<void> {
	if (!fromIds.length) return;
	const followers = await followersAmong(tx, type, fromIds);
	if (followers.length) {
		await tx
			.insert(follow)
			.values(followers.map((accountId) => ({ accountId, thingType: type, thingId: toId })))
			.onConflictDoNothing();
	}
}

const ofThing = (thing: Thing) => and(eq(follow.thingType, thing.type), eq(follow.thingId, thing.id));
