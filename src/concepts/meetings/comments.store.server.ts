/** SQL of comments on passages: where they belong, who wrote the first, who can be mentioned. */
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import { membersOf } from '#concepts/bodies/queries.server.ts';
import type { Mentionable } from '#concepts/people/comments.commands.server.ts';
import { comment } from '#concepts/people/tables.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { passageComment } from './document.tables.server.ts';
import { invitedTo } from './invitation.store.server.ts';
import type { Locked } from './store.server.ts';

const authored = (tx: Transaction, where: SQL | undefined) =>
	tx
		.select({ place: passageComment, authorId: comment.authorId })
		.from(passageComment)
		.innerJoin(comment, eq(comment.id, passageComment.commentId))
		.where(where);

/** In the order in which they were written. */
export const placesOf = (tx: Transaction, meetingId: string) =>
	authored(tx, eq(passageComment.meetingId, meetingId)).orderBy(asc(comment.createdAt));

/** A comment that is no reply; null when this meeting has no such comment. */
export async function firstComment(tx: Transaction, meetingId: string, id: string) {
	if (!isId(id)) return null;
	const { commentId, meetingId: of, replyTo } = passageComment;
	const [row] = await authored(tx, and(eq(commentId, id), eq(of, meetingId), isNull(replyTo)));
	return row ? { ...row.place, authorId: row.authorId } : null;
}

export type Place = { commentId: string; meetingId: string; itemId: string; passage: string; replyTo: string | null };
export const putAt = (tx: Transaction, place: Place) => tx.insert(passageComment).values(place);

export const setResolved = (tx: Transaction, commentId: string, by: string | null) =>
	tx
		.update(passageComment)
		.set({ resolvedAt: by ? now() : null, resolvedBy: by })
		.where(eq(passageComment.commentId, commentId));

/** Those who read the draft: members, and guests as long as their access lasts. */
export async function mentionableIn(tx: Transaction, found: Locked): Promise<Mentionable[]> {
	const guests = (await invitedTo(tx, found.id)).filter((i) => i.guest && (i.accessUntil ?? '') >= today());
	const all = [...(await membersOf(tx, found.bodyId)), ...guests];
	return [...new Map(all.map(({ accountId, name }) => [accountId, { id: accountId, name }])).values()].sort((a, b) =>
		a.name.localeCompare(b.name, 'de')
	);
}
