/** The forms of comments on passages, for each page that has them: written, replied to, settled. */
import type { RequestEvent } from '@sveltejs/kit';
import { commentPassage, replyToComment, resolveComment } from '#concepts/meetings/comments.commands.server.ts';
import { passageForm, replyCommentForm, resolveForm } from '#concepts/meetings/form.server.ts';
import { parseForm } from '#platform/form.server.ts';
import { answer } from './meeting.server.ts';

type Event = RequestEvent<{ id: string }>;
const back = ({ params, route }: Event): string =>
	`/meetings/${params.id}/${route.id?.endsWith('/run') ? 'run' : 'minutes'}#comments`;

export async function comment(event: Event) {
	const parsed = await parseForm(event.request, passageForm());
	if (!parsed.ok) return parsed.refusal;
	return answer(await commentPassage(event.locals.actor, event.params.id, parsed.value), parsed.values, back(event));
}
export async function replyComment(event: Event) {
	const parsed = await parseForm(event.request, replyCommentForm());
	if (!parsed.ok) return parsed.refusal;
	const { commentId } = parsed.value;
	const replied = await replyToComment(event.locals.actor, event.params.id, commentId, parsed.value);
	return answer(replied, parsed.values, back(event));
}
export async function resolve(event: Event) {
	const parsed = await parseForm(event.request, resolveForm());
	if (!parsed.ok) return parsed.refusal;
	const { commentId } = parsed.value;
	return answer(await resolveComment(event.locals.actor, event.params.id, commentId), parsed.values, back(event));
}
