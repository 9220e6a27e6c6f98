/** What waits for somebody whatever the role: what is one's own, or asked of one by name. */
import { sql } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { answerable } from '#concepts/proposals/statements.rules.ts';
import { addDays, today } from '#platform/clock.ts';
import { unitIn, type Readable } from './directory.rights.server.ts';
import { soonDays } from './measures.rules.ts';
import { idList, wordList } from './thread.rows.server.ts';
import type { Part } from './start.waiting.server.ts';

export function mine(a: Actor & { id: string }, may: Readable): Part[] {
	const me = sql`${a.id}::uuid`;
	const unit = unitIn(a, 'measure');
	const memberships = a.seats.filter((s) => s.function !== 'guest').map((s) => s.bodyId);
	const overdue = sql`due_on < ${today()}::date`;
	return [
		{
			kind: 'queries',
			title: 'text',
			on: 'submitted_at',
			from: sql`gap_report where author_id = ${me} and state = 'query'`
		},
		{
			kind: 'statements',
			title: 'question',
			on: 'due_on',
			late: overdue,
			from: sql`statement where account_id = ${me} and state = 'asked'
				and proposal_id in (select id from proposal where state = any(${wordList(answerable)}))`
		},
		{
			kind: 'report_drafts',
			title: 'text',
			on: 'updated_at',
			from: sql`gap_report where author_id = ${me} and state = 'draft'`
		},
		{
			kind: 'cases_returned',
			title: 'title',
			on: 'updated_at',
			from: sql`case_analysis where author_id = ${me} and state = 'returned'`
		},
		{
			kind: 'case_drafts',
			title: 'title',
			on: 'updated_at',
			from: sql`case_analysis where author_id = ${me} and state = 'draft'`
		},
		{
			kind: 'tasks',
			title: 'title',
			on: 'due_on',
			late: overdue,
			from: sql`task where assignee_id = ${me} and state = 'open'`
		},
		{
			kind: 'effects',
			id: 'r.id',
			number: 'g.number',
			title: 'g.title',
			on: 'r.asked_at',
			from: sql`(select review_id as id from effect_answer where account_id = ${me} and answered_at is null) mine
				join effect_review r using (id) join service_gap g on g.id = r.gap_id where r.state = 'asked'`
		},
		{
			kind: 'minutes',
			title: 'title',
			on: 'coalesce(approval_until, review_until)',
			late: sql`coalesce(approval_until, review_until) < ${today()}::date`,
			from: sql`meeting where state = 'held' and minutes_state = 'under_review' and ${may.meeting}
				and (exists (select from invitation i where i.meeting_id = meeting.id and i.account_id = ${me} and i.attendance = 'present')
					or (approval_until is not null and body_id = any(${idList(memberships)})))
				and not exists (select from minutes_reply r where r.meeting_id = meeting.id and r.account_id = ${me})`
		},
		{
			kind: 'invitations',
			title: 'title',
			on: 'starts_at',
			from: sql`meeting where state in ('invited', 'postponed') and starts_at >= ${today()}::date and ${may.meeting}
				and exists (select from invitation i where i.meeting_id = meeting.id and i.account_id = ${me} and i.reply = 'open')`
		},
		{
			kind: 'measures_accept',
			number: 'number',
			title: 'title',
			on: 'due_on',
			late: overdue,
			from: sql`measure where state = 'issued' and ${unit}`
		},
		{
			kind: 'measures_report',
			number: 'number',
			title: 'title',
			on: 'due_on',
			late: overdue,
			from: sql`measure where state in ('accepted', 'in_progress', 'blocked') and ${unit} and due_on <= ${addDays(today(), soonDays)}::date`
		}
	];
}
