/** Search over everything a reader may see: rights are part of the query, so that neither hits nor counts betray more. */
import { sql, type SQL } from 'drizzle-orm';
import { highlighted } from '#concepts/gaps/highlight.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { hrefOf } from './directory.ts';
import { readable, type Readable } from './directory.rights.server.ts';
import {
	askedFor,
	fewHits,
	mostHits,
	overviewSize,
	partsOf,
	resemblance,
	searchPageSize,
	searchTypes,
	withUmlauts,
	type SearchType
} from './search.ts';

/** `title` and `passage` carry their hits between \u0001 and \u0002. */
export type Hit = {
	type: SearchType;
	id: string;
	number: string | null;
	title: string;
	passage: string;
	state: string;
	at: string | null;
	href: string;
};
export type Found = { type: SearchType; count: number; hits: Hit[] }[];
export type SearchSeen = {
	q: string;
	found: Found;
	total: number;
	/** Too few hits were exact: titles that resemble the words are among them. */
	resembling: boolean;
};

/** Columns of each type: what stands in its title, what else is read. */
const sources: Record<SearchType, { number: string; title: string; text: string; state: string; at: string }> = {
	service_gap: { number: 'number', title: 'title', text: 'description', state: 'state', at: 'updated_at' },
	proposal: {
		number: 'number',
		title: 'title',
		text: `(select coalesce(string_agg(p.value, ' '), '') from jsonb_each_text(outline) p)`,
		state: 'state',
		at: 'updated_at'
	},
	decision: { number: 'number', title: 'wording', text: 'reason', state: 'result', at: 'decided_at' },
	measure: { number: 'number', title: 'title', text: 'indicator', state: 'state', at: 'updated_at' },
	meeting: {
		number: 'null::text',
		title: 'title',
		text: `concat_ws(' · ', nullif(place, ''), nullif(minutes, ''))`,
		state: 'state',
		at: 'starts_at'
	},
	case_analysis: {
		number: 'number',
		title: 'title',
		text: `narrative || ' ' || helped || ' ' || suspected_gap`,
		state: 'state',
		at: 'released_at'
	}
};

/** With a type one page of its hits, without the best few of each type. One or two queries, however much there is. */
export const searchPage = (
	actor: Actor,
	asked: string,
	o: { type: SearchType | null; page: number }
): Promise<SearchSeen> =>
	look(async (tx) => {
		const q = askedFor(asked);
		if (q.length < 2 || actor.id === null) return { q, found: [], total: 0, resembling: false };
		const may = readable(actor);
		let { counts, hits } = await ask(tx, may, q, false, o);
		// what resembles words as short as „der und die“ is all and nothing
		const resembling = sum(counts) < fewHits && partsOf(q).length > 0;
		if (resembling) {
			await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${String(resemblance(q))}, true)`);
			({ counts, hits } = await ask(tx, may, q, true, o));
		}
		const found = searchTypes
			.map((type) => ({ type, count: counts.get(type) ?? 0, hits: hits.filter((h) => h.type === type) }))
			.filter((f) => f.count > 0);
		return { q, found, total: sum(counts), resembling: resembling && sum(counts) > 0 };
	});

const sum = (counts: Map<SearchType, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
const queryOf = (q: string): SQL =>
	sql`(websearch_to_tsquery('german', ${q}) || websearch_to_tsquery('german', ${withUmlauts(q)}))`;
const escaped = (word: string): string => word.replace(/[\\%_]/g, (c) => `\\${c}`);

/** German stems anywhere, parts of compounds and the number in the title; when there is little, titles that resemble. */
function matches(type: SearchType, q: string, resembling: boolean): SQL {
	const { number, title } = sources[type];
	const folded = sql.raw(`fold(${title})`);
	const parts = partsOf(q).map((word) => sql`${folded} like '%' || fold(${escaped(word)}) || '%'`);
	const ways = [
		sql`search @@ ${queryOf(q)}`,
		...(number === 'number' ? [sql`number = upper(${q})`] : []),
		...(parts.length ? [sql`(${sql.join(parts, sql` and `)})`] : []),
		...(resembling ? [sql`fold(${q}) <% ${folded}`] : [])
	];
	return sql`(${sql.join(ways, sql` or `)})`;
}

type Asked = { counts: Map<SearchType, number>; hits: Hit[] };

/** Counts and hits at once: each type's candidates are looked for only once, which is the dear part. */
async function ask(
	tx: Transaction,
	may: Readable,
	q: string,
	resembling: boolean,
	o: { type: SearchType | null; page: number }
): Promise<Asked> {
	const size = o.type ? searchPageSize : overviewSize;
	const skip = o.type ? (o.page - 1) * searchPageSize : 0;
	const parts = searchTypes.map((type) => {
		const shown = !o.type || o.type === type;
		return sql`(with candidate as materialized (${candidates(may, type, q, resembling)})
			select ${type}::text as type, count(*)::int as n, null::text as id, null::text as number, null::text as state,
				null::text as at, null::text as title, null::text as passage from candidate
			${shown ? sql`union all (${bestOf(type, q, size, skip)})` : sql``})`;
	});
	const rows = await tx.execute<Omit<Hit, 'href'> & { n: number | null }>(sql.join(parts, sql` union all `));
	const counts = new Map(rows.rows.flatMap(({ type, n }) => (n === null ? [] : [[type, n] as const])));
	const hits = rows.rows.flatMap(({ n, ...h }) =>
		n === null ? [{ ...h, title: highlighted(h.title, q), href: hrefOf(h.type, h.id)! }] : []
	);
	return { counts, hits };
}

/** At most `mostHits`; these are counted and ranked. */
function candidates(may: Readable, type: SearchType, q: string, resembling: boolean): SQL {
	const { at, title } = sources[type];
	return sql`select id, search, ${sql.raw(at)} as at, ${sql.raw(title)} as title from ${sql.identifier(type)}
		where ${may[type]} and ${matches(type, q, resembling)} limit ${mostHits}`;
}

/** The best candidates; headlines are made for the rows of the page only. */
function bestOf(type: SearchType, q: string, size: number, skip: number): SQL {
	const s = sources[type];
	const marks = `StartSel=\u0001, StopSel=\u0002`;
	return sql`with best as (
			select id, ts_rank(search, ${queryOf(q)}) + word_similarity(fold(${q}), fold(title)) as weight, at from candidate
			order by weight desc, at desc nulls last, id limit ${size} offset ${skip}
		)
		select ${type}::text, null::int, id::text, ${sql.raw(s.number)}, ${sql.raw(s.state)}, best.at::text,
			ts_headline('german', ${sql.raw(s.title)}, ${queryOf(q)}, ${`${marks}, HighlightAll=true`}),
			ts_headline('german', ${sql.raw(s.text)}, ${queryOf(q)}, ${`${marks}, MaxFragments=2, MaxWords=24, MinWords=8`})
		from best join ${sql.identifier(type)} using (id) order by best.weight desc, best.at desc nulls last, id`;
}
