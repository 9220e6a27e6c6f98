/** What the administrator does to people: invite, edit, give roles, close and reopen accounts. */
import { and, eq, sql } from 'drizzle-orm';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Change, type Transaction } from '#platform/change.server.ts';
import { baseUrl } from '#platform/env.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { closeAllSessions } from '#platform/sessions.server.ts';
import { localeOf } from './account.commands.server.ts';
import type { Actor } from './actor.ts';
import { linkLetter } from './letters.ts';
import { endLinks, makeLink } from './links.server.ts';
import { sendMail } from './mail.server.ts';
import { may, type PeopleAction } from './policy.ts';
import type { Role } from './rules.ts';
import { account, accountRole, organisation } from './tables.server.ts';
import { endTokens } from './tokens.commands.server.ts';

type Account = typeof account.$inferSelect;
export type Invitation = { email: string; name: string; title: string; organisationId: string; roles: Role[] };

const thing = (id: string) => ({ type: 'account', id });

export async function invite(actor: Actor, o: Invitation): Promise<Result<{ id: string; token: string }>> {
	return change(actor, async (c) => (may(actor, 'invite') ? inviteInto(c, o) : no('forbidden')));
}

/** Also used by the command line, which makes the first administrator. */
export async function inviteInto(
	{ tx, record }: Change,
	o: Invitation
): Promise<Result<{ id: string; token: string }>> {
	if (!(await isActive(tx, o.organisationId)))
		return no('incomplete', [{ field: 'organisationId', message: m.people_organisation_inactive() }]);
	const values = {
		email: o.email.trim().toLowerCase(),
		name: o.name,
		title: o.title,
		organisationId: o.organisationId
	};
	const [row] = await tx.insert(account).values(values).onConflictDoNothing().returning();
	if (!row) return no('conflict', [{ field: 'email', message: m.people_email_taken() }]);
	if (o.roles.length) await tx.insert(accountRole).values(o.roles.map((role) => ({ accountId: row.id, role })));
	const token = await sendInvitation(tx, row);
	record('account.invite', thing(row.id), { roles: o.roles });
	return yes({ id: row.id, token });
}

/** One door for all that is done to an account: there? allowed? then `run` with the account locked. */
const toAccount = <T>(
	action: PeopleAction,
	actor: Actor,
	id: string,
	run: (c: Change, who: Account) => Promise<Result<T>>
): Promise<Result<T>> =>
	change(actor, async (c) => {
		if (!may(actor, 'see_people')) return no('not_found');
		const [who] = await c.tx.select().from(account).where(eq(account.id, id)).for('update');
		if (!who) return no('not_found');
		if (!may(actor, action, who)) return no('forbidden');
		return run(c, who);
	});

/** A fresh link; the earlier one ends. */
export const inviteAgain = (actor: Actor, id: string): Promise<Result<null>> =>
	toAccount('invite', actor, id, async ({ tx, record }, who) => {
		if (who.state !== 'invited') return no('wrong_state');
		await sendInvitation(tx, who);
		record('account.invite_again', thing(id));
		return yes(null);
	});

export const editPerson = (
	actor: Actor,
	id: string,
	o: { name: string; title: string; organisationId: string }
): Promise<Result<null>> =>
	toAccount('edit', actor, id, async ({ tx, record }, who) => {
		if (o.organisationId !== who.organisationId && !(await isActive(tx, o.organisationId))) {
			return no('incomplete', [{ field: 'organisationId', message: m.people_organisation_inactive() }]);
		}
		await tx.update(account).set(o).where(eq(account.id, id));
		record('account.edit', thing(id), { organisationId: o.organisationId });
		return yes(null);
	});

/** Sets the roles of an account; the last administrator stays one. */
export const grant = (actor: Actor, id: string, roles: readonly Role[]): Promise<Result<null>> =>
	toAccount('grant', actor, id, async ({ tx, record }) => {
		const had = (
			await tx.select({ role: accountRole.role }).from(accountRole).where(eq(accountRole.accountId, id))
		).map((r) => r.role);
		const added = roles.filter((r) => !had.includes(r));
		const removed = had.filter((r) => !roles.includes(r));
		if (removed.includes('administrator') && !(await staysAdministered(tx, id)))
			return no('conflict', lastOne('roles'));
		await tx.delete(accountRole).where(eq(accountRole.accountId, id));
		if (roles.length) await tx.insert(accountRole).values(roles.map((role) => ({ accountId: id, role })));
		record('account.grant', thing(id), { added, removed }, [{ to: id, note: 'access' }]);
		return yes(null);
	});

/** Ends all sessions and links at once; what the person contributed stays. */
export async function closeAccount(actor: Actor, id: string): Promise<Result<null>> {
	const answer = await toAccount('close', actor, id, async ({ tx, record }, who) => {
		if (who.state === 'closed') return no('wrong_state');
		if (!(await staysAdministered(tx, id))) return no('conflict', lastOne(''));
		await tx.update(account).set({ state: 'closed', passwordHash: null }).where(eq(account.id, id));
		await endLinks(tx, id);
		await endTokens(tx, id);
		record('account.close', thing(id));
		return yes(null);
	});
	if (answer.ok) await closeAllSessions(id);
	return answer;
}

/** A closed account comes back by a new invitation. */
export const reopenAccount = (actor: Actor, id: string): Promise<Result<null>> =>
	toAccount('reopen', actor, id, async ({ tx, record }, who) => {
		if (who.state !== 'closed') return no('wrong_state');
		await tx.update(account).set({ state: 'invited' }).where(eq(account.id, id));
		await sendInvitation(tx, who);
		record('account.reopen', thing(id));
		return yes(null);
	});

async function sendInvitation(tx: Transaction, to: Account): Promise<string> {
	const token = await makeLink(tx, to.id, 'invitation');
	const letter = linkLetter({ name: to.name, locale: localeOf(to) }, 'invitation', `${baseUrl()}/invitation/${token}`);
	await sendMail(tx, { to: to.email, ...letter });
	return token;
}

/** Holds all administrators, so that two who remove each other do it one after the other. */
async function staysAdministered(tx: Transaction, without: string): Promise<boolean> {
	await tx.execute(sql`select pg_advisory_xact_lock(72700011)`);
	const others = await tx
		.select({ id: account.id })
		.from(account)
		.innerJoin(accountRole, and(eq(accountRole.accountId, account.id), eq(accountRole.role, 'administrator')))
		.where(and(eq(account.state, 'active'), sql`${account.id} <> ${without}`))
		.limit(1);
	if (others.length) return true;
	const own = await tx
		.select({ id: account.id })
		.from(account)
		.innerJoin(accountRole, and(eq(accountRole.accountId, account.id), eq(accountRole.role, 'administrator')))
		.where(and(eq(account.id, without), eq(account.state, 'active')));
	return own.length === 0;
}
const lastOne = (field: string) => [{ field, message: m.people_last_administrator() }];

async function isActive(tx: Transaction, organisationId: string): Promise<boolean> {
	const [row] = await tx
		.select({ active: organisation.active })
		.from(organisation)
		.where(eq(organisation.id, organisationId));
	return row?.active === true;
}
