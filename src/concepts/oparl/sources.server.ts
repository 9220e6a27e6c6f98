/**
 * SQL: what is released and what of it a reader may see, one selection a type of object. Rights are part of each, as
 * the directory says them; columns that nobody asks for cost nothing.
 */
import { sql, type SQL } from 'drizzle-orm';
import { isInside } from '#concepts/people/actor.ts';
import { readable } from '#concepts/steering/directory.rights.server.ts';
import { today, zone } from '#platform/clock.ts';
import type { Reader } from './policy.ts';
import { releasedMeetings, releasedPapers, type ListType } from './rules.ts';
import {
	listed,
	paperCreated,
	paperDeleted,
	paperModified,
	paperMoved,
	sheetModified
} from './sources.changes.server.ts';

const never = sql`false`;

/** Bodies; for those without a token the active ones, where the county shows these to everybody. */
const bodiesSeen = (r: Reader): SQL => (r.standing === 'open' ? sql`body.state = 'active'` : readable(r.actor).body);
const bodyEvents = sql`(select max(e.at) from event e where e.thing_type = 'body' and e.thing_id = body.id)`;

const organizations = (r: Reader): SQL => sql`
	select body.id::text as id, body.kind, body.name, body.state,
		coalesce((select min(e.at) from event e where e.thing_type = 'body' and e.thing_id = body.id), body.created_at) as created,
		coalesce(${bodyEvents}, body.created_at) as modified, false as deleted,
		case when body.state = 'closed' then (select (max(e.at) at time zone ${zone})::date from event e
			where e.thing_type = 'body' and e.thing_id = body.id and e.kind = 'body.close') end as "closedOn",
		(select coalesce(json_agg(s.id order by s.from_on, s.id), '[]') from membership s
			where s.body_id = body.id and s.function <> 'guest') as seats,
		(select count(*)::int from membership s where s.body_id = body.id and s.function <> 'guest'
			and s.from_on <= ${today()}::date and (s.until_on is null or s.until_on >= ${today()}::date)) as members
	from body where ${bodiesSeen(r)}`;

/** Seats, without guests: each is one membership and, as far as the interface is concerned, one person. */
const seats = (r: Reader): SQL => sql`
	select membership.id::text as id, body.id::text as "bodyId", body.name as "bodyName", membership.function,
		membership.from_on as "fromOn", membership.until_on as "untilOn",
		${r.names ? sql`account.name` : sql`null::text`} as name,
		(membership.from_on::timestamp at time zone ${zone}) as created,
		greatest(membership.from_on::timestamp at time zone ${zone}, ${bodyEvents}) as modified, false as deleted
	from membership join body on body.id = membership.body_id join account on account.id = membership.account_id
	where membership.function <> 'guest' and ${readable(r.actor).body}`;

const decisionsWhere = (r: Reader, where: SQL): SQL => sql`
	(select coalesce(json_agg(json_build_object('number', decision.number, 'result', decision.result,
			'wording', decision.wording, 'decidedAt', decision.decided_at) order by decision.decided_at, decision.number), '[]')
		from decision where ${where} and ${readable(r.actor).decision})`;

/** All that was done to what stands, or stood, on the agenda. */
const agendaEvents = sql`(select max(e.at) from event e where e.thing_type = 'agenda_item' and e.thing_id in (
	select a.id from agenda_item a where a.meeting_id = meeting.id
	union all select (f.value ->> 'id')::uuid from jsonb_array_elements(meeting.invited_agenda -> 'items') f))`;

