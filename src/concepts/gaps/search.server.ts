/** Finding gaps: full text with German stems, parts of compounds, typing errors; and gaps similar to a text being written. */
import { sql, type SQL } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { highlighted } from './highlight.ts';
import { may } from './policy.ts';
import type { GapState } from './rules.ts';

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

export type SimilarGap = {
	id: string;
	number: string;
	title: string;
	state: GapState;
	/** with hits marked */
	markedTitle: string;
	passage: string;
	sameKind: boolean;
	sameDomain: boolean;
	samePhase: boolean;
};
type Coding = { gapType?: string | null; legalDomains?: string[]; phase?: string | null };

/**
 * Up to `limit` known gaps that resemble a text, best first, with why. The rarest words of the text give candidates – the
 * database's own statistics say which are rare –, a resembling title does when they give none; only these are weighed,
 * and equal coding counts a little. Only gaps are searched, never reports.
 */
export const similarGaps = (actor: Actor, text: string, coding: Coding = {}, limit = 3): Promise<SimilarGap[]> =>
	may(actor, 'read') ? look((tx) => similarIn(tx, text, coding, limit)) : Promise.resolve([]);

const joinable = sql`g.state not in ('merged', 'not_confirmed')`;
const shortest = 8;

export async function similarIn(tx: Transaction, text: string, coding: Coding, limit = 3): Promise<SimilarGap[]> {
	const asked = text
		.replace(/[\u0001\u0002]/g, '')
		.slice(0, 1000)
		.trim();
	if (asked.length < shortest) return [];
	const start = asked.slice(0, 60);
	const { all, rare } = await stemsOf(tx, asked);
	let ids = rare.length ? await sharingIds(tx, rare) : [];
	if (!ids.length) ids = await resemblingIds(tx, start, [joinable], 40);
	if (!ids.length) return [];
	const query = sql`${all.map((s) => `'${s}'`).join(' | ')}::tsquery`;
	const rows = await tx.execute<SimilarGap>(sql`
		with weighed as (
			select g.*, (select count(*) from unnest(tsvector_to_array(g.search)) s (stem) where s.stem = any(${sql.param(all)}::text[])) as shared,
				greatest(word_similarity(fold(${start}), fold(g.title)), word_similarity(fold(g.title), fold(${asked}))) as alike,
				g.gap_type = ${coding.gapType ?? ''} as same_kind, g.legal_domains && ${sql.param(coding.legalDomains ?? [])}::text[] as same_domain,
				${coding.phase ?? ''} = any(g.phases) as same_phase
			from service_gap g where g.id = any(${sql.param(ids)}::uuid[])
		), best as (
			select * from weighed where shared >= 2 or alike >= 0.45
			order by least(shared, 6) * 0.12 + alike + same_kind::int * 0.1 + same_domain::int * 0.1 + same_phase::int * 0.1 desc, updated_at desc limit ${limit}
		)
		select id, number, title, state, same_kind as "sameKind", same_domain as "sameDomain", same_phase as "samePhase",
			ts_headline('german', title, ${query}, ${`${markOptions}, HighlightAll=true`}) as "markedTitle",
			ts_headline('german', description, ${query}, ${`${markOptions}, MaxFragments=1, MaxWords=24, MinWords=10`}) as passage
		from best`);
	return rows.rows.map((r) => ({ ...r, markedTitle: highlighted(r.markedTitle, start) }));
}

/**
 * The stems of a text, and those that can tell gaps apart: in fewer than a hundred gaps, else the rarest few. The
 * statistics do not know words that are in no gap; taken alone those would find nothing.
 */
async function stemsOf(tx: Transaction, text: string): Promise<{ all: string[]; rare: string[] }> {
	const found = await tx.execute<{ stem: string; share: number; gaps: number }>(sql`
		select l.lexeme as stem, coalesce(s.share, 0)::float8 as share,
			coalesce(s.share, 0)::float8 * (select greatest(reltuples, 0) from pg_class where oid = 'service_gap'::regclass) as gaps
		from unnest(to_tsvector('german', ${text})) l
		left join (
			select unnest(most_common_elems::text::text[]) as stem, unnest(most_common_elem_freqs) as share from pg_stats
			where schemaname = current_schema() and tablename = 'service_gap' and attname = 'search'
		) s on s.stem = l.lexeme
		where l.lexeme ~ '^[[:alnum:]]{4,}$' order by share, length(l.lexeme) desc limit 16`);
	const rare = found.rows.filter((r, i) => i < 3 || (i < 8 && r.share < 0.02) || r.gaps < 100);
	return { all: found.rows.map((r) => r.stem), rare: rare.map((r) => r.stem) };
}

async function sharingIds(tx: Transaction, stems: string[]): Promise<string[]> {
	const query = sql`${stems.map((s) => `'${s}'`).join(' | ')}::tsquery`;
	const rows = await tx.execute<{
		id: string;
	}>(sql`select g.id from service_gap g where g.search @@ ${query} and ${joinable}
		order by ts_rank(g.search, ${query}) desc limit 40`);
	return rows.rows.map((r) => r.id);
}
