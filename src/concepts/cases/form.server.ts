/** The form of a case analysis: what a browser may send, and how it becomes content with known codes only. */
import * as v from 'valibot';
import { attributes, ladders } from '#concepts/anonymity/ladders.ts';
import { catalogues } from '#concepts/people/catalogues.queries.server.ts';
import type { CatalogueItem } from '#concepts/people/catalogues.ts';
import { m } from '#i18n/paraglide/messages.js';
import { textField, type Refusal } from '#platform/form.server.ts';
import type { Issue } from '#platform/result.ts';
import { mostStations, rearranged, type Content, type Station } from './rules.ts';
import { dismissedFrom } from '#concepts/anonymity/field-marks.ts';
import { coarsenCodes } from './writing.fields.ts';

export const caseLists = [
	'ageBand',
	'household',
	'residenceGroup',
	'gender',
	'originSubregion',
	'region',
	'municipality',
	'legalDomain',
	'integrationPhase',
	'gapType'
] as const;
export type CaseCatalogues = Record<(typeof caseLists)[number], CatalogueItem[]>;
export const caseCatalogues = (): Promise<CaseCatalogues> => catalogues(caseLists);

const unknown = () => m.cases_unknown_value();
const code = () => v.optional(v.pipe(v.string(), v.maxLength(40, unknown)), '');
const many = (max: number) =>
	v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(max, unknown))), v.maxLength(60, unknown)), []);
const plain = (typed: string) => typed.replace(/\r\n/g, '\n').replaceAll('\0', '').trim();
const text = (max: number) => textField({ max, tooLong: () => m.cases_too_long({ max }) });
const longestStation = 2000;
const stationFits = (typed: string) => plain(typed).length <= longestStation;
const stationTexts = v.array(v.pipe(v.string(), v.check(stationFits, unknown)));

export const caseSchema = v.object({
	title: v.pipe(
		text(160),
		v.transform((title) => title.replace(/\s*\n\s*/g, ' '))
	),
	ageBand: code(),
	household: code(),
	residenceGroup: code(),
	origin: code(),
	gender: code(),
	place: code(),
	/** stands at the head of the domains */
	mainDomain: code(),
	legalDomains: many(40),
	phases: many(40),
	/** one entry a station in each of the four */
	stationMonth: many(4),
	stationDomain: many(40),
	stationText: v.optional(v.pipe(stationTexts, v.maxLength(60, unknown)), []),
	stationBreak: many(40),
	narrative: text(6000),
	helped: text(3000),
	suspectedGap: text(3000),
	/** „kein Personenbezug“, as `dismissedField` writes it */
	dismissed: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(300, unknown))), v.maxLength(500, unknown)), []),
	/** the version it was written from; without one it is written over whatever is there */
	version: v.optional(v.pipe(v.string(), v.regex(/^\d{0,9}$/, unknown)), ''),
	/** the id that the browser gave a new draft */
	draft: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.uuid())], unknown), ''),
	/** save | submit | add | remove:2 | up:2 | down:2 | coarsen:… | keep, while it is typed | weigh, for the risk alone */
	step: v.optional(v.pipe(v.string(), v.maxLength(200, unknown)), 'save')
});
export type CaseTyped = v.InferOutput<typeof caseSchema>;

/** What is wrong with the stations is said at the station. */
export function issuesAtStations({ values, issues }: Refusal): Issue[] {
	const long = [values.stationText ?? []].flat().flatMap((typed, i) => {
		const message = m.cases_station_too_long({ number: i + 1, max: longestStation });
		return stationFits(typed) ? [] : [{ field: `stations.${i}`, message }];
	});
	return issues.flatMap((issue) => {
		if (!issue.field.startsWith('station')) return [issue];
		return issue.field === 'stationText' && long.length ? long : [{ ...issue, field: 'stations' }];
	});
}

/** Codes that are in no catalogue are dropped. A wish about the stations is fulfilled on the way. */
export function contentFrom(typed: CaseTyped, lists: CaseCatalogues): Content {
	const known = (list: keyof CaseCatalogues, c: string | undefined) =>
		c && lists[list].some((i) => i.code === c) ? c : undefined;
	const knownAll = (list: keyof CaseCatalogues, codes: string[]) => [...new Set(codes)].filter((c) => known(list, c));
	const stations = typed.stationText.slice(0, mostStations).map((text, i): Station => {
		const breakAfter = known('gapType', typed.stationBreak[i]);
		return {
			month: Math.min(600, Math.max(0, Math.trunc(Number(typed.stationMonth[i])) || 0)),
			legalDomain: known('legalDomain', typed.stationDomain[i]) ?? '',
			text: plain(text),
			...(breakAfter && { breakAfter })
		};
	});
	const coarser = coarsenCodes(typed.step);
	const bands = Object.fromEntries(
		attributes.flatMap((name) => {
			const c = coarser[name] ?? typed[name];
			return c && ladders[name].has(c) ? [[name, c]] : [];
		})
	);
	return {
		title: typed.title,
		narrative: typed.narrative,
		helped: typed.helped,
		suspectedGap: typed.suspectedGap,
		dismissed: dismissedFrom(typed.dismissed),
		attributes: {
			...bands,
			legalDomains: knownAll('legalDomain', [typed.mainDomain, ...typed.legalDomains]),
			phases: knownAll('integrationPhase', typed.phases)
		},
		stations: rearranged(stations, typed.step)
	};
}