const meetings = (r: Reader): SQL => sql`
	select meeting.id::text as id, meeting.id as key, meeting.body_id::text as "bodyId", (${readable(r.actor).body}) as "bodySeen",
		body.kind as "bodyKind", body.name as "bodyName", meeting.title, meeting.starts_at as "startsAt",
		meeting.ends_at as "endsAt", meeting.place, meeting.state, meeting.minutes_state as "minutesState",
		meeting.invited_agenda as agenda, meeting.minutes_state = 'approved' as approved,
		meeting.invited_at as created,
		greatest(meeting.invited_at, meeting.updated_at, ${agendaEvents},
			(select max(d.decided_at) from decision d where d.meeting_id = meeting.id),
			(select max(v.approved_at) from minutes_version v where v.meeting_id = meeting.id)) as modified,
		false as deleted,
		(select json_build_object('first', min(v.approved_at), 'last', max(v.approved_at), 'version', max(v.version),
				'hash', (array_agg(v.hash order by v.version desc))[1])
			from minutes_version v where v.meeting_id = meeting.id having count(*) > 0) as minutes,
		${decisionsWhere(r, sql`decision.meeting_id = meeting.id`)} as decisions
	from meeting join body on body.id = meeting.body_id
	where meeting.invited_at is not null and meeting.state in ${listed(releasedMeetings)} and ${readable(r.actor).meeting}`;

/**
 * Agenda items as invited, in these words and order; with approved minutes the agenda as it was held. What was taken
 * off after the invitation is withdrawn at once; what moved to another meeting is there. `paper`: the proposal that is decided under it.
 */
const agenda = (r: Reader): SQL => sql`
	select i.id::text as id, m.id as "meetingId", m.key as meeting_key, m."bodyId", m."bodyKind", i.title, i.analysis, i.position, i.deleted,
		case when i.added then coalesce((select min(v.approved_at) from minutes_version v where v.meeting_id = m.key), m.modified)
			else m.created end as created,
		m.modified, i.note, i.paper_key
	from (${meetings(r)}) m cross join lateral (
		select coalesce(f.id, a.id) as id, f.id is null as added,
			case when m.approved and a.id is not null then a.title else coalesce(f.title, a.title) end as title,
			case when m.approved and a.id is not null then a.position else coalesce(f.position, a.position) end as position,
			(a.id is null or a.state in ('removed', 'backlog')) as deleted,
			-- in the committee's it may stand who did not vote
			case when m.approved and (${r.names}::boolean or m."bodyKind" <> 'steering_committee') then coalesce(a.result, '') else '' end as note,
			(select json_build_object('number', (select case_analysis.number from case_analysis
					where case_analysis.id = l.thing_id and ${readable(r.actor).case_analysis}))
				from agenda_link l where l.item_id = a.id and l.thing_type = 'case_analysis' order by l.thing_id limit 1) as analysis,
			coalesce(a.proposal_id, (select l.thing_id from agenda_link l where l.item_id = a.id
				and l.thing_type = 'proposal' and a.kind = 'decision' order by l.thing_id limit 1)) as paper_key
		from jsonb_to_recordset(coalesce(m.agenda -> 'items', '[]')) as f(id uuid, title text, position int)
		full join (select * from agenda_item x where x.meeting_id = m.key) a on a.id = f.id
		where (f.id is not null and (a.id is not null or not exists
				(select from agenda_item moved where moved.id = f.id and moved.meeting_id is not null)))
			or (m.approved and a.state not in ('removed', 'backlog'))
	) i`;

/** Admitted, or once admitted and then taken back: the latter as withdrawn, without a word of it. */
const papersSeen = (r: Reader): SQL => sql`
	exists (select from proposal_version v where v.proposal_id = proposal.id)
	and case when proposal.state in ${listed(releasedPapers)} then ${readable(r.actor).proposal}
		else ${isInside(r.actor) ? sql`true` : never} and exists (select from event e where e.thing_type = 'proposal'
			and e.thing_id = proposal.id and e.kind = 'proposal.admit') end`;
const items = (r: Reader): SQL => sql`
	select i.*,
		(select json_build_object('id', proposal.id, 'deleted', ${paperDeleted}) from proposal
			where proposal.id = i.paper_key and ${papersSeen(r)}) as paper,
		${decisionsWhere(
			r,
			sql`decision.meeting_id = i.meeting_key and (decision.agenda_item_id = i.id::uuid or decision.proposal_id = i.paper_key)`
		)} as decisions,
		(select coalesce(json_agg(json_build_object('result', g.result, 'wording', g.wording) order by g.position), '[]')
			from group_decision g where g.meeting_id = i.meeting_key and g.item_id = i.id::uuid) as "groupDecisions"
	from (${agenda(r)}) i`;

