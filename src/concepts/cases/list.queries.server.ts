/** The lists of case analyses, filtered by policy; authors are never selected for others. */
import { and, asc, count, desc, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import { showing } from '#concepts/anonymity/release.ts';
import { thresholdsOf } from '#concepts/anonymity/settings.queries.server.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { may, mayReview, mayWrite, seesRecalls } from './policy.ts';
import { readable, type CaseState, type Content } from './rules.ts';
import { caseAnalysis } from './tables.server.ts';
import { roomOf } from './waiting.store.server.ts';

export const pageSize = 25;
export type CaseLine = {
	id: string;
	number: string | null;
	title: string;
	state: CaseState;
	legalDomains: string[];
	at: Date | null;
};
export type CaseTab = 'released' | 'mine' | 'review' | 'recalled';
export type CaseFilter = { legalDomain?: string; phase?: string };

const line = {
	id: caseAnalysis.id,
	number: caseAnalysis.number,
	title: caseAnalysis.title,
	state: caseAnalysis.state,
	attributes: caseAnalysis.attributes
};
type Row = {
	id: string;
	number: string | null;
	title: string;
	state: string;
	attributes: Content['attributes'];
	at: Date | null;
};
const lineOf = ({ attributes, ...row }: Row): CaseLine => ({
	...row,
	state: row.state as CaseState,
	legalDomains: attributes.legalDomains
});

/** The tabs this reader has, with how many analyses are in each, and one page of the one chosen; null for others. */
export const casesPage = (actor: Actor, tab: CaseTab, page: number, filter: CaseFilter = {}) =>
	look(async (tx) => {
		const conditions = await tabsOf(tx, actor);
		const tabs = (Object.keys(conditions) as CaseTab[]).filter((t) => conditions[t]);
		const chosen = conditions[tab];
		if (!chosen) return null;
		const counts: Partial<Record<CaseTab, number>> = {};
		const counted = await tx
			.select(
				Object.fromEntries(tabs.map((t) => [t, sql<number>`count(*) filter (where ${conditions[t]!})`.mapWith(Number)]))
			)
			.from(caseAnalysis)
			.where(or(...tabs.map((t) => conditions[t]!)));
		Object.assign(counts, counted[0]);
		const where = and(chosen, ...(await filtersOf(tx, tab, filter)));
		const total = (await tx.select({ n: count() }).from(caseAnalysis).where(where))[0]!.n;
		const at =
			tab === 'released'
				? caseAnalysis.releasedAt
				: tab === 'review'
					? caseAnalysis.submittedAt
					: tab === 'recalled'
						? caseAnalysis.recalledAt
						: caseAnalysis.updatedAt;
		const rows = await tx
			.select({ ...line, title: tab === 'recalled' ? sql<string>`''` : caseAnalysis.title, at })
			.from(caseAnalysis)
			.where(where)
			.orderBy(tab === 'review' ? asc(at) : desc(at), caseAnalysis.id)
			.limit(pageSize)
			.offset((page - 1) * pageSize);
		const shown = tab === 'recalled' ? rows.map((r) => ({ ...r, attributes: { legalDomains: [], phases: [] } })) : rows;
		return {
			tabs: tabs.map((t) => ({ tab: t, count: counts[t] ?? 0 })),
			rows: shown.map(lineOf),
			total,
			mayWrite: mayWrite(actor)
		};
	});

async function tabsOf(tx: Transaction, actor: Actor): Promise<Partial<Record<CaseTab, SQL>>> {
	if (!isSomebody(actor)) return {};
	const { reviewersOfSameOrganisation: ownHouse } = await settingsOf(tx);
	const inside = may(actor, 'read', { authorId: '', organisationId: '', state: 'released', ownHouse });
	return {
		...(inside && { released: inArray(caseAnalysis.state, [...readable]) }),
		...(mayWrite(actor) && {
			mine: and(
				eq(caseAnalysis.authorId, actor.id),
				ne(caseAnalysis.state, 'deleted'),
				ne(caseAnalysis.state, 'recalled')
			)
		}),
		...(mayReview(actor) && {
			review: and(
				eq(caseAnalysis.state, 'in_review'),
				ne(caseAnalysis.authorId, actor.id),
				ownHouse ? undefined : ne(caseAnalysis.organisationId, actor.organisationId)
			)
		}),
		...(seesRecalls(actor) && { recalled: eq(caseAnalysis.state, 'recalled') })
	};
}

async function filtersOf(tx: Transaction, tab: CaseTab, { legalDomain, phase }: CaseFilter): Promise<SQL[]> {
	if (tab === 'recalled') return []; // Security: filtering would tell what a recalled analysis was about
	return [
		// of an early one the legal domains are told, and no more
		...(phase && tab === 'released' ? [inArray(caseAnalysis.id, await fullyShown(tx))] : []),
		...(legalDomain ? [sql`${caseAnalysis.attributes}->'legalDomains' ? ${legalDomain}`] : []),
		...(phase ? [sql`${caseAnalysis.attributes}->'phases' ? ${phase}`] : [])
	];
}

/** The analyses whose attributes everybody sees. */
async function fullyShown(tx: Transaction): Promise<string[]> {
	const shown = showing(await roomOf(tx), await thresholdsOf(tx));
	return [...shown].flatMap(([id, { how }]) => (how === 'full' ? [id] : []));
}
