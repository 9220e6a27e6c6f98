/** The evidence behind a proposal: its gaps, anonymous counts, released analyses. Never who reported. */
import { and, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { readable } from '#concepts/cases/rules.ts';
import { caseAnalysis } from '#concepts/cases/tables.server.ts';
import { evidenceCounts } from '#concepts/gaps/evidence.server.ts';
import { may } from '#concepts/gaps/policy.ts';
import { noEvidence, shownCount, type Evidence, type GapState } from '#concepts/gaps/rules.ts';
import { gapCase, gapGroup, serviceGap } from '#concepts/gaps/tables.server.ts';
import { isInside, isOffice, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { linkable } from './rules.ts';
import { proposalCase, proposalGap } from './tables.server.ts';

export type LinkedGap = { id: string; number: string; title: string; state: GapState };
/** 'few' stands for 1 to one below the cell size. */
export type ShownEvidence = Record<keyof Evidence, number | 'few'>;
export type EvidenceShown = {
	byGap: { id: string; counts: ShownEvidence }[];
	cases: { id: string; number: string | null; title: string }[];
	/** So many stood there once. */
	recalledCases: number;
};

/** Without titles for those who may not read gaps: then the list is empty, the proposal stays readable. */
export async function linkedGaps(tx: Transaction, actor: Actor, proposalId: string): Promise<LinkedGap[]> {
	if (!may(actor, 'read')) return [];
	const rows = await tx
		.select({ id: serviceGap.id, number: serviceGap.number, title: serviceGap.title, state: serviceGap.state })
		.from(proposalGap)
		.innerJoin(serviceGap, eq(serviceGap.id, proposalGap.gapId))
		.where(eq(proposalGap.proposalId, proposalId))
		.orderBy(serviceGap.number);
	return rows as LinkedGap[];
}

export async function evidenceOf(
	tx: Transaction,
	actor: Actor,
	proposalId: string,
	gapIds: string[]
): Promise<EvidenceShown> {
	if (!isInside(actor)) return { byGap: [], cases: [], recalledCases: 0 };
	const { minimumCellSize } = await settingsOf(tx);
	const counts = await evidenceCounts(tx, gapIds);
	const shown = (n: number) => shownCount(n, minimumCellSize, isOffice(actor));
	const byGap = gapIds.map((id) => {
		const e = counts.get(id) ?? noEvidence;
		// breadth counts places and domains, not people; only what could point to somebody is held back
		return {
			id,
			counts: {
				reports: shown(e.reports),
				confirmations: shown(e.confirmations),
				cases: shown(e.cases),
				municipalities: e.municipalities,
				carriers: shown(e.carriers),
				legalDomains: e.legalDomains
			}
		};
	});
	const behind = behindProposal(proposalId, gapIds);
	return { byGap, cases: await casesOf(tx, behind), recalledCases: await recalledOf(tx, behind) };
}

function behindProposal(proposalId: string, gapIds: string[]): SQL {
	const viaGap = gapIds.length
		? sql`${caseAnalysis.id} in (select case_id from ${gapCase} where gap_id = any(${sql.param(gapIds)}::uuid[]))`
		: sql`false`;
	const direct = sql`${caseAnalysis.id} in (select case_id from ${proposalCase} where proposal_id = ${proposalId})`;
	return sql`(${viaGap} or ${direct})`;
}

const casesOf = (tx: Transaction, behind: SQL) =>
	tx
		.select({ id: caseAnalysis.id, number: caseAnalysis.number, title: caseAnalysis.title })
		.from(caseAnalysis)
		.where(and(inArray(caseAnalysis.state, [...readable]), behind))
		.orderBy(caseAnalysis.number)
		.limit(50);

/** Security: how many, and neither which nor when. */
const recalledOf = (tx: Transaction, behind: SQL): Promise<number> =>
	tx.$count(caseAnalysis, and(eq(caseAnalysis.state, 'recalled'), behind));

/** Gaps that can be linked, those of the group first. */
export async function gapOptions(tx: Transaction, bodyId: string | null, without: string[] = []) {
	const ofGroup = bodyId
		? sql<boolean>`exists (select from ${gapGroup} g where g.gap_id = ${serviceGap.id} and g.body_id = ${bodyId})`
		: sql<boolean>`false`;
	return tx
		.select({ id: serviceGap.id, number: serviceGap.number, title: serviceGap.title, ofGroup })
		.from(serviceGap)
		.where(
			and(inArray(serviceGap.state, [...linkable]), without.length ? notInArray(serviceGap.id, without) : undefined)
		)
		.orderBy(...(bodyId ? [sql`${ofGroup} desc`] : []), sql`${serviceGap.number} desc`)
		.limit(200);
}
