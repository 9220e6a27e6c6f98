/** SQL of bodies, memberships and mandates. */
import { and, asc, desc, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { SeatFunction } from '#concepts/people/rules.ts';
import { account, organisation } from '#concepts/people/tables.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import type { MandateState } from './rules.ts';
import { body, mandate, membership } from './tables.server.ts';

export type Body = typeof body.$inferSelect;
export type Mandate = typeof mandate.$inferSelect;

export async function findBody(tx: Transaction, id: string): Promise<Body | null> {
	return isId(id) ? ((await tx.select().from(body).where(eq(body.id, id)))[0] ?? null) : null;
}
export async function lockBody(tx: Transaction, id: string): Promise<Body | null> {
	return isId(id) ? ((await tx.select().from(body).where(eq(body.id, id)).for('update'))[0] ?? null) : null;
}
export async function lockMandate(tx: Transaction, id: string): Promise<Mandate | null> {
	return isId(id) ? ((await tx.select().from(mandate).where(eq(mandate.id, id)).for('update'))[0] ?? null) : null;
}
/** Null when another was faster. */
export async function setMandate(
	tx: Transaction,
	m: Mandate,
	set: Partial<Mandate> & { state: MandateState }
): Promise<Mandate | null> {
	return (
		(
			await tx
				.update(mandate)
				.set(set)
				.where(and(eq(mandate.id, m.id), eq(mandate.state, m.state)))
				.returning()
		)[0] ?? null
	);
}

const onDay = (day: string) =>
	and(lte(membership.fromOn, day), or(isNull(membership.untilOn), gte(membership.untilOn, day)));
const byFunction = sql`case ${membership.function} when 'chair' then 1 when 'deputy' then 2 when 'member' then 3 else 4 end`;
const seatColumns = {
	membershipId: membership.id,
	accountId: account.id,
	name: account.name,
	email: account.email,
	function: membership.function,
	organisationId: membership.organisationId,
	organisation: organisation.name,
	fromOn: membership.fromOn,
	untilOn: membership.untilOn
};
const seats = (tx: Transaction) =>
	tx
		.select(seatColumns)
		.from(membership)
		.innerJoin(account, eq(account.id, membership.accountId))
		.innerJoin(organisation, eq(organisation.id, membership.organisationId));
export type Seated = Awaited<ReturnType<typeof seatsOn>>[number];

/** Who sits in a body on a day; closed accounts do not. */
export const seatsOn = (tx: Transaction, bodyId: string, day: string) =>
	seats(tx)
		.where(and(eq(membership.bodyId, bodyId), onDay(day), ne(account.state, 'closed')))
		.orderBy(byFunction, asc(account.name));
/** All seats of a body, also past and coming ones. */
export const seatsOf = (tx: Transaction, bodyId: string) =>
	seats(tx).where(eq(membership.bodyId, bodyId)).orderBy(byFunction, asc(account.name), desc(membership.fromOn));

export async function accountIdsIn(
	tx: Transaction,
	bodyIds: readonly string[],
	day: string,
	functions: readonly SeatFunction[]
): Promise<string[]> {
	if (!bodyIds.length) return [];
	const rows = await tx
		.selectDistinct({ id: membership.accountId })
		.from(membership)
		.where(and(inArray(membership.bodyId, [...bodyIds]), onDay(day), inArray(membership.function, [...functions])));
	return rows.map((r) => r.id);
}
/** Ids of the chairs and deputies of all steering committees. */
export async function committeeChairs(tx: Transaction, day: string): Promise<string[]> {
	const rows = await tx
		.selectDistinct({ id: membership.accountId })
		.from(membership)
		.innerJoin(body, eq(body.id, membership.bodyId))
		.where(and(eq(body.kind, 'steering_committee'), onDay(day), inArray(membership.function, ['chair', 'deputy'])));
	return rows.map((r) => r.id);
}

/** Are there an account and an organisation of these ids? */
export async function knownOf(tx: Transaction, of: { accountId: string; organisationId: string }) {
	const accounts = isId(of.accountId)
		? await tx.select({ id: account.id }).from(account).where(eq(account.id, of.accountId))
		: [];
	const organisations = isId(of.organisationId)
		? await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.id, of.organisationId))
		: [];
	return { account: accounts.length > 0, organisation: organisations.length > 0 };
}
