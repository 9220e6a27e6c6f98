/** All people, for the administrator. */
import { error } from '@sveltejs/kit';
import { peopleList, peoplePageSize } from '#concepts/people/admin.queries.server.ts';
import { roles, type Role } from '#concepts/people/rules.ts';
import type { AccountState } from '#concepts/people/words.ts';
import { pageOf } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

const states: readonly AccountState[] = ['invited', 'active', 'closed'];
const oneOf = <T extends string>(all: readonly T[], value: string | null): T | null =>
	all.find((x) => x === value) ?? null;

export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = {
		q: (url.searchParams.get('q') ?? '').trim().slice(0, 100),
		role: oneOf<Role>(roles, url.searchParams.get('role')),
		state: oneOf(states, url.searchParams.get('state')),
		page: pageOf(url)
	};
	const list = await peopleList(locals.actor, filter);
	if (!list) error(404);
	return { ...list, filter, pageSize: peoplePageSize };
};
