/** What waits for somebody, asked in one query: each part says what it selects, what is shown, and what is late. */
import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { beginning } from './directory.queries.server.ts';
import { places, shownOfEach, waitingKinds, type Waiting, type WaitingGroup, type WaitingKind } from './start.ts';

/** `from`: FROM and WHERE; `title` and `on`: what is shown; `late`: a condition. */
export type Part = {
	kind: WaitingKind;
	id?: string;
	number?: string;
	title: string;
	on: string;
	late?: SQL;
	from: SQL;
};
type Row = {
	kind: WaitingKind;
	id: string;
	number: string | null;
	title: string;
	on: string | null;
	late: boolean;
	n: number;
	lates: number;
};

export async function waitingIn(tx: Transaction, parts: readonly Part[]): Promise<WaitingGroup[]> {
	const selects = parts.map((p) => {
		const late = p.late ?? sql`false`;
		return sql`(select ${p.kind}::text as kind, ${sql.raw(p.id ?? 'id')}::text as id, ${sql.raw(p.number ?? 'null')}::text as number,
			${sql.raw(beginning(p.title, 140))} as title, ${sql.raw(p.on)}::text as "on", ${late} as late,
			(count(*) over ())::int as n, (count(*) filter (where ${late}) over ())::int as lates
			from ${p.from} order by ${sql.raw(p.on)} asc nulls last, id limit ${shownOfEach})`;
	});
	const found = await tx.execute<Row>(sql.join(selects, sql` union all `));
	const byKind = Map.groupBy(found.rows, (r) => r.kind);
	return waitingKinds.flatMap((kind): WaitingGroup[] => {
		const rows = byKind.get(kind);
		if (!rows) return [];
		const items = rows.map(({ id, number, title, on, late }): Waiting => ({
			id,
			number,
			title,
			on,
			late,
			href: places[kind].one(id)
		}));
		return [{ kind, count: rows[0]!.n, late: rows[0]!.lates, items }];
	});
}
