/** The register of gaps as it is asked for: filters, order, columns – from an address and back into one. */

export const filterKeys = ['state', 'legalDomain', 'gapType', 'phase', 'municipality', 'region', 'group'] as const;
/** The first needs something sought. */
export const sorts = ['relevance', 'updated', 'number', 'title', 'kind'] as const;
export type Sort = (typeof sorts)[number];
export type Direction = 'ascending' | 'descending';
export const directionOf: Record<Sort, Direction> = {
	relevance: 'descending',
	updated: 'descending',
	number: 'descending',
	title: 'ascending',
	kind: 'ascending'
};

export const columnKeys = [
	'title',
	'number',
	'state',
	'kind',
	'domains',
	'phases',
	'municipalities',
	'evidence',
	'breadth',
	'changed'
] as const;
export type ColumnKey = (typeof columnKeys)[number];
/** The title always stands first: it is the link to the gap. */
export const usualColumns: readonly ColumnKey[] = ['title', 'number', 'state', 'kind', 'evidence', 'changed'];
export const sortOf: Partial<Record<ColumnKey, Sort>> = {
	title: 'title',
	number: 'number',
	kind: 'kind',
	changed: 'updated'
};

export type RegisterFilter = Partial<Record<(typeof filterKeys)[number], string>> & {
	q?: string;
	sort?: Sort;
	/** Against the usual direction of this order. */
	turned?: boolean;
	columns?: ColumnKey[];
	page?: number;
};
export const shownColumns = (f: RegisterFilter): readonly ColumnKey[] => (f.columns?.length ? f.columns : usualColumns);

/** Unknown values fall away. */
export function filterFrom(url: URL): RegisterFilter {
	const get = (name: string) => url.searchParams.get(name)?.slice(0, 200).replaceAll('\0', '') || undefined;
	const sort = get('sort');
	const page = Number(get('page'));
	const asked = url.searchParams.getAll('columns');
	const columns = columnKeys.filter((key) => key === 'title' || asked.includes(key));
	return {
		...Object.fromEntries(filterKeys.map((key) => [key, get(key)])),
		q: get('q'),
		sort: sorts.includes(sort as Sort) ? (sort as Sort) : undefined,
		...(get('turned') && { turned: true }),
		...(columns.length > 1 && { columns }),
		page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1
	};
}

/** The same question as an address, without the page; `more` overrides. */
export function queryOf(f: RegisterFilter, more: Partial<RegisterFilter> = {}): string {
	const { page: _, columns, turned, ...rest } = { ...f, ...more };
	const single = Object.entries(rest).filter((pair): pair is [string, string] => Boolean(pair[1]));
	const chosen = (columns ?? []).map((key): [string, string] => ['columns', key]);
	return new URLSearchParams([
		...single,
		...(turned ? [['turned', '1'] as [string, string]] : []),
		...chosen
	]).toString();
}

/** How the order stands, and the question after a click on a column's heading. */
export function sorting(f: RegisterFilter, column: ColumnKey): { href: string; direction?: Direction } | undefined {
	const sort = sortOf[column];
	if (!sort) return undefined;
	const current = f.sort ?? (f.q ? 'relevance' : 'updated');
	if (current !== sort) return { href: `?${queryOf(f, { sort, turned: false })}` };
	const opposite = directionOf[sort] === 'ascending' ? 'descending' : 'ascending';
	return {
		href: `?${queryOf(f, { sort, turned: !f.turned })}`,
		direction: f.turned ? opposite : directionOf[sort]
	};
}
