/** Editing an agreement. */
import { error, redirect } from '@sveltejs/kit';
import { editAgreement } from '#concepts/agreements/commands.server.ts';
import { agreementForm as formFields, fieldsOf } from '#concepts/agreements/form.server.ts';
import { agreementForm, agreementPage } from '#concepts/agreements/queries.server.ts';
import { catalogue } from '#concepts/people/catalogues.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const [seen, agreement] = await Promise.all([agreementForm(locals.actor), agreementPage(locals.actor, params.id)]);
	if (!seen || !agreement?.mayEdit) error(404);
	return { ...seen, agreement, domains: await catalogue('legalDomain') };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await parseForm(request, formFields());
		if (!form.ok) return form.refusal;
		const done = await editAgreement(locals.actor, params.id, fieldsOf(form.value));
		return done.ok
			? redirect(303, `/agreements/${params.id}?saved`)
			: refused(done, form.values, m.agreements_forbidden());
	}
};
