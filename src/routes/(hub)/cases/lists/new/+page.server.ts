/** A list is read in the browser; here arrives only what passed there, and is checked once more. */
import { error, redirect } from '@sveltejs/kit';
import { countsFrom, countsSchema, listSchema, uploadFrom } from '#concepts/cases/lists.form.server.ts';
import { labelLists } from '#concepts/cases/lists.labels.ts';
import { maySend } from '#concepts/cases/lists.policy.ts';
import { sendList } from '#concepts/cases/lists.commands.server.ts';
import { listDesk } from '#concepts/cases/lists.queries.server.ts';
import { countableCodes, listFields, periodsAt, type ListUpload } from '#concepts/cases/lists.rules.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { catalogues } from '#concepts/people/catalogues.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { today } from '#platform/clock.ts';
import { parseForm, refused, type Typed } from '#platform/form.server.ts';
import { no } from '#platform/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = await listDesk(locals.actor);
	if (!desk) error(404);
	const lists = await catalogues(labelLists);
	const asked = listFields.find((f) => f === url.searchParams.get('field'));
	const field = asked ?? 'legalDomain';
	const codes = {
		legalDomain: lists.legalDomain.map((i) => i.code),
		phase: lists.integrationPhase.map((i) => i.code)
	};
	return {
		...desk,
		lists,
		today: today(),
		periods: periodsAt(today()),
		byHand: { field, codes: countableCodes(field, desk.gate, codes), asked: asked !== undefined }
	};
};

export const actions: Actions = {
	send: async ({ locals, request }) => {
		if (!maySend(locals.actor)) error(404);
		const parsed = await parseForm(request, listSchema);
		if (!parsed.ok) return parsed.refusal;
		return take(locals.actor, uploadFrom(parsed.value), {}, m.lists_fault_form());
	},
	counts: async ({ locals, request }) => {
		if (!maySend(locals.actor)) error(404);
		const parsed = await parseForm(request, countsSchema);
		if (!parsed.ok) return parsed.refusal;
		return take(locals.actor, countsFrom(parsed.value), parsed.values, m.lists_by_hand_wrong());
	}
};

/** Security: what was refused is not sent back, as nobody knows what an altered browser put into it. */
async function take(actor: Actor, upload: ListUpload | undefined, typed: Typed, sentence: string) {
	if (!upload) return refused(no('incomplete'), typed, sentence);
	const done = await sendList(actor, upload);
	if (done.ok) redirect(303, `/cases/lists/${done.value.id}?sent`);
	return refused(done, typed, m.lists_refused());
}
