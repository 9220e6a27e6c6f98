/** The form of a case analysis: what a browser may send, and how it becomes content with known codes only. */
import * as v from 'valibot';
import { catalogues } from '#concepts/people/catalogues.queries.server.ts';
import type { CatalogueItem } from '#concepts/people/catalogues.ts';
import { textField } from '#platform/form.server.ts';
import { mostStations, rearranged, type Content, type Station } from './rules.ts';

export const caseLists = [
	'ageBand',
	'household',
	'residenceGroup',
	'originSubregion',
	'region',
	'stayBand',
	'legalDomain',
	'integrationPhase',
	'gapType'
] as const;
export type CaseCatalogues = Record<(typeof caseLists)[number], CatalogueItem[]>;
export const caseCatalogues = (): Promise<CaseCatalogues> => catalogues(caseLists);

const code = () => v.optional(v.pipe(v.string(), v.maxLength(40)), '');
const many = (max: number) => v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(max))), v.maxLength(60)), []);

export const caseSchema = v.object({
	title: textField({ max: 160 }),
	ageBand: code(),
	household: code(),
	residenceGroup: code(),
	originSubregion: code(),
	region: code(),
	stayBand: code(),
	legalDomains: many(40),
	phases: many(40),
	/** one entry a station in each of the four */
	stationMonth: many(4),
	stationDomain: many(40),
	stationText: many(2000),
	stationBreak: many(40),
	narrative: textField({ max: 6000 }),
	helped: textField({ max: 3000 }),
	suspectedGap: textField({ max: 3000 }),
	/** save | submit | add | remove:2 | up:2 | down:2 */
	step: v.optional(v.pipe(v.string(), v.maxLength(12)), 'save')
});
export type CaseTyped = v.InferOutput<typeof caseSchema>;

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
			text: text.replace(/\r\n/g, '\n').replaceAll('\0', '').trim(),
			...(breakAfter && { breakAfter })
		};
	});
	const bands = Object.fromEntries(
		(['ageBand', 'household', 'residenceGroup', 'originSubregion', 'region', 'stayBand'] as const).flatMap((name) => {
			const c = known(name, typed[name]);
			return c ? [[name, c]] : [];
		})
	);
	return {
		title: typed.title,
		narrative: typed.narrative,
		helped: typed.helped,
		suspectedGap: typed.suspectedGap,
		attributes: {
			...bands,
			legalDomains: knownAll('legalDomain', typed.legalDomains),
			phases: knownAll('integrationPhase', typed.phases)
		},
		stations: rearranged(stations, typed.step)
	};
}
