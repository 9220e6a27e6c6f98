/** What people do with their own account: details, choices, password, sessions. */
import { eq } from 'drizzle-orm';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Transaction } from '#platform/change.server.ts';
import { within } from '#platform/limits.server.ts';
import { hashPassword, verifyPassword } from '#platform/password.server.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { closeAllSessions, closeOtherSessions, closeSessionByHash } from '#platform/sessions.server.ts';
import type { Actor } from './actor.ts';
import { passwordChangedLetter } from './letters.ts';
import { endLinks } from './links.server.ts';
import { sendMail } from './mail.server.ts';
import { flawOf } from './password.rules.ts';
import { may } from './policy.ts';
import { account } from './tables.server.ts';
import type { Note } from './rules.ts';

const mine = (actor: Actor): { id: string } | null => {
	const own = { id: actor.id ?? '' };
	return may(actor, 'manage_own', own) ? own : null;
};
const thing = (id: string) => ({ type: 'account', id });

export type Choices = {
	locale: 'de' | 'en';
	theme: 'light' | 'dark' | 'system';
	digest: 'none' | 'daily' | 'weekly';
	mutedNotes: Note[];
};

async function update(
	actor: Actor,
	kind: string,
	values: Partial<Choices> & { name?: string; title?: string }
): Promise<Result<null>> {
	return change(actor, async ({ tx, record }) => {
		const own = mine(actor);
		if (!own) return no('forbidden');
		await tx.update(account).set(values).where(eq(account.id, own.id));
		record(kind, thing(own.id), { fields: Object.keys(values) });
		return yes(null);
	});
}
export const editOwn = (actor: Actor, values: { name: string; title: string }) => update(actor, 'account.edit', values);
export const choose = (actor: Actor, values: Partial<Choices>) => update(actor, 'account.choose', values);

/** Asks for the old password; ends all other sessions and writes to the owner. */
export async function changePassword(
	actor: Actor,
	sessionId: string,
	old: string,
	fresh: string
): Promise<Result<null>> {
	const own = mine(actor);
	if (!own) return no('forbidden');
	if (!(await within('password_change', own.id, 10, 900))) {
		return no('too_many', [{ field: 'oldPassword', message: m.people_password_too_many() }]);
	}
	const issues = passwordIssues(fresh, actor);
	if (issues.length) return no('incomplete', issues);
	const passwordHash = await hashPassword(fresh);
	const answer = await change(actor, async ({ tx, record }) => {
		const [row] = await tx.select().from(account).where(eq(account.id, own.id)).for('update');
		if (!row || !(await verifyPassword(row.passwordHash, old))) {
			return no('incomplete', [{ field: 'oldPassword', message: m.people_password_wrong() }]);
		}
		await tx.update(account).set({ passwordHash }).where(eq(account.id, own.id));
		await endLinks(tx, own.id);
		await tellOfNewPassword(tx, row);
		record('account.change_password', thing(own.id));
		return yes(null);
	});
	if (answer.ok) await closeOtherSessions(own.id, sessionId);
	return answer;
}

export async function endSession(actor: Actor, idHash: string): Promise<Result<null>> {
	const own = mine(actor);
	if (!own) return no('forbidden');
	if (!(await closeSessionByHash(own.id, idHash))) return no('not_found');
	return recordOnly(actor, 'account.end_session', own.id);
}

/** „Überall abmelden“: this session, too. */
export async function endAllSessions(actor: Actor): Promise<Result<null>> {
	const own = mine(actor);
	if (!own) return no('forbidden');
	await closeAllSessions(own.id);
	return recordOnly(actor, 'account.end_sessions', own.id);
}

const recordOnly = (actor: Actor, kind: string, id: string): Promise<Result<null>> =>
	change(actor, ({ record }) => {
		record(kind, thing(id));
		return Promise.resolve(yes(null));
	});

type Addressee = { name: string; email: string; locale: string };
export const localeOf = (a: { locale: string }): 'de' | 'en' => (a.locale === 'en' ? 'en' : 'de');
export const tellOfNewPassword = (tx: Transaction, to: Addressee): Promise<string> =>
	sendMail(tx, { to: to.email, ...passwordChangedLetter({ name: to.name, locale: localeOf(to) }) });

export function passwordIssues(password: string, about: { name: string; email: string }): Issue[] {
	const flaw = flawOf(password, [about.name, about.email]);
	if (!flaw) return [];
	const message = {
		too_short: m.people_password_too_short,
		too_long: m.people_password_too_long,
		too_simple: m.people_password_too_simple
	}[flaw]();
	return [{ field: 'password', message }];
}
