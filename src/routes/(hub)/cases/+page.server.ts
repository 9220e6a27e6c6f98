/** Case analyses: released ones for all inside, one's own, and which were recalled for those who must know. */
import { error } from '@sveltejs/kit';
import { casesPage, pageSize, type CaseTab } from '#concepts/cases/list.queries.server.ts';
import { seesWaitingRoom } from '#concepts/cases/policy.ts';
import { catalogues } from '#concepts/people/catalogues.queries.server.ts';
import { pageOf } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

const tabs: readonly CaseTab[] = ['released', 'mine', 'recalled'];

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = tabs.find((t) => t === url.searchParams.get('tab'));
	const filter = { legalDomain: url.searchParams.get('domain') ?? '', phase: url.searchParams.get('phase') ?? '' };
	const page = pageOf(url);
	let tab: CaseTab = asked ?? 'released';
	let found = await casesPage(locals.actor, tab, page, filter);
	if (!found && !asked) found = await casesPage(locals.actor, (tab = 'recalled'), page);
	if (!found) error(404);
	const lists = await catalogues(['legalDomain', 'integrationPhase']);
	return {
		...found,
		tab,
		filter,
		page,
		pages: Math.ceil(found.total / pageSize),
		lists,
		seesWaitingRoom: seesWaitingRoom(locals.actor),
		recalled: url.searchParams.has('recalled'),
		erased: url.searchParams.has('erased')
	};
};
