/** SQL of who is counted: the seats of a committee, who is there, who has a conflict of interest. */
import { eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { account } from '#concepts/people/tables.server.ts';
import { conflictOfInterest } from './committee.tables.server.ts';
import { standingOf, type Seated, type Standing } from './quorum.rules.ts';

export type Named = { id: string; name: string };

/** The seats of a day; present are those recorded so in the meeting, without one nobody is. */
export async function seatsIn(
	tx: Transaction,
	bodyId: string,
	meetingId: string | null,
	on = today()
): Promise<Seated[]> {
	const found = await tx.execute<Seated>(sql`
		select ms.account_id as "accountId", max(o.kind) as "organisationKind",
			coalesce(bool_or(i.attendance = 'present'), false) as present
		from membership ms join organisation o on o.id = ms.organisation_id
		join account a on a.id = ms.account_id and a.state <> 'closed'
		left join invitation i on i.account_id = ms.account_id and i.meeting_id = ${meetingId}::uuid
		where ms.body_id = ${bodyId}::uuid and ms.function <> 'guest' and ms.from_on <= ${on}::date
			and (ms.until_on is null or ms.until_on >= ${on}::date)
		group by ms.account_id order by ms.account_id`);
	return found.rows;
}

export const conflictsOn = async (tx: Transaction, proposalId: string): Promise<string[]> =>
	(
		await tx
			.select({ id: conflictOfInterest.accountId })
			.from(conflictOfInterest)
			.where(eq(conflictOfInterest.proposalId, proposalId))
	).map((r) => r.id);

/** Who counts when this is decided; gate 1 knows no conflict of interest. */
export async function standingIn(
	tx: Transaction,
	where: { bodyId: string; meetingId: string | null },
	proposalId: string | null,
	on = today()
): Promise<Standing> {
	const rule = await settingsOf(tx);
	const conflicted = proposalId ? await conflictsOn(tx, proposalId) : [];
	const seats = await seatsIn(tx, where.bodyId, where.meetingId, on);
	return standingOf(seats, rule, conflicted, where.meetingId !== null);
}

export async function namesOf(tx: Transaction, ids: readonly string[]): Promise<Named[]> {
	if (!ids.length) return [];
	return tx
		.select({ id: account.id, name: account.name })
		.from(account)
		.where(inArray(account.id, [...ids]))
		.orderBy(account.name);
}

/** False when it was declared before. */
export async function addConflict(
	tx: Transaction,
	of: { proposalId: string; accountId: string; declaredBy: string }
): Promise<boolean> {
	const rows = await tx
		.insert(conflictOfInterest)
		.values({ ...of, at: now() })
		.onConflictDoNothing()
		.returning({ id: conflictOfInterest.accountId });
	return rows.length === 1;
}
export async function dropConflict(tx: Transaction, of: { proposalId: string; accountId: string }): Promise<boolean> {
	const rows = await tx
		.delete(conflictOfInterest)
		.where(
			sql`${conflictOfInterest.proposalId} = ${of.proposalId}::uuid and ${conflictOfInterest.accountId} = ${of.accountId}::uuid`
		)
		.returning({ id: conflictOfInterest.accountId });
	return rows.length === 1;
}
