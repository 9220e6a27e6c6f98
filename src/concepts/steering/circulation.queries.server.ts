/** Circulation votes on pages: those that are open for a member, one with its votes, and the form that starts one. */
import { sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { steps as proposalSteps, type ProposalState } from '#concepts/proposals/rules.ts';
import { fits } from '#platform/step.ts';
import { circulationSteps, isOver, tallyOf, type CirculationState, type Vote } from './circulation.rules.ts';
import { circulationOf, findCirculation, votesIn } from './circulation.store.server.ts';
import { preparedFor } from './listing.store.server.ts';
import { contactOptions } from './measures.queries.server.ts';
import { mayCommittee, maySteer } from './policy.ts';
import { standingOf, type Seated } from './quorum.rules.ts';
import { conflictsOn, namesOf, seatsIn, standingIn } from './quorum.store.server.ts';
import { committeeOf } from './store.server.ts';

export type OpenCirculation = {
	id: string;
	untilOn: string;
	number: string;
	title: string;
	resolution: string;
	mine: Vote | null;
	/** This actor is asked for a vote. */
	asked: boolean;
};

/** Those that run in committees of this actor, the next to end first. */
export async function openCirculations(tx: Transaction, actor: Actor): Promise<OpenCirculation[]> {
	const found = await tx.execute<OpenCirculation & { bodyId: string; conflicted: boolean }>(sql`
		select c.id, c.body_id as "bodyId",
			exists (select from conflict_of_interest x where x.proposal_id = p.id and x.account_id = ${actor.id}::uuid) as conflicted, c.until_on::text as "untilOn", p.number, p.title,
			coalesce(v.outline, p.outline) ->> 'resolution' as resolution, mine.vote as mine
		from circulation c join proposal p on p.id = c.proposal_id
		left join lateral (select x.outline from proposal_version x where x.proposal_id = p.id order by x.version desc limit 1) v on true
		left join circulation_vote mine on mine.circulation_id = c.id and mine.account_id = ${actor.id}::uuid
		where c.state = 'open' and c.until_on >= ${today()}::date order by c.until_on, p.number limit 20`);
	const seen = found.rows.filter((r) => mayCommittee(actor, 'read', r));
	const rule = await settingsOf(tx);
	const seats = new Map<string, Seated[]>();
	for (const bodyId of new Set(seen.map((r) => r.bodyId))) seats.set(bodyId, await seatsIn(tx, bodyId, null));
	return seen.map(({ bodyId, conflicted, ...c }) => {
		const { voters } = standingOf(seats.get(bodyId)!, rule, conflicted ? [actor.id!] : []);
		return { ...c, asked: actor.id !== null && voters.includes(actor.id) };
	});
}

/** One circulation; null for those who neither sit in the committee nor are the office. */
export const circulationPage = (actor: Actor, id: string) =>
	look(async (tx) => {
		const c = await findCirculation(tx, id);
		if (!c || !mayCommittee(actor, 'read', c)) return null;
		const { quorumShare, conflictedMembersVote } = await settingsOf(tx);
		const on = c.untilOn < today() ? c.untilOn : today();
		const standing = await standingIn(tx, { bodyId: c.bodyId, meetingId: null }, c.proposalId, on);
		const cast = await votesIn(tx, id);
		const open = fits<CirculationState>(circulationSteps.vote, c.state) && !isOver(c, today());
		const people = await namesOf(tx, [...standing.voters, ...standing.notCounted, ...cast.map((v) => v.accountId)]);
		const named = (accountId: string | null) => people.find((p) => p.id === accountId)?.name ?? '';
		const [about] = (
			await tx.execute<{ number: string; title: string; decisionId: string | null; decision: string | null }>(sql`
			select p.number, p.title, d.id as "decisionId", d.number as decision from proposal p
			left join decision d on d.circulation_id = ${id}::uuid where p.id = ${c.proposalId}::uuid`)
		).rows;
		const isVoter = actor.id !== null && standing.voters.includes(actor.id);
		return {
			circulation: c,
			about: about!,
			open,
			waits: fits<CirculationState>(circulationSteps.adopt, c.state) && isOver(c, today()),
			mine: cast.find((v) => v.accountId === actor.id) ?? null,
			votes: cast.map((v) => ({ ...v, name: named(v.accountId), counted: standing.voters.includes(v.accountId) })),
			missing: open ? standing.voters.filter((v) => !cast.some((x) => x.accountId === v)).map((v) => named(v)) : [],
			notCounted: standing.notCounted.map((n) => named(n)),
			conflictedVoting: standing.conflictedVoting.map((n) => named(n)),
			conflictsVote: conflictedMembersVote,
			demandedBy: c.demandedBy ? ((await namesOf(tx, [c.demandedBy]))[0]?.name ?? '') : '',
			tally: tallyOf(cast, standing.voters),
			voters: standing.voters.length,
			needed: quorumShare === 0 ? 1 : standing.needed,
			prepared: await prepared(tx, c.proposalId),
			may: {
				vote: open && isVoter,
				conflict: open && mayCommittee(actor, 'declare_conflict', c),
				conflicted: actor.id !== null && (await conflictsOn(tx, c.proposalId)).includes(actor.id)
			}
		};
	});

async function prepared(tx: Transaction, proposalId: string) {
	const p = await preparedFor(tx, proposalId);
	return p && { title: p.title, dueOn: p.dueOn, contact: (await namesOf(tx, [p.contactId]))[0]?.name ?? '' };
}

/** For the form that starts one; null unless this actor may and the proposal is admitted. */
export const circulating = (actor: Actor, proposalId: string) =>
	look(async (tx) => {
		if (!maySteer(actor) || !isId(proposalId)) return null;
		const found = await tx.execute<{
			id: string;
			number: string;
			title: string;
			state: ProposalState;
			resolution: string;
			indicator: string;
			dueOn: string | null;
			unitId: string | null;
			meetingId: string | null;
		}>(sql`select id, number, title, state, outline ->> 'resolution' as resolution, outline ->> 'indicator' as indicator,
			due_on::text as "dueOn", responsible_organisation_id as "unitId", meeting_id as "meetingId" from proposal where id = ${proposalId}::uuid`);
		const p = found.rows[0];
		const bodyId = p && (await committeeOf(tx, p));
		if (!p || !bodyId || !mayCommittee(actor, 'circulate', { bodyId })) return null;
		if (!fits<ProposalState>(proposalSteps.circulate, p.state)) return null;
		const { circulationDays } = await settingsOf(tx);
		const { voters } = await standingIn(tx, { bodyId, meetingId: null }, p.id);
		return {
			proposal: p,
			prepared: await preparedFor(tx, p.id),
			voters: await namesOf(tx, voters),
			days: circulationDays,
			earliest: addDays(today(), circulationDays),
			people: await contactOptions(tx)
		};
	});

/** The circulation of a proposal, for its page; null without one, and for those who may not see it. */
export const circulationFor = (actor: Actor, proposalId: string) =>
	look(async (tx) => {
		const c = await circulationOf(tx, proposalId);
		return c && mayCommittee(actor, 'read', c) ? { id: c.id, state: c.state, untilOn: c.untilOn } : null;
	});
