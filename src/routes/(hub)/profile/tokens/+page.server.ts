/** „Zugänge für Programme“: the own tokens; a new one is in the answer to its form, and nowhere else. */
import { error, redirect, type Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { createToken, revokeToken } from '#concepts/people/tokens.commands.server.ts';
import { ownTokens } from '#concepts/people/tokens.queries.server.ts';
import { latestExpiry, nameLimit, suggestedExpiry } from '#concepts/people/tokens.rules.ts';
import { m } from '#i18n/paraglide/messages.js';
import { today } from '#platform/clock.ts';
import { dayField, parseForm, refused, textField } from '#platform/form.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const tokens = await ownTokens(locals.actor);
	if (!tokens) error(404);
	const day = today();
	return {
		tokens,
		from: day,
		until: latestExpiry(day),
		suggested: suggestedExpiry(day),
		revoked: url.searchParams.has('revoked')
	};
};

export const actions: Actions = {
	create: async ({ request, locals }) => {
		const form = await parseForm(
			request,
			v.object({
				name: textField({
					required: m.people_token_name_required(),
					max: nameLimit,
					tooLong: m.people_token_name_long({ max: nameLimit })
				}),
				expiresOn: dayField(m.people_token_expiry())
			})
		);
		if (!form.ok) return form.refusal;
		const answer = await createToken(locals.actor, form.value);
		return answer.ok ? { values: {}, issues: [], shown: answer.value.token } : refused(answer, form.values);
	},
	revoke: async ({ request, locals }) => {
		const form = await parseForm(request, v.object({ token: v.pipe(v.string(), v.uuid()) }));
		if (!form.ok) return form.refusal;
		const answer = await revokeToken(locals.actor, form.value.token);
		if (!answer.ok) error(404);
		redirect(303, '/profile/tokens?revoked');
	}
};
