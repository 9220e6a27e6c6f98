/** Attributes, their levels and the risk of a combination in words. Names of codes and groups are in the catalogues. */
import { m } from '#i18n/paraglide/messages.js';
import type { Tone } from '#ui/tones.ts';
import type { Attribute, LevelName } from './ladders.ts';
import type { Band, Risk, RiskReason } from './risk.ts';

export const attributeWords = {
	place: m.anonymity_attribute_place,
	ageBand: m.anonymity_attribute_age_band,
	origin: m.anonymity_attribute_origin,
	residenceGroup: m.anonymity_attribute_residence_group,
	household: m.anonymity_attribute_household,
	gender: m.anonymity_attribute_gender
} as const satisfies Record<Attribute, () => string>;

export const levelWords = {
	municipality: m.anonymity_level_municipality,
	region: m.anonymity_level_region,
	county: m.anonymity_level_county,
	band: m.anonymity_level_band,
	group: m.anonymity_level_group,
	majority: m.anonymity_level_majority,
	any: m.anonymity_level_any,
	country: m.anonymity_level_country,
	subregion: m.anonymity_level_subregion,
	world_region: m.anonymity_level_world_region,
	status: m.anonymity_level_status,
	form: m.anonymity_level_form,
	children: m.anonymity_level_children,
	gender: m.anonymity_level_gender,
	month: m.anonymity_level_month,
	half_year: m.anonymity_level_half_year,
	year: m.anonymity_level_year
} as const satisfies Record<LevelName, () => string>;

export const bandWords = {
	green: m.anonymity_band_green,
	amber: m.anonymity_band_amber,
	red: m.anonymity_band_red
} as const satisfies Record<Band, () => string>;

export const bandTones = { green: 'success', amber: 'warning', red: 'danger' } as const satisfies Record<Band, Tone>;

export const riskWords = {
	too_few_cases: m.anonymity_why_too_few_cases,
	population_small: m.anonymity_why_population_small,
	population_tiny: m.anonymity_why_population_tiny,
	too_few_domains: m.anonymity_why_too_few_domains
} as const satisfies Record<RiskReason, () => string>;

/** „2 von 5 vergleichbaren Fällen“ */
export const comparableWords = ({ have, need }: Risk['comparable']): string => m.anonymity_comparable({ have, need });
