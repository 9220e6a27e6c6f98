/** A new meeting: a draft that nobody hears of. */
import { error, redirect } from '@sveltejs/kit';
import { bodyChoices } from '#concepts/bodies/queries.server.ts';
import { refusalWords } from '#concepts/bodies/words.ts';
import { call } from '#concepts/meetings/commands.server.ts';
import { meetingForm, timesFrom } from '#concepts/meetings/form.server.ts';
import { mayCall } from '#concepts/meetings/policy.ts';
import { bodiesWithTemplate } from '#concepts/meetings/template.queries.server.ts';
import { bodyKinds } from '#concepts/people/rules.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const bodies = (await bodyChoices(locals.actor, bodyKinds)).filter((b) => mayCall(locals.actor, b.id));
	if (!bodies.length) error(404);
	const templates = await bodiesWithTemplate(
		locals.actor,
		bodies.map((b) => b.id)
	);
	return { bodies, templates, bodyId: url.searchParams.get('body') ?? (bodies.length === 1 ? bodies[0]!.id : '') };
};
export const actions: Actions = {
	default: async ({ locals, request }) => {
		const parsed = await parseForm(request, meetingForm());
		if (!parsed.ok) return parsed.refusal;
		const { bodyId, title } = parsed.value;
		const made = await call(locals.actor, bodyId, { title, ...timesFrom(parsed.value) });
		if (!made.ok) return refused(made, parsed.values, refusalWords[made.why]());
		const begun = (await bodiesWithTemplate(locals.actor, [bodyId])).length > 0;
		redirect(303, `/meetings/${made.value}/agenda${begun ? '?begun' : ''}`);
	}
};
