/** All organisations, and making one. */
import { error, redirect, type Actions } from '@sveltejs/kit';
import { organisationForm } from '#concepts/people/admin.form.server.ts';
import { organisationList } from '#concepts/people/admin.queries.server.ts';
import { createOrganisation } from '#concepts/people/county.commands.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const organisations = await organisationList(locals.actor);
	if (!organisations) error(404);
	return { organisations, saved: url.searchParams.has('saved') };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await parseForm(request, organisationForm());
		if (!form.ok) return form.refusal;
		const answer = await createOrganisation(locals.actor, form.value);
		return answer.ok ? redirect(303, '/admin/organisations?saved') : refused(answer, form.values);
	}
};
