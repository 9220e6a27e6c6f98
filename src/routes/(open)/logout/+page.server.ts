/** Logout ends the session, its open sockets, and what the browser keeps. */
import { redirect, type Actions } from '@sveltejs/kit';
import { logout } from '#concepts/people/login.commands.server.ts';
import { cookieName, cookieOptions } from '#platform/sessions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	default: async ({ locals, cookies, setHeaders }) => {
		if (locals.sessionId) await logout(locals.sessionId);
		cookies.delete(cookieName, cookieOptions);
		setHeaders({ 'clear-site-data': '"cache", "storage"' });
		redirect(303, '/login');
	}
};
