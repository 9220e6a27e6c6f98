/** Tokens for programs: made and taken back by their owner, taken back by the administrator, shown once. */
import { createHash, randomBytes } from 'node:crypto';
import { and, count, eq, sql } from 'drizzle-orm';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Tell } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { database, type Transaction } from '#platform/database.server.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Result } from '#platform/result.ts';
import type { Actor } from './actor.ts';
import { may } from './policy.ts';
import { account, accessToken } from './tables.server.ts';
import { isExpiryAllowed, looksLikeToken, mostTokens, tokenPrefix } from './tokens.rules.ts';

const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
const thing = (id: string) => ({ type: 'account', id });

/** @returns the token itself, this once */
export async function createToken(
	actor: Actor,
	wanted: { name: string; expiresOn: string }
): Promise<Result<{ token: string }>> {
	return change(actor, async ({ tx, record }) => {
		const own = { id: actor.id ?? '' };
		if (!may(actor, 'manage_own', own)) return no('forbidden');
		if (!isExpiryAllowed(wanted.expiresOn, today()))
			return no('incomplete', [{ field: 'expiresOn', message: m.people_token_expiry() }]);
		// one at a time, so that two forms at once do not pass the limit together
		await tx.select({ id: account.id }).from(account).where(eq(account.id, own.id)).for('update');
		const [had] = await tx.select({ n: count() }).from(accessToken).where(eq(accessToken.accountId, own.id));
		if ((had?.n ?? 0) >= mostTokens)
			return no('conflict', [{ field: 'name', message: m.people_token_too_many({ most: mostTokens }) }]);
		const token = tokenPrefix + randomBytes(32).toString('base64url');
		const [made] = await tx
			.insert(accessToken)
			.values({ ...wanted, accountId: own.id, tokenHash: hashOfToken(token), createdAt: now() })
			.returning({ id: accessToken.id });
		record('account.create_token', thing(own.id), { tokenId: made!.id, expiresOn: wanted.expiresOn });
		return yes({ token });
	});
}

/** By its owner. It ends with this very commit. */
export const revokeToken = (actor: Actor, tokenId: string): Promise<Result<null>> => {
	const own = { id: actor.id ?? '' };
	return may(actor, 'manage_own', own) ? revoke(actor, own.id, tokenId, []) : Promise.resolve(no('not_found'));
};

/** By the administrator; its owner is told. */
export const revokeTokenOf = (actor: Actor, accountId: string, tokenId: string): Promise<Result<null>> =>
	may(actor, 'revoke_token', { id: accountId })
		? revoke(actor, accountId, tokenId, [{ to: accountId, note: 'access' }])
		: Promise.resolve(no('not_found'));

const revoke = (actor: Actor, accountId: string, tokenId: string, tells: readonly Tell[]): Promise<Result<null>> =>
	change(actor, async ({ tx, record }) => {
		if (!isId(accountId) || !isId(tokenId)) return no('not_found');
		const gone = await tx
			.delete(accessToken)
			.where(and(eq(accessToken.id, tokenId), eq(accessToken.accountId, accountId)))
			.returning({ id: accessToken.id });
		if (!gone.length) return no('not_found');
		record('account.revoke_token', thing(accountId), { tokenId }, tells);
		return yes(null);
	});

/** With the account: what comes back with a reopened one is not its programs. */
export const endTokens = (tx: Transaction, accountId: string): Promise<unknown> =>
	tx.delete(accessToken).where(eq(accessToken.accountId, accountId));

/**
 * Security: whose token it is, asked anew at each request. Null alike for one that never was, was revoked or has
 * expired, and for a closed account. Notes the day of use.
 */
export async function holderOfToken(token: string): Promise<{ tokenId: string; accountId: string } | null> {
	if (!looksLikeToken(token)) return null;
	const db = await database();
	const day = today();
	const found = await db.execute<{ id: string; account_id: string; used: boolean }>(sql`
		select t.id, t.account_id, t.last_used_on is not distinct from ${day}::date as used
		from access_token t join account a on a.id = t.account_id
		where t.token_hash = ${hashOfToken(token)} and t.expires_on >= ${day}::date and a.state = 'active'`);
	const row = found.rows[0];
	if (!row) return null;
	if (!row.used) await db.execute(sql`update access_token set last_used_on = ${day}::date where id = ${row.id}`);
	return { tokenId: row.id, accountId: row.account_id };
}
