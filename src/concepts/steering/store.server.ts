/** SQL of decisions: find and insert them, their numbers, and what deciding needs to know of the meeting. */
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { nextIn, type Transaction } from '#platform/change.server.ts';
import { dayOf, halfYearOf, now, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import type { GapState } from '#concepts/gaps/rules.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import type { MeetingState } from '#concepts/meetings/rules.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { account } from '#concepts/people/tables.server.ts';
import { decisionNumber, measureNumber, type DecisionResult } from './rules.ts';
import { decision, measure } from './tables.server.ts';

export type Decision = Omit<typeof decision.$inferSelect, 'result'> & { result: DecisionResult };
export type Sitting = { id: string; bodyId: string; title: string; state: MeetingState; startsAt: Date };

/** A meeting of a steering committee; shared lock, so that it cannot end while something is decided in it. */
export async function lockSitting(tx: Transaction, id: string | null): Promise<Sitting | null> {
	if (!id || !isId(id)) return null;
	const [row] = await tx
		.select({
			id: meeting.id,
			bodyId: meeting.bodyId,
			title: meeting.title,
			state: meeting.state,
			startsAt: meeting.startsAt
		})
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(and(eq(meeting.id, id), eq(body.kind, 'steering_committee')))
		.for('update', { of: meeting });
	return row ? row : null;
}

/** The same without a lock. */
export async function findSitting(tx: Transaction, id: string): Promise<Sitting | null> {
	if (!isId(id)) return null;
	const [row] = await tx
		.select({
			id: meeting.id,
			bodyId: meeting.bodyId,
			title: meeting.title,
			state: meeting.state,
			startsAt: meeting.startsAt
		})
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(and(eq(meeting.id, id), eq(body.kind, 'steering_committee')));
	return row ?? null;
}

/** The committee before which a proposal is: that of its meeting or circulation, else the first one of the county. */
export async function committeeOf(
	tx: Transaction,
	p: { id: string; meetingId: string | null }
): Promise<string | null> {
	const found = await tx.execute<{ id: string }>(sql`select b.id from body b
		left join meeting s on s.id = ${p.meetingId}::uuid and s.body_id = b.id
		left join circulation c on c.proposal_id = ${p.id}::uuid and c.state = 'open' and c.body_id = b.id
		where b.kind = 'steering_committee' and b.state = 'active'
		order by (s.id is not null or c.id is not null) desc, b.created_at, b.id limit 1`);
	return found.rows[0]?.id ?? null;
}

export async function findDecision(tx: Transaction, id: string): Promise<Decision | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select().from(decision).where(eq(decision.id, id));
	return row ? (row as Decision) : null;
}

export async function lastDecisionOn(tx: Transaction, proposalId: string): Promise<Decision | null> {
	const [row] = await tx
		.select()
		.from(decision)
		.where(eq(decision.proposalId, proposalId))
		.orderBy(desc(decision.decidedAt))
		.limit(1);
	return row ? (row as Decision) : null;
}

/** Where it was decided; `on`: the day whose half-year its number names. */
export type Place = { bodyId: string; meetingId: string | null; circulationId: string | null; on: string };
export const inSitting = (s: Sitting): Place => ({
	bodyId: s.bodyId,
	meetingId: s.id,
	circulationId: null,
	on: dayOf(s.startsAt)
});

/** The number is taken under the lock of its series and given back when the transaction fails. */
export async function insertDecision(
	tx: Transaction,
	{ on, ...place }: Place,
	values: Omit<typeof decision.$inferInsert, 'number' | 'bodyId' | 'meetingId' | 'circulationId' | 'decidedAt'>
): Promise<Decision> {
	const prefix = await prefixOf(tx, place.bodyId);
	const halfYear = halfYearOf(on);
	const number = decisionNumber(prefix, halfYear, await nextIn(tx, `${prefix}-${halfYear}`));
	const [row] = await tx
		.insert(decision)
		.values({ ...values, ...place, number, decidedAt: now() })
		.returning();
	return row as Decision;
}

/** "LG" for the first committee of the county, "LG2" for a second one. */
async function prefixOf(tx: Transaction, bodyId: string): Promise<string> {
	const { decisionPrefix } = await settingsOf(tx);
	const committees = await tx
		.select({ id: body.id })
		.from(body)
		.where(eq(body.kind, 'steering_committee'))
		.orderBy(asc(body.createdAt), asc(body.id));
	const place = committees.findIndex((c) => c.id === bodyId);
	return place <= 0 ? decisionPrefix : `${decisionPrefix}${place + 1}`;
}

export async function insertMeasure(
	tx: Transaction,
	values: Omit<typeof measure.$inferInsert, 'number' | 'state' | 'issuedAt' | 'updatedAt'>
): Promise<{ id: string; number: string }> {
	const { measurePrefix } = await settingsOf(tx);
	const year = today().slice(0, 4);
	const number = measureNumber(measurePrefix, year, await nextIn(tx, `${measurePrefix}-${year}`));
	const at = now();
	const [row] = await tx
		.insert(measure)
		.values({ ...values, number, issuedAt: at, updatedAt: at })
		.returning({ id: measure.id });
	return { id: row!.id, number };
}

export async function lockGap(
	tx: Transaction,
	id: string
): Promise<{ id: string; number: string; state: GapState } | null> {
	if (!isId(id)) return null;
	const [row] = await tx
		.select({ id: serviceGap.id, number: serviceGap.number, state: serviceGap.state })
		.from(serviceGap)
		.where(eq(serviceGap.id, id))
		.for('update');
	return row ? (row as { id: string; number: string; state: GapState }) : null;
}

/** Active accounts with their organisation: who can be a contact. */
export async function contacts(
	tx: Transaction,
	ids: readonly string[]
): Promise<Map<string, { organisationId: string }>> {
	const valid = ids.filter(isId);
	if (valid.length === 0) return new Map();
	const rows = await tx
		.select({ id: account.id, organisationId: account.organisationId })
		.from(account)
		.where(and(inArray(account.id, valid), or(eq(account.state, 'active'), eq(account.state, 'invited'))));
	return new Map(rows.map((r) => [r.id, r]));
}

/** Organisations and people who carry out measures of a decision: what the policy asks. */
export async function unitsOf(tx: Transaction, decisionId: string): Promise<{ units: string[]; contacts: string[] }> {
	const rows = await tx
		.select({ organisationId: measure.organisationId, contactId: measure.contactId, deputyId: measure.deputyId })
		.from(measure)
		.where(eq(measure.decisionId, decisionId));
	return {
		units: rows.map((r) => r.organisationId),
		contacts: rows.flatMap((r) => [r.contactId, r.deputyId]).filter((id) => id !== null)
	};
}

export const gapIdsOf = async (
	tx: Transaction,
	d: { proposalId: string | null; gapId: string | null }
): Promise<string[]> => {
	const found = await tx.execute<{ id: string }>(sql`
		select gap_id as id from proposal_gap where proposal_id = ${d.proposalId}::uuid
		union select ${d.gapId}::uuid where ${d.gapId}::uuid is not null order by 1`);
	return found.rows.map((r) => r.id);
};
