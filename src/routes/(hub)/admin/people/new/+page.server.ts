/** Inviting somebody. */
import { error, redirect, type Actions } from '@sveltejs/kit';
import { invite } from '#concepts/people/admin.commands.server.ts';
import { invitationForm } from '#concepts/people/admin.form.server.ts';
import { organisationList } from '#concepts/people/admin.queries.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const organisations = await organisationList(locals.actor);
	if (!organisations) error(404);
	return { organisations };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await parseForm(request, invitationForm());
		if (!form.ok) return form.refusal;
		const answer = await invite(locals.actor, form.value);
		return answer.ok ? redirect(303, `/admin/people/${answer.value.id}?saved=invited`) : refused(answer, form.values);
	}
};
