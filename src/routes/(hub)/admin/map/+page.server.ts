/** The county's boundaries for the situation picture: bring a GeoJSON file, or take the map away. */
import { error, redirect } from '@sveltejs/kit';
import { mapForm } from '#concepts/situation/forms.server.ts';
import { bringMap, removeMap } from '#concepts/situation/map.commands.server.ts';
import { limits } from '#concepts/situation/map.ts';
import { mapPage } from '#concepts/situation/queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { fileOf, parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const seen = await mapPage(locals.actor);
	if (!seen) error(404);
	return { ...seen, saved: url.searchParams.has('saved') };
};

export const actions: Actions = {
	bring: async ({ locals, request }) => {
		const copy = request.clone();
		const form = await parseForm(request, mapForm());
		if (!form.ok) return form.refusal;
		const text = await fileOf(copy, 'file', limits.bytes);
		const answer = await bringMap(locals.actor, text, form.value.attribution);
		return answer.ok ? redirect(303, '/admin/map?saved') : refused(answer, form.values);
	},
	remove: async ({ locals }) => {
		const answer = await removeMap(locals.actor);
		return answer.ok ? redirect(303, '/admin/map?saved') : refused(answer, {}, m.situation_map_none());
	}
};
