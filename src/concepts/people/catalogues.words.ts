/** What the catalogues are called. */
import { m } from '#i18n/paraglide/messages.js';
import type { CatalogueList } from './catalogues.ts';

export const listWords: Record<CatalogueList, () => string> = {
	legalDomain: m.people_list_legalDomain,
	integrationPhase: m.people_list_integrationPhase,
	gapType: m.people_list_gapType,
	severity: m.people_list_severity,
	frequency: m.people_list_frequency,
	scope: m.people_list_scope,
	actorType: m.people_list_actorType,
	proposalType: m.people_list_proposalType,
	cmPhase: m.people_list_cmPhase,
	residenceGroup: m.people_list_residenceGroup,
	ageBand: m.people_list_ageBand,
	household: m.people_list_household,
	gender: m.people_list_gender,
	language: m.people_list_language,
	languageLevel: m.people_list_languageLevel,
	stayBand: m.people_list_stayBand,
	municipality: m.people_list_municipality,
	region: m.people_list_region,
	originSubregion: m.people_list_originSubregion
};
