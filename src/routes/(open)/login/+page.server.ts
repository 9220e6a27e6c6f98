/** The login: a form POST with email and password. */
import { redirect, type Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { isSomebody } from '#concepts/people/actor.ts';
import { login, trialAccounts } from '#concepts/people/login.commands.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { trialMode } from '#platform/env.server.ts';
import { parseForm, refused, textField } from '#platform/form.server.ts';
import { cookieName, cookieOptions } from '#platform/sessions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const next = safeNext(url.searchParams.get('next'));
	if (isSomebody(locals.actor)) redirect(303, next);
	return { next, trial: trialMode() ? await trialAccounts() : [] };
};

export const actions: Actions = {
	default: async ({ request, cookies, getClientAddress, url }) => {
		const form = await parseForm(
			request,
			v.object({
				email: textField({ required: m.hub_login_missing_email(), max: 320 }),
				password: v.pipe(v.optional(v.string(), ''), v.minLength(1, m.hub_login_missing_password()), v.maxLength(1000))
			})
		);
		if (!form.ok) return form.refusal;
		const device = deviceOf(request.headers.get('user-agent') ?? '');
		const answer = await login(form.value.email, form.value.password, { address: getClientAddress(), device });
		if (!answer.ok) {
			const sentence = answer.why === 'too_many' ? m.hub_login_too_many() : m.hub_login_wrong();
			return refused({ ...answer, why: answer.why === 'too_many' ? 'too_many' : 'forbidden' }, form.values, sentence);
		}
		cookies.set(cookieName, answer.value.sessionId, cookieOptions);
		redirect(303, safeNext(url.searchParams.get('next')));
	}
};

/** Security: only paths of this hub, never another address. */
function safeNext(next: string | null): string {
	if (!next || !next.startsWith('/') || /^\/[/\\]/.test(next) || /[\\\0-\x1f]/.test(next)) return '/';
	return next;
}

function deviceOf(agent: string): string {
	const browser =
		/Firefox|Edg|OPR|Chrome|Safari/.exec(agent)?.[0]?.replace('Edg', 'Edge').replace('OPR', 'Opera') ?? 'Browser';
	const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent)?.[0]?.replace('Mac OS X', 'macOS') ?? '';
	return [browser, system].filter(Boolean).join(', ');
}
