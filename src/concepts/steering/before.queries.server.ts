/** What is before the committee: the proposals scheduled for a meeting, on which list, with what would follow. */
import { sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { membersOf } from '#concepts/bodies/queries.server.ts';
import { isAhead } from '#concepts/meetings/rules.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { conflictOfInterest } from './committee.tables.server.ts';
import type { List, ListingReason } from './listing.rules.ts';
import { isReady, listedOf } from './listing.store.server.ts';
import { contactOptions } from './measures.queries.server.ts';
import { mayCommittee, maySteer } from './policy.ts';
import { isQuorate } from './quorum.rules.ts';
import { namesOf, standingIn, type Named } from './quorum.store.server.ts';
import { isDecidable } from './rules.ts';
import { findSitting } from './store.server.ts';
import { inArray } from 'drizzle-orm';

export type BeforeLine = {
	id: string;
	number: string;
	title: string;
	resolution: string;
	money: string;
	unit: string | null;
	dueOn: string | null;
	list: List;
	/** Why the rule put it there; null where somebody did. */
	reason: ListingReason | null;
	pulledBy: string | null;
	word: string;
	/** How many dissenting votes stand beside it. */
	dissents: number;
	/** Decided with the list, as things stand. */
	ready: boolean;
	prepared: { contact: string; dueOn: string; late: boolean } | null;
	conflicts: Named[];
	/** They are counted all the same, as the county has it. */
	conflictsVote: boolean;
};
type Row = Pick<BeforeLine, 'id' | 'number' | 'title' | 'resolution' | 'money' | 'unit' | 'dueOn'>;

/** As frozen at the last submission; seven queries, whatever their number. */
export async function beforeMeeting(tx: Transaction, meetingId: string): Promise<BeforeLine[]> {
	const rows = (
		await tx.execute<Row>(sql`select p.id, p.number, p.title, coalesce(v.outline, p.outline) ->> 'resolution' as resolution,
			coalesce(v.outline, p.outline) ->> 'money' as money, o.name as unit, p.due_on::text as "dueOn"
			from proposal p left join organisation o on o.id = p.responsible_organisation_id
			left join lateral (select x.outline from proposal_version x where x.proposal_id = p.id order by x.version desc limit 1) v on true
			where p.meeting_id = ${meetingId}::uuid and p.state = 'scheduled' order by p.number`)
	).rows;
	const ids = rows.map((r) => r.id);
	const listed = await listedOf(tx, meetingId, ids);
	const conflicts = ids.length
		? await tx
				.select({ proposalId: conflictOfInterest.proposalId, accountId: conflictOfInterest.accountId })
				.from(conflictOfInterest)
				.where(inArray(conflictOfInterest.proposalId, ids))
		: [];
	const { conflictedMembersVote: conflictsVote } = await settingsOf(tx);
	const people = [...listed.values()].flatMap((l) => [l.pulledBy, l.prepared?.contactId]);
	const names = await namesOf(
		tx,
		[...people, ...conflicts.map((c) => c.accountId)].filter((id): id is string => !!id)
	);
	const nameOf = (id: string | null | undefined) => names.find((n) => n.id === id)?.name ?? null;
	return rows.map((r) => {
		const l = listed.get(r.id)!;
		return {
			...r,
			list: l.list,
			reason: l.reason,
			pulledBy: nameOf(l.pulledBy),
			word: l.word,
			dissents: l.dissents,
			ready: isReady(l),
			prepared: l.prepared && {
				contact: nameOf(l.prepared.contactId) ?? '',
				dueOn: l.prepared.dueOn,
				late: l.prepared.dueOn <= today()
			},
			conflictsVote,
			conflicts: names.filter((n) => conflicts.some((c) => c.proposalId === r.id && c.accountId === n.id))
		};
	});
}

/** The lists of one meeting; null for those who neither sit in the committee nor are the office. */
export const listsPage = (actor: Actor, meetingId: string) =>
	look(async (tx) => {
		const sitting = maySteer(actor) ? await findSitting(tx, meetingId) : null;
		if (!sitting || !mayCommittee(actor, 'read', sitting)) return null;
		// nobody but the office hears of a draft
		if (sitting.state === 'draft' && !mayCommittee(actor, 'place', sitting)) return null;
		const standing = await standingIn(tx, { bodyId: sitting.bodyId, meetingId: sitting.id }, null);
		const may = (action: Parameters<typeof mayCommittee>[1]) => mayCommittee(actor, action, sitting);
		const open = isAhead(sitting.state) || isDecidable(1, sitting.state);
		return {
			sitting,
			lines: await beforeMeeting(tx, sitting.id),
			members: (await membersOf(tx, sitting.bodyId))
				.filter((s) => s.function !== 'guest')
				.map((s) => ({ id: s.accountId, name: s.name })),
			quorum: {
				voters: standing.voters.length,
				present: standing.present.length,
				needed: standing.needed,
				reached: isQuorate(standing)
			},
			may: {
				place: open && may('place'),
				pull: open && may('pull'),
				prepare: open && may('prepare'),
				recordConflict: open && may('record_conflict'),
				decide: isDecidable(2, sitting.state) && may('decide_list')
			}
		};
	});

/** For the form of the measure that follows; null unless this actor may prepare it. */
export const preparing = (actor: Actor, proposalId: string, meetingId: string) =>
	look(async (tx) => {
		const sitting = maySteer(actor) ? await findSitting(tx, meetingId) : null;
		if (!sitting || !mayCommittee(actor, 'prepare', sitting)) return null;
		const found = await tx.execute<{
			number: string;
			title: string;
			dueOn: string | null;
			unitId: string | null;
			indicator: string;
		}>(
			sql`select number, title, due_on::text as "dueOn", responsible_organisation_id as "unitId", outline ->> 'indicator' as indicator
				from proposal where id = ${proposalId}::uuid and meeting_id = ${sitting.id}::uuid and state = 'scheduled'`
		);
		const p = found.rows[0];
		if (!p) return null;
		const prepared = (await listedOf(tx, sitting.id, [proposalId])).get(proposalId)?.prepared ?? null;
		return { proposal: p, sitting, prepared, people: await contactOptions(tx) };
	});
