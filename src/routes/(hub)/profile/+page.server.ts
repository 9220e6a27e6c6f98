/** The own account: details, language, appearance, notifications, password, sessions. */
import { error, redirect, type Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	choose,
	changePassword,
	editOwn,
	endAllSessions,
	endSession
} from '#concepts/people/account.commands.server.ts';
import { profileOf } from '#concepts/people/account.queries.server.ts';
import { notes } from '#concepts/people/rules.ts';
import { m } from '#i18n/paraglide/messages.js';
import { environment } from '#platform/env.server.ts';
import { parseForm, refused, textField } from '#platform/form.server.ts';
import { cookieName, cookieOptions } from '#platform/sessions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const profile = await profileOf(locals.actor, locals.sessionId ?? '');
	if (!profile) error(404);
	return { ...profile, saved: url.searchParams.get('saved') };
};

/** Paraglide reads its cookie in the browser, too, so it is not httpOnly. */
const choiceCookie = {
	path: '/',
	httpOnly: false,
	sameSite: 'lax',
	secure: environment.production,
	maxAge: 31_536_000
} as const;
const passwordText = v.pipe(v.optional(v.string(), ''), v.maxLength(1000));

export const actions: Actions = {
	details: async ({ request, locals }) => {
		const form = await parseForm(
			request,
			v.object({ name: textField({ required: m.people_name_required(), max: 120 }), title: textField({ max: 120 }) })
		);
		if (!form.ok) return form.refusal;
		const answer = await editOwn(locals.actor, form.value);
		return answer.ok ? redirect(303, '/profile?saved=details') : refused(answer, form.values);
	},
	look: async ({ request, locals, cookies }) => {
		const schema = v.object({ locale: v.picklist(['de', 'en']), theme: v.picklist(['light', 'dark', 'system']) });
		const form = await parseForm(request, schema);
		if (!form.ok) return form.refusal;
		const answer = await choose(locals.actor, form.value);
		if (!answer.ok) return refused(answer, form.values);
		cookies.set('locale', form.value.locale, choiceCookie);
		cookies.set('theme', form.value.theme, choiceCookie);
		redirect(303, '/profile?saved=look');
	},
	notifications: async ({ request, locals }) => {
		const schema = v.object({
			digest: v.picklist(['none', 'daily', 'weekly']),
			notes: v.optional(v.array(v.picklist(notes)), [])
		});
		const form = await parseForm(request, schema);
		if (!form.ok) return form.refusal;
		const { digest, notes: wanted } = form.value;
		const answer = await choose(locals.actor, { digest, mutedNotes: notes.filter((n) => !wanted.includes(n)) });
		return answer.ok ? redirect(303, '/profile?saved=notifications') : refused(answer, form.values);
	},
	password: async ({ request, locals }) => {
		const form = await parseForm(
			request,
			v.object({ oldPassword: passwordText, password: passwordText, passwordAgain: passwordText })
		);
		if (!form.ok) return form.refusal;
		const { oldPassword, password, passwordAgain } = form.value;
		const differs = [{ field: 'passwordAgain', message: m.people_password_differs() }];
		if (password !== passwordAgain) return refused({ ok: false, why: 'incomplete', issues: differs }, {});
		const answer = await changePassword(locals.actor, locals.sessionId ?? '', oldPassword, password);
		return answer.ok ? redirect(303, '/profile?saved=password') : refused(answer, {});
	},
	endSession: async ({ request, locals }) => {
		const form = await parseForm(request, v.object({ session: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }));
		if (!form.ok) return form.refusal;
		const ended = await endSession(locals.actor, form.value.session);
		if (!ended.ok) error(404);
		redirect(303, '/profile?saved=session');
	},
	endAll: async ({ locals, cookies }) => {
		await endAllSessions(locals.actor);
		cookies.delete(cookieName, cookieOptions);
		redirect(303, '/login');
	}
};
