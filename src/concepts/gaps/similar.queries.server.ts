/** Known gaps that resemble a text being written, with why. Only gaps are searched, never reports. */
import { sql } from 'drizzle-orm';
import { germanWords } from '#concepts/anonymity/words.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { highlighted } from './highlight.ts';
import { may } from './policy.ts';
import type { GapState } from './rules.ts';
import { markOptions, resemblingIds } from './search.server.ts';
import { rank, type AskedStem, type Candidate } from './similar.ranking.ts';
import { termsOf, type Term } from './similar.terms.ts';

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
	/** Words of the text that stand in the gap, and words that mean the same as one of the gap's. */
	sharedWords: string[];
	kindredWords: string[];
};
type Coding = { gapType?: string | null; legalDomains?: string[]; phase?: string | null };

const joinable = sql`g.state not in ('merged', 'not_confirmed')`;
const shortest = 8;
/** So many gaps are weighed; they are found by stems that together stand in no more than so many gaps. */
const mostWeighed = 60;
const mostLooked = 3000;
const mostStems = 48;

/** Up to `limit` known gaps, best first; none for those who see no gaps. */
export const similarGaps = (actor: Actor, text: string, coding: Coding = {}, limit = 3): Promise<SimilarGap[]> =>
	may(actor, 'read') ? look((tx) => similarIn(tx, text, coding, limit)) : Promise.resolve([]);

export async function similarIn(tx: Transaction, text: string, coding: Coding, limit = 3): Promise<SimilarGap[]> {
	const asked = text
		.replace(/[\u0001\u0002]/g, '')
		.slice(0, 1000)
		.trim();
	if (asked.length < shortest) return [];
	const stems = await stemsOf(tx, termsOf(asked, await germanWords()));
	let ids = await sharingIds(tx, stems);
	if (!ids.length) ids = await resemblingIds(tx, asked.slice(0, 60), [joinable], 40);
	if (!ids.length) return [];
	const best = rank(stems, await candidatesIn(tx, ids, asked, coding), limit);
	return best.length ? shownIn(tx, best, stems) : [];
}

type Weighed = { id: string; sharedWords: string[]; kindredWords: string[] } & Candidate;

/** The stems of the text with how much each tells: the database's own statistics say which are rare. */
async function stemsOf(tx: Transaction, terms: readonly Term[]): Promise<(AskedStem & { gaps: number })[]> {
	if (!terms.length) return [];
	const found = await tx.execute<{ term: string; stem: string; all: number; analysed: string }>(sql`
		select t.term, t.stem, c.all, c.analysed
		from (select term, (ts_lexize('german_stem', term))[1] as stem
			from unnest(${sql.param(terms.map((t) => t.term))}::text[]) term) t
		cross join (select greatest(c.reltuples, 1)::float8 as all,
				concat_ws(' ', current_database(), c.oid, c.reltuples, greatest(s.last_analyze, s.last_autoanalyze)) as analysed
			from pg_class c left join pg_stat_user_tables s on s.relid = c.oid where c.oid = 'service_gap'::regclass) c
		where t.stem ~ '^[[:alnum:]]+$'`);
	const shares = found.rows[0] ? await sharesOf(tx, found.rows[0].analysed) : new Map<string, number>();
	const byTerm = new Map(terms.map((t) => [t.term, t]));
	const stems = new Map<string, AskedStem & { gaps: number }>();
	for (const { term, stem, all } of found.rows) {
		const { kind, words } = byTerm.get(term)!;
		const known = stems.get(stem);
		// what the statistics do not list stands in next to no gap
		const share = shares.get(stem) ?? 0;
		if (known) known.words.push(...words);
		else stems.set(stem, { stem, kind, words: [...words], weight: Math.log(1 / (share + 0.002)), gaps: share * all });
	}
	return [...stems.values()].sort((a, b) => b.weight - a.weight).slice(0, mostStems);
}

