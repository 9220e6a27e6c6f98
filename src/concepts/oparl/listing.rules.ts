/** How a list is asked for – filters, size, where it goes on – and the addresses of its pages. Pure. */

export const pageSize = 50;
const mostAtOnce = 100;
/** For those who read how to ask. */
export const limits = { size: pageSize, most: mostAtOnce };

export type Filters = {
	createdSince: Date | null;
	createdUntil: Date | null;
	modifiedSince: Date | null;
	modifiedUntil: Date | null;
};
/** `after`: the last object of the page before, in the order of the list: by creation, then by id. */
export type After = { created: Date; id: string };
export type Asked = Filters & { limit: number; after: After | null; omitInternal: boolean };

const filters = {
	created_since: 'createdSince',
	created_until: 'createdUntil',
	modified_since: 'modifiedSince',
	modified_until: 'modifiedUntil'
} as const satisfies Record<string, keyof Filters>;
type Filter = keyof typeof filters;
const filterNames = Object.keys(filters) as Filter[];

/** A full date-time with zone, as OParl wants it; a „+“ that arrived as a space is read as meant. */
export function instantOf(text: string): Date | null {
	const said = text.trim().replace(' ', '+');
	if (!/^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/.test(said)) return null;
	const at = new Date(said);
	return Number.isNaN(at.getTime()) ? null : at;
}

/** The name of the parameter that makes no sense, where one does not. */
export function askedBy(parameters: URLSearchParams): { ok: true; asked: Asked } | { ok: false; parameter: string } {
	const asked: Asked = {
		createdSince: null,
		createdUntil: null,
		modifiedSince: null,
		modifiedUntil: null,
		limit: pageSize,
		after: null,
		omitInternal: parameters.get('omit_internal') === 'true'
	};
	for (const name of filterNames) {
		const said = parameters.get(name);
		if (said === null) continue;
		const at = instantOf(said);
		if (!at) return { ok: false, parameter: name };
		asked[filters[name]] = at;
	}
	const limit = parameters.get('limit');
	if (limit !== null) {
		if (!/^[1-9]\d{0,5}$/.test(limit)) return { ok: false, parameter: 'limit' };
		asked.limit = Math.min(Number(limit), mostAtOnce);
	}
	const after = parameters.get('after');
	if (after !== null) {
		const [at = '', id = ''] = after.split('~');
		const created = instantOf(at);
		if (!created || !/^[\w-]{1,60}$/.test(id)) return { ok: false, parameter: 'after' };
		asked.after = { created, id };
	}
	return { ok: true, asked };
}

const utc = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, '+00:00');

/** The one way to write the query of a list: always the same order, nothing that is as it is anyway. */
export function queryOf(asked: Asked, after: After | null): string {
	const query = new URLSearchParams();
	for (const name of filterNames) {
		const at = asked[filters[name]];
		if (at) query.set(name, utc(at));
	}
	if (asked.limit !== pageSize) query.set('limit', String(asked.limit));
	if (asked.omitInternal) query.set('omit_internal', 'true');
	if (after) query.set('after', `${after.created.toISOString()}~${after.id}`);
	const text = query.toString();
	return text ? `?${text}` : '';
}

/** `total`: of the whole list; null where this page is empty. */
export type Page<T> = { rows: T[]; total: number | null; next: After | null };
export type ListBody = {
	data: unknown[];
	pagination: { totalElements?: number; elementsPerPage: number; totalPages?: number };
	links: { first: string; self: string; next?: string };
};
/** @param url the address of the list without a query */
export function listBody(url: string, asked: Asked, page: Page<unknown>): ListBody {
	const known = page.total === null ? {} : { totalElements: page.total, totalPages: pages(page.total, asked.limit) };
	return {
		data: page.rows,
		pagination: { ...known, elementsPerPage: asked.limit },
		links: {
			first: url + queryOf(asked, null),
			self: url + queryOf(asked, asked.after),
			...(page.next && { next: url + queryOf(asked, page.next) })
		}
	};
}
const pages = (total: number, size: number): number => Math.max(1, Math.ceil(total / size));
