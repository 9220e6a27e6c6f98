/** What waits for each role: office, reviewers, those who lead a group, the committee, data protection, administration. */
import { sql } from 'drizzle-orm';
import { expiresSoonDays } from '#concepts/agreements/rules.ts';
import { has, isOffice, isSteering, type Actor } from '#concepts/people/actor.ts';
import { returnRuns } from '#concepts/proposals/deadlines.rules.ts';
import { answerable } from '#concepts/proposals/statements.rules.ts';
import { addDays, today, workingDaysSince } from '#platform/clock.ts';
import type { Readable } from './directory.rights.server.ts';
import type { Settings } from '#concepts/people/settings.ts';
import { soonDays } from './measures.rules.ts';
import { mine } from './start.mine.server.ts';
import type { Part } from './start.waiting.server.ts';
import { idList, wordList } from './thread.rows.server.ts';

export function partsFor(
	a: Actor & { id: string },
	may: Readable,
	{
		intakeTargetDays: intakeDays,
		externalMembersVote,
		conflictedMembersVote
	}: Pick<Settings, 'intakeTargetDays' | 'externalMembersVote' | 'conflictedMembersVote'>
): Part[] {
	const of = (claim: boolean, parts: () => Part[]): Part[] => (claim ? parts() : []);
	const led = a.seats
		.filter((s) => (s.function === 'chair' || s.function === 'deputy') && s.kind !== 'steering_committee')
		.map((s) => s.bodyId);
	return [
		...mine(a, may),
		...of(has(a, 'reviewer'), () => [
			{
				kind: 'reviews',
				title: 'title',
				on: 'submitted_at',
				from: sql`case_analysis where state = 'in_review' and author_id <> ${a.id}::uuid and ${may.case_analysis}`
			}
		]),
		...of(isOffice(a) || has(a, 'reviewer'), () => [sheetsToRelease(a)]),
		...of(isOffice(a), () => office(a, intakeDays)),
		...of(led.length > 0, () => leading(led)),
		...of(isOffice(a) || led.length > 0, () => [returned(isOffice(a), led)]),
		...of(isSteering(a), () => [
			{
				kind: 'votes',
				id: 'c.id',
				number: 'p.number',
				title: 'p.title',
				on: 'c.until_on',
				from: sql`circulation c join proposal p on p.id = c.proposal_id
					where c.state = 'open' and c.until_on >= ${today()}::date
					and c.body_id = any(${idList(a.seats.filter((s) => s.kind === 'steering_committee' && s.function !== 'guest').map((s) => s.bodyId))})
					and (${externalMembersVote} or exists (select from membership ms join organisation o on o.id = ms.organisation_id
						where ms.account_id = ${a.id}::uuid and ms.body_id = c.body_id and o.kind = 'county'))
					and not exists (select from circulation_vote v where v.circulation_id = c.id and v.account_id = ${a.id}::uuid)
					and (${conflictedMembersVote} or not exists (select from conflict_of_interest x where x.proposal_id = p.id and x.account_id = ${a.id}::uuid))`
			},
			{
				kind: 'decisions',
				id: 'proposal.id',
				number: 'proposal.number',
				title: 'proposal.title',
				on: 'meeting.starts_at',
				from: sql`proposal join meeting on meeting.id = proposal.meeting_id
					where proposal.state = 'scheduled' and meeting.state in ('scheduled', 'invited', 'postponed', 'running')
					and meeting.body_id = any(${idList(a.seats.filter((s) => s.kind === 'steering_committee').map((s) => s.bodyId))})`
			}
		]),
		...of(has(a, 'data_protection'), () => [
			{
				kind: 'recalled',
				number: 'number',
				title: `''`,
				on: 'recalled_at',
				from: sql`case_analysis where state = 'recalled'`
			}
		]),
		...of(has(a, 'administrator'), () => [
			{ kind: 'people_invited', title: 'name', on: 'created_at', from: sql`account where state = 'invited'` }
		])
	];
}

/** Result sheets to which this person can still lend a hand: not the own ones, and no sheet twice. */
function sheetsToRelease(a: Actor & { id: string }): Part {
	const hands = [...(isOffice(a) ? ['office'] : []), ...(has(a, 'reviewer') ? ['reviewer'] : [])];
	return {
		kind: 'sheets',
		number: 'number',
		title: 'title',
		on: 'submitted_at',
		from: sql`result_sheet where state = 'in_review' and author_id <> ${a.id}::uuid
			and not exists (select from result_release r where r.sheet_id = result_sheet.id and r.account_id = ${a.id}::uuid)
			and exists (select from unnest(${sql.param(hands)}::text[]) as mine (hand)
				where not exists (select from result_release r where r.sheet_id = result_sheet.id and r.hand = mine.hand))`
	};
}

