/** The control list: each decision with who does what until when, one row a measure; page and sheet read it here. */
import { sql, type SQL } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { isInside, type Actor } from '#concepts/people/actor.ts';
import type { MandateState } from '#concepts/bodies/rules.ts';
import { returnRuns } from '#concepts/proposals/deadlines.rules.ts';
import { unitIn } from './directory.rights.server.ts';
import { awaiting, openEscalation, type EscalationState } from './escalations.rules.ts';
import type { MeasureState } from './measures.rules.ts';
import { openMeasure } from './measures.rules.ts';
import { decidableSittings } from './sittings.queries.server.ts';
import { mayControl, mayDecideIn, mayDecideSomewhere } from './policy.ts';
import type { DecisionResult } from './rules.ts';
import type { ControlTab } from './tabs.ts';

export type { ControlTab } from './tabs.ts';

export const controlPageSize = 25;
/** A sheet is read by people: more rows than this are no list any more. */
const sheetRows = 5000;

export type ControlFilter = { tab: ControlTab; organisationId: string; meetingId: string };
export type ControlRow = {
	key: string;
	decisionId: string;
	number: string;
	subject: string;
	result: DecisionResult;
	decidedOn: string;
	measureId: string | null;
	measureNumber: string | null;
	what: string;
	measureState: MeasureState | null;
	mandateState: MandateState | null;
	mandateId: string | null;
	escalationState: EscalationState | null;
	escalationId: string | null;
	/** when the committee took note of it as done */
	notedOn: string | null;
	who: string;
	until: string | null;
	reportedOn: string | null;
	report: string;
	delayReason: string;
	overdue: boolean;
};

const openMandates = ['given', 'accepted', 'in_work', 'extended', 'returned'];
const among = (values: readonly string[]) => sql`any(${sql.param([...values])}::text[])`;
const measureOpen = sql`m.state = ${among([...openMeasure, 'reported_done'])}`;
/** The unit has reported it done; from then on it waits for the office. */
const measureRuns = sql`m.state = ${among(openMeasure)}`;
const mandateOpen = sql`md.state = ${among(openMandates)}`;
/** Until it is before the committee again; what became of an earlier decision on it is that later one. */
const comesBack = sql`(m.id is null and (
	(d.result = 'postponed' and p.state = 'postponed') or
	(d.result = 'referred' and p.state = ${among(returnRuns)} and p.return_due_on = d.target_on))
	and not exists (select from decision later where later.proposal_id = d.proposal_id and later.decided_at > d.decided_at))`;
/** With the Land or the Bund, or on its way there or back. */
const withOthers = sql`e.state = ${among(openEscalation)}`;
const isOpen = sql`coalesce(${measureOpen}, false) or coalesce(${mandateOpen}, false) or coalesce(${comesBack}, false)
	or coalesce(${withOthers}, false)`;
/** Taken note of, and that meeting is over. */
const isArchived = sql`(n.id is not null and ns.state = 'closed')`;
/** The gaps a decision is about: its own, or those of its proposal. Two ways, each by its key, as an OR would read all gaps. */
const gapsOf = sql`from (select d.gap_id as id where d.gap_id is not null
	union all select pg.gap_id from proposal_gap pg where d.gap_id is null and pg.proposal_id = d.proposal_id) about
	join service_gap sg on sg.id = about.id`;
const overdue = () => sql`(coalesce(${measureRuns} and m.due_on < ${today()}::date, false)
	or coalesce(${mandateOpen} and md.due_on < ${today()}::date, false)
	or coalesce(${comesBack} and d.target_on < ${today()}::date, false)
	or coalesce(e.state = ${among(['drafted', ...awaiting])} and e.resubmit_on < ${today()}::date, false))`;

/** For commands, too: the rows of the list, each a decision with one of its measures, its mandate or neither. */
export const controlFrom = sql`from decision d
	left join measure m on m.decision_id = d.id
	left join organisation o on o.id = m.organisation_id
	left join account c on c.id = m.contact_id
	left join mandate md on md.id = d.mandate_id
	left join body b on b.id = md.body_id
	left join proposal p on p.id = d.proposal_id
	left join body pb on pb.id = p.body_id
	left join escalation e on e.decision_id = d.id
	left join control_note n on n.decision_id = d.id and n.measure_id is not distinct from m.id
	left join meeting ns on ns.id = n.meeting_id`;
/** Settled, and the committee has not taken note of it yet. */
export const isDoneAndUnnoted = sql`not (${isOpen}) and n.id is null`;

/** policy.ts as a condition: all for those inside, the own measures for a responsible unit. */
const seenBy = (a: Actor): SQL => (isInside(a) ? sql`true` : unitIn(a, 'm'));

function within(a: Actor, f: ControlFilter): SQL[] {
	const parts = [seenBy(a)];
	if (isId(f.organisationId)) parts.push(sql`m.organisation_id = ${f.organisationId}::uuid`);
	if (isId(f.meetingId)) parts.push(sql`d.meeting_id = ${f.meetingId}::uuid`);
	return parts;
}
function matching(a: Actor, f: ControlFilter): SQL {
	const parts = [...within(a, f), f.tab === 'archive' ? isArchived : sql`not ${isArchived}`];
	if (f.tab === 'open') parts.push(sql`(${isOpen})`);
	if (f.tab === 'overdue') parts.push(overdue());
	if (f.tab === 'done') parts.push(sql`not (${isOpen})`);
	return sql.join(parts, sql` and `);
}

