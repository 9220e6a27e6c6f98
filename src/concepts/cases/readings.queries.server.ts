/** Who has read which case analysis and when – for data protection alone, without a word of what was read. */
import { and, count, desc, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { may } from '#concepts/people/policy.ts';
import { account } from '#concepts/people/tables.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { event } from '#platform/events.tables.server.ts';
import { caseAnalysis } from './tables.server.ts';

export type Reading = {
	id: number;
	at: Date;
	who: string;
	number: string | null;
	caseId: string;
	/** then there is a page that says so, and nothing else to see of it */
	recalled: boolean;
};
export type ReadingFilter = {
	/** part of a name */
	person: string;
	/** number of an analysis */
	analysis: string;
	/** Instants: from, inclusive; until, exclusive. */
	from: Date | null;
	until: Date | null;
};
export const readingsPageSize = 50;
/** So many lines has a file at the most, and so far is counted. */
export const mostReadings = 10_000;
const mostPeople = 500;

/** Newest first. Null for everybody but data protection; `total` stops at 10,000. */
export const readingsOf = (
	actor: Actor,
	f: ReadingFilter,
	page: { size: number; page: number }
): Promise<{ readings: Reading[]; total: number } | null> =>
	!may(actor, 'read_log_names')
		? Promise.resolve(null)
		: look(async (tx) => {
				const where = await matching(tx, f);
				const readings = await tx
					.select({
						id: event.id,
						at: event.at,
						who: account.name,
						number: caseAnalysis.number,
						caseId: sql<string>`${event.thingId}::text`,
						recalled: sql<boolean>`${caseAnalysis.state} = 'recalled'`
					})
					.from(event)
					.innerJoin(account, eq(account.id, event.actorId))
					.innerJoin(caseAnalysis, eq(caseAnalysis.id, event.thingId))
					.where(where)
					.orderBy(desc(event.id))
					.limit(page.size)
					.offset((page.page - 1) * page.size);
				const counted = tx.select({ id: event.id }).from(event).where(where).limit(mostReadings).as('counted');
				const [all] = await tx.select({ total: count() }).from(counted);
				return { readings, total: all?.total ?? 0 };
			});

async function matching(tx: Transaction, { person, analysis, from, until }: ReadingFilter): Promise<SQL | undefined> {
	const part = `%${person.replace(/[\\%_]/g, '\\$&')}%`;
	const readers = person
		? await tx
				.select({ id: account.id })
				.from(account)
				.where(sql`${account.name} ilike ${part}`)
				.limit(mostPeople)
		: null;
	const cases = analysis
		? await tx.select({ id: caseAnalysis.id }).from(caseAnalysis).where(eq(caseAnalysis.number, analysis.toUpperCase()))
		: null;
	const among = (column: typeof event.actorId | typeof event.thingId, rows: { id: string }[]) =>
		rows.length
			? inArray(
					column,
					rows.map((r) => r.id)
				)
			: sql`false`;
	return and(
		eq(event.thingType, 'case_analysis'),
		eq(event.kind, 'case_analysis.read'),
		readers ? among(event.actorId, readers) : undefined,
		cases ? among(event.thingId, cases) : undefined,
		from ? gte(event.at, from) : undefined,
		until ? lt(event.at, until) : undefined
	);
}
