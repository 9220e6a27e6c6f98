/** Ways in without a password: accepting an invitation, asking for a new password, setting it. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { change, look } from '#platform/change.server.ts';
import { database } from '#platform/database.server.ts';
import { baseUrl } from '#platform/env.server.ts';
import { within } from '#platform/limits.server.ts';
import { hashPassword } from '#platform/password.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { closeAllSessions } from '#platform/sessions.server.ts';
import { localeOf, passwordIssues, tellOfNewPassword } from './account.commands.server.ts';
import { linkLetter } from './letters.ts';
import { endLinks, lookAtLink, makeLink, takeLink, type Purpose } from './links.server.ts';
import { sendMail } from './mail.server.ts';
import { account } from './tables.server.ts';

const hour = 3600;
const key = (text: string): string => createHash('sha256').update(text).digest('base64url');
/** Every answer to a request for a new password takes this long, whether there is such an account or not. */
export const answerAfterMs = 400;

/** Whom a link is for; null when it is used, expired or wrong. */
export const guestOf = (token: string, purpose: Purpose) => look((tx) => lookAtLink(tx, token, purpose));

/**
 * Sends a link to set a new password. Security: says and takes the same for an unknown address; at most three an hour
 * for an address – known or not – and thirty for a network.
 */
export async function requestReset(email: string, address: string): Promise<Result<null>> {
	const who = email.trim().toLowerCase();
	const allowed = await Promise.all([
		within('reset_account', key(who), 3, hour),
		within('reset_network', key(address), 30, hour)
	]);
	if (allowed.includes(false)) return no('too_many');
	await Promise.all([sendReset(who), sleep(answerAfterMs)]);
	return yes(null);
}

async function sendReset(email: string): Promise<void> {
	const db = await database();
	const [found] = await db
		.select()
		.from(account)
		.where(and(eq(account.email, email), eq(account.state, 'active')));
	if (!found) return;
	await change({ id: null }, async ({ tx, record }) => {
		const token = await makeLink(tx, found.id, 'reset');
		const letter = linkLetter({ name: found.name, locale: localeOf(found) }, 'reset', `${baseUrl()}/reset/${token}`);
		await sendMail(tx, { to: found.email, ...letter });
		record('account.request_reset', { type: 'account', id: found.id });
		return yes(null);
	});
}

/** Sets the password by a reset link; all sessions of the account end. */
export const resetPassword = (token: string, password: string): Promise<Result<string>> =>
	enter(token, 'reset', password);

/** Sets the first password by an invitation link; the account becomes active. */
export const acceptInvitation = (token: string, password: string): Promise<Result<string>> =>
	enter(token, 'invitation', password);

/** @returns the account's address for the login; `not_found` when the link is used, expired or wrong */
async function enter(token: string, purpose: Purpose, password: string): Promise<Result<string>> {
	const guest = await guestOf(token, purpose);
	if (!guest) return no('not_found');
	const issues = passwordIssues(password, guest);
	if (issues.length) return no('incomplete', issues);
	const passwordHash = await hashPassword(password);
	const state = { invitation: 'invited', reset: 'active' }[purpose];
	const answer = await change({ id: guest.id }, async ({ tx, record }) => {
		const id = await takeLink(tx, token, purpose);
		if (!id) return no('not_found');
		const [row] = await tx
			.update(account)
			.set({ passwordHash, state: 'active' })
			.where(and(eq(account.id, id), eq(account.state, state)))
			.returning();
		if (!row) return no('not_found');
		await endLinks(tx, id);
		if (purpose === 'reset') await tellOfNewPassword(tx, row);
		record(purpose === 'reset' ? 'account.reset_password' : 'account.accept', { type: 'account', id });
		return yes(row.email);
	});
	if (answer.ok) await closeAllSessions(guest.id);
	return answer;
}
