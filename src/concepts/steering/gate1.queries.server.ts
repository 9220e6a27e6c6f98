/** Gaps before the first gate, in their order, each with its reason; and what groups have reported on mandates. */
import { desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { isInterimOverdue, type MandateState } from '#concepts/bodies/rules.ts';
import { body, mandate } from '#concepts/bodies/tables.server.ts';
import { evidenceCounts } from '#concepts/gaps/evidence.server.ts';
import { noEvidence, shownCount, type GapState } from '#concepts/gaps/rules.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { isOffice, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { monthsSince, ranked, severityOf } from './gate1.rules.ts';
import { prioritisable } from './rules.ts';
import { decision } from './tables.server.ts';

/** More than a committee weighs up at once; what is left out is in the register. */
const mostGaps = 200;
const shownGaps = 12;

export type GapBefore = {
	id: string;
	number: string;
	title: string;
	state: GapState;
	priority: string | null;
	/** What the committee said when it set the priority. */
	priorityReason: string;
	municipalities: number;
	/** 'few' stands for one to one below the cell size: one carrier is not pointed at. */
	carriers: number | 'few';
	legalDomains: number;
	months: number;
	severity: number;
};

/** Those that are real and with no group yet, ranked; `total` counts them all. */
export async function gapsBefore(tx: Transaction, actor: Actor): Promise<{ rows: GapBefore[]; total: number }> {
	const rows = await tx
		.select({
			id: serviceGap.id,
			number: serviceGap.number,
			title: serviceGap.title,
			state: sql<GapState>`${serviceGap.state}`,
			priority: serviceGap.priority,
			severity: serviceGap.severity,
			createdAt: serviceGap.createdAt,
			total: sql<number>`(count(*) over ())::int`,
			priorityReason: sql<string>`coalesce((select d.reason from ${decision} d where d.gap_id = ${serviceGap.id} order by d.decided_at desc limit 1), '')`
		})
		.from(serviceGap)
		.where(inArray(serviceGap.state, [...prioritisable]))
		.orderBy(desc(serviceGap.updatedAt))
		.limit(mostGaps);
	const counts = await evidenceCounts(
		tx,
		rows.map((r) => r.id)
	);
	const { minimumCellSize } = await settingsOf(tx);
	const facts = rows.map((r) => ({ ...r, ...(counts.get(r.id) ?? noEvidence) }));
	return {
		total: rows[0]?.total ?? 0,
		rows: ranked(facts, now())
			.slice(0, shownGaps)
			.map((g) => ({
				id: g.id,
				number: g.number,
				title: g.title,
				state: g.state,
				priority: g.priority,
				priorityReason: g.priorityReason,
				municipalities: g.municipalities,
				carriers: shownCount(g.carriers, minimumCellSize, isOffice(actor)),
				legalDomains: g.legalDomains,
				months: monthsSince(g.createdAt, now()),
				severity: severityOf(g.severity)
			}))
	};
}

/** Mandates that wait for the committee's word, and those whose interim report is late. */
export async function mandatesBefore(tx: Transaction) {
	const state = sql<MandateState>`${mandate.state}`;
	const rows = await tx
		.select({
			id: mandate.id,
			number: mandate.number,
			goal: mandate.goal,
			group: body.name,
			state,
			dueOn: mandate.dueOn,
			interimDueOn: mandate.interimDueOn,
			interimReportedAt: mandate.interimReportedAt,
			reportedAt: mandate.reportedAt
		})
		.from(mandate)
		.innerJoin(body, eq(body.id, mandate.bodyId))
		.where(or(eq(mandate.state, 'reported'), isNotNull(mandate.interimDueOn)))
		.orderBy(mandate.dueOn)
		.limit(50);
	return rows
		.map((r) => ({ ...r, reported: r.state === 'reported', interimLate: isInterimOverdue(r, today()) }))
		.filter((r) => r.reported || r.interimLate);
}
