/** The page of one service gap: coding, anonymous evidence, links, history and what this reader may do with it. */
import { and, asc, countDistinct, desc, eq, inArray, sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { event, type EventData } from '#platform/events.tables.server.ts';
import { fits } from '#platform/step.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { commentsOn, type CommentShown } from '#concepts/people/comments.queries.server.ts';
import { followersAmong } from '#concepts/people/follows.commands.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { readable as readableCases } from '#concepts/cases/rules.ts';
import { caseAnalysis } from '#concepts/cases/tables.server.ts';
import { body, mandate } from '#concepts/bodies/tables.server.ts';
import { evidenceCounts, givenFeedback, isEvidenced, mergedFamily } from './evidence.server.ts';
import { may } from './policy.ts';
import { shownTo, type Shown } from './queries.server.ts';
import {
	isHeldByProposal,
	noEvidence,
	officeSteps,
	steps,
	unjoinable,
	type GapState,
	type OfficeStep
} from './rules.ts';
import { canonicalIdOf, hasConfirmed, type Gap } from './store.server.ts';
import { feedback, gapCase, gapGroup, gapMandate, serviceGap } from './tables.server.ts';

export type GapRef = { id: string; number: string; title: string; state: GapState };
type Kept = 'stateBeforeMerge' | 'stateBeforeDeferral' | 'stateBeforeSolution';
export type GapSeen = Omit<Gap, Kept> & {
	evidence: Shown;
	following: boolean;
	joined: boolean;
	mayJoin: boolean;
	steps: OfficeStep[];
	mayEdit: boolean;
	/** for the office: is it evidenced well enough to be confirmed? */
	supported: boolean;
	mergedInto: GapRef | null;
	/** the one that counts for it today; the same as `mergedInto` unless that was merged, too */
	counts: GapRef | null;
	mergedFrom: GapRef[];
	groups: { id: string; name: string }[];
	mandates: { id: string; number: string; goal: string; dueOn: string; state: string }[];
	cases: { id: string; number: string | null; title: string }[];
	/** So many stood there once. */
	recalledCases: number;
	history: { id: number; at: Date; kind: string; data: EventData }[];
	comments: CommentShown[];
	people: { id: string; name: string }[];
	feedback: { gapId: string; text: string; givenAt: Date; receivers: number }[];
	/** for the office */
	owed: { id: string; meetingId: string | null }[];
	openGroups: { id: string; name: string }[];
};

/** Null when hidden. Security: no author of a report, confirmation or analysis is selected here. */
export const gapPage = (actor: Actor, id: string): Promise<GapSeen | null> =>
	look(async (tx) => {
		if (!isId(id) || !may(actor, 'read') || !isSomebody(actor)) return null;
		const rows = await tx.select().from(serviceGap).where(eq(serviceGap.id, id));
		if (!rows[0]) return null;
		const { stateBeforeMerge: _, stateBeforeSolution: __, ...row } = rows[0] as Gap;
		const { stateBeforeDeferral: ___, ...gap } = row;
		const family = await mergedFamily(tx, id);
		const counts = await evidenceCounts(tx, [id]);
		const office = may(actor, 'edit');
		const joined = await hasConfirmed(tx, family, actor.id);
		const canonicalId = await canonicalIdOf(tx, id);
		const refs = await refsOf(tx, [...family, ...(gap.mergedIntoId ? [gap.mergedIntoId, canonicalId] : [])]);
		return {
			...gap,
			evidence: shownTo(actor, counts.get(id) ?? noEvidence, (await settingsOf(tx)).minimumCellSize),
			following: (await followersAmong(tx, 'service_gap', family)).includes(actor.id),
			joined,
			mayJoin: may(actor, 'affects_us') && !joined && !unjoinable.includes(gap.state),
			steps: officeSteps.filter(
				(s) => may(actor, s) && fits<GapState>(steps[s], gap.state) && !(s === 'merge' && isHeldByProposal(row))
			),
			mayEdit: office,
			supported: office && (await isEvidenced(tx, id)),
			mergedInto: refs.find((r) => r.id === gap.mergedIntoId) ?? null,
			counts: gap.mergedIntoId ? (refs.find((r) => r.id === canonicalId) ?? null) : null,
			mergedFrom: refs.filter((r) => r.id !== id && family.includes(r.id)),
			groups: await groupsOf(tx, family),
			mandates: await mandatesOf(tx, family),
			cases: await casesOf(tx, family),
			recalledCases: await recalledOf(tx, family),
			history: await historyOf(tx, id),
			comments: await commentsOnAll(tx, actor, family),
			people: await mentionable(tx, actor),
			feedback: await givenFeedback(tx, [...family, ...(gap.mergedIntoId ? [gap.mergedIntoId, canonicalId] : [])]),
			owed: office ? await owedOf(tx, family) : [],
			openGroups: office ? await activeGroups(tx) : []
		};
	});

/** What was said under a gap goes along when it is merged. */
async function commentsOnAll(tx: Transaction, actor: Actor, family: string[]): Promise<CommentShown[]> {
	const all: CommentShown[] = [];
	for (const id of family) all.push(...(await commentsOn(tx, actor, { type: 'service_gap', id })));
	return all.sort((a, b) => a.at.getTime() - b.at.getTime());
}

const refsOf = async (tx: Transaction, ids: string[]): Promise<GapRef[]> =>
	(await tx
		.select({ id: serviceGap.id, number: serviceGap.number, title: serviceGap.title, state: serviceGap.state })
		.from(serviceGap)
		.where(inArray(serviceGap.id, ids))
		.orderBy(serviceGap.number)) as GapRef[];

const groupsOf = (tx: Transaction, gapIds: string[]) =>
	tx
		.selectDistinct({ id: body.id, name: body.name })
		.from(gapGroup)
		.innerJoin(body, eq(body.id, gapGroup.bodyId))
		.where(inArray(gapGroup.gapId, gapIds))
		.orderBy(body.name);

const activeGroups = (tx: Transaction) =>
	tx
		.select({ id: body.id, name: body.name })
		.from(body)
		.where(and(eq(body.state, 'active'), inArray(body.kind, ['cross_module_group', 'topic_group'])))
		.orderBy(asc(body.name));

const mandatesOf = (tx: Transaction, gapIds: string[]) =>
	tx
		.selectDistinct({
			id: mandate.id,
			number: mandate.number,
			goal: mandate.goal,
			dueOn: mandate.dueOn,
			state: mandate.state
		})
		.from(gapMandate)
		.innerJoin(mandate, eq(mandate.id, gapMandate.mandateId))
		.where(inArray(gapMandate.gapId, gapIds))
		.orderBy(mandate.number);

/** Only released analyses. */
const casesOf = (tx: Transaction, gapIds: string[]) =>
	tx
		.selectDistinct({ id: caseAnalysis.id, number: caseAnalysis.number, title: caseAnalysis.title })
		.from(gapCase)
		.innerJoin(caseAnalysis, eq(caseAnalysis.id, gapCase.caseId))
		.where(and(inArray(gapCase.gapId, gapIds), inArray(caseAnalysis.state, [...readableCases])))
		.orderBy(caseAnalysis.number)
		.limit(50);

/** Security: how many, and neither which nor when. */
const recalledOf = async (tx: Transaction, gapIds: string[]): Promise<number> => {
	const [found] = await tx
		.select({ n: countDistinct(caseAnalysis.id) })
		.from(gapCase)
		.innerJoin(caseAnalysis, eq(caseAnalysis.id, gapCase.caseId))
		.where(and(inArray(gapCase.gapId, gapIds), eq(caseAnalysis.state, 'recalled')));
	return found?.n ?? 0;
};

/** Analyses the office may still link, newest first. */
export const linkableCases = (actor: Actor, gapId: string) =>
	look(async (tx) => {
		if (!may(actor, 'link_case') || !isId(gapId)) return [];
		return tx
			.select({ id: caseAnalysis.id, number: caseAnalysis.number, title: caseAnalysis.title })
			.from(caseAnalysis)
			.where(
				and(
					inArray(caseAnalysis.state, [...readableCases]),
					sql`not exists (select 1 from gap_case l where l.case_id = ${caseAnalysis.id} and l.gap_id = ${gapId})`
				)
			)
			.orderBy(desc(caseAnalysis.releasedAt))
			.limit(100);
	});

/** Not part of the story: who follows, and comments, which stand below. */
const untold = ['service_gap.follow', 'service_gap.unfollow', 'comment.write'];
async function historyOf(tx: Transaction, gapId: string): Promise<GapSeen['history']> {
	const rows = await tx
		.select({ id: event.id, at: event.at, kind: event.kind, data: event.data })
		.from(event)
		.where(
			and(eq(event.thingType, 'service_gap'), eq(event.thingId, gapId), sql`${event.kind} <> all(${sql.param(untold)})`)
		)
		.orderBy(desc(event.id))
		.limit(100);
	return rows;
}

/** The office, colleagues of the own organisation, and those one sits in a body with. */
export async function mentionable(tx: Transaction, actor: Actor): Promise<{ id: string; name: string }[]> {
	const found = await tx.execute<{ id: string; name: string }>(sql`
		select a.id, a.name from account a where a.state = 'active' and a.id <> ${actor.id} and (
			exists (select 1 from account_role r where r.account_id = a.id and r.role = 'coordinator')
			or (a.organisation_id = ${actor.organisationId} and exists (select 1 from account_role r where r.account_id = a.id and r.role in ('case_manager', 'officer', 'reviewer')))
			or exists (select 1 from membership t where t.account_id = a.id and t.function <> 'guest' and t.body_id = any(${sql.param(actor.seats.filter((s) => s.function !== 'guest').map((s) => s.bodyId))}::uuid[])
				and t.from_on <= ${today()}::date and (t.until_on is null or t.until_on >= ${today()}::date))
		) order by a.name limit 200`);
	return found.rows;
}

const owedOf = (tx: Transaction, gapIds: string[]) =>
	tx
		.select({ id: feedback.id, meetingId: feedback.meetingId })
		.from(feedback)
		.where(and(inArray(feedback.gapId, gapIds), sql`${feedback.givenAt} is null`));
