/** What λ and an attribute's part in it mean, in words; estimates are told no finer than they are. */
import type { Band } from '#concepts/anonymity/risk.ts';
import { m } from '#i18n/paraglide/messages.js';
import { getLocale } from '#i18n/paraglide/runtime.js';

export const bandNames = {
	green: m.cases_band_green,
	amber: m.cases_band_amber,
	red: m.cases_band_red
} as const satisfies Record<Band, () => string>;

/** Two digits are all that an estimate is worth. */
const rounded = (n: number): string =>
	new Intl.NumberFormat(getLocale(), n < 10 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 2 }).format(n);

/** Goes on after `peopleText`. */
export const fitText = (lambda: number): string => (lambda < 1 ? m.cases_risk_people_below() : m.cases_risk_people());

export const peopleText = (lambda: number): string =>
	lambda < 1 ? m.cases_risk_below_one() : m.cases_risk_about({ count: rounded(lambda) });

export function gainText(gain: number): string {
	if (!Number.isFinite(gain)) return m.cases_risk_gain_all();
	return gain < 1.5 ? m.cases_risk_gain_little() : m.cases_risk_gain({ factor: rounded(gain) });
}
