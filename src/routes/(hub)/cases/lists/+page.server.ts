/** Case lists: what one's own organisation has given in, and for the office the sums of the county. */
import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { labelLists } from '#concepts/cases/lists.labels.ts';
import { withdrawList } from '#concepts/cases/lists.commands.server.ts';
import { countyTotals, ownLists } from '#concepts/cases/lists.queries.server.ts';
import { listFields } from '#concepts/cases/lists.rules.ts';
import { catalogues } from '#concepts/people/catalogues.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { parseForm, refused } from '#platform/form.server.ts';
import { isId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

const attributes = listFields.filter((f) => f !== 'legalDomain');

export const load: PageServerLoad = async ({ locals, url }) => {
	const own = await ownLists(locals.actor);
	if (!own) error(404);
	const field = attributes.find((f) => f === url.searchParams.get('field')) ?? 'place';
	return {
		own,
		field,
		attributes,
		totals: await countyTotals(locals.actor, field),
		lists: await catalogues(labelLists),
		withdrawn: url.searchParams.has('withdrawn')
	};
};

export const actions: Actions = {
	withdraw: async ({ locals, request }) => {
		const parsed = await parseForm(request, v.object({ id: v.string() }));
		if (!parsed.ok || !isId(parsed.value.id)) error(404);
		const done = await withdrawList(locals.actor, parsed.value.id);
		if (done.ok) redirect(303, '/cases/lists?withdrawn');
		if (done.why === 'not_found') error(404);
		return refused(done, parsed.values, m.lists_refused());
	}
};
