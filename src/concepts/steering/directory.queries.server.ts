/** Labels of things of any concept – number, title, state, address – for links on pages, the inbox and the thread. */
import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { look, type Thing, type Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { hrefOf, isPaged, type Paged } from './directory.ts';
import { readable } from './directory.rights.server.ts';

export type Label = { type: Paged; id: string; number: string | null; title: string; state: string; href: string };
export type Labels = Map<string, Label>;
export const labelKey = (thing: Thing): string => `${thing.type}:${thing.id}`;

/** SQL: the first whole words of a column, with an ellipsis where more follows. */
export const beginning = (column: string, length: number): string =>
	`case when length(${column}) > ${length} then regexp_replace(left(${column}, ${length}), '\\s+\\S*$', '') || ' …' else ${column} end`;
/** What stands for a thing in a list; a gap report shows the beginning of its text. */
const shown: Record<Paged, { number: string; title: string }> = {
	gap_report: { number: 'null::text', title: beginning('text', 90) },
	service_gap: { number: 'number', title: 'title' },
	case_analysis: { number: 'number', title: 'title' },
	body: { number: 'null::text', title: 'name' },
	mandate: { number: 'number', title: 'goal' },
	meeting: { number: 'null::text', title: 'title' },
	proposal: { number: 'number', title: 'title' },
	decision: { number: 'number', title: 'wording' },
	measure: { number: 'number', title: 'title' }
};
/** A decision has a result instead of a state. */
const stateColumn = (type: Paged): string => (type === 'decision' ? 'result' : 'state');

/**
 * Labels by `type:id`, in one query, filtered by what the actor may read. A missing key means: show „nicht
 * freigegeben“ without title – the thing is hidden, gone or of a type without a page.
 */
export const labelsOf = (actor: Actor, things: readonly Thing[]): Promise<Labels> =>
	things.some(hasLabel) ? look((tx) => labelsIn(tx, actor, things)) : Promise.resolve<Labels>(new Map());

/** The same inside a transaction that is open already. */
export async function labelsIn(tx: Transaction, actor: Actor, things: readonly Thing[]): Promise<Labels> {
	const may = readable(actor);
	const byType = Map.groupBy(things.filter(hasLabel), (t) => t.type as Paged);
	if (byType.size === 0) return new Map();
	const parts: SQL[] = [...byType].map(([type, of]) => {
		const ids = [...new Set(of.map((t) => t.id))];
		const { number, title } = shown[type];
		return sql`select ${type}::text as type, id::text, ${sql.raw(number)} as number, ${sql.raw(title)} as title,
			${sql.raw(stateColumn(type))} as state from ${sql.identifier(type)}
			where id in (${sql.join(
				ids.map((id) => sql`${id}::uuid`),
				sql`, `
			)}) and ${may[type]}`;
	});
	const found = await tx.execute<Omit<Label, 'href'>>(sql.join(parts, sql` union all `));
	return new Map(found.rows.map((row) => [labelKey(row), { ...row, href: hrefOf(row.type, row.id)! }]));
}

const hasLabel = (t: Thing): boolean => isPaged(t.type) && isId(t.id);

/** Things whose number or title has this part, a matching number first, as far as the actor may read them. */
export const thingsNamed = (actor: Actor, part: string, types: readonly Paged[], most: number): Promise<Label[]> =>
	look(async (tx) => {
		const may = readable(actor);
		const sought = part.trim().toLowerCase().slice(0, 100);
		const parts = types.map((type) => {
			const named = sql.raw(`lower(concat_ws(' ', ${shown[type].number}, ${shown[type].title}))`);
			return sql`(select ${type}::text as type, id::text, ${sql.raw(shown[type].number)} as number,
				${sql.raw(shown[type].title)} as title, ${sql.raw(stateColumn(type))} as state,
				strpos(${named}, ${sought}) as place from ${sql.identifier(type)}
				where ${may[type]} and strpos(${named}, ${sought}) > 0 order by (strpos(${named}, ${sought}) > 1), 3 desc limit ${most})`;
		});
		const found = await tx.execute<Omit<Label, 'href'>>(
			sql`select type, id, number, title, state from (${sql.join(parts, sql` union all `)}) t
				order by place > 1, number desc, id limit ${most}`
		);
		return found.rows.map((row) => ({ ...row, href: hrefOf(row.type, row.id)! }));
	});
