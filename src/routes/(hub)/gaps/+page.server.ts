/** The register of service gaps: search, filters that combine, saved views. */
import { error, redirect } from '@sveltejs/kit';
import { registerLabels } from '#concepts/gaps/catalogues.server.ts';
import { idForm, viewForm } from '#concepts/gaps/forms.server.ts';
import { pageSize, registerPage } from '#concepts/gaps/queries.server.ts';
import { filterFrom } from '#concepts/gaps/register.ts';
import { deleteView, savedViews, saveView } from '#concepts/gaps/views.commands.server.ts';
import { refusalWords } from '#concepts/gaps/words.ts';
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = filterFrom(url);
	const [register, views, lists, settings] = await Promise.all([
		registerPage(locals.actor, filter),
		savedViews(locals.actor),
		registerLabels(),
		settingsForPages()
	]);
	if (!register) error(404);
	return { ...register, pageSize, filter, views, lists, cellSize: settings.minimumCellSize };
};

export const actions: Actions = {
	save: async ({ locals, request }) => {
		const parsed = await parseForm(request, viewForm());
		if (!parsed.ok) return parsed.refusal;
		const asked = new URLSearchParams(parsed.value.query);
		const query = Object.fromEntries([...asked.keys()].filter((k) => k !== 'page').map((k) => [k, asked.getAll(k)]));
		const saved = await saveView(locals.actor, parsed.value.name, query);
		if (!saved.ok) return refused(saved, parsed.values, refusalWords[saved.why]());
		redirect(303, `/gaps?${asked}`);
	},
	delete: async ({ locals, request }) => {
		const parsed = await parseForm(request, idForm());
		if (!parsed.ok) return parsed.refusal;
		const gone = await deleteView(locals.actor, parsed.value.id);
		if (!gone.ok) return refused(gone, {}, refusalWords[gone.why]());
		redirect(303, '/gaps');
	}
};
