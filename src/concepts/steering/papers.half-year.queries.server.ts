/**
 * What the half-year's dossier is made of, as things stood at the end of its key date: events, decisions and published
 * figures up to then. Security: contributions are counted from published classes only.
 */
import { sql, type SQL } from 'drizzle-orm';
import { evidenceCounts } from '#concepts/gaps/evidence.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { situationOn } from '#concepts/situation/queries.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { addDays, zone } from '#platform/clock.ts';
import { mostCases } from './papers.meeting.queries.server.ts';
import { sourceGap } from './papers.proposals.queries.server.ts';
import { periodStart } from './papers.rules.ts';
import { sourceFormat, type HalfYearSource, type SourceDecision, type SourceMeasure } from './papers.source.ts';

/** Lines of one list; a dossier that is longer is read by nobody. */
const mostLines = 500;
const startOf = (day: string): SQL => sql`(${day}::date::timestamp at time zone ${zone})`;
const within = (at: SQL, from: string, keyOn: string): SQL =>
	sql`(${at} >= ${startOf(from)} and ${at} < ${startOf(addDays(keyOn, 1))})`;
const berlinDay = (at: SQL): SQL => sql`to_char(${at} at time zone ${zone}, 'YYYY-MM-DD')`;

export async function halfYearSource(tx: Transaction, { keyOn }: { keyOn: string }): Promise<HalfYearSource> {
	const from = periodStart(keyOn);
	const { countyName } = await settingsOf(tx);
	const { picture, threshold, throughOn } = await situationOn(tx, keyOn);
	const table = (key: string) => picture.tables.find((t) => t.key === key) ?? null;
	const confirmed = await confirmedIn(tx, from, keyOn);
	const decisions = await decisionsIn(tx, from, keyOn);
	const counts = await evidenceCounts(
		tx,
		confirmed.map((g) => g.id)
	);
	const caseIds = await casesBehind(tx, from, keyOn);
	return {
		format: sourceFormat,
		about: 'half_year',
		county: countyName,
		keyOn,
		from,
		threshold,
		throughOn,
		topics: throughOn ? table('topics') : null,
		halfYears: throughOn ? table('half_years') : null,
		steps: await stepsIn(tx, from, keyOn),
		confirmed: confirmed.map((g) => sourceGap(g, counts.get(g.id), threshold)),
		prioritised: decisions.filter((d) => d.gate === 1).map(({ gate: _, ...d }) => d),
		decided: decisions.filter((d) => d.gate === 2).map(({ gate: _, ...d }) => d),
		measures: await measuresOn(tx, from, keyOn),
		effects: await effectsIn(tx, from, keyOn),
		caseIds: caseIds.slice(0, mostCases),
		moreCases: Math.max(0, caseIds.length - mostCases)
	};
}

async function stepsIn(tx: Transaction, from: string, keyOn: string): Promise<Record<string, number>> {
	const found = await tx.execute<{ step: string; gaps: number }>(sql`
		select split_part(e.kind, '.', 2) as step, count(distinct e.thing_id)::int as gaps from event e
		where e.thing_type = 'service_gap' and ${within(sql`e.at`, from, keyOn)} group by 1 order by 1`);
	return Object.fromEntries(found.rows.map((r) => [r.step, r.gaps]));
}

const confirmedIn = async (tx: Transaction, from: string, keyOn: string) =>
	(
		await tx.execute<{ id: string; number: string; title: string }>(sql`
			select g.id, g.number, g.title from service_gap g where exists (select from event e where e.thing_type = 'service_gap'
				and e.thing_id = g.id and e.kind = 'service_gap.confirm' and ${within(sql`e.at`, from, keyOn)})
			order by g.number limit ${mostLines}`)
	).rows;

const decisionsIn = async (tx: Transaction, from: string, keyOn: string) =>
	(
		await tx.execute<SourceDecision & { gate: number }>(sql`
			select d.gate, d.number, d.result, ${berlinDay(sql`d.decided_at`)} as "decidedOn",
				coalesce(p.number || ' ' || p.title, g.number || ' ' || g.title, '') as subject, d.wording, d.reason, d.target,
				d.target_on::text as "targetOn",
				coalesce((select string_agg(distinct o.name, ', ' order by o.name) from measure m
					join organisation o on o.id = m.organisation_id where m.decision_id = d.id), b.name, '') as units,
				coalesce(v.dissents, '[]') as dissents
			from decision d left join proposal p on p.id = d.proposal_id left join service_gap g on g.id = d.gap_id
			left join proposal_version v on v.proposal_id = d.proposal_id and v.version = d.proposal_version
			left join mandate md on md.id = d.mandate_id left join body b on b.id = md.body_id
			where ${within(sql`d.decided_at`, from, keyOn)} order by d.decided_at, d.number limit ${mostLines}`)
	).rows;

/** State and due date as they were: by the last step before the day was over, and what a later extension replaced. */
const measuresOn = async (tx: Transaction, from: string, keyOn: string) => {
	const end = startOf(addDays(keyOn, 1));
	const found = await tx.execute<SourceMeasure>(sql`
		select m.number, m.title, o.name as unit, d.number as decision,
			coalesce((select e.data ->> 'oldDueOn' from event e where e.thing_type = 'measure' and e.thing_id = m.id
				and e.kind = 'measure.grant_extension' and e.at >= ${end} order by e.id limit 1), m.due_on::text) as "dueOn",
			coalesce((select e.data ->> 'to' from event e where e.thing_type = 'measure' and e.thing_id = m.id
				and e.data ? 'to' and e.at < ${end} order by e.id desc limit 1), 'issued') as state,
			(select ${berlinDay(sql`max(e.at)`)} from event e where e.thing_type = 'measure' and e.thing_id = m.id
				and e.kind = 'measure.approve' and ${within(sql`e.at`, from, keyOn)}) as "approvedOn"
		from measure m join organisation o on o.id = m.organisation_id join decision d on d.id = m.decision_id
		where m.issued_at < ${end} order by m.due_on, m.number limit ${mostLines}`);
	return found.rows;
};

const effectsIn = async (tx: Transaction, from: string, keyOn: string) =>
	(
		await tx.execute<HalfYearSource['effects'][number]>(sql`
			select g.number, g.title, e.kind = 'effect_review.pass' as passed, ${berlinDay(sql`e.at`)} as "on"
			from event e join effect_review r on r.id = e.thing_id join service_gap g on g.id = r.gap_id
			where e.thing_type = 'effect_review' and e.kind in ('effect_review.pass', 'effect_review.propose_reopening')
				and ${within(sql`e.at`, from, keyOn)} order by e.at, g.number limit ${mostLines}`)
	).rows;

/** Released by then, and behind a gap that something happened to within the period. */
async function casesBehind(tx: Transaction, from: string, keyOn: string): Promise<string[]> {
	const found = await tx.execute<{ id: string }>(sql`
		select a.id from case_analysis a where a.number is not null and a.released_at < ${startOf(addDays(keyOn, 1))}
			and exists (select from gap_case gc join event e on e.thing_type = 'service_gap' and e.thing_id = gc.gap_id
				where gc.case_id = a.id and e.kind in ('service_gap.confirm', 'service_gap.prioritise', 'service_gap.mandate',
					'service_gap.decide', 'service_gap.implement', 'service_gap.close') and ${within(sql`e.at`, from, keyOn)})
		order by a.number`);
	return found.rows.map((r) => r.id);
}
