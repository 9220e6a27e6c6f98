/** What became of service gaps since a day: how often each step was taken, and the latest of them. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { zone } from '#platform/clock.ts';

/** In the order of the thread. */
export const toldSteps = [
	'create',
	'confirm',
	'prioritise',
	'mandate',
	'solve',
	'decide',
	'implement',
	'review',
	'close',
	'reopen',
	'escalate'
] as const;
export type ToldStep = (typeof toldSteps)[number];
export type Changed = { id: string; number: string; title: string; kind: string; at: Date };
export type Changes = {
	since: string;
	steps: { step: ToldStep; gaps: number }[];
	latest: Changed[];
	/** Contributions published after that day, null where none were. */
	contributions: number | null;
};
const shown = 12;

export async function changesSince(tx: Transaction, since: string): Promise<Changes> {
	const kinds = toldSteps.map((s) => `service_gap.${s}`);
	const events = sql`event e where e.thing_type = 'service_gap' and e.kind = any(${sql.param(kinds)}::text[])
		and e.at >= (${since}::date::timestamp at time zone ${zone})`;
	const counted = await tx.execute<{ kind: string; gaps: number }>(
		sql`select e.kind, count(distinct e.thing_id)::int as gaps from ${events} group by e.kind`
	);
	const latest = await tx.execute<Omit<Changed, 'at'> & { at: string }>(sql`
		select g.id, g.number, g.title, x.kind, x.at from (select e.thing_id, e.kind, e.at, e.id from ${events}
			order by e.id desc limit ${shown}) x join service_gap g on g.id = x.thing_id order by x.id desc`);
	const come = await tx.execute<{ n: number | null }>(
		sql`select sum(contributions)::int as n from situation_tranche where through_on > ${since}::date`
	);
	const gapsBy = new Map(counted.rows.map((r) => [r.kind, r.gaps]));
	return {
		since,
		steps: toldSteps.flatMap((step) => {
			const gaps = gapsBy.get(`service_gap.${step}`);
			return gaps ? [{ step, gaps }] : [];
		}),
		latest: latest.rows.map((r) => ({ ...r, at: new Date(r.at) })),
		contributions: come.rows[0]?.n ?? null
	};
}
