/** The settings of the county. */
import { error, redirect, type Actions } from '@sveltejs/kit';
import { settingsForm } from '#concepts/people/admin.form.server.ts';
import { settingsPage } from '#concepts/people/admin.queries.server.ts';
import { changeSettings } from '#concepts/people/county.commands.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const settings = await settingsPage(locals.actor);
	if (!settings) error(404);
	return { settings, saved: url.searchParams.has('saved') };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await parseForm(request, settingsForm());
		if (!form.ok) return form.refusal;
		const answer = await changeSettings(locals.actor, form.value);
		return answer.ok ? redirect(303, '/admin/settings?saved') : refused(answer, form.values);
	}
};
