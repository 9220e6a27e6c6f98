/** The lists that the forms and labels of reports and gaps need. */
import { catalogues, itemsOf } from '#concepts/people/catalogues.queries.server.ts';
import type { CatalogueItem, CatalogueList } from '#concepts/people/catalogues.ts';

const coding = ['legalDomain', 'integrationPhase', 'gapType', 'municipality'] as const;
const more = [
	'severity',
	'frequency',
	'scope',
	'residenceGroup',
	'ageBand',
	'household',
	'language',
	'actorType'
] as const;
export type ReportLists = Record<(typeof coding)[number] | (typeof more)[number], CatalogueItem[]>;
export type CodingLists = Record<(typeof coding)[number], CatalogueItem[]>;

/** Active items, for choosing. Without their help texts: chips must stay small, and the page light. */
export const reportLists = async (): Promise<ReportLists> => short(await catalogues([...coding, ...more]));
export const codingLists = async (): Promise<CodingLists> => short(await catalogues(coding));

/** Labels of codes, retired ones included. */
export const codingLabels = (): Promise<CodingLists> => all(coding);
/** With the regions, for filters and columns of the register. */
export const registerLabels = () => all([...coding, 'region']);
export const reportLabels = (): Promise<ReportLists> => all([...coding, ...more]);

async function all<L extends CatalogueList>(names: readonly L[]): Promise<Record<L, CatalogueItem[]>> {
	const lists = {} as Record<L, CatalogueItem[]>;
	for (const name of names) lists[name] = await itemsOf(name);
	return short(lists);
}

const short = <T extends Record<string, CatalogueItem[]>>(lists: T): T =>
	Object.fromEntries(
		Object.entries(lists).map(([name, items]) => [
			name,
			items.map(({ code, labelDe, labelEn }) => ({ code, labelDe, labelEn, helpDe: '', helpEn: '' }))
		])
	) as T;
