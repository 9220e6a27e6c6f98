/** The proposals before a meeting, each in its last frozen version, with the gaps they answer and the analyses behind them. */
import { sql } from 'drizzle-orm';
import { evidenceCounts } from '#concepts/gaps/evidence.server.ts';
import { noEvidence, shownCount, type Evidence } from '#concepts/gaps/rules.ts';
import type { FrozenDissent } from '#concepts/proposals/dissents.rules.ts';
import type { Outline } from '#concepts/proposals/rules.ts';
import type { Transaction } from '#platform/change.server.ts';
import type { SourceGap, SourceProposal } from './papers.source.ts';

type Row = {
	id: string;
	number: string;
	title: string;
	outline: Outline;
	responsible: string | null;
	dueOn: string | null;
	version: number | null;
	hash: string | null;
	frozenOn: string | null;
	dissents: FrozenDissent[];
};
type Linked = { proposalId: string; id: string; number: string; title: string };

/** Those of the agenda in its order, then others that are scheduled for the meeting. */
export async function proposalsIn(
	tx: Transaction,
	meetingId: string,
	onAgenda: readonly string[],
	cellSize: number
): Promise<SourceProposal[]> {
	const order = sql.param([...onAgenda]);
	const found = await tx.execute<Row>(sql`
		select p.id, p.number, coalesce(v.title, p.title) as title, coalesce(v.outline, p.outline) as outline,
			coalesce(v.responsible, o.name) as responsible, coalesce(v.due_on, p.due_on)::text as "dueOn",
			v.version, v.hash, to_char(v.frozen_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "frozenOn",
			coalesce(v.dissents, '[]') as dissents
		from proposal p
		left join organisation o on o.id = p.responsible_organisation_id
		left join lateral (select x.* from proposal_version x where x.proposal_id = p.id order by x.version desc limit 1) v on true
		where p.id = any(${order}::uuid[]) or (p.meeting_id = ${meetingId}::uuid and p.state in ('scheduled', 'decided'))
		order by array_position(${order}::uuid[], p.id) nulls last, p.number`);
	const ids = sql.param(found.rows.map((p) => p.id));
	const gaps = await tx.execute<Linked>(sql`
		select pg.proposal_id as "proposalId", g.id, g.number, g.title from proposal_gap pg
		join service_gap g on g.id = pg.gap_id where pg.proposal_id = any(${ids}::uuid[]) order by g.number`);
	const counts = await evidenceCounts(tx, [...new Set(gaps.rows.map((g) => g.id))]);
	const cases = await tx.execute<{ proposalId: string; caseId: string }>(sql`
		select x.proposal_id as "proposalId", a.id as "caseId" from (
			select pc.proposal_id, pc.case_id from proposal_case pc where pc.proposal_id = any(${ids}::uuid[])
			union select pg.proposal_id, gc.case_id from proposal_gap pg join gap_case gc on gc.gap_id = pg.gap_id
				where pg.proposal_id = any(${ids}::uuid[])) x
		join case_analysis a on a.id = x.case_id where a.number is not null order by a.number`);
	return found.rows.map((p) => ({
		number: p.number,
		title: p.title,
		outline: p.outline,
		responsible: p.responsible ?? '',
		dueOn: p.dueOn,
		version: p.version ? { n: p.version, hash: p.hash ?? '', frozenOn: p.frozenOn ?? '' } : null,
		dissents: p.dissents,
		gaps: gaps.rows.filter((g) => g.proposalId === p.id).map((g) => sourceGap(g, counts.get(g.id), cellSize)),
		caseIds: cases.rows.filter((c) => c.proposalId === p.id).map((c) => c.caseId)
	}));
}

/** As its page shows it to those who are not the office: places and domains are counted, houses only from the cell size on. */
export const sourceGap = (
	g: { number: string; title: string },
	evidence: Evidence | undefined,
	cellSize: number
): SourceGap => {
	const e = evidence ?? noEvidence;
	return {
		number: g.number,
		title: g.title,
		municipalities: e.municipalities,
		carriers: shownCount(e.carriers, cellSize, false),
		domains: e.legalDomains
	};
};
