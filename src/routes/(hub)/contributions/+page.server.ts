/** „Meine Beiträge“: reports, confirmations and analyses of one's own, and what became of them. */
import { casesPage } from '#concepts/cases/queries.server.ts';
import { contributionsPage } from '#concepts/gaps/contributions.queries.server.ts';
import { may } from '#concepts/gaps/policy.ts';
import { pageOf } from '#platform/paging.ts';
import type { PageServerLoad } from './$types';

const casesShown = 10;

export const load: PageServerLoad = async ({ locals, url }) => {
	const [contributions, cases] = await Promise.all([
		contributionsPage(locals.actor, pageOf(url)),
		casesPage(locals.actor, 'mine', 1)
	]);
	return {
		...contributions,
		cases: cases?.rows.slice(0, casesShown) ?? [],
		allCases: cases?.total ?? 0,
		mayReport: may(locals.actor, 'report')
	};
};
