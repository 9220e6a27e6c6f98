/** The figures by which a case counts as anonymous enough: the administrator sets them, data protection reads them. */
import { error, fail, redirect, type Actions } from '@sveltejs/kit';
import {
	figureGroups,
	furtherCountries,
	placeRows,
	referenceForm,
	referenceFrom,
	thresholdIssues,
	thresholdsForm
} from '#concepts/anonymity/figures.server.ts';
import { setReference, setThresholds } from '#concepts/anonymity/settings.commands.server.ts';
import { figuresPage } from '#concepts/anonymity/settings.queries.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const figures = await figuresPage(locals.actor);
	if (!figures) error(404);
	const { reference, ...rest } = figures;
	const { locale } = locals.actor;
	return {
		...rest,
		asOf: reference.asOf,
		source: reference.source,
		places: await placeRows(reference, locale),
		groups: await figureGroups(reference, locale),
		countries: furtherCountries(reference, locale),
		saved: url.searchParams.get('saved')
	};
};

export const actions: Actions = {
	thresholds: async ({ request, locals }) => {
		if (!(await figuresPage(locals.actor))) error(404);
		const form = await parseForm(request, thresholdsForm());
		if (!form.ok) return form.refusal;
		const issues = thresholdIssues(form.value);
		if (issues.length) return fail(400, { values: form.values, issues });
		const answer = await setThresholds(locals.actor, form.value);
		return answer.ok ? redirect(303, '/admin/anonymity?saved=thresholds') : refused(answer, form.values);
	},
	reference: async ({ request, locals }) => {
		const figures = await figuresPage(locals.actor);
		if (!figures) error(404);
		const form = await parseForm(request, referenceForm(figures.reference));
		if (!form.ok) return form.refusal;
		const { reference, issues } = referenceFrom(form.value, figures.reference);
		if (issues.length) return fail(400, { values: form.values, issues });
		const answer = await setReference(locals.actor, reference);
		return answer.ok ? redirect(303, '/admin/anonymity?saved=reference') : refused(answer, form.values);
	}
};