const papers = (r: Reader): SQL => sql`
	select proposal.id::text as id, body.id::text as "bodyId", (${readable(r.actor).body}) as "bodySeen", proposal.number,
		${paperCreated} as created, ${paperModified(r)} as modified, ${paperDeleted} as deleted,
		(select json_build_object('version', v.version, 'title', v.title, 'outline', v.outline, 'responsible', v.responsible,
				'dueOn', v.due_on, 'frozenAt', v.frozen_at)
			from proposal_version v where v.proposal_id = proposal.id order by v.version desc limit 1) as frozen,
		${decisionsWhere(r, sql`decision.proposal_id = proposal.id`)} as decisions
	from proposal join body on body.id = proposal.body_id where ${papersSeen(r)}`;

/** A paper under an item of an agenda, where the reader sees both; it carries the item's id. */
const consultations = (r: Reader): SQL => sql`
	select i.id, i.id as "itemId", i."meetingId", i."bodyId", i."bodyKind", proposal.id::text as "paperId",
		greatest(i.created, ${paperCreated}) as created, greatest(i.modified, ${paperMoved}) as modified,
		(i.deleted or ${paperDeleted}) as deleted
	from (${agenda(r)}) i join proposal on proposal.id = i.paper_key and ${papersSeen(r)}`;

/** The columns of files of a meeting that those of papers have, and the other way round. */
const ofNoPaper = sql`null::text as number, null::text as "frozenAt", null::json as frozen, '[]'::jsonb as papers`;
const ofNoMeeting = sql`null::text, null::timestamptz, null::text, null::text, null::json`;
/** Released sheets are read by all inside, as results/policy.ts has it; a withdrawn one is told as that, without a word. */
const files = (r: Reader): SQL => sql`
	select 'agenda-' || m.id as id, 'agenda' as kind, m.id as "meetingId", m."startsAt", m."bodyKind", m."bodyName",
		m.minutes, m.created, m.modified, false as deleted, ${ofNoPaper} from (${meetings(r)}) m
	union all
	select 'minutes-' || m.id, 'minutes', m.id, m."startsAt", m."bodyKind", m."bodyName", m.minutes,
		v.first, v.last, false, ${ofNoPaper}
	from (${meetings(r)}) m join lateral (select min(x.approved_at) as first, max(x.approved_at) as last
		from minutes_version x where x.meeting_id = m.key having count(*) > 0) v on true
	union all
	select 'paper-' || p.id, 'paper', ${ofNoMeeting}, p.created, p.modified, p.deleted, p.number,
		p.frozen ->> 'frozenAt', p.frozen, jsonb_build_array(p.id)
	from (${papers(r)}) p
	union all
	select 'sheet-' || result_sheet.id, 'sheet', ${ofNoMeeting}, result_sheet.released_at,
		${sheetModified}, result_sheet.state <> 'released', result_sheet.number,
		to_jsonb(result_sheet.released_at) #>> '{}', null,
		(select coalesce(jsonb_agg(proposal.id order by proposal.number), '[]') from proposal_gap
			join proposal on proposal.id = proposal_gap.proposal_id
			where proposal_gap.gap_id = result_sheet.gap_id and not ${paperDeleted} and ${papersSeen(r)})
	from result_sheet where result_sheet.released_at is not null and ${isInside(r.actor) ? sql`true` : never}`;

const locations = (r: Reader): SQL =>
	sql`select m.id, m.place, m.created, m.modified, false as deleted from (${meetings(r)}) m where m.place <> ''`;

const nothing = sql`select ''::text as id, now() as created, now() as modified, false as deleted, ''::text as "bodyId" where false`;

const sources: Record<ListType, (r: Reader) => SQL> = {
	organization: organizations,
	person: seats,
	membership: seats,
	meeting: meetings,
	'agenda-item': items,
	paper: papers,
	consultation: consultations,
	file: files,
	location: locations,
	'legislative-term': () => nothing
};
/** To stand in a FROM; each has `id` (text), `created`, `modified`, `deleted`, and what its row in rules.ts says. */
export const sourceOf = (type: ListType, reader: Reader): SQL =>
	reader.standing === 'token' || (reader.standing === 'open' && type === 'organization')
		? sources[type](reader)
		: nothing;