let counted = { analysed: '', shares: new Map<string, number>() };
/** In which share of the gaps a stem stands; read again once the database has counted anew, as unpacking them takes a while. */
async function sharesOf(tx: Transaction, analysed: string): Promise<ReadonlyMap<string, number>> {
	if (counted.analysed === analysed) return counted.shares;
	const listed = await tx.execute<{ stem: string; share: number }>(sql`
		select unnest(most_common_elems::text::text[]) as stem, unnest(most_common_elem_freqs)::float8 as share from pg_stats
		where schemaname = current_schema() and tablename = 'service_gap' and attname = 'likeness'`);
	counted = { analysed, shares: new Map(listed.rows.map((row) => [row.stem, row.share])) };
	return counted.shares;
}

/** The gaps that share most, by index, stem by stem. */
async function sharingIds(tx: Transaction, stems: readonly (AskedStem & { gaps: number })[]): Promise<string[]> {
	let looked = 0;
	const taken = stems.toSorted((a, b) => a.gaps - b.gaps).filter((s, i) => i < 3 || (looked += s.gaps) <= mostLooked);
	if (!taken.length) return [];
	const rows = await tx.execute<{ id: string }>(sql`
		select f.id from unnest(${sql.param(taken.map((s) => s.stem))}::text[], ${sql.param(taken.map((s) => s.weight))}::float8[]) q (stem, weight)
		cross join lateral (select g.id from service_gap g where g.likeness @@ q.stem::tsquery and ${joinable} offset 0) f
		group by f.id order by sum(q.weight) desc, f.id limit ${mostWeighed}`);
	return rows.rows.map((r) => r.id);
}

async function candidatesIn(
	tx: Transaction,
	ids: readonly string[],
	asked: string,
	coding: Coding
): Promise<Candidate[]> {
	const start = asked.slice(0, 60);
	const rows = await tx.execute<Candidate>(sql`
		select g.id, tsvector_to_array(ts_filter(g.likeness, '{a}')) as title, tsvector_to_array(g.likeness) as all,
			greatest(word_similarity(fold(${start}), fold(g.title)), word_similarity(fold(g.title), fold(${asked})))::float8 as alike,
			g.gap_type = ${coding.gapType ?? ''} as "sameKind",
			g.legal_domains && ${sql.param(coding.legalDomains ?? [])}::text[] as "sameDomain",
			${coding.phase ?? ''} = any(g.phases) as "samePhase"
		from service_gap g where g.id = any(${sql.param(ids)}::uuid[])`);
	return rows.rows;
}

async function shownIn(tx: Transaction, best: readonly Weighed[], stems: readonly AskedStem[]): Promise<SimilarGap[]> {
	const words = stems.filter((s) => s.kind !== 'meaning').flatMap((s) => s.words);
	const query = sql`(select string_agg(quote_literal(l.lexeme), ' | ') from unnest(to_tsvector('german', ${words.join(' ')})) l)::tsquery`;
	const rows = await tx.execute<Pick<SimilarGap, 'id' | 'number' | 'title' | 'state' | 'markedTitle' | 'passage'>>(sql`
		select g.id, g.number, g.title, g.state, ts_headline('german', g.title, q.q, ${`${markOptions}, HighlightAll=true`}) as "markedTitle",
			ts_headline('german', g.description, q.q, ${`${markOptions}, MaxFragments=1, MaxWords=24, MinWords=10`}) as passage
		from service_gap g cross join (select coalesce(${query}, ''::tsquery) as q) q
		where g.id = any(${sql.param(best.map((b) => b.id))}::uuid[])`);
	const byId = new Map(rows.rows.map((r) => [r.id, r]));
	return best.map(({ id, sameKind, sameDomain, samePhase, sharedWords, kindredWords }) => {
		const gap = byId.get(id)!;
		const markedTitle = highlighted(gap.markedTitle, words.join(' '));
		return { ...gap, markedTitle, sameKind, sameDomain, samePhase, sharedWords, kindredWords };
	});
}
