/** From any thing to the gaps it hangs on: the links walked towards the gap, merged gaps up to their successor. */
import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import type { Paged } from './directory.ts';

const ofProposals = (proposals: SQL) => sql`select gap_id from proposal_gap where proposal_id in (${proposals})`;
const ofDecisions = (
	decisions: SQL
) => sql`select gap_id from decision where id in (${decisions}) and gap_id is not null
	union ${ofProposals(sql`select proposal_id from decision where id in (${decisions})`)}`;
const linkedIn = (
	meeting: SQL,
	type: string
) => sql`select l.thing_id from agenda_link l join agenda_item i on i.id = l.item_id
	where i.meeting_id = ${meeting} and i.state <> 'removed' and l.thing_type = ${type}`;

const walks: Record<Paged, (id: SQL) => SQL> = {
	service_gap: (id) => sql`select ${id} as gap_id`,
	gap_report: (id) => sql`select gap_id from gap_report where id = ${id} and gap_id is not null`,
	case_analysis: (id) => sql`select gap_id from gap_case where case_id = ${id}`,
	mandate: (id) =>
		sql`select gap_id from gap_mandate where mandate_id = ${id} union ${ofProposals(sql`select id from proposal where mandate_id = ${id}`)}`,
	body: (id) =>
		sql`select gap_id from gap_group where body_id = ${id} union ${ofProposals(sql`select id from proposal where body_id = ${id}`)}`,
	proposal: (id) => ofProposals(id),
	decision: (id) => ofDecisions(id),
	measure: (id) => sql`${ofDecisions(sql`select decision_id from measure where id = ${id}`)}
		union select gap_id from effect_review where measure_id = ${id}`,
	meeting: (id) => sql`${linkedIn(id, 'service_gap')}
		union ${ofProposals(linkedIn(id, 'proposal'))}
		union select gap_id from gap_mandate where mandate_id in (${linkedIn(id, 'mandate')})
		union select gap_id from gap_case where case_id in (${linkedIn(id, 'case_analysis')})
		union ${ofDecisions(sql`select id from decision where meeting_id = ${id}`)}`
};

export type GapTab = { id: string; number: string; title: string; state: string; visible: boolean };
/** More than these are found from their own pages. */
export const mostGaps = 12;

/** The gaps that a thing is connected with, merged ones replaced by their successor, newest first; at most `mostGaps`. */
export async function gapsFrom(tx: Transaction, type: Paged, id: string, mayRead: SQL): Promise<GapTab[]> {
	const found = await tx.execute<GapTab>(sql`
		with recursive up (id, into_id) as (
			select id, merged_into_id from service_gap where id in (${walks[type](sql`${id}::uuid`)})
			union select g.id, g.merged_into_id from service_gap g join up on g.id = up.into_id
		)
		select id::text, number, title, state, ${mayRead} as visible from service_gap
		where id in (select id from up where into_id is null) order by created_at desc, id limit ${mostGaps}`);
	return found.rows.map((g) => (g.visible ? g : { ...g, number: '', title: '' }));
}
