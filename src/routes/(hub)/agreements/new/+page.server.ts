/** A new agreement. */
import { error, redirect } from '@sveltejs/kit';
import { createAgreement } from '#concepts/agreements/commands.server.ts';
import { agreementForm as formFields, fieldsOf } from '#concepts/agreements/form.server.ts';
import { agreementForm } from '#concepts/agreements/queries.server.ts';
import { catalogue } from '#concepts/people/catalogues.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const seen = await agreementForm(locals.actor);
	if (!seen) error(404);
	return { ...seen, domains: await catalogue('legalDomain'), gaps: (url.searchParams.get('gap') ?? '').slice(0, 40) };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await parseForm(request, formFields());
		if (!form.ok) return form.refusal;
		const made = await createAgreement(locals.actor, fieldsOf(form.value));
		return made.ok
			? redirect(303, `/agreements/${made.value.id}?saved`)
			: refused(made, form.values, m.agreements_forbidden());
	}
};
