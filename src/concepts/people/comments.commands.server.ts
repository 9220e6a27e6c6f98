/** Comments with mentions. The concept that owns the thing asks first whether it may be seen and by whom. */
import { m } from '#i18n/paraglide/messages.js';
import type { Change, Thing } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import type { Actor } from './actor.ts';
import type { CommentInput } from './comments.form.server.ts';
import { comment } from './tables.server.ts';

export type Mentionable = { id: string; name: string };

/**
 * Writes a comment under a thing. `mentionable` are the people who may read the thing: nobody else can be mentioned.
 * "@Jana Vogt" in the text mentions, too. Records `comment.write` at the thing, so that links lead there.
 */
export async function writeComment(
	c: Change,
	actor: Actor & { id: string },
	thing: Thing,
	input: CommentInput,
	mentionable: readonly Mentionable[]
): Promise<Result<string>> {
	const known = new Set(mentionable.map((p) => p.id));
	if (input.mentions.some((id) => !known.has(id))) {
		return no('incomplete', [{ field: 'mentions', message: m.people_comments_unknown_person() }]);
	}
	const mentions = [...new Set([...input.mentions, ...named(input.comment, mentionable)])];
	const values = { thingType: thing.type, thingId: thing.id, authorId: actor.id, text: input.comment, mentions };
	const [row] = await c.tx.insert(comment).values(values).returning({ id: comment.id });
	c.record(
		'comment.write',
		thing,
		{ commentId: row!.id, mentions: mentions.length },
		mentions.map((to) => ({ to, note: 'mention' }))
	);
	return yes(row!.id);
}

/** The ids of those whose full name stands in the text after an @. */
export function named(text: string, people: readonly Mentionable[]): string[] {
	const folded = text.toLocaleLowerCase('de');
	return people.filter((p) => folded.includes(`@${p.name.toLocaleLowerCase('de')}`)).map((p) => p.id);
}
