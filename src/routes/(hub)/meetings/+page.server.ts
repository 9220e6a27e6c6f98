/** Meetings: coming ones soonest first, past ones latest first, by body. */
import { bodyChoices } from '#concepts/bodies/queries.server.ts';
import { meetings, pageSize } from '#concepts/meetings/queries.server.ts';
import { mayCall } from '#concepts/meetings/policy.ts';
import { bodyKinds } from '#concepts/people/rules.ts';
import { isId } from '#platform/ids.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = url.searchParams.get('body') ?? '';
	const filter = { bodyId: isId(asked) ? asked : '', past: url.searchParams.get('when') === 'past' };
	const page = pageOf(url);
	const [found, bodies] = await Promise.all([
		meetings(locals.actor, filter, page),
		bodyChoices(locals.actor, bodyKinds)
	]);
	return {
		...found,
		...filter,
		bodies,
		page,
		pages: pagesFor(found.total, pageSize),
		mayCall: bodies.some((b) => mayCall(locals.actor, b.id))
	};
};
