/** How long it took from the first report of a gap to the committee's decision. Counts gaps, which are no personal data. */
import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import type { Filter } from './picture.ts';
import { municipalitiesOf } from './rules.ts';

/** In days; null where fewer gaps than the threshold stand behind them. */
export type Quartiles = { gaps: number; quarter: number; median: number; threeQuarters: number } | null;

export async function daysToDecision(tx: Transaction, f: Filter, threshold: number): Promise<Quartiles> {
	const found = await tx.execute<NonNullable<Quartiles>>(sql`
		with decided as (
			select e.thing_id as id, min(e.at) as at from event e
			where e.thing_type = 'service_gap' and e.kind = 'service_gap.decide' group by e.thing_id
		), taken as (
			select extract(epoch from d.at - least(g.created_at,
				(select min(r.submitted_at) from gap_report r where r.gap_id = g.id and r.state = 'assigned'))) / 86400 as days
			from decided d join service_gap g on g.id = d.id where ${conditions(f)}
		) select count(*)::int as gaps, coalesce(percentile_cont(0.25) within group (order by days), 0)::float8 as quarter,
			coalesce(percentile_cont(0.5) within group (order by days), 0)::float8 as median,
			coalesce(percentile_cont(0.75) within group (order by days), 0)::float8 as "threeQuarters" from taken`);
	const { gaps, quarter, median, threeQuarters } = found.rows[0]!;
	if (gaps < threshold) return null;
	return { gaps, quarter: Math.round(quarter), median: Math.round(median), threeQuarters: Math.round(threeQuarters) };
}

/** A gap is of several domains, phases and places: it counts wherever it is about one. Houses have no gaps. */
function conditions(f: Filter): SQL {
	const towns = f.place ? (municipalitiesOf(f.place).length ? municipalitiesOf(f.place) : [f.place]) : [];
	const [year, half] = f.halfYear.split('/');
	const from = `${year}-${half === '2' ? '07' : '01'}-01`;
	const all = [
		sql`d.at is not null`,
		...(f.legalDomain ? [sql`g.legal_domains @> array[${f.legalDomain}]::text[]`] : []),
		...(f.gapType ? [sql`g.gap_type = ${f.gapType}`] : []),
		...(f.phase ? [sql`g.phases @> array[${f.phase}]::text[]`] : []),
		...(towns.length ? [sql`g.municipalities && ${sql.param(towns)}::text[]`] : []),
		...(f.halfYear ? [sql`d.at >= ${from}::date and d.at < ${from}::date + interval '6 months'`] : [])
	];
	return sql.join(all, sql` and `);
}
