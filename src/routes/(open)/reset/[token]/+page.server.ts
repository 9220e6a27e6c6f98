/** Setting a new password by a one-use link; all sessions end. */
import type { Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { resetPassword, guestOf } from '#concepts/people/entrance.commands.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { parseForm, refused } from '#platform/form.server.ts';
import type { PageServerLoad } from './$types';

/** To look at the page does not use up the link: mail filters open links, too. */
export const load: PageServerLoad = async ({ params, setHeaders }) => {
	setHeaders({ 'referrer-policy': 'no-referrer' });
	const guest = await guestOf(params.token, 'reset');
	return { guest: guest && { name: guest.name, email: guest.email } };
};

const passwordText = v.pipe(v.optional(v.string(), ''), v.maxLength(1000));

export const actions: Actions = {
	default: async ({ request, params }) => {
		const form = await parseForm(request, v.object({ password: passwordText, passwordAgain: passwordText }));
		if (!form.ok) return form.refusal;
		const { password, passwordAgain } = form.value;
		const differs = [{ field: 'passwordAgain', message: m.people_password_differs() }];
		if (password !== passwordAgain) return refused({ ok: false, why: 'incomplete', issues: differs }, {});
		const answer = await resetPassword(params.token ?? '', password);
		return answer.ok ? { done: answer.value } : refused(answer, {}, m.people_link_gone_reset());
	}
};
