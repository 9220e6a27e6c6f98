/** Brings the delivered catalogues into the database; what is there already stays as the county edited it. */
import type { Transaction } from '#platform/change.server.ts';
import type { CatalogueItem } from './catalogues.ts';
import { catalogueItem } from './tables.server.ts';
import vocabulary from './data/vocabulary.json' with { type: 'json' };
import places from './data/municipalities.json' with { type: 'json' };
import origins from './data/regions.json' with { type: 'json' };

type Row = CatalogueItem & { list: string; position: number };
type Delivered = { code: string; labelDe: string; labelEn: string; helpDe?: string; helpEn?: string };

const rowsOf = (list: string, items: readonly Delivered[]): Row[] =>
	items.map(({ code, labelDe, labelEn, helpDe = '', helpEn = '' }, position) => ({
		list,
		code,
		position,
		labelDe,
		labelEn,
		helpDe,
		helpEn
	}));

export const deliveredCatalogues: Row[] = [
	...vocabulary.lists.flatMap((l) => rowsOf(l.id, l.items)),
	...rowsOf(
		'municipality',
		places.municipalities.map((p) => ({ code: p.code, labelDe: p.name, labelEn: p.name }))
	),
	...rowsOf('region', places.regions),
	...rowsOf('originSubregion', [...origins.subregions, ...origins.special])
];

/** Inserts the codes that are missing, at every start. */
export async function seedCatalogues(tx: Transaction): Promise<void> {
	await tx.insert(catalogueItem).values(deliveredCatalogues).onConflictDoNothing();
}
