/** The codes of a list in words. */
import { labelIn, type CatalogueItem } from '#concepts/people/catalogues.ts';
import { m } from '#i18n/paraglide/messages.js';
import { ladderLabel } from './ladder.options.ts';
import { isAttribute, saysNothing, type ListField } from './lists.rules.ts';

/** The catalogues that hold codes of lists. */
export const labelLists = [
	'region',
	'ageBand',
	'originSubregion',
	'residenceGroup',
	'household',
	'gender',
	'legalDomain',
	'integrationPhase'
] as const;
export type LabelCatalogues = Record<(typeof labelLists)[number], CatalogueItem[]>;

export function listLabel(field: ListField, code: string, lists: LabelCatalogues, locale: 'de' | 'en'): string {
	if (saysNothing(field, code) && field !== 'place') return m.lists_untold();
	if (isAttribute(field)) return ladderLabel(field, code, lists, locale);
	return labelIn(field === 'legalDomain' ? lists.legalDomain : lists.integrationPhase, code, locale);
}
