/** Comments on passages of the document: written, replied to, settled – until the minutes are approved. */
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { writeComment } from '#concepts/people/comments.commands.server.ts';
import type { CommentInput } from '#concepts/people/comments.form.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Transaction } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { firstComment, mentionableIn, putAt, setResolved } from './comments.store.server.ts';
import { enter } from './door.server.ts';
import { mayResolve } from './policy.ts';
import { minutesSteps } from './rules.ts';
import { agendaOf, type Locked } from './store.server.ts';

export type PassageInput = CommentInput & { itemId: string; passage: string };

const thing = (id: string) => ({ type: 'meeting', id });

/** Approved minutes are past comments. */
async function enterComments(tx: Transaction, actor: Actor, meetingId: string): Promise<Result<Locked>> {
	const entered = await enter(tx, actor, meetingId, 'comment', 'comment');
	if (!entered.ok || !fits(minutesSteps.correct, entered.value.minutesState)) return entered;
	return no('wrong_state', [{ field: '', message: m.meetings_issue_comments_over() }]);
}

export const commentPassage = (actor: Actor, meetingId: string, input: PassageInput) =>
	change<string>(actor, async (c) => {
		const entered = await enterComments(c.tx, actor, meetingId);
		if (!entered.ok) return entered;
		const { itemId, passage } = input;
		if (!isSomebody(actor) || !(await agendaOf(c.tx, meetingId)).some((i) => i.id === itemId)) return no('not_found');
		const people = await mentionableIn(c.tx, entered.value);
		const written = await writeComment(c, actor, thing(meetingId), input, people);
		if (!written.ok) return written;
		await putAt(c.tx, { commentId: written.value, meetingId, itemId, passage: passage.trim(), replyTo: null });
		return written;
	});

/** A reply opens a settled comment again. */
export const replyToComment = (actor: Actor, meetingId: string, commentId: string, input: CommentInput) =>
	change<string>(actor, async (c) => {
		const entered = await enterComments(c.tx, actor, meetingId);
		if (!entered.ok) return entered;
		const first = await firstComment(c.tx, meetingId, commentId);
		if (!isSomebody(actor) || !first) return no('not_found');
		const written = await writeComment(c, actor, thing(meetingId), input, await mentionableIn(c.tx, entered.value));
		if (!written.ok) return written;
		await putAt(c.tx, { commentId: written.value, meetingId, itemId: first.itemId, passage: '', replyTo: commentId });
		if (first.resolvedAt) await setResolved(c.tx, commentId, null);
		return written;
	});

export const resolveComment = (actor: Actor, meetingId: string, commentId: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enterComments(tx, actor, meetingId);
		if (!entered.ok) return entered;
		const first = await firstComment(tx, meetingId, commentId);
		if (!first) return no('not_found');
		if (!mayResolve(actor, entered.value, first.authorId)) return no('forbidden');
		if (first.resolvedAt) return no('wrong_state', [{ field: '', message: m.meetings_issue_comment_resolved() }]);
		await setResolved(tx, commentId, actor.id);
		record('meeting.resolve_comment', thing(meetingId), { commentId });
		return yes(commentId);
	});
