/** Finding gaps: full text with German stems, parts of compounds, typing errors. */
import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';

/** Hits stand between \u0001 and \u0002. */
export const markOptions = `StartSel=\u0001, StopSel=\u0002`;

const escaped = (q: string): string => q.replace(/[\\%_]/g, (c) => `\\${c}`);

/** A gap is found by its stems, by a part of a compound in its title ("Betreuung" in "Kinderbetreuung"), by its number. */
export const found = (q: string): SQL => {
	const parts = q.split(/\s+/).filter((w) => w.length >= 4);
	const compound = parts.length
		? sql` or (${sql.join(
				parts.map((w) => sql`fold(g.title) like '%' || fold(${escaped(w)}) || '%'`),
				sql` and `
			)})`
		: sql``;
	return sql`(g.search @@ websearch_to_tsquery('german', ${q})${compound} or g.number = upper(${q.trim()}))`;
};
/**
 * Asked only when nothing was found: up to 100 gaps whose title has a passage that resembles what was typed. The ids at
 * once, as weighing resemblance is dear.
 */
export async function resemblingIds(
	tx: Transaction,
	q: string,
	filters: SQL[] = [sql`true`],
	most = 100
): Promise<string[]> {
	await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', '0.45', true)`);
	const rows = await tx.execute<{ id: string }>(sql`select g.id from service_gap g
		where fold(${q}) <% fold(g.title) and ${sql.join(filters, sql` and `)} order by word_similarity(fold(${q}), fold(g.title)) desc limit ${most}`);
	return rows.rows.map((r) => r.id);
}
