/** One person, for the administrator: details, roles, the account itself. */
import { error, redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { closeAccount, editPerson, grant, inviteAgain, reopenAccount } from '#concepts/people/admin.commands.server.ts';
import { detailsForm, rolesForm } from '#concepts/people/admin.form.server.ts';
import { organisationList, personPage } from '#concepts/people/admin.queries.server.ts';
import { revokeTokenOf } from '#concepts/people/tokens.commands.server.ts';
import { tokensOfAccount } from '#concepts/people/tokens.queries.server.ts';
import { parseForm, refused, type Typed } from '#platform/form.server.ts';
import { isId } from '#platform/ids.ts';
import type { Result } from '#platform/result.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const [shown, organisations, tokens] = await Promise.all([
		isId(params.id) ? personPage(locals.actor, params.id) : null,
		organisationList(locals.actor),
		tokensOfAccount(locals.actor, params.id)
	]);
	if (!shown || !organisations) error(404);
	return { ...shown, organisations, tokens: tokens ?? [], saved: url.searchParams.get('saved') };
};

const idOf = ({ params }: RequestEvent): string => (params.id && isId(params.id) ? params.id : error(404));
const after = (event: RequestEvent, answer: Result<null>, values: Typed, saved: string) =>
	answer.ok ? redirect(303, `/admin/people/${idOf(event)}?saved=${saved}`) : refused(answer, values);

export const actions: Actions = {
	details: async (event) => {
		const form = await parseForm(event.request, detailsForm());
		if (!form.ok) return form.refusal;
		return after(event, await editPerson(event.locals.actor, idOf(event), form.value), form.values, 'details');
	},
	roles: async (event) => {
		const form = await parseForm(event.request, rolesForm());
		if (!form.ok) return form.refusal;
		return after(event, await grant(event.locals.actor, idOf(event), form.value.roles), form.values, 'roles');
	},
	inviteAgain: async (event) => after(event, await inviteAgain(event.locals.actor, idOf(event)), {}, 'invited'),
	close: async (event) => after(event, await closeAccount(event.locals.actor, idOf(event)), {}, 'closed'),
	revokeToken: async (event) => {
		const form = await parseForm(event.request, v.object({ token: v.pipe(v.string(), v.uuid()) }));
		if (!form.ok) return form.refusal;
		return after(event, await revokeTokenOf(event.locals.actor, idOf(event), form.value.token), {}, 'token');
	},
	reopen: async (event) => after(event, await reopenAccount(event.locals.actor, idOf(event)), {}, 'invited')
};
