/** The tokens of an account: with their names for the owner, without for the administrator. Never the token itself. */
import { asc, eq } from 'drizzle-orm';
import { look } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { isSomebody, type Actor } from './actor.ts';
import { may } from './policy.ts';
import { accessToken } from './tables.server.ts';
import { isExpired } from './tokens.rules.ts';

export type TokenShown = {
	id: string;
	/** Empty for the administrator. */
	name: string;
	createdAt: Date;
	expiresOn: string;
	lastUsedOn: string | null;
	expired: boolean;
};

const of = (accountId: string): Promise<TokenShown[]> =>
	look(async (tx) => {
		const rows = await tx
			.select({
				id: accessToken.id,
				name: accessToken.name,
				createdAt: accessToken.createdAt,
				expiresOn: accessToken.expiresOn,
				lastUsedOn: accessToken.lastUsedOn
			})
			.from(accessToken)
			.where(eq(accessToken.accountId, accountId))
			.orderBy(asc(accessToken.createdAt), asc(accessToken.id));
		return rows.map((t) => ({ ...t, expired: isExpired(t, today()) }));
	});

/** Null for those without an account. */
export const ownTokens = async (actor: Actor): Promise<TokenShown[] | null> =>
	isSomebody(actor) ? of(actor.id) : null;

export async function tokensOfAccount(actor: Actor, accountId: string): Promise<TokenShown[] | null> {
	if (!isId(accountId) || !may(actor, 'revoke_token', { id: accountId })) return null;
	return (await of(accountId)).map((t) => ({ ...t, name: '' }));
}
