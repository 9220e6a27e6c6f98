/** SQL of the two lists of a meeting: what is scheduled, where it stands, which measure is prepared. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { objectionsOf } from '#concepts/proposals/statements.queries.server.ts';
import { circulationSteps } from './circulation.rules.ts';
import { committeeListing, preparedMeasure } from './committee.tables.server.ts';
import type { MeasureInput } from './issue.server.ts';
import { listOf, reasonOf, type List, type ListingReason, type Placed } from './listing.rules.ts';

export type Prepared = typeof preparedMeasure.$inferSelect;
export type Listed = {
	id: string;
	number: string;
	list: List;
	/** Why the rule put it there; null where the office or a member did. */
	reason: ListingReason | null;
	pulledBy: string | null;
	word: string;
	/** How many dissenting votes stand beside it. */
	dissents: number;
	prepared: Prepared | null;
};
type Row = { id: string; number: string; money: string; circulated: boolean };

/** Of these proposals, as they stand for this meeting, by number; three queries. */
export async function listedOf(
	tx: Transaction,
	meetingId: string,
	ids: readonly string[]
): Promise<Map<string, Listed>> {
	if (!ids.length) return new Map();
	const among = sql`any(${sql.param([...ids])}::uuid[])`;
	const rows = (
		await tx.execute<Row>(sql`select p.id, p.number, coalesce(v.outline, p.outline) ->> 'money' as money,
			exists (select from circulation c where c.proposal_id = p.id
				and c.state in (${circulationSteps.demand.to}, ${circulationSteps.fail.to})) as circulated
			from proposal p left join lateral (select x.outline from proposal_version x where x.proposal_id = p.id
				order by x.version desc limit 1) v on true where p.id = ${among} order by p.number`)
	).rows;
	const placed = await tx
		.select()
		.from(committeeListing)
		.where(and(eq(committeeListing.meetingId, meetingId), inArray(committeeListing.proposalId, [...ids])));
	const prepared = await tx
		.select()
		.from(preparedMeasure)
		.where(inArray(preparedMeasure.proposalId, [...ids]));
	const objections = await objectionsOf(tx, ids);
	return new Map(
		rows.map((r): [string, Listed] => {
			const at = placed.find((p) => p.proposalId === r.id) ?? null;
			const { refusals, dissents } = objections.get(r.id) ?? { refusals: 0, dissents: 0 };
			const facts = { money: r.money ?? '', refusals, dissents, circulated: r.circulated };
			return [
				r.id,
				{
					id: r.id,
					number: r.number,
					list: listOf(at, facts),
					reason: at ? null : reasonOf(facts),
					pulledBy: at?.pulledBy ?? null,
					word: at?.word ?? '',
					dissents,
					prepared: prepared.find((p) => p.proposalId === r.id) ?? null
				}
			];
		})
	);
}
/** Decided with the list: it stands on it, and the measure that follows is known and still ahead. */
export const isReady = (l: Listed): boolean =>
	l.list === 'consent' && l.prepared !== null && l.prepared.dueOn > today();

export const placedOn = async (tx: Transaction, proposalId: string, meetingId: string): Promise<Placed | null> =>
	(
		await tx
			.select({ list: committeeListing.list, pulledBy: committeeListing.pulledBy })
			.from(committeeListing)
			.where(and(eq(committeeListing.proposalId, proposalId), eq(committeeListing.meetingId, meetingId)))
	)[0] ?? null;

export async function put(
	tx: Transaction,
	of: { proposalId: string; meetingId: string },
	values: { list: List; pulledBy: string | null; word: string }
): Promise<void> {
	await tx
		.insert(committeeListing)
		.values({ ...of, ...values, at: now() })
		.onConflictDoUpdate({
			target: [committeeListing.proposalId, committeeListing.meetingId],
			set: { ...values, at: now() }
		});
}

export async function prepare(tx: Transaction, proposalId: string, input: MeasureInput): Promise<void> {
	const { contactId, deputyId, dueOn } = input;
	const values = {
		contactId,
		deputyId,
		dueOn,
		title: input.title.trim(),
		indicator: input.indicator.trim(),
		at: now()
	};
	await tx
		.insert(preparedMeasure)
		.values({ proposalId, ...values })
		.onConflictDoUpdate({ target: preparedMeasure.proposalId, set: values });
}

export async function preparedFor(tx: Transaction, proposalId: string): Promise<Prepared | null> {
	return (await tx.select().from(preparedMeasure).where(eq(preparedMeasure.proposalId, proposalId)))[0] ?? null;
}
export const measureOf = (p: Prepared): MeasureInput => ({
	title: p.title,
	contactId: p.contactId,
	deputyId: p.deputyId,
	dueOn: p.dueOn,
	indicator: p.indicator
});

/** Ids of what is scheduled for a meeting, in the order in which they are locked. */
export async function scheduledIn(tx: Transaction, meetingId: string): Promise<string[]> {
	const found = await tx.execute<{ id: string }>(
		sql`select id from proposal where meeting_id = ${meetingId}::uuid and state = 'scheduled' order by id for update`
	);
	return found.rows.map((r) => r.id);
}
