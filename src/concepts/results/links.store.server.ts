/** The SQL of links by which sheets are read without a login. Security: the database holds only the hash of the token. */
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import type { LinkKind } from './rules.ts';
import { resultLink } from './tables.server.ts';

const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
/** 256 random bits: not to be guessed, so that no limit of tries is needed. */
const looksRight = (token: string): boolean => /^[\w-]{43}$/.test(token);

/** @returns the token, which is shown once */
export async function insertLink(
	tx: Transaction,
	of: { kind: LinkKind; sheetId: string | null; label: string; expiresAt: Date }
): Promise<{ id: string; token: string }> {
	const token = randomBytes(32).toString('base64url');
	const [row] = await tx
		.insert(resultLink)
		.values({ ...of, tokenHash: hashOfToken(token), createdAt: now() })
		.returning({ id: resultLink.id });
	return { id: row!.id, token };
}

/** False when there is none, or it has ended already. */
export async function revokeLink(tx: Transaction, id: string, sheetId: string | null): Promise<boolean> {
	if (!isId(id)) return false;
	const rows = await tx
		.update(resultLink)
		.set({ revokedAt: now() })
		.where(
			and(
				eq(resultLink.id, id),
				isNull(resultLink.revokedAt),
				sheetId ? eq(resultLink.sheetId, sheetId) : isNull(resultLink.sheetId)
			)
		)
		.returning({ id: resultLink.id });
	return rows.length === 1;
}

/** What a token opens now; null for anything else, whatever is wrong with it. */
export async function openedBy(
	tx: Transaction,
	token: string,
	kind: LinkKind
): Promise<{ sheetId: string | null } | null> {
	if (!looksRight(token)) return null;
	const [row] = await tx
		.select({ sheetId: resultLink.sheetId })
		.from(resultLink)
		.where(
			and(
				eq(resultLink.tokenHash, hashOfToken(token)),
				eq(resultLink.kind, kind),
				isNull(resultLink.revokedAt),
				gt(resultLink.expiresAt, now())
			)
		);
	return row ?? null;
}
