/** What the pages of the case lists show: a carrier its own, the office the sums of all, guarded. */
import { countDistinct, desc, eq, sql } from 'drizzle-orm';
import { untold } from '#concepts/anonymity/ladders.ts';
import { referenceOf, thresholdsOf } from '#concepts/anonymity/settings.queries.server.ts';
import { suppress, tableOf, type PublishedTable } from '#concepts/anonymity/suppress.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { catalogues } from '#concepts/people/catalogues.queries.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { mayReadList, maySeeTotals, maySend } from './lists.policy.ts';
import type { ListCodes, ListCount, ListField, ListGate, ListRow } from './lists.rules.ts';
import { caseList, caseListCount, caseListRow } from './lists.tables.server.ts';

/** The thresholds and the reference population as they stand in this transaction. */
export const gateOf = async (tx: Transaction): Promise<ListGate> => ({
	thresholds: await thresholdsOf(tx),
	reference: await referenceOf(tx)
});

export async function listCodes(tx: Transaction): Promise<ListCodes> {
	const { legalDomain, integrationPhase } = await catalogues(['legalDomain', 'integrationPhase'], tx);
	return { legalDomain: legalDomain.map((i) => i.code), phase: integrationPhase.map((i) => i.code) };
}

/** What the browser needs to decide by itself; null for who may not give in lists. */
export const listDesk = (actor: Actor): Promise<{ gate: ListGate } | null> =>
	maySend(actor) ? look(async (tx) => ({ gate: await gateOf(tx) })) : Promise.resolve(null);

export type ListLine = { id: string; period: string; filedOn: string; cases: number };
const line = { id: caseList.id, period: caseList.period, filedOn: caseList.filedOn, cases: caseList.cases };

/** The lists of the reader's own organisation, the newest first; null for who may not give in any. */
export const ownLists = (actor: Actor): Promise<ListLine[] | null> =>
	!maySend(actor) || actor.organisationId === null
		? Promise.resolve(null)
		: look((tx) =>
				tx
					.select(line)
					.from(caseList)
					.where(eq(caseList.organisationId, actor.organisationId!))
					.orderBy(desc(caseList.filedOn), desc(caseList.createdAt))
					.limit(100)
			);

export type ListPage = ListLine & { rows: ListRow[]; counts: ListCount[] };
/** All that is stored of a list; null for another carrier. */
export const listPage = (actor: Actor, id: string): Promise<ListPage | null> =>
	look(async (tx) => {
		const found = await tx
			.select({ ...line, organisationId: caseList.organisationId })
			.from(caseList)
			.where(eq(caseList.id, id));
		if (!found[0] || !mayReadList(actor, found[0])) return null;
		const { organisationId: _, ...list } = found[0];
		const rows = await tx.select().from(caseListRow).where(eq(caseListRow.listId, id)).orderBy(desc(caseListRow.cases));
		const counts = await tx.select().from(caseListCount).where(eq(caseListCount.listId, id));
		return {
			...list,
			rows: rows.map(({ listId: _, ...row }) => row),
			counts: counts.map(({ listId: _, field, ...c }) => ({ ...c, field: field as ListField }))
		};
	});

export type CountyTotals = {
	table: Omit<PublishedTable, 'complement'> | null;
	counts: { code: string; cases: number | null }[];
};
/** The sum of a single house would be its own number. */
const leastHouses = 2;
/**
 * Legal domain × the codes of one attribute over the rows of all carriers, and the single counts of that attribute; null
 * for all but the office.
 * Security: each number is a sum of groups of at least the threshold, so the growth from one day to the next tells no
 * less. The tables of the attributes share their totals by legal domain: one that could only be guarded by hiding such a
 * total, which another shows, is not shown at all.
 */
export const countyTotals = (actor: Actor, field: ListField): Promise<CountyTotals | null> =>
	!maySeeTotals(actor)
		? Promise.resolve(null)
		: look(async (tx) => {
				const { thresholds } = await gateOf(tx);
				const [given] = await tx.select({ houses: countDistinct(caseList.organisationId) }).from(caseList);
				if (given!.houses < leastHouses) return { table: tableShown([], thresholds.cases), counts: [] };
				const sum = sql<number>`sum(${caseListRow.cases})`.mapWith(Number);
				const column = caseListRow[field];
				const groups = await tx
					.select({ legalDomain: caseListRow.legalDomain, code: column, cases: sum })
					.from(caseListRow)
					.groupBy(caseListRow.legalDomain, column);
				const singles = await tx
					.select({ code: caseListCount.code, cases: sql<number>`sum(${caseListCount.cases})`.mapWith(Number) })
					.from(caseListCount)
					.where(eq(caseListCount.field, field))
					.groupBy(caseListCount.code)
					.orderBy(caseListCount.code);
				return {
					table: tableShown(groups, thresholds.cases),
					counts: singles.map((c) => ({ ...c, cases: c.cases >= thresholds.cases ? c.cases : null }))
				};
			});

/** `complement` never leaves the server. */
function tableShown(
	groups: readonly { legalDomain: string; code: string; cases: number }[],
	threshold: number
): CountyTotals['table'] {
	const last = (a: string, b: string) => Number(a === untold) - Number(b === untold) || (a < b ? -1 : 1);
	const rows = [...new Set(groups.map((g) => g.legalDomain))].sort(last);
	const columns = [...new Set(groups.map((g) => g.code))].sort(last);
	const count = (row: string, column: string) =>
		groups.find((g) => g.legalDomain === row && g.code === column)?.cases ?? 0;
	const counted = tableOf(
		rows,
		columns,
		rows.map((r) => columns.map((c) => count(r, c)))
	);
	const { complement: _, ...shown } = suppress(counted, threshold);
	return shown.total === null || shown.rowTotals.includes(null) ? null : shown;
}
