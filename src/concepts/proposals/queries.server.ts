/** What the pages of proposals show, filtered by policy: lists, the workbench, versions. */
import { and, asc, count, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import { membersOf } from '#concepts/bodies/queries.server.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import { isInside, isMemberOf, isOffice, type Actor } from '#concepts/people/actor.ts';
import { commentsOn } from '#concepts/people/comments.queries.server.ts';
import { isFollowing } from '#concepts/people/follows.commands.server.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { account, organisation } from '#concepts/people/tables.server.ts';
import { besideText } from './beside.queries.server.ts';
import { evidenceOf, gapOptions, linkedGaps } from './evidence.queries.server.ts';
import { may, openSteps, outlineAccess, worksOn } from './policy.ts';
import { checklist, lacksOf, type ProposalState } from './rules.ts';
import * as store from './store.server.ts';
import { proposal, proposalGap, proposalVersion } from './tables.server.ts';

export const pageSize = 25;
const row = {
	id: proposal.id,
	number: proposal.number,
	title: proposal.title,
	state: sql<ProposalState>`${proposal.state}`,
	bodyId: proposal.bodyId,
	body: body.name,
	dueOn: proposal.dueOn,
	returnDueOn: proposal.returnDueOn,
	updatedAt: proposal.updatedAt,
	gaps: sql<number>`(select count(*)::int from ${proposalGap} g where g.proposal_id = ${proposal.id})`
};
export type ProposalRow = {
	id: string;
	number: string;
	title: string;
	state: ProposalState;
	bodyId: string;
	body: string;
	dueOn: string | null;
	returnDueOn: string | null;
	updatedAt: Date;
	gaps: number;
};

const rowsOf = (tx: Transaction, where: SQL | undefined, page: number): Promise<ProposalRow[]> =>
	tx
		.select(row)
		.from(proposal)
		.innerJoin(body, eq(body.id, proposal.bodyId))
		.where(where)
		.orderBy(desc(proposal.updatedAt), proposal.id)
		.limit(pageSize)
		.offset((page - 1) * pageSize);

/** The proposals of a group that this actor may read, for its room. */
export const proposalsOf = (actor: Actor, bodyId: string): Promise<ProposalRow[]> =>
	look(async (tx) => (isId(bodyId) ? rowsOf(tx, and(eq(proposal.bodyId, bodyId), store.readableBy(actor)), 1) : []));

export type ProposalFilter = { states: ProposalState[]; bodyId: string; page: number };

/** Null for those who have no business with proposals. */
export async function list(actor: Actor, filter: ProposalFilter) {
	if (!isInside(actor) && actor.seats.length === 0) return null;
	return look(async (tx) => {
		const where = and(
			store.readableBy(actor),
			filter.states.length ? inArray(proposal.state, filter.states) : undefined,
			isId(filter.bodyId) ? eq(proposal.bodyId, filter.bodyId) : undefined
		);
		const rows = await rowsOf(tx, where, filter.page);
		const [all] = await tx.select({ n: count() }).from(proposal).where(where);
		return { rows, total: all?.n ?? 0, groups: await groups(tx), startIn: await startIn(tx, actor) };
	});
}

const groups = (tx: Transaction) =>
	tx
		.select({ id: body.id, name: body.name })
		.from(body)
		.where(and(sql`${body.kind} <> 'steering_committee'`, eq(body.state, 'active')))
		.orderBy(body.name);

/** The groups in which this actor may begin a proposal. */
async function startIn(tx: Transaction, actor: Actor) {
	return (await groups(tx)).filter((g) => may(actor, 'create', { bodyId: g.id, state: 'draft' }));
}

/** For the form that begins one; null when there is no group to begin it in. */
export async function beginning(actor: Actor, bodyId: string) {
	if (!isInside(actor)) return null;
	return look(async (tx) => {
		const where = await startIn(tx, actor);
		if (where.length === 0) return null;
		return { groups: where, gaps: await gapOptions(tx, isId(bodyId) ? bodyId : null) };
	});
}

/** Everything on the workbench of one proposal; null when it is hidden. */
export const workbench = (actor: Actor, id: string) =>
	look(async (tx) => {
		const p = await store.find(tx, id);
		if (!p || !may(actor, 'read', p)) return null;
		const work = worksOn(actor, p);
		const gaps = await linkedGaps(tx, actor, id);
		const lacks = lacksOf({ ...p, gaps: gaps.length });
		const steps = openSteps(actor, p);
		const [names] = await tx
			.select({
				body: body.name,
				responsible: organisation.name,
				meetingTitle: meeting.title,
				meetingAt: meeting.startsAt,
				meetingState: meeting.state
			})
			.from(body)
			.leftJoin(
				organisation,
				p.responsibleOrganisationId ? eq(organisation.id, p.responsibleOrganisationId) : sql`false`
			)
			.leftJoin(meeting, p.meetingId ? eq(meeting.id, p.meetingId) : sql`false`)
			.where(eq(body.id, p.bodyId));
		return {
			proposal: p,
			body: names!.body,
			responsible: names!.responsible,
			meeting:
				p.meetingId && names!.meetingAt
					? { id: p.meetingId, title: names!.meetingTitle!, startsAt: names!.meetingAt, state: names!.meetingState! }
					: null,
			gaps,
			evidence: await evidenceOf(
				tx,
				actor,
				id,
				gaps.map((g) => g.id)
			),
			...(await besideText(tx, actor, p)),
			checklist: checklist.map((line) => ({ line, done: !lacks.includes(line) })),
			versions: await versionsOf(tx, id),
			comments: await commentsOn(tx, actor, { type: 'proposal', id }, isMemberOf(actor, p.bodyId)),
			mentionable: await mentionable(tx, p.bodyId),
			follows: actor.id ? await isFollowing(tx, actor.id, { type: 'proposal', id }) : false,
			may: {
				work,
				takesPart: outlineAccess(actor, p) !== 'none',
				steps,
				comment: may(actor, 'comment', p),
				seeFigures: isOffice(actor)
			},
			gapOptions: work
				? await gapOptions(
						tx,
						p.bodyId,
						gaps.map((g) => g.id)
					)
				: [],
			organisations: work ? await organisations(tx) : [],
			meetings: steps.includes('schedule') ? await committeeMeetings(tx) : []
		};
	});

const versionsOf = (tx: Transaction, id: string) =>
	tx
		.select({ version: proposalVersion.version, frozenAt: proposalVersion.frozenAt, hash: proposalVersion.hash })
		.from(proposalVersion)
		.where(eq(proposalVersion.proposalId, id))
		.orderBy(desc(proposalVersion.version));

export const mentionable = async (tx: Transaction, bodyId: string): Promise<{ id: string; name: string }[]> => {
	const members = (await membersOf(tx, bodyId)).filter((s) => s.function !== 'guest');
	const officeIds = await officeOf(tx);
	const office = officeIds.length
		? await tx.select({ id: account.id, name: account.name }).from(account).where(inArray(account.id, officeIds))
		: [];
	const all = new Map([...members.map((s) => ({ id: s.accountId, name: s.name })), ...office].map((p) => [p.id, p]));
	return [...all.values()].sort((a, b) => a.name.localeCompare(b.name, 'de'));
};

const organisations = (tx: Transaction) =>
	tx
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.where(eq(organisation.active, true))
		.orderBy(organisation.name);

/** Meetings of the committee whose agenda still takes a proposal. */
const committeeMeetings = (tx: Transaction) =>
	tx
		.select({ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt })
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(
			and(
				eq(body.kind, 'steering_committee'),
				inArray(meeting.state, ['draft', 'scheduled', 'invited', 'postponed']),
				sql`${meeting.startsAt} >= ${today()}::date`
			)
		)
		.orderBy(asc(meeting.startsAt));
