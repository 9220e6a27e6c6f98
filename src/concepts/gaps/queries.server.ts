/** The register of service gaps: filters that combine, search, one page of rows with anonymous counts. */
import { sql, type SQL } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { evidenceCounts } from './evidence.server.ts';
import { highlighted } from './highlight.ts';
import { may } from './policy.ts';
import places from '#concepts/people/data/municipalities.json' with { type: 'json' };
import { directionOf, type RegisterFilter } from './register.ts';
import { noEvidence, openGaps, shownCount, type Evidence, type GapState } from './rules.ts';
import { found, markOptions, resemblingIds } from './search.server.ts';

export const pageSize = 25;
export type Shown = { [K in keyof Evidence]: number | 'few' };
export type GapLine = {
	id: string;
	number: string;
	title: string;
	state: GapState;
	gapType: string;
	legalDomains: string[];
	phases: string[];
	municipalities: string[];
	updatedAt: Date;
	/** With the hits between \u0001 and \u0002; the passage is empty without a search. */
	markedTitle: string;
	passage: string;
	evidence: Shown;
};
/** `resembling`: nothing was found, so these are titles that resemble what was typed. */
export type Register = { rows: GapLine[]; total: number; page: number; pages: number; resembling: boolean };

/** Null for those who see no gaps. With `most`, all rows of the question from the first on instead of one page. */
export const registerPage = (actor: Actor, f: RegisterFilter, most?: number): Promise<Register | null> =>
	look(async (tx) => {
		if (!may(actor, 'read')) return null;
		const filters = filtersOf(f);
		const q = f.q?.trim() ?? '';
		let where = q ? [...filters, found(q)] : filters;
		let total = await countOf(tx, where);
		const resembling = q.length >= 4 && total === 0;
		if (resembling) {
			const ids = await resemblingIds(tx, q, filters);
			where = [sql`g.id = any(${sql.param(ids)}::uuid[])`];
			total = ids.length;
		}
		const pages = Math.max(1, Math.ceil(total / pageSize));
		const page = Math.min(Math.max(1, f.page ?? 1), pages);
		const part = most ? { limit: most, offset: 0 } : { limit: pageSize, offset: (page - 1) * pageSize };
		const rows = total === 0 ? [] : await rowsOf(tx, where, orderOf(f, q, resembling), q, part);
		const counts = await evidenceCounts(
			tx,
			rows.map((r) => r.id)
		);
		const cell = (await settingsOf(tx)).minimumCellSize;
		const lines = rows.map((r) => ({ ...r, evidence: shownTo(actor, counts.get(r.id) ?? noEvidence, cell) }));
		return { rows: lines, total, page, pages, resembling };
	});

export const shownTo = (actor: Actor, e: Evidence, cellSize: number): Shown => {
	const figures = may(actor, 'see_figures');
	return {
		...e,
		reports: shownCount(e.reports, cellSize, figures),
		confirmations: shownCount(e.confirmations, cellSize, figures)
	};
};

const municipalitiesOf = (region: string): string[] =>
	places.municipalities.filter((p) => p.reportingRegion === region).map((p) => p.code);

function filtersOf(f: RegisterFilter): SQL[] {
	const state = f.state
		? f.state === 'open'
			? sql`g.state = any(${sql.param([...openGaps])})`
			: sql`g.state = ${f.state}`
		: sql`g.state <> 'merged'`;
	return [
		state,
		...(f.legalDomain ? [sql`g.legal_domains @> array[${f.legalDomain}]::text[]`] : []),
		...(f.phase ? [sql`g.phases @> array[${f.phase}]::text[]`] : []),
		...(f.municipality ? [sql`g.municipalities @> array[${f.municipality}]::text[]`] : []),
		...(f.region ? [sql`g.municipalities && ${sql.param(municipalitiesOf(f.region))}::text[]`] : []),
		...(f.gapType ? [sql`g.gap_type = ${f.gapType}`] : []),
		...(f.group && isId(f.group)
			? [sql`exists (select 1 from gap_group b where b.gap_id = g.id and b.body_id = ${f.group})`]
			: [])
	];
}

async function countOf(tx: Transaction, where: SQL[]): Promise<number> {
	const rows = await tx.execute<{ n: number }>(
		sql`select count(*)::int as n from service_gap g where ${sql.join(where, sql` and `)}`
	);
	return rows.rows[0]!.n;
}

/** `turned` reverses every part, so that one index serves both ways. */
function orderOf({ sort, turned = false }: RegisterFilter, q: string, resembling: boolean): SQL {
	const way = (usual: 'ascending' | 'descending') => sql.raw((usual === 'ascending') === turned ? 'desc' : 'asc');
	if (sort === 'number') return sql`g.number ${way(directionOf.number)}`;
	if (sort === 'title') return sql`fold(g.title) ${way(directionOf.title)}, g.number ${way(directionOf.title)}`;
	if (sort === 'kind') return sql`g.gap_type ${way(directionOf.kind)}, g.number ${way(directionOf.kind)}`;
	if (sort === 'updated' || !q)
		return sql`g.updated_at ${way(directionOf.updated)}, g.number ${way(directionOf.updated)}`;
	if (resembling) return sql`word_similarity(fold(${q}), fold(g.title)) desc, g.updated_at desc, g.number desc`;
	return sql`ts_rank(g.search, websearch_to_tsquery('german', ${q})) desc, g.updated_at desc, g.number desc`;
}

/** The passages are cut out only for the rows of this page: it is the dear part of a search. */
async function rowsOf(
	tx: Transaction,
	where: SQL[],
	order: SQL,
	q: string,
	{ limit, offset }: { limit: number; offset: number }
): Promise<Omit<GapLine, 'evidence'>[]> {
	const query = sql`websearch_to_tsquery('german', ${q})`;
	const marked = q
		? sql`ts_headline('german', p.title, ${query}, ${`${markOptions}, HighlightAll=true`}) as "markedTitle",
			ts_headline('german', p.description, ${query}, ${`${markOptions}, MaxFragments=1, MaxWords=28, MinWords=12`}) as passage`
		: sql`p.title as "markedTitle", '' as passage`;
	const rows = await tx.execute<Omit<GapLine, 'evidence' | 'updatedAt'> & { updatedAt: string | Date }>(sql`
		select p.id, p.number, p.title, p.state, p.gap_type as "gapType", p.legal_domains as "legalDomains", p.phases, p.municipalities,
			p.updated_at as "updatedAt", ${marked}
		from (select g.* from service_gap g where ${sql.join(where, sql` and `)}
			order by ${order} limit ${limit} offset ${offset}) p`);
	return rows.rows.map((r) => ({
		...r,
		updatedAt: new Date(r.updatedAt),
		markedTitle: q ? highlighted(r.markedTitle, q) : r.title
	}));
}
