/** The form under a list of comments, parsed. */
import * as v from 'valibot';
import { m } from '#i18n/paraglide/messages.js';
import { textField } from '#platform/form.server.ts';

/** For parseForm(); the sentences are in the reader's language, so it is made for each request. */
export const commentForm = () =>
	v.object({
		comment: textField({ required: m.people_comments_required(), max: 4000, tooLong: m.people_comments_too_long() }),
		mentions: v.optional(v.array(v.pipe(v.string(), v.uuid())), [])
	});
export type CommentInput = { comment: string; mentions: string[] };
