/** The two lists of a committee's meeting: what is decided without discussion, what is talked about. */
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { refusalWords } from '#concepts/proposals/words.ts';
import { listsPage } from '#concepts/steering/before.queries.server.ts';
import { decideConsent } from '#concepts/steering/consent.commands.server.ts';
import { conflictForm, consentForm, placeForm, pullForm } from '#concepts/steering/form.server.ts';
import { place, pull, setConflict } from '#concepts/steering/listing.commands.server.ts';
import { parseForm, refused, type Typed } from '#platform/form.server.ts';
import type { Result } from '#platform/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await listsPage(locals.actor, params.id);
	if (!found) error(404);
	return { ...found, me: locals.actor.id, decided: Number(url.searchParams.get('decided') ?? 0) || 0 };
};

const answer = (result: Result<unknown>, values: Typed, then: string) => {
	if (!result.ok) return refused(result, values, refusalWords[result.why]());
	redirect(303, then);
};
const at = ({ params }: Pick<RequestEvent, 'params'>, proposalId: string) =>
	`/steering/${params.id}#proposal-${proposalId}`;

export const actions: Actions = {
	place: async (event) => {
		const parsed = await parseForm(event.request, placeForm());
		if (!parsed.ok) return parsed.refusal;
		const { proposalId, list } = parsed.value;
		return answer(await place(event.locals.actor, proposalId, list), parsed.values, at(event, proposalId));
	},
	pull: async (event) => {
		const parsed = await parseForm(event.request, pullForm());
		if (!parsed.ok) return parsed.refusal;
		const { proposalId, word } = parsed.value;
		return answer(await pull(event.locals.actor, proposalId, word), parsed.values, at(event, proposalId));
	},
	conflict: async (event) => {
		const parsed = await parseForm(event.request, conflictForm());
		if (!parsed.ok) return parsed.refusal;
		const { proposalId, accountId, on } = parsed.value;
		const done = await setConflict(event.locals.actor, proposalId, accountId, on === 'on');
		return answer(done, parsed.values, at(event, proposalId));
	},
	consent: async (event) => {
		const parsed = await parseForm(event.request, consentForm());
		if (!parsed.ok) return parsed.refusal;
		const done = await decideConsent(event.locals.actor, event.params.id, parsed.value.proposals);
		const count = done.ok ? done.value.length : 0;
		return answer(done, parsed.values, `/steering/${event.params.id}?decided=${count}`);
	}
};
