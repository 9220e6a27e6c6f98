/** Trial mode only: the mails that would have been sent. */
import { error } from '@sveltejs/kit';
import { mailPageSize, outgoingMails } from '#concepts/people/outgoing.queries.server.ts';
import { pageOf } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = pageOf(url);
	const outgoing = await outgoingMails(locals.actor, page);
	if (!outgoing) error(404);
	return { ...outgoing, page, pageSize: mailPageSize };
};
