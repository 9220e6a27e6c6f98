/** The own account: what its profile page shows and what its owner may take away. */
import { asc, desc, eq } from 'drizzle-orm';
import { look } from '#platform/change.server.ts';
import { event } from '#platform/events.tables.server.ts';
import { hashOfSession, sessionsOf } from '#platform/sessions.server.ts';
import { isSomebody, type Actor } from './actor.ts';
import type { Role } from './rules.ts';
import { accessToken, account, accountRole, comment, follow, inboxItem, organisation } from './tables.server.ts';

export type Profile = {
	name: string;
	title: string;
	email: string;
	organisation: string;
	roles: Role[];
	locale: string;
	theme: string;
	digest: string;
	mutedNotes: string[];
	sessions: { idHash: string; device: string; createdAt: Date; lastSeenAt: Date; here: boolean }[];
};

export async function profileOf(actor: Actor, sessionId: string): Promise<Profile | null> {
	if (!isSomebody(actor)) return null;
	const sessions = await sessionsOf(actor.id);
	const here = hashOfSession(sessionId);
	return look(async (tx) => {
		const [row] = await tx
			.select({
				name: account.name,
				title: account.title,
				email: account.email,
				organisation: organisation.name,
				locale: account.locale,
				theme: account.theme,
				digest: account.digest,
				mutedNotes: account.mutedNotes
			})
			.from(account)
			.innerJoin(organisation, eq(organisation.id, account.organisationId))
			.where(eq(account.id, actor.id));
		if (!row) return null;
		return { ...row, roles: [...actor.roles], sessions: sessions.map((s) => ({ ...s, here: s.idHash === here })) };
	});
}

/** No secrets: neither password hash nor sessions' ids. */
export async function ownData(actor: Actor) {
	const profile = await profileOf(actor, '');
	if (!isSomebody(actor) || !profile) return null;
	const { id } = actor;
	return look(async (tx) => ({
		account: {
			id,
			...profile,
			sessions: profile.sessions.map(({ device, createdAt, lastSeenAt }) => ({ device, createdAt, lastSeenAt }))
		},
		roles: await tx.select({ role: accountRole.role }).from(accountRole).where(eq(accountRole.accountId, id)),
		seats: actor.seats,
		follows: await tx
			.select({ thingType: follow.thingType, thingId: follow.thingId, since: follow.since })
			.from(follow)
			.where(eq(follow.accountId, id)),
		comments: await tx
			.select({
				thingType: comment.thingType,
				thingId: comment.thingId,
				text: comment.text,
				createdAt: comment.createdAt
			})
			.from(comment)
			.where(eq(comment.authorId, id))
			.orderBy(asc(comment.createdAt)),
		tokens: await tx
			.select({
				name: accessToken.name,
				createdAt: accessToken.createdAt,
				expiresOn: accessToken.expiresOn,
				lastUsedOn: accessToken.lastUsedOn
			})
			.from(accessToken)
			.where(eq(accessToken.accountId, id))
			.orderBy(asc(accessToken.createdAt)),
		notifications: await tx
			.select({ note: inboxItem.note, createdAt: inboxItem.createdAt, readAt: inboxItem.readAt })
			.from(inboxItem)
			.where(eq(inboxItem.accountId, id))
			.orderBy(desc(inboxItem.id))
			.limit(5000),
		actions: await tx
			.select({ at: event.at, kind: event.kind, thingType: event.thingType, thingId: event.thingId })
			.from(event)
			.where(eq(event.actorId, id))
			.orderBy(desc(event.id))
			.limit(20_000)
	}));
}
