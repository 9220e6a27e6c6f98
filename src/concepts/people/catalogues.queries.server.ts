/** The catalogues as pages need them, kept in this process for up to half a minute. */
import { asc } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import type { CatalogueItem, CatalogueList } from './catalogues.ts';
import { catalogueItem } from './tables.server.ts';

type Kept = CatalogueItem & { active: boolean };
type Cache = { until: number; lists: Map<string, Kept[]> };
const keptForMs = 30_000;
/** One for the process: pages and jobs run in two instances of this module. */
const slot = Symbol.for('lueckenlos.catalogues');
const holder = globalThis as { [slot]?: Cache };

/** The active items of a list, in order. Inside a transaction pass it, so that no second connection is taken. */
export async function catalogue(list: CatalogueList, tx?: Transaction): Promise<CatalogueItem[]> {
	return (await itemsOf(list, tx)).filter((i) => i.active);
}

/** Retired ones, too: for labels of what was coded earlier. */
export async function itemsOf(list: CatalogueList, tx?: Transaction): Promise<Kept[]> {
	return (await lists(tx)).get(list) ?? [];
}

/** Several lists at once, for forms. */
export async function catalogues<L extends CatalogueList>(
	names: readonly L[],
	tx?: Transaction
): Promise<Record<L, CatalogueItem[]>> {
	const all = await lists(tx);
	const found = {} as Record<L, CatalogueItem[]>;
	for (const name of names) found[name] = (all.get(name) ?? []).filter((i) => i.active);
	return found;
}

export function forgetCatalogues(): void {
	delete holder[slot];
}

async function lists(tx?: Transaction): Promise<Map<string, Kept[]>> {
	const kept = holder[slot];
	if (kept && kept.until > performance.now()) return kept.lists;
	const read = (t: Transaction) =>
		t.select().from(catalogueItem).orderBy(asc(catalogueItem.list), asc(catalogueItem.position));
	const rows = await (tx ? read(tx) : look(read));
	const found = new Map<string, Kept[]>();
	for (const { list, code, labelDe, labelEn, helpDe, helpEn, active } of rows) {
		const items = found.get(list) ?? [];
		items.push({ code, labelDe, labelEn, helpDe, helpEn, active });
		found.set(list, items);
	}
	// An empty answer is not kept: the catalogues are just being brought in.
	if (rows.length) holder[slot] = { until: performance.now() + keptForMs, lists: found };
	return found;
}
