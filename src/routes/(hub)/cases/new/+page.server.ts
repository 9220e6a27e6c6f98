/** A new case analysis: the first save makes the draft. */
import { error } from '@sveltejs/kit';
import { caseCatalogues } from '#concepts/cases/form.server.ts';
import { mayWrite } from '#concepts/cases/policy.ts';
import { noContent } from '#concepts/cases/rules.ts';
import { written } from '#concepts/cases/writing.form.server.ts';
import { examine, ladderChoices } from '#concepts/cases/writing.queries.server.ts';
import { getLocale } from '#i18n/paraglide/runtime.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!mayWrite(locals.actor)) error(404);
	const [lists, locale] = [await caseCatalogues(), getLocale()];
	const content = { ...noContent, stations: [{ month: 1, legalDomain: '', text: '' }] };
	const { marks, risk } = await examine(locals.actor, content, { lists, locale });
	return { lists, content, marks, risk, choices: await ladderChoices(content, lists, locale) };
};

export const actions: Actions = {
	default: ({ locals, request }) => written({ actor: locals.actor, request, locale: getLocale() })
};
