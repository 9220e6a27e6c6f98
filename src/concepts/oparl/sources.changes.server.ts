/**
 * SQL: when papers and result sheets came and last changed, from what was recorded. Each is said once, so that an
 * object, the filters of a list and the order of its pages mean the same instant.
 */
import { sql, type SQL } from 'drizzle-orm';
import { isInside } from '#concepts/people/actor.ts';
import type { ProposalStep } from '#concepts/proposals/rules.ts';
import type { Reader } from './policy.ts';
import { releasedPapers } from './rules.ts';

export const listed = (words: readonly string[]): SQL =>
	sql`(${sql.join(
		words.map((w) => sql`${w}`),
		sql`, `
	)})`;
const kinds = (steps: readonly ProposalStep[]): SQL => listed(steps.map((step) => `proposal.${step}`));
/** What makes a paper one, and what withdraws it; its gaps are others only in between. */
const comeAndGo = ['admit', 'return', 'refer', 'revise'] as const satisfies readonly ProposalStep[];

export const paperDeleted = sql`proposal.state not in ${listed(releasedPapers)}`;
export const paperCreated = sql`coalesce((select min(e.at) from event e where e.thing_type = 'proposal'
	and e.thing_id = proposal.id and e.kind = 'proposal.admit'), proposal.submitted_at, proposal.created_at)`;
/** By what was done to the paper itself. */
export const paperMoved = sql`greatest(${paperCreated}, (select max(e.at) from event e where e.thing_type = 'proposal'
	and e.thing_id = proposal.id and e.kind in ${kinds([...comeAndGo, 'schedule', 'decide', 'postpone'])}))`;

/** When a paper that named the gap of the sheet then came or went; those that no longer name it are asked of the log, once a statement. */
const papersMoved = sql`greatest(
	(select max(e.at) from proposal_gap x join event e on e.thing_type = 'proposal' and e.thing_id = x.proposal_id
		and e.kind in ${kinds(comeAndGo)} where x.gap_id = result_sheet.gap_id),
	((select jsonb_object_agg(was.gap, was.at) from (
		select u.data ->> 'gapId' as gap, max(e.at) as at
		from event u join event e on e.thing_type = 'proposal' and e.thing_id = u.thing_id and e.id < u.id and e.kind in ${kinds(comeAndGo)}
		where u.thing_type = 'proposal' and u.kind = 'proposal.unlink_gap' group by 1
	) was) ->> result_sheet.gap_id::text)::timestamptz)`;
/** A sheet names the papers about its gap; a withdrawn one names none. */
export const sheetModified = sql`greatest(result_sheet.released_at, result_sheet.withdrawn_at,
	case when result_sheet.state = 'released' then ${papersMoved} end)`;

/** A paper has the sheets about its gaps beside it, with their times; a withdrawn one has none, and who does not see sheets learns no time of them. */
export const paperModified = (r: Reader): SQL =>
	isInside(r.actor)
		? sql`greatest(${paperMoved}, case when not (${paperDeleted}) then (select max(${sheetModified}) from proposal_gap l
			join result_sheet on result_sheet.gap_id = l.gap_id
			where l.proposal_id = proposal.id and result_sheet.released_at is not null) end)`
		: paperMoved;
