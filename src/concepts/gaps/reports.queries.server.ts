/** What senders and the office see of a report, and what a sender has begun. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { event } from '#platform/events.tables.server.ts';
import { isId } from '#platform/ids.ts';
import { fits } from '#platform/step.ts';
import type { Actor } from '#concepts/people/actor.ts';
import type { GapRef } from './gap.queries.server.ts';
import { mayReport } from './policy.ts';
import type { Report } from './report.store.server.ts';
import { reportSteps, type ReportFields, type ReportState, type ReportStep } from './rules.ts';
import { gapReport, reportMessage, serviceGap } from './tables.server.ts';

export type Message = { id: string; fromOffice: boolean; text: string; at: Date };
export type ReportSeen = ReportFields & {
	id: string;
	state: ReportState;
	clientKey: string | null;
	/** The sender's own words, where the office has split them. */
	textBeforeSplit: string | null;
	dismissed: Dismissed[];
	gap: GapRef | null;
	answer: string;
	declineReason: string | null;
	submittedAt: Date | null;
	updatedAt: Date;
	messages: Message[];
	isMine: boolean;
	steps: ReportStep[];
	history: { id: number; at: Date; kind: string }[];
};

/** Security: picks what a page may know of a report; author and organisation stay behind. */
const shown = (
	r: Report
): ReportFields &
	Pick<
		ReportSeen,
		| 'id'
		| 'state'
		| 'clientKey'
		| 'textBeforeSplit'
		| 'dismissed'
		| 'answer'
		| 'declineReason'
		| 'submittedAt'
		| 'updatedAt'
	> => ({
	id: r.id,
	state: r.state,
	clientKey: r.clientKey,
	textBeforeSplit: r.textBeforeSplit,
	dismissed: r.dismissed,
	answer: r.answer,
	declineReason: r.declineReason,
	submittedAt: r.submittedAt,
	updatedAt: r.updatedAt,
	text: r.text,
	phase: r.phase ?? '',
	gapType: r.gapType ?? '',
	legalDomains: r.legalDomains,
	municipality: r.municipality ?? '',
	severity: r.severity ?? '',
	frequency: r.frequency ?? '',
	scope: r.scope ?? '',
	residenceGroups: r.residenceGroups,
	ageBands: r.ageBands,
	households: r.households,
	languages: r.languages,
	actors: r.actors,
	idea: r.idea,
	urgent: r.urgent
});

/** The sender's or the office's view of one report; null when hidden. */
export const reportPage = (actor: Actor, id: string): Promise<ReportSeen | null> =>
	look((tx) => reportIn(tx, actor, id));

/** The same inside a transaction that is open already. */
export async function reportIn(tx: Transaction, actor: Actor, id: string): Promise<ReportSeen | null> {
	if (!isId(id)) return null;
	const rows = await tx.select().from(gapReport).where(eq(gapReport.id, id));
	const report = rows[0] as Report | undefined;
	if (!report || !mayReport(actor, 'read', report)) return null;
	const names = Object.keys(reportSteps) as ReportStep[];
	return {
		...shown(report),
		isMine: report.authorId === actor.id,
		steps: names.filter((s) => mayReport(actor, s, report) && fits<ReportState>(reportSteps[s], report.state)),
		gap: report.gapId ? await gapRef(tx, report.gapId) : null,
		messages: await tx
			.select({
				id: reportMessage.id,
				fromOffice: reportMessage.fromOffice,
				text: reportMessage.text,
				at: reportMessage.createdAt
			})
			.from(reportMessage)
			.where(eq(reportMessage.reportId, id))
			.orderBy(asc(reportMessage.createdAt)),
		history: await tx
			.select({ id: event.id, at: event.at, kind: event.kind })
			.from(event)
			.where(and(eq(event.thingType, 'gap_report'), eq(event.thingId, id), sql`${event.kind} <> 'gap_report.save'`))
			.orderBy(desc(event.id))
			.limit(50)
	};
}

async function gapRef(tx: Transaction, id: string): Promise<GapRef | null> {
	const rows = await tx
		.select({ id: serviceGap.id, number: serviceGap.number, title: serviceGap.title, state: serviceGap.state })
		.from(serviceGap)
		.where(eq(serviceGap.id, id));
	return (rows[0] as GapRef | undefined) ?? null;
}

export type Draft = { id: string; text: string; updatedAt: Date };
/** What the sender has begun and not sent, newest first. */
export const myDrafts = (actor: Actor): Promise<Draft[]> =>
	look(async (tx) =>
		actor.id === null
			? []
			: tx
					.select({ id: gapReport.id, text: gapReport.text, updatedAt: gapReport.updatedAt })
					.from(gapReport)
					.where(and(eq(gapReport.authorId, actor.id), eq(gapReport.state, 'draft')))
					.orderBy(desc(gapReport.updatedAt))
					.limit(5)
	);
