/** Records a decision: of a proposal (?proposal=, gate 2) or on the priority of a gap (?gap=, gate 1). */
import { error, redirect } from '@sveltejs/kit';
import { decide } from '#concepts/steering/commands.server.ts';
import { prioritise } from '#concepts/steering/gate1.commands.server.ts';
import * as forms from '#concepts/steering/form.server.ts';
import { decidingForm, prioritisingForm } from '#concepts/steering/gates.queries.server.ts';
import { refusalWords } from '#concepts/proposals/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const proposal = await decidingForm(locals.actor, url.searchParams.get('proposal') ?? '');
	const gap = proposal ? null : await prioritisingForm(locals.actor, url.searchParams.get('gap') ?? '');
	if (!proposal && !gap) error(404);
	return { gate1: gap, gate2: proposal };
};

export const actions: Actions = {
	decide: async ({ locals, request, url }) => {
		const parsed = await parseForm(request, forms.decidingForm());
		if (!parsed.ok) return parsed.refusal;
		const made = await decide(locals.actor, forms.decidingFrom(url.searchParams.get('proposal') ?? '', parsed.value));
		if (!made.ok) return refused(made, parsed.values, refusalWords[made.why]());
		redirect(303, `/decisions/${made.value.id}#feedback`);
	},
	prioritise: async ({ locals, request, url }) => {
		const parsed = await parseForm(request, forms.prioritisingForm());
		if (!parsed.ok) return parsed.refusal;
		const made = await prioritise(
			locals.actor,
			forms.prioritisingFrom(url.searchParams.get('gap') ?? '', parsed.value)
		);
		if (!made.ok) return refused(made, parsed.values, refusalWords[made.why]());
		redirect(303, `/decisions/${made.value.id}#feedback`);
	}
};
