/** The SQL of the situation picture: contributions not yet in it, what was published, the county's map. */
import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { zone } from '#platform/clock.ts';
import type { CountyMap } from './map.ts';
import type { Contribution, PublishedClass } from './rules.ts';
import { countyMap, situationClass, situationTranche } from './tables.server.ts';

/**
 * Assigned reports and confirmations, by the day they became evidence of a gap; the legal domain is the first named,
 * what a report does not say is as its gap says. Security: for publication only, never for a page.
 */
const contributions = sql`(
	select (r.settled_at at time zone ${zone})::date as "on", coalesce(r.legal_domains[1], g.legal_domains[1]) as "legalDomain",
		g.gap_type as "gapType", coalesce(r.phase, g.phases[1]) as phase, r.organisation_id::text as "organisationId", r.municipality
	from gap_report r join service_gap g on g.id = r.gap_id where r.state = 'assigned' and r.settled_at is not null
	union all
	select (c.created_at at time zone ${zone})::date, coalesce(c.legal_domains[1], g.legal_domains[1]),
		g.gap_type, g.phases[1], c.organisation_id::text, c.municipality
	from confirmation c join service_gap g on g.id = c.gap_id)`;

/** The day before the first contribution; null while there is none. */
export async function dayBeforeFirst(tx: Transaction): Promise<string | null> {
	const found = await tx.execute<{ on: string | null }>(
		sql`select (min(c."on") - 1)::text as "on" from ${contributions} c`
	);
	return found.rows[0]?.on ?? null;
}

/** `after` exclusive, `through` inclusive. */
export async function contributionsBetween(tx: Transaction, after: string, through: string): Promise<Contribution[]> {
	const found = await tx.execute<Contribution>(sql`select c."legalDomain", c."gapType", c.phase, c."organisationId",
		nullif(c.municipality, '') as municipality from ${contributions} c where c."on" > ${after}::date and c."on" <= ${through}::date`);
	return found.rows;
}

export async function lastTranche(tx: Transaction): Promise<{ throughOn: string } | null> {
	const rows = await tx
		.select({ throughOn: situationTranche.throughOn })
		.from(situationTranche)
		.orderBy(desc(situationTranche.throughOn))
		.limit(1);
	return rows[0] ?? null;
}

export async function insertTranche(
	tx: Transaction,
	t: { throughOn: string; contributions: number; publishedAt: Date },
	classes: readonly PublishedClass[]
): Promise<string> {
	const [row] = await tx.insert(situationTranche).values(t).returning({ id: situationTranche.id });
	const trancheId = row!.id;
	await tx.insert(situationClass).values(classes.map((c) => ({ ...c, trancheId })));
	return trancheId;
}

export type Tranche = { throughOn: string; contributions: number; classes: PublishedClass[] };
/** All that was published, oldest first. */
export async function tranches(tx: Transaction): Promise<Tranche[]> {
	const rows = await tx
		.select()
		.from(situationTranche)
		.innerJoin(situationClass, eq(situationClass.trancheId, situationTranche.id))
		.orderBy(asc(situationTranche.throughOn));
	const byDay = Map.groupBy(rows, (r) => r.situation_tranche.throughOn);
	return [...byDay].map(([throughOn, of]) => ({
		throughOn,
		contributions: of[0]!.situation_tranche.contributions,
		classes: of.map((r) => r.situation_class)
	}));
}

export async function storedMap(tx: Transaction): Promise<CountyMap | null> {
	const rows = await tx.select().from(countyMap);
	return rows[0] ?? null;
}
export async function putMap(tx: Transaction, map: CountyMap, uploadedAt: Date): Promise<void> {
	const row = { ...map, uploadedAt };
	await tx
		.insert(countyMap)
		.values({ id: 1, ...row })
		.onConflictDoUpdate({ target: countyMap.id, set: row });
}
export const deleteMap = async (tx: Transaction): Promise<boolean> =>
	(await tx.delete(countyMap).returning({ id: countyMap.id })).length > 0;
