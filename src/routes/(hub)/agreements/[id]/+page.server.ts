/** One agreement. */
import { error } from '@sveltejs/kit';
import { agreementPage } from '#concepts/agreements/queries.server.ts';
import { daysLeft } from '#concepts/agreements/rules.ts';
import { itemsOf } from '#concepts/people/catalogues.queries.server.ts';
import { today } from '#platform/clock.ts';
import { eventText } from '#wiring.events.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const agreement = await agreementPage(locals.actor, params.id);
	if (!agreement) error(404);
	const history = agreement.history.map((h) => ({ at: h.at, text: eventText(h.kind, h.data) }));
	const left = agreement.state === 'expiring' ? daysLeft(today(), agreement.validUntil!) : null;
	return {
		agreement: { ...agreement, history },
		left,
		domains: await itemsOf('legalDomain'),
		saved: url.searchParams.has('saved')
	};
};
