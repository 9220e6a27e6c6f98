/** The office words a gap and codes it. */
import { error, redirect } from '@sveltejs/kit';
import { codingLists } from '#concepts/gaps/catalogues.server.ts';
import { editGap } from '#concepts/gaps/commands.server.ts';
import { gapForm } from '#concepts/gaps/forms.server.ts';
import { gapPage } from '#concepts/gaps/gap.queries.server.ts';
import { refusalWords } from '#concepts/gaps/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const gap = await gapPage(locals.actor, params.id);
	if (!gap?.mayEdit) error(404);
	const { id, number, title, description, gapType, legalDomains, phases, municipalities } = gap;
	return {
		id,
		number,
		gap: { title, description, gapType, legalDomains, phases, municipalities },
		lists: await codingLists()
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, gapForm());
		if (!parsed.ok) return parsed.refusal;
		const edited = await editGap(locals.actor, params.id, parsed.value);
		if (!edited.ok) return refused(edited, parsed.values, refusalWords[edited.why]());
		redirect(303, `/gaps/${params.id}?done`);
	}
};
