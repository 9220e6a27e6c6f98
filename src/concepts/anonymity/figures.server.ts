/** The forms of the county's figures: what they ask for, how they are named, and what they become. */
import * as v from 'valibot';
import origins from '#concepts/people/data/regions.json' with { type: 'json' };
import { itemsOf } from '#concepts/people/catalogues.queries.server.ts';
import { labelIn } from '#concepts/people/catalogues.ts';
import { m } from '#i18n/paraglide/messages.js';
import { isDay } from '#platform/clock.ts';
import { textField } from '#platform/form.server.ts';
import type { Issue } from '#platform/result.ts';
import { attributes, groupLabels, ladders, levelOf, type Attribute } from './ladders.ts';
import type { Reference } from './reference.ts';
import type { OwnThresholds } from './settings.commands.server.ts';
import { attributeWords } from './words.ts';

export type Counted = Exclude<Attribute, 'place'>;
export const counted = attributes.filter((a): a is Counted => a !== 'place');
export type FigureRow = { name: string; code: string; label: string; value: string };
export type FigureGroup = { attribute: Counted; title: string; rows: FigureRow[]; sum: number };

const newName = (row: number) => ({ code: `new_code_${row}`, share: `new_share_${row}` });
/** So many countries can be added at once. */
export const newRows = [0, 1, 2].map(newName);
export const newcomersName = (code: string) => `newcomers_${code}`;
export const shareName = (attribute: Counted, code: string) => `${attribute}_${code}`;
/** Where the sentence stands that speaks of all shares of an attribute. */
export const sumName = (attribute: Counted) => `sum_${attribute}`;

/** Codes that have a field: what the catalogue has and what the figures name; of origins every sub-region. */
function codesOf(attribute: Counted, reference: Reference): string[] {
	const own = Object.keys(reference.shares[attribute]);
	const delivered =
		attribute === 'origin'
			? origins.subregions.map((s) => s.code)
			: [...ladders[attribute]].flatMap(([code, forms]) =>
					code !== '*' && forms[0] === code && forms[0] !== forms.at(-1) && levelOf(attribute, code) === 0 ? [code] : []
				);
	return [...new Set([...own, ...delivered])];
}

const lists = {
	ageBand: 'ageBand',
	residenceGroup: 'residenceGroup',
	household: 'household',
	gender: 'gender'
} as const;
const worldNames = [
	...origins.countries.map(({ iso2, ...c }) => ({ ...c, code: iso2 })),
	...origins.subregions,
	...origins.special
];

const percent = (share: number): string => String(Math.round(share * 100_000) / 1000).replace('.', ',');

/** Everything the reference form asks for, as it stands. */
export async function figureGroups(reference: Reference, locale: 'de' | 'en'): Promise<FigureGroup[]> {
	return Promise.all(
		counted.map(async (attribute) => {
			const items = attribute === 'origin' ? worldNames : await itemsOf(lists[attribute]);
			const shares = reference.shares[attribute];
			const rows = codesOf(attribute, reference).map((code) => ({
				name: shareName(attribute, code),
				code,
				label: labelIn([...items, ...groupLabels], code, locale),
				value: code in shares ? percent(shares[code]!) : ''
			}));
			// countries before the regions of the rest
			if (attribute === 'origin')
				rows.sort(
					(a, b) => levelOf('origin', a.code) - levelOf('origin', b.code) || a.label.localeCompare(b.label, locale)
				);
			const sum = Object.values(shares).reduce((a, b) => a + b, 0);
			return { attribute, title: attributeWords[attribute](), rows, sum };
		})
	);
}

