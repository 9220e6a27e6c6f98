/** The comments under a thing, with names only for those who may see them. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Thing, Transaction } from '#platform/change.server.ts';
import { isOffice, type Actor } from './actor.ts';
import { account, accountRole, comment } from './tables.server.ts';

/** `author` is null where the reader may not know who wrote it. */
export type CommentShown = {
	id: string;
	author: string | null;
	own: boolean;
	text: string;
	at: Date;
	mentioned: string[];
};

/**
 * The last comments, oldest first. Security: carriers do not learn each other's names here. A reader sees the
 * names of the office and of the own organisation; the office sees all; `named` lifts it among members of one body.
 */
export async function commentsOn(
	tx: Transaction,
	actor: Actor,
	thing: Thing,
	named = false,
	most = 200
): Promise<CommentShown[]> {
	const rows = await tx
		.select({
			id: comment.id,
			authorId: comment.authorId,
			name: account.name,
			organisationId: account.organisationId,
			text: comment.text,
			at: comment.createdAt,
			mentions: comment.mentions
		})
		.from(comment)
		.innerJoin(account, eq(account.id, comment.authorId))
		.where(and(eq(comment.thingType, thing.type), eq(comment.thingId, thing.id)))
		.orderBy(desc(comment.createdAt))
		.limit(most);
	const ids = [...new Set(rows.flatMap((r) => [r.authorId, ...r.mentions]))];
	const people = ids.length ? await whoIs(tx, ids) : new Map<string, Person>();
	const shows = (id: string): boolean => {
		const p = people.get(id);
		return (
			named || isOffice(actor) || id === actor.id || p?.office === true || p?.organisationId === actor.organisationId
		);
	};
	const nameOf = (id: string): string | null => (shows(id) ? (people.get(id)?.name ?? null) : null);
	return rows.reverse().map((r) => ({
		id: r.id,
		author: nameOf(r.authorId),
		own: r.authorId === actor.id,
		text: r.text,
		at: r.at,
		mentioned: r.mentions.map(nameOf).filter((n) => n !== null)
	}));
}

type Person = { name: string; organisationId: string; office: boolean };

async function whoIs(tx: Transaction, ids: string[]): Promise<Map<string, Person>> {
	const rows = await tx
		.select({ id: account.id, name: account.name, organisationId: account.organisationId, office: accountRole.role })
		.from(account)
		.leftJoin(accountRole, and(eq(accountRole.accountId, account.id), eq(accountRole.role, 'coordinator')))
		.where(inArray(account.id, ids));
	return new Map(
		rows.map((r) => [r.id, { name: r.name, organisationId: r.organisationId, office: r.office !== null }])
	);
}
