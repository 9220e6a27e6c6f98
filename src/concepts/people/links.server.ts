/** One-use links, for invitation and new password. The database holds only the hash of what is in the link. */
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { account, oneUseLink } from './tables.server.ts';

export type Purpose = 'invitation' | 'reset';
const hours: Record<Purpose, number> = { invitation: 7 * 24, reset: 1 };

const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
const looksRight = (token: string): boolean => /^[\w-]{43}$/.test(token);

/** @returns the token for the link; earlier links of the account for the same purpose end */
export async function makeLink(tx: Transaction, accountId: string, purpose: Purpose): Promise<string> {
	await endLinks(tx, accountId, purpose);
	const token = randomBytes(32).toString('base64url');
	const expiresAt = new Date(now().getTime() + hours[purpose] * 3_600_000);
	await tx.insert(oneUseLink).values({ tokenHash: hashOfToken(token), accountId, purpose, expiresAt });
	return token;
}

export async function endLinks(tx: Transaction, accountId: string, purpose?: Purpose): Promise<void> {
	const open = and(
		eq(oneUseLink.accountId, accountId),
		isNull(oneUseLink.usedAt),
		purpose ? eq(oneUseLink.purpose, purpose) : undefined
	);
	await tx.update(oneUseLink).set({ usedAt: now() }).where(open);
}

/** Uses the link up. @returns the account it is for; null when used, expired or unknown – of several at once one gets it */
export async function takeLink(tx: Transaction, token: string, purpose: Purpose): Promise<string | null> {
	if (!looksRight(token)) return null;
	const [row] = await tx
		.update(oneUseLink)
		.set({ usedAt: now() })
		.where(stillGood(token, purpose))
		.returning({ accountId: oneUseLink.accountId });
	return row?.accountId ?? null;
}

/** Whom the link is for, without using it up: for its page. */
export async function lookAtLink(
	tx: Transaction,
	token: string,
	purpose: Purpose
): Promise<{ id: string; name: string; email: string } | null> {
	if (!looksRight(token)) return null;
	const [row] = await tx
		.select({ id: account.id, name: account.name, email: account.email })
		.from(oneUseLink)
		.innerJoin(account, eq(account.id, oneUseLink.accountId))
		.where(stillGood(token, purpose));
	return row ?? null;
}

const stillGood = (token: string, purpose: Purpose) =>
	and(
		eq(oneUseLink.tokenHash, hashOfToken(token)),
		eq(oneUseLink.purpose, purpose),
		isNull(oneUseLink.usedAt),
		gt(oneUseLink.expiresAt, now())
	);
