/** Editing one's own draft: every button saves; `?check` shows what is missing for a submission. */
import { error, redirect } from '@sveltejs/kit';
import { saveCase, submitCase } from '#concepts/cases/commands.server.ts';
import { caseCatalogues, caseSchema, contentFrom } from '#concepts/cases/form.server.ts';
import { casePage } from '#concepts/cases/queries.server.ts';
import { missingParts } from '#concepts/cases/rules.ts';
import { missingWords } from '#concepts/cases/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { isId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = isId(params.id) ? await casePage(locals.actor, params.id) : null;
	if (!found?.maySave) error(404);
	const issues = url.searchParams.has('check')
		? missingParts(found).map((part) => ({ field: part, message: missingWords[part]() }))
		: [];
	return { case: found, lists: await caseCatalogues(), issues };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		const parsed = await parseForm(request, caseSchema);
		if (!parsed.ok) return parsed.refusal;
		const { step } = parsed.value;
		const saved = await saveCase(locals.actor, params.id, contentFrom(parsed.value, await caseCatalogues()));
		if (!saved.ok) return refused(saved, parsed.values);
		if (step === 'save') redirect(303, `/cases/${params.id}?saved`);
		if (step !== 'submit') redirect(303, `/cases/${params.id}/edit#stations`);
		const submitted = await submitCase(locals.actor, params.id);
		redirect(303, submitted.ok ? `/cases/${params.id}?submitted` : `/cases/${params.id}/edit?check`);
	}
};