const rowsOf = (tx: Transaction, a: Actor, f: ControlFilter, limit: number, offset: number): Promise<ControlRow[]> =>
	rowsWhere(tx, matching(a, f), limit, offset);

async function rowsWhere(tx: Transaction, where: SQL, limit: number, offset = 0): Promise<ControlRow[]> {
	const found = await tx.execute<ControlRow>(sql`
		select d.id || coalesce(m.id::text, '') as key, d.id as "decisionId", d.number, d.result,
			to_char(d.decided_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "decidedOn",
			coalesce(p.title, (select sg.title ${gapsOf} order by (sg.state = 'escalated') desc, sg.number limit 1), '') as subject,
			m.id as "measureId", m.number as "measureNumber", m.state as "measureState",
			md.id as "mandateId", md.state as "mandateState",
			coalesce(m.title, md.goal, nullif(e.subject, ''), case when e.id is null then d.target end, '') as what,
			coalesce(o.name || ' (' || c.name || ')', b.name, case when e.id is not null then d.target end,
				case when ${comesBack} then pb.name end, '') as who,
			coalesce(m.due_on, md.due_on, e.resubmit_on, d.target_on)::text as until,
			coalesce(to_char(r.created_at at time zone 'Europe/Berlin', 'YYYY-MM-DD'), e.answered_on::text) as "reportedOn",
			coalesce(r.text, nullif(e.answer, ''), '') as report, e.id as "escalationId", e.state as "escalationState",
			to_char(n.noted_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "notedOn",
			coalesce(nullif(r.delay_reason, ''), m.delay_reason, '') as "delayReason", ${overdue()} as overdue
		${controlFrom}
		left join lateral (select x.text, x.delay_reason, x.created_at from progress_report x where x.measure_id = m.id
			order by x.created_at desc limit 1) r on true
		where ${where}
		order by d.decided_at desc, d.number desc, m.number
		limit ${limit} offset ${offset}`);
	return found.rows;
}

async function countsOf(tx: Transaction, a: Actor, f: ControlFilter): Promise<Record<ControlTab, number>> {
	const found = await tx.execute<Record<ControlTab, number>>(sql`
		select count(*) filter (where not ${isArchived})::int as "all",
			count(*) filter (where not ${isArchived} and (${isOpen}))::int as "open",
			count(*) filter (where not ${isArchived} and ${overdue()})::int as overdue,
			count(*) filter (where not ${isArchived} and not (${isOpen}))::int as done,
			count(*) filter (where ${isArchived})::int as archive
		${controlFrom} where ${sql.join(within(a, f), sql` and `)}`);
	return found.rows[0]!;
}

const unitsIn = async (tx: Transaction, a: Actor) =>
	(
		await tx.execute<{ id: string; name: string }>(sql`select o.id, o.name from organisation o
			where exists (select from measure m where m.organisation_id = o.id and ${seenBy(a)}) order by o.name`)
	).rows;
const meetingsIn = async (tx: Transaction, a: Actor) =>
	(
		await tx.execute<{ id: string; title: string; startsOn: string }>(sql`select s.id, s.title,
			to_char(s.starts_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "startsOn" from meeting s
			where exists (select from decision d left join measure m on m.decision_id = d.id where d.meeting_id = s.id and ${seenBy(a)})
			order by 3 desc`)
	).rows;

async function sittingsFor(tx: Transaction, actor: Actor) {
	if (!mayDecideSomewhere(actor)) return [];
	const open = await decidableSittings(tx, 2);
	return open.filter((s) => mayDecideIn(actor, s)).map(({ id, title, startsAt }) => ({ id, title, startsAt }));
}

/** One page of the list with its filters; null for those who have no business with it. */
export const controlList = (actor: Actor, f: ControlFilter, page: number) =>
	mayControl(actor)
		? look(async (tx) => {
				const counts = await countsOf(tx, actor, f);
				const rows = await rowsOf(tx, actor, f, controlPageSize, (page - 1) * controlPageSize);
				return {
					rows,
					counts,
					total: counts[f.tab],
					units: await unitsIn(tx, actor),
					meetings: await meetingsIn(tx, actor),
					/** meetings in which the done ones may be taken note of now */
					sittings: f.tab === 'done' && counts.done ? await sittingsFor(tx, actor) : []
				};
			})
		: Promise.resolve(null);

/** The same rows in the same order, all of them: the sheet equals the screen. */
export const controlRows = (actor: Actor, f: ControlFilter): Promise<ControlRow[] | null> =>
	mayControl(actor) ? look((tx) => rowsOf(tx, actor, f, sheetRows, 0)) : Promise.resolve(null);

/** How things stand, for the committee's page. */
export const controlCounts = (tx: Transaction, actor: Actor) =>
	countsOf(tx, actor, { tab: 'all', organisationId: '', meetingId: '' });

/** For a committee's folder: what is open, what was decided since a day, and what was done since then, once more. */
export const controlSince = (tx: Transaction, bodyId: string, since: string | null): Promise<ControlRow[]> => {
	const day = since ?? '1970-01-01';
	return rowsWhere(
		tx,
		sql`d.body_id = ${bodyId}::uuid and ((${isOpen}) or d.decided_at >= ${day}::date or m.updated_at >= ${day}::date)`,
		sheetRows
	);
};
