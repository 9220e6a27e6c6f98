/** Comments on passages for the pages of their meeting: open ones first, each with its replies. */
import type { Actor } from '#concepts/people/actor.ts';
import { commentsOn, type CommentShown } from '#concepts/people/comments.queries.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { fits } from '#platform/step.ts';
import { mentionableIn, placesOf } from './comments.store.server.ts';
import { may, mayResolve } from './policy.ts';
import { inMoment, minutesSteps } from './rules.ts';
import type { Locked } from './store.server.ts';

export type PassageThread = {
	first: CommentShown;
	itemId: string;
	passage: string;
	replies: CommentShown[];
	resolved: boolean;
	mayResolve: boolean;
};

/** `named`: does this reader know the people of the meeting by name? */
export async function passagesShown(tx: Transaction, actor: Actor, found: Locked, named: boolean) {
	const places = await placesOf(tx, found.id);
	const open =
		may(actor, 'comment', found) && inMoment('comment', found.state) && !fits(minutesSteps.correct, found.minutesState);
	const comments = places.length ? await commentsOn(tx, actor, { type: 'meeting', id: found.id }, named, 2000) : [];
	const known = new Map(comments.map((c) => [c.id, c]));
	const replies = (id: string) =>
		places.filter((p) => p.place.replyTo === id).flatMap((p) => known.get(p.place.commentId) ?? []);
	const threads = places.flatMap(({ place, authorId }): PassageThread[] => {
		const first = place.replyTo ? undefined : known.get(place.commentId);
		if (!first) return [];
		const { itemId, passage } = place;
		const resolved = place.resolvedAt !== null;
		const may = open && !resolved && mayResolve(actor, found, authorId);
		return [{ first, itemId, passage, replies: replies(first.id), resolved, mayResolve: may }];
	});
	return {
		threads: [...threads.filter((t) => !t.resolved), ...threads.filter((t) => t.resolved)],
		mayWrite: open,
		people: open && named ? await mentionableIn(tx, found) : []
	};
}
