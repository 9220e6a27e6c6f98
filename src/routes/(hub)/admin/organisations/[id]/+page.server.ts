/** One organisation: its name, kind, and whether new people may join. */
import { error, redirect, type Actions } from '@sveltejs/kit';
import { organisationForm } from '#concepts/people/admin.form.server.ts';
import { organisationList } from '#concepts/people/admin.queries.server.ts';
import { editOrganisation } from '#concepts/people/county.commands.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { isId } from '#platform/ids.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const organisation = (await organisationList(locals.actor))?.find((o) => o.id === params.id);
	if (!organisation) error(404);
	return { organisation };
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		if (!params.id || !isId(params.id)) error(404);
		const form = await parseForm(request, organisationForm());
		if (!form.ok) return form.refusal;
		const answer = await editOrganisation(locals.actor, params.id, form.value);
		return answer.ok ? redirect(303, '/admin/organisations?saved') : refused(answer, form.values);
	}
};
