/** A new case analysis: the first save makes the draft. */
import { error, redirect } from '@sveltejs/kit';
import { startCase, submitCase } from '#concepts/cases/commands.server.ts';
import { caseCatalogues, caseSchema, contentFrom } from '#concepts/cases/form.server.ts';
import { mayWrite } from '#concepts/cases/policy.ts';
import { noContent } from '#concepts/cases/rules.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!mayWrite(locals.actor)) error(404);
	return {
		lists: await caseCatalogues(),
		content: { ...noContent, stations: [{ month: 1, legalDomain: '', text: '' }] }
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const parsed = await parseForm(request, caseSchema);
		if (!parsed.ok) return parsed.refusal;
		const { step } = parsed.value;
		const started = await startCase(locals.actor, contentFrom(parsed.value, await caseCatalogues()));
		if (!started.ok) return refused(started, parsed.values);
		const { id } = started.value;
		if (step === 'save') redirect(303, `/cases/${id}?saved`);
		if (step !== 'submit') redirect(303, `/cases/${id}/edit#stations`);
		const submitted = await submitCase(locals.actor, id);
		redirect(303, submitted.ok ? `/cases/${id}?submitted` : `/cases/${id}/edit?check`);
	}
};
