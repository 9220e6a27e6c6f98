/** Login and logout: limits before hashing, the same answer and time for an unknown account. */
import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { change } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { forgive, within } from '#platform/limits.server.ts';
import { verifyPassword } from '#platform/password.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { closeSession, openSession } from '#platform/sessions.server.ts';
import { account, organisation } from './tables.server.ts';

/** RELIABILITY: 10 tries in 15 minutes an account, 30 a network, counted before hashing. */
const limits = { account: 10, network: 30, seconds: 900 };
const key = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** @returns the new session's id. `not_found` says nothing about whether the account exists; `too_many` comes first. */
export async function login(
	email: string,
	password: string,
	from: { address: string; device: string }
): Promise<Result<{ sessionId: string; accountId: string }>> {
	const who = email.trim().toLowerCase();
	const allowed = await Promise.all([
		within('login_account', key(who), limits.account, limits.seconds),
		within('login_network', key(from.address), limits.network, limits.seconds)
	]);
	if (allowed.includes(false)) return no('too_many');
	const db = await database();
	const [found] = await db.select().from(account).where(eq(account.email, who));
	const active = found?.state === 'active' ? found : null;
	if (!(await verifyPassword(active?.passwordHash ?? null, password)) || !active) return no('not_found');
	await forgive('login_account', key(who), limits.account, limits.seconds);
	await change({ id: active.id }, async ({ tx, record }) => {
		await tx.update(account).set({ lastLoginAt: now() }).where(eq(account.id, active.id));
		record('account.login', { type: 'account', id: active.id });
		return yes(null);
	});
	return yes({ sessionId: await openSession(active.id, from.device), accountId: active.id });
}

export const logout = (sessionId: string): Promise<void> => closeSession(sessionId);

/** Accounts that the trial mode offers for one-click login, in the order of the work from report to decision. */
export async function trialAccounts(): Promise<{ email: string; name: string; title: string; organisation: string }[]> {
	const db = await database();
	const found = await db
		.select({ email: account.email, name: account.name, title: account.title, organisation: organisation.shortName })
		.from(account)
		.innerJoin(organisation, eq(organisation.id, account.organisationId))
		.where(and(inArray(account.email, trialOrder), eq(account.state, 'active')));
	return found.sort((a, b) => trialOrder.indexOf(a.email) - trialOrder.indexOf(b.email));
}

const trialOrder = [
	'fallmanagement-a',
	'fallmanagement-b',
	'fachkraft',
	'koordination',
	'koordination-2',
	'pruefung',
	'mitglied',
	'vorsitz',
	'lenkung',
	'federfuehrung',
	'gast',
	'datenschutz',
	'admin'
].map((key) => `${key}@demo.lueckenlos.example`);