export async function placeRows(reference: Reference, locale: 'de' | 'en'): Promise<FigureRow[]> {
	const items = await itemsOf('municipality');
	const codes = [...ladders.place.keys()].filter((code) => levelOf('place', code) === 0);
	return codes
		.map((code) => ({
			name: newcomersName(code),
			code,
			label: labelIn(items, code, locale),
			value: String(reference.newcomers[code] ?? 0)
		}))
		.sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** Countries that have no share of their own yet. */
export const furtherCountries = (reference: Reference, locale: 'de' | 'en') =>
	origins.countries
		.filter((c) => !(c.iso2 in reference.shares.origin))
		.map((c) => ({ value: c.iso2, label: locale === 'de' ? c.labelDe : c.labelEn }))
		.sort((a, b) => a.label.localeCompare(b.label, locale));

const typed = v.pipe(v.optional(v.string(), ''), v.trim());
const whole = (min: number, max: number, empty?: number) => {
	const message = m.people_setting_number({ min, max });
	return v.pipe(
		typed,
		v.transform((s) => (s === '' && empty !== undefined ? String(empty) : s.replace(/(?<=\d)[.\s](?=\d{3}\b)/g, ''))),
		v.regex(/^\d{1,7}$/, message),
		v.transform(Number),
		v.minValue(min, message),
		v.maxValue(max, message)
	);
};
const share = (min = 0) => {
	const message = m.anonymity_figures_percent({ min: String(min).replace('.', ',') });
	return v.pipe(
		typed,
		v.transform((s) => (min === 0 && s === '' ? '0' : s.replace(/\s*%$/, ''))),
		v.regex(/^\d{1,3}([.,]\d{1,3})?$/, message),
		v.transform((s) => Number(s.replace(',', '.'))),
		v.minValue(min, message),
		v.maxValue(100, message),
		v.transform((n) => n / 100)
	);
};

/** The same limits as thresholds.ts; the share of a country is typed in percent. */
export const thresholdsForm = () =>
	v.object({
		population: whole(1, 1000),
		populationRed: whole(1, 1000),
		domains: whole(1, 10),
		countryShare: share(0.1),
		batchSize: whole(1, 100),
		arrivals: whole(1, 50)
	});
export const thresholdIssues = (own: OwnThresholds): Issue[] =>
	own.populationRed > own.population ? [{ field: 'populationRed', message: m.anonymity_figures_red_above() }] : [];

export const referenceForm = (reference: Reference) =>
	v.object({
		asOf: v.pipe(typed, v.check(isDay, m.anonymity_figures_as_of_missing())),
		source: textField({ required: m.anonymity_figures_source_missing(), max: 1000 }),
		...Object.fromEntries(
			[...ladders.place.keys()]
				.filter((code) => levelOf('place', code) === 0)
				.map((code) => [newcomersName(code), whole(0, 1_000_000, 0)])
		),
		...Object.fromEntries(
			counted.flatMap((a) => codesOf(a, reference).map((code) => [shareName(a, code), share()] as const))
		),
		...Object.fromEntries(
			newRows.flatMap(
				({ code, share: s }) =>
					[
						[code, typed],
						[s, share()]
					] as const
			)
		)
	});

/** What was typed as a reference population, or the sentences for what cannot be. */
export function referenceFrom(
	value: Record<string, unknown>,
	before: Reference
): { reference: Reference; issues: Issue[] } {
	const number = (name: string): number => (typeof value[name] === 'number' ? value[name] : 0);
	const issues: Issue[] = [];
	const shares = {} as Reference['shares'];
	for (const attribute of counted) {
		const entries = codesOf(attribute, before).map((code) => [code, number(shareName(attribute, code))] as const);
		shares[attribute] = Object.fromEntries(entries.filter(([, n]) => n > 0));
	}
	for (const row of newRows) {
		const code = typeof value[row.code] === 'string' ? (value[row.code] as string) : '';
		if (!code && number(row.share) === 0) continue;
		if (levelOf('origin', code) !== 0) issues.push({ field: row.code, message: m.anonymity_figures_country_missing() });
		else shares.origin[code] = number(row.share);
	}
	for (const attribute of counted) {
		const sum = Object.values(shares[attribute]).reduce((a, b) => a + b, 0);
		if (sum > 1 + 1e-6)
			issues.push({
				field: sumName(attribute),
				message: m.anonymity_figures_too_much({ attribute: attributeWords[attribute](), sum: percent(sum) })
			});
	}
	const newcomers: Reference['newcomers'] = {};
	for (const code of ladders.place.keys())
		if (levelOf('place', code) === 0) newcomers[code] = number(newcomersName(code));
	if (Object.values(newcomers).every((n) => n === 0))
		issues.push({ field: 'newcomers', message: m.anonymity_figures_nobody() });
	return { reference: { asOf: String(value.asOf), source: String(value.source), newcomers, shares }, issues };
}
