/** One entry of a catalogue: its labels and help; the code stays. */
import { error, redirect, type Actions } from '@sveltejs/kit';
import { itemForm } from '#concepts/people/admin.form.server.ts';
import { catalogueEntry } from '#concepts/people/admin.queries.server.ts';
import { isCatalogueList } from '#concepts/people/catalogues.ts';
import { editCatalogueItem } from '#concepts/people/county.commands.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const item = isCatalogueList(params.list) ? await catalogueEntry(locals.actor, params.list, params.code) : null;
	if (!item || !isCatalogueList(params.list)) error(404);
	return { item, list: params.list };
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const { list = '', code = '' } = params;
		if (!isCatalogueList(list)) error(404);
		const form = await parseForm(request, itemForm());
		if (!form.ok) return form.refusal;
		const answer = await editCatalogueItem(locals.actor, list, code, form.value);
		return answer.ok ? redirect(303, `/admin/catalogues?list=${list}&saved`) : refused(answer, form.values);
	}
};
