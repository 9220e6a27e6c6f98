/** Who holds a role: whom to tell of a step, inside the transaction of whoever takes it. */
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import type { Role } from './rules.ts';
import { account, accountRole } from './tables.server.ts';

/** Ids of the active accounts with one of the roles; those of the organisation `outside` left out. */
export async function holdersOf(
	tx: Transaction,
	roles: readonly Role[],
	{ outside }: { outside?: string } = {}
): Promise<string[]> {
	const rows = await tx
		.selectDistinct({ id: account.id })
		.from(account)
		.innerJoin(accountRole, eq(accountRole.accountId, account.id))
		.where(
			and(
				eq(account.state, 'active'),
				inArray(accountRole.role, [...roles]),
				outside ? ne(account.organisationId, outside) : undefined
			)
		);
	return rows.map((r) => r.id);
}

/** The coordinating office. */
export const officeOf = (tx: Transaction): Promise<string[]> => holdersOf(tx, ['coordinator']);
