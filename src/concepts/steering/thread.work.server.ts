/** The working part of a thread: mandates, groups, meetings and proposals. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import type { Readable } from './directory.rights.server.ts';
import type { Link, MandateLink, MeetingLink, ProposalLink } from './thread.ts';
import { idList, veiled } from './thread.rows.server.ts';

export async function mandatesOn(tx: Transaction, may: Readable, family: string[]): Promise<MandateLink[]> {
	const found =
		await tx.execute<MandateLink>(sql`select 'mandate' as type, id::text, ${may.mandate} as visible, number, goal as title, state,
		given_at as at, due_on as "dueOn", (select name from body b where b.id = mandate.body_id) as "bodyName"
		from mandate where id in (select mandate_id from gap_mandate where gap_id = any(${idList(family)})) order by given_at`);
	return found.rows.map(veiled);
}

export async function proposalsOn(tx: Transaction, may: Readable, family: string[]): Promise<ProposalLink[]> {
	const found =
		await tx.execute<ProposalLink>(sql`select 'proposal' as type, id::text, ${may.proposal} as visible, number, title, state,
		created_at as at, (select name from body b where b.id = proposal.body_id) as "bodyName",
		(select m.starts_at from meeting m where m.id = proposal.meeting_id) as "meetingAt",
		coalesce((select json_agg(json_build_object('version', v.version, 'at', v.frozen_at) order by v.version)
			from proposal_version v where v.proposal_id = proposal.id), '[]') as versions
		from proposal where id in (select proposal_id from proposal_gap where gap_id = any(${idList(family)})) and state <> 'withdrawn'
		order by created_at`);
	return found.rows.map((p) => (p.visible ? p : { ...veiled(p), versions: [], meetingAt: null }));
}

/** Groups that work on the gap, have its mandate or wrote its proposals; `at`: since when, where that is on record. */
export async function groupsOn(
	tx: Transaction,
	may: Readable,
	family: string[],
	mandates: string[],
	proposals: string[]
): Promise<Link[]> {
	const found =
		await tx.execute<Link>(sql`select 'body' as type, id::text, ${may.body} as visible, null as number, name as title, state,
		(select min(e.at) from event e where e.thing_type = 'service_gap' and e.thing_id = any(${idList(family)})
			and e.kind = 'service_gap.assign_group' and e.data ->> 'bodyId' = body.id::text) as at
		from body where id in (select body_id from gap_group where gap_id = any(${idList(family)})
			union select body_id from mandate where id = any(${idList(mandates)})
			union select body_id from proposal where id = any(${idList(proposals)})) order by name`);
	return found.rows.map(veiled);
}

/** Meetings that had one of these things on their agenda or took one of the decisions; drafts only for those who plan them. */
export async function meetingsOn(
	tx: Transaction,
	may: Readable,
	things: readonly { type: string; id: string }[],
	decisions: string[]
): Promise<MeetingLink[]> {
	const found = await tx.execute<MeetingLink>(sql`with talked as (
			select i.meeting_id, json_agg(distinct jsonb_build_object('title', i.title, 'result', i.result)) as items
			from unnest(${sql.param(things.map((t) => t.type))}::text[], ${idList(things.map((t) => t.id))}) t (type, id)
			join agenda_link l on l.thing_type = t.type and l.thing_id = t.id
			join agenda_item i on i.id = l.item_id
			where i.meeting_id is not null and i.state not in ('removed', 'backlog') group by i.meeting_id
		), decided as (select distinct meeting_id from decision where id = any(${idList(decisions)}))
		select 'meeting' as type, id::text, ${may.meeting} as visible, null as number, title, state, starts_at as at,
			state in ('held', 'closed', 'running') as held, (select name from body b where b.id = meeting.body_id) as "bodyName",
			coalesce((select t.items from talked t where t.meeting_id = meeting.id), '[]') as items
		from meeting where id in (select meeting_id from talked union select meeting_id from decided)
			and (state not in ('draft', 'cancelled') or (state = 'draft' and ${may.meeting}))
		order by starts_at limit 60`);
	return found.rows.map((r) => (r.visible ? r : { ...veiled(r), items: [] }));
}
