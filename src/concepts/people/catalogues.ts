/** The catalogues: lists of codes that never change, with labels that the administrator may change. */

export const catalogueLists = [
	'legalDomain',
	'integrationPhase',
	'gapType',
	'severity',
	'frequency',
	'scope',
	'actorType',
	'proposalType',
	'cmPhase',
	'residenceGroup',
	'ageBand',
	'household',
	'gender',
	'language',
	'languageLevel',
	'stayBand',
	'municipality',
	'region',
	'originSubregion'
] as const;
export type CatalogueList = (typeof catalogueLists)[number];
export const isCatalogueList = (list: string): list is CatalogueList =>
	(catalogueLists as readonly string[]).includes(list);

export type CatalogueItem = { code: string; labelDe: string; labelEn: string; helpDe: string; helpEn: string };

type Labelled = { code: string; labelDe: string; labelEn: string };

/** The label of a code in the reader's language; an unknown code stands for itself. */
export function labelIn(items: readonly Labelled[], code: string | null | undefined, locale: 'de' | 'en'): string {
	if (!code) return '';
	const item = items.find((i) => i.code === code);
	if (!item) return code;
	return locale === 'de' ? item.labelDe : item.labelEn;
}

/** What fields for choosing need. */
export const optionsIn = (items: readonly CatalogueItem[], locale: 'de' | 'en') =>
	items.map((i) => ({
		value: i.code,
		label: locale === 'de' ? i.labelDe : i.labelEn,
		hint: (locale === 'de' ? i.helpDe : i.helpEn) || undefined
	}));