function office(a: Actor & { id: string }, intakeDays: number): Part[] {
	const me = sql`${a.id}::uuid`;
	return [
		{
			kind: 'intake',
			title: 'text',
			on: 'submitted_at',
			late: sql`submitted_at < ${tooOld(intakeDays)}::date`,
			from: sql`gap_report where state = 'received'`
		},
		{
			kind: 'statements_late',
			id: 's.proposal_id',
			number: 'p.number',
			title: 'p.title',
			on: 's.due_on',
			late: sql`true`,
			from: sql`(select proposal_id, min(due_on) as due_on from statement where state = 'asked' and due_on < ${today()}::date
				group by proposal_id) s join proposal p on p.id = s.proposal_id where p.state = any(${wordList(answerable)})`
		},
		{
			kind: 'proposals_admit',
			id: 'proposal.id',
			number: 'proposal.number',
			title: 'proposal.title',
			// what was postponed waits since the day it was postponed to
			on: `coalesce(d.target_on::text, proposal.submitted_at::text)`,
			from: sql`proposal left join lateral (select d.result, d.target_on from decision d
					where proposal.state = 'postponed' and d.proposal_id = proposal.id order by d.decided_at desc limit 1) d on true
				where proposal.state = 'submitted'
					or (proposal.state = 'postponed' and d.result = 'postponed' and d.target_on <= ${today()}::date)`
		},
		{
			kind: 'proposals_schedule',
			number: 'number',
			title: 'title',
			on: 'updated_at',
			from: sql`proposal where state = 'admitted'`
		},
		{
			kind: 'measures_approve',
			number: 'number',
			title: 'title',
			on: 'updated_at',
			from: sql`measure where state in ('reported_done', 'extension_requested') and contact_id <> ${me}`
		},
		{
			kind: 'feedback',
			id: 'g.id',
			number: 'g.number',
			title: 'g.title',
			on: 'f.created_at',
			from: sql`(select distinct on (gap_id) gap_id as id, created_at from feedback where given_at is null order by gap_id, created_at) f join service_gap g using (id)`
		},
		{
			kind: 'resubmissions',
			id: 'escalation.id',
			number: 'decision.number',
			title: `coalesce(nullif(escalation.subject, ''), escalation.addressee)`,
			on: 'escalation.resubmit_on',
			late: sql`escalation.resubmit_on < ${today()}::date`,
			from: sql`escalation join decision on decision.id = escalation.decision_id
				where escalation.state = 'drafted' or (escalation.state in ('sent', 'reminded') and escalation.resubmit_on <= ${today()}::date)`
		},
		{
			kind: 'agreements_expiring',
			number: 'number',
			title: 'title',
			on: 'valid_until',
			from: sql`agreement where valid_from <= ${today()}::date
				and valid_until between ${today()}::date and ${addDays(today(), expiresSoonDays)}::date`
		},
		{
			kind: 'cases_evaluate',
			number: 'number',
			title: 'title',
			on: 'released_at',
			from: sql`case_analysis where state in ('released', 'discussed')`
		},
		{
			kind: 'recalled',
			number: 'number',
			title: `''`,
			on: 'recalled_at',
			from: sql`case_analysis where state = 'recalled'`
		}
	];
}

/** The group's own with their day; the office sees those of all groups once they are late. One part, as it may be both. */
const returned = (office: boolean, bodies: string[]): Part => ({
	kind: 'proposals_returned',
	number: 'number',
	title: 'title',
	on: 'return_due_on',
	late: sql`return_due_on < ${today()}::date`,
	from: sql`proposal where return_due_on is not null and state = any(${wordList(returnRuns)})
		and (body_id = any(${idList(bodies)}) or (${office} and return_due_on < ${today()}::date))`
});

/** For chairs and deputies of groups. */
const leading = (bodies: string[]): Part[] => [
	{
		kind: 'mandates',
		number: 'number',
		title: 'goal',
		on: 'due_on',
		late: sql`due_on < ${today()}::date or (interim_reported_at is null and interim_due_on < ${today()}::date)`,
		from: sql`mandate where body_id = any(${idList(bodies)}) and (state = 'given'
			or (state in ('accepted', 'in_work', 'extended', 'returned') and (due_on <= ${addDays(today(), soonDays)}::date
				or (interim_reported_at is null and interim_due_on <= ${addDays(today(), soonDays)}::date))))`
	},
	{
		kind: 'proposals_recommend',
		number: 'number',
		title: 'title',
		on: 'updated_at',
		from: sql`proposal where body_id = any(${idList(bodies)}) and return_due_on is null
			and state in ('in_consultation', 'recommended', 'returned')`
	}
];

/** The first day that is still within the target, counted in working days. */
function tooOld(targetDays: number): string {
	let day = today();
	while (workingDaysSince(new Date(`${day}T12:00:00Z`)) <= targetDays) day = addDays(day, -1);
	return addDays(day, 1);
}
