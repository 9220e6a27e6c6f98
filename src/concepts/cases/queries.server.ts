/** What the pages of the case analyses show, filtered by policy; authors are never selected for others. */
import { and, asc, count, desc, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { fits } from '#platform/step.ts';
import { may, mayReview, mayWrite, seesRecalls, type OwnedCase } from './policy.ts';
import { readable, steps, type CaseState, type CaseStep, type Content, type Finding } from './rules.ts';
import { caseAnalysis } from './tables.server.ts';

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
		const where = and(chosen, ...filtersOf(tab, filter));
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

function filtersOf(tab: CaseTab, { legalDomain, phase }: CaseFilter): SQL[] {
	if (tab === 'recalled') return []; // Security: filtering would tell what a recalled analysis was about
	return [
		...(legalDomain ? [sql`${caseAnalysis.attributes}->'legalDomains' ? ${legalDomain}`] : []),
		...(phase ? [sql`${caseAnalysis.attributes}->'phases' ? ${phase}`] : [])
	];
}

export type CaseSeen = Content & {
	id: string;
	number: string | null;
	state: CaseState;
	finding: Finding | null;
	releasedAt: Date | null;
	submittedAt: Date | null;
	updatedAt: Date;
	isMine: boolean;
	/** The reviewer's comment, for the author and the next reviewer only. */
	reviewComment: string;
	steps: CaseStep[];
	maySave: boolean;
};
const stepNames = Object.keys(steps) as CaseStep[];

/** One analysis with the steps that are open to this reader now; null when hidden. */
export const casePage = (actor: Actor, id: string): Promise<CaseSeen | null> =>
	look(async (tx) => {
		const rows = await tx.select().from(caseAnalysis).where(eq(caseAnalysis.id, id));
		const row = rows[0];
		if (!row) return null;
		const { reviewersOfSameOrganisation: ownHouse } = await settingsOf(tx);
		const state = row.state as CaseState;
		const thing: OwnedCase = { authorId: row.authorId, organisationId: row.organisationId, state, ownHouse };
		if (!may(actor, 'read', thing)) return null;
		const released = readable.includes(state);
		return {
			id,
			number: row.number,
			state,
			title: row.title,
			attributes: row.attributes,
			stations: row.stations,
			narrative: row.narrative,
			helped: row.helped,
			suspectedGap: row.suspectedGap,
			finding: row.finding as Finding | null,
			releasedAt: row.releasedAt,
			submittedAt: row.submittedAt,
			updatedAt: row.updatedAt,
			isMine: row.authorId === actor.id,
			reviewComment: released ? '' : row.reviewComment,
			steps: stepNames.filter((s) => fits(steps[s], state) && may(actor, s, thing)),
			maySave: may(actor, 'save', thing) && fits(steps.submit, state)
		};
	});

/** Data protection and the office learn that an analysis was recalled; everybody else gets null. */
export const recalledCase = (
	actor: Actor,
	id: string
): Promise<{ number: string | null; recalledAt: Date | null } | null> =>
	look(async (tx) => {
		if (!seesRecalls(actor)) return null;
		const rows = await tx
			.select({ number: caseAnalysis.number, recalledAt: caseAnalysis.recalledAt })
			.from(caseAnalysis)
			.where(and(eq(caseAnalysis.id, id), eq(caseAnalysis.state, 'recalled')));
		return rows[0] ?? null;
	});
