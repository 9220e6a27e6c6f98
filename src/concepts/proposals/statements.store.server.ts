/** SQL of statements and dissenting votes: find, lock, insert, set, and what of them a version freezes. */
import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { dayOf, now, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { account, organisation } from '#concepts/people/tables.server.ts';
import type { FrozenDissent } from './dissents.rules.ts';
import type { FrozenStatement, StatementAnswer } from './statements.rules.ts';
import { dissentingVote, statement } from './statements.tables.server.ts';

export type Statement = typeof statement.$inferSelect;

/** Trap: the proposal is locked before its statements, so it is asked for first. */
export async function proposalOf(tx: Transaction, id: string): Promise<string | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select({ id: statement.proposalId }).from(statement).where(eq(statement.id, id));
	return row?.id ?? null;
}
export async function lockStatement(tx: Transaction, id: string): Promise<Statement | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select().from(statement).where(eq(statement.id, id)).for('update');
	return row ?? null;
}

/**
 * Who can be asked: accounts that can log in. Security: case managers and officers are offered by name to their own
 * group only, as a carrier learns nothing of the people of another.
 */
export const canBeAsked = (bodyId: string): SQL => sql`${account.state} = 'active' and (
	not exists (select from account_role r where r.account_id = ${account.id} and r.role in ('case_manager', 'officer', 'reviewer'))
	or exists (select from membership s where s.account_id = ${account.id} and s.body_id = ${bodyId}::uuid
		and s.from_on <= ${today()}::date and (s.until_on is null or s.until_on >= ${today()}::date)))`;

/** Null for whoever cannot be asked. */
export async function askedPerson(
	tx: Transaction,
	bodyId: string,
	accountId: string
): Promise<{ organisationId: string } | null> {
	if (!isId(accountId)) return null;
	const [row] = await tx
		.select({ organisationId: account.organisationId })
		.from(account)
		.where(and(eq(account.id, accountId), canBeAsked(bodyId)));
	return row ?? null;
}

export async function insertStatement(
	tx: Transaction,
	s: Pick<Statement, 'proposalId' | 'organisationId' | 'accountId' | 'question' | 'dueOn' | 'askedBy'>
): Promise<string> {
	const [row] = await tx
		.insert(statement)
		.values({ ...s, askedAt: now() })
		.returning({ id: statement.id });
	return row!.id;
}

export const setStatement = (
	tx: Transaction,
	id: string,
	set: Partial<Pick<Statement, 'state' | 'answer' | 'text' | 'seen' | 'answeredAt' | 'dueOn'>>
): Promise<unknown> => tx.update(statement).set(set).where(eq(statement.id, id));

/** Answered ones, in the order in which they were given. */
export async function frozenStatements(tx: Transaction, proposalId: string): Promise<FrozenStatement[]> {
	const rows = await tx
		.select({
			organisation: organisation.name,
			person: account.name,
			question: statement.question,
			answer: statement.answer,
			text: statement.text,
			answeredAt: statement.answeredAt
		})
		.from(statement)
		.innerJoin(organisation, eq(organisation.id, statement.organisationId))
		.innerJoin(account, eq(account.id, statement.accountId))
		.where(and(eq(statement.proposalId, proposalId), eq(statement.state, 'answered')))
		.orderBy(asc(statement.answeredAt), asc(statement.id));
	return rows.map(({ answeredAt, answer, ...r }) => ({
		...r,
		answer: answer as StatementAnswer,
		answeredOn: dayOf(answeredAt!)
	}));
}

/** Security: the name only where its member has said so; the order tells nothing of who came when. */
export async function dissentsOf(tx: Transaction, proposalId: string): Promise<FrozenDissent[]> {
	const rows = await tx
		.select({ named: dissentingVote.named, name: account.name, text: dissentingVote.text })
		.from(dissentingVote)
		.innerJoin(account, eq(account.id, dissentingVote.accountId))
		.where(eq(dissentingVote.proposalId, proposalId))
		.orderBy(dissentingVote.text);
	return rows.map((r) => ({ name: r.named ? r.name : null, text: r.text }));
}
export async function ownDissent(tx: Transaction, proposalId: string, accountId: string) {
	const own = and(eq(dissentingVote.proposalId, proposalId), eq(dissentingVote.accountId, accountId));
	const [row] = await tx
		.select({ named: dissentingVote.named, text: dissentingVote.text })
		.from(dissentingVote)
		.where(own);
	return row ?? null;
}
export async function putDissent(
	tx: Transaction,
	d: { proposalId: string; accountId: string; named: boolean; text: string }
): Promise<void> {
	const set = { named: d.named, text: d.text, recordedAt: now() };
	await tx
		.insert(dissentingVote)
		.values({ ...d, recordedAt: set.recordedAt })
		.onConflictDoUpdate({ target: [dissentingVote.proposalId, dissentingVote.accountId], set });
}
export async function dropDissent(tx: Transaction, proposalId: string, accountId: string): Promise<boolean> {
	const own = and(eq(dissentingVote.proposalId, proposalId), eq(dissentingVote.accountId, accountId));
	return (await tx.delete(dissentingVote).where(own).returning({ id: dissentingVote.id })).length === 1;
}
