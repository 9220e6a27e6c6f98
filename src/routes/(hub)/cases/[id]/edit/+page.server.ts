/** Editing one's own draft: every button saves; `?check` shows what stands against handing it in. */
import { error } from '@sveltejs/kit';
import { caseCatalogues } from '#concepts/cases/form.server.ts';
import { casePage } from '#concepts/cases/queries.server.ts';
import { written } from '#concepts/cases/writing.form.server.ts';
import { examine, ladderChoices } from '#concepts/cases/writing.queries.server.ts';
import { getLocale } from '#i18n/paraglide/runtime.js';
import { isId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = isId(params.id) ? await casePage(locals.actor, params.id) : null;
	if (!found?.maySave) error(404);
	const [lists, locale] = [await caseCatalogues(), getLocale()];
	const { marks, risk, issues } = await examine(locals.actor, found, { id: found.id, lists, locale });
	return {
		case: found,
		lists,
		marks,
		risk,
		issues: url.searchParams.has('check') ? issues : [],
		choices: await ladderChoices(found, lists, locale)
	};
};

export const actions: Actions = {
	default: ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		return written({ actor: locals.actor, request, id: params.id, locale: getLocale() });
	}
};
