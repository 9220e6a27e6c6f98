/** Asking for a new password: the same answer whether there is such an account or not. */
import type { Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { requestReset } from '#concepts/people/entrance.commands.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { parseForm, refused } from '#platform/form.server.ts';

const address = () => v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(320), v.email(m.people_email_invalid()));

export const actions: Actions = {
	default: async ({ request, getClientAddress }) => {
		const form = await parseForm(request, v.object({ email: address() }));
		if (!form.ok) return form.refusal;
		const answer = await requestReset(form.value.email, getClientAddress());
		if (answer.ok) return { sent: true };
		return refused({ ...answer, issues: [{ field: 'email', message: m.people_reset_too_many() }] }, form.values);
	}
};
