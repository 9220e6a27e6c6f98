/** What the pages of decisions show, filtered by policy: the history, those of a meeting, one with all that follows. */
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { body, mandate } from '#concepts/bodies/tables.server.ts';
import { may as mayGap } from '#concepts/gaps/policy.ts';
import type { GapState } from '#concepts/gaps/rules.ts';
import { feedback, serviceGap } from '#concepts/gaps/tables.server.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import { isInside, type Actor } from '#concepts/people/actor.ts';
import { proposal, proposalVersion } from '#concepts/proposals/tables.server.ts';
import { escalation } from './escalations.tables.server.ts';
import { contactOptions, measureLines } from './measures.queries.server.ts';
import { mayCommittee, mayDecide } from './policy.ts';
import { namesOf } from './quorum.store.server.ts';
import { startsMeasure, type DecisionResult } from './rules.ts';
import * as store from './store.server.ts';
import { decision } from './tables.server.ts';

export const pageSize = 25;

export type DecisionLine = {
	id: string;
	number: string;
	result: DecisionResult;
	decidedAt: Date;
	subject: string;
	/** null: decided between two meetings */
	meetingId: string | null;
	meeting: string | null;
	startsAt: Date | null;
};

/** By meeting, the latest first; decisions between two meetings stand between them. */
export const decisionsOf = (tx: Transaction, page: number, size: number): Promise<DecisionLine[]> =>
	tx
		.select({
			id: decision.id,
			number: decision.number,
			result: sql<DecisionResult>`${decision.result}`,
			decidedAt: decision.decidedAt,
			subject: sql<string>`coalesce(${proposal.title}, ${serviceGap.title}, '')`,
			meetingId: meeting.id,
			meeting: meeting.title,
			startsAt: meeting.startsAt
		})
		.from(decision)
		.leftJoin(meeting, eq(meeting.id, decision.meetingId))
		.leftJoin(proposal, eq(proposal.id, decision.proposalId))
		.leftJoin(serviceGap, eq(serviceGap.id, decision.gapId))
		.orderBy(sql`coalesce(${meeting.startsAt}, ${decision.decidedAt}) desc`, decision.number)
		.limit(size)
		.offset((page - 1) * size);

/** The history of decisions, by meeting. */
export const decisionsPage = (actor: Actor, page: number) =>
	isInside(actor)
		? look(async (tx) => {
				const [all] = await tx.select({ n: count() }).from(decision);
				return { rows: await decisionsOf(tx, page, pageSize), total: all?.n ?? 0 };
			})
		: Promise.resolve(null);

/** One decision; null when it does not exist for this actor. */
export const decisionPage = (actor: Actor, id: string) =>
	look(async (tx) => {
		const d = await store.findDecision(tx, id);
		const thing = d && { bodyId: d.bodyId, ...(await store.unitsOf(tx, d.id)) };
		if (!d || !thing || !mayDecide(actor, 'read', thing)) return null;
		const gapIds = await store.gapIdsOf(tx, d);
		const [around] = await tx
			.select({
				meeting: meeting.title,
				startsAt: meeting.startsAt,
				committee: body.name,
				proposalNumber: proposal.number,
				proposalTitle: proposal.title
			})
			.from(decision)
			.innerJoin(body, eq(body.id, decision.bodyId))
			.leftJoin(meeting, eq(meeting.id, decision.meetingId))
			.leftJoin(proposal, eq(proposal.id, decision.proposalId))
			.where(eq(decision.id, d.id));
		const inside = isInside(actor);
		const { notCounted, decidedBy: _, ...shown } = d;
		return {
			decision: shown,
			around: around!,
			notCounted: inside ? (await namesOf(tx, notCounted)).map((n) => n.name) : [],
			/** As frozen with the version that was decided. */
			dissents: inside ? await dissentsOn(tx, d) : [],
			circulation: d.circulationId && mayCommittee(actor, 'read', d) ? d.circulationId : null,
			inside,
			mandate: inside && d.mandateId ? await mandateOf(tx, d.mandateId) : null,
			gaps: mayGap(actor, 'read') && gapIds.length ? await gapLines(tx, gapIds) : [],
			measures: (await measureLines(tx, d.id)).filter(() => inside || thing.units.length > 0),
			feedback: inside ? await feedbackOf(tx, d.id) : [],
			escalation: inside ? await escalationOf(tx, d.id) : null,
			may: {
				feedback: mayDecide(actor, 'give_feedback', thing),
				issue: mayDecide(actor, 'issue', thing) && startsMeasure(d.result)
			},
			people: mayDecide(actor, 'issue', thing) && startsMeasure(d.result) ? await contactOptions(tx) : []
		};
	});

async function dissentsOn(tx: Transaction, d: store.Decision) {
	if (!d.proposalId || d.proposalVersion === null) return [];
	const [row] = await tx
		.select({ dissents: proposalVersion.dissents })
		.from(proposalVersion)
		.where(and(eq(proposalVersion.proposalId, d.proposalId), eq(proposalVersion.version, d.proposalVersion)));
	return row?.dissents ?? [];
}

const mandateOf = async (tx: Transaction, id: string) =>
	(
		await tx
			.select({ id: mandate.id, number: mandate.number, goal: mandate.goal, dueOn: mandate.dueOn, group: body.name })
			.from(mandate)
			.innerJoin(body, eq(body.id, mandate.bodyId))
			.where(eq(mandate.id, id))
	)[0] ?? null;

const escalationOf = async (tx: Transaction, decisionId: string) =>
	(
		await tx
			.select({ id: escalation.id, state: escalation.state, addressee: escalation.addressee })
			.from(escalation)
			.where(eq(escalation.decisionId, decisionId))
	)[0] ?? null;

const gapLines = async (tx: Transaction, ids: string[]) =>
	(await tx
		.select({ id: serviceGap.id, number: serviceGap.number, title: serviceGap.title, state: serviceGap.state })
		.from(serviceGap)
		.where(inArray(serviceGap.id, ids))
		.orderBy(serviceGap.number)) as { id: string; number: string; title: string; state: GapState }[];

const feedbackOf = (tx: Transaction, decisionId: string) =>
	tx
		.select({
			id: feedback.id,
			gapId: feedback.gapId,
			number: serviceGap.number,
			title: serviceGap.title,
			text: feedback.text,
			givenAt: feedback.givenAt,
			receivers: feedback.receivers
		})
		.from(feedback)
		.innerJoin(serviceGap, eq(serviceGap.id, feedback.gapId))
		.where(eq(feedback.decisionId, decisionId))
		.orderBy(serviceGap.number);
