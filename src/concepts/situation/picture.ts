/**
 * The situation picture: every figure of page, chart, map, export and JSON is counted here, from published classes only.
 * Security: nothing in this file knows a contribution; all it adds up are classes that hold the threshold.
 */
import { figureOf, type Counted, type Figure } from '#concepts/anonymity/suppress.classes.ts';
import { municipalitiesOf, regionOf, type PublishedClass } from './rules.ts';

/** Empty is any. `place` is a region or a municipality; only the office may ask for an organisation. */
export const filterKeys = ['halfYear', 'place', 'legalDomain', 'gapType', 'phase', 'organisation'] as const;
export type Filter = Record<(typeof filterKeys)[number], string>;
export const noFilter: Filter = { halfYear: '', place: '', legalDomain: '', gapType: '', phase: '', organisation: '' };
export const asksTopic = (f: Filter): boolean => Boolean(f.legalDomain || f.gapType || f.phase || f.organisation);

/** A class with the half-year of its tranche. */
export type DatedClass = PublishedClass & { halfYear: string };
/** `code` null stands for what cannot be said. */
export type Head = { code: string | null; label: string };
export type FigureTable = {
	key: 'topics' | 'chain' | 'places' | 'half_years';
	rows: Head[];
	columns: Head[];
	/** row by row */
	cells: Figure[][];
	rowTotals: Figure[];
	columnTotals: Figure[];
	total: Figure;
};
export type Picture = {
	total: Figure;
	tables: FigureTable[];
	/** A municipality was asked for: topics stand for its region. A topic was: places stand for regions. */
	topicsOfRegion: string | null;
	placesAreRegions: boolean;
};
export type Labels = Record<'legalDomain' | 'gapType' | 'phase' | 'municipality' | 'region', Head[]>;

/** In this order the codes of a class are asked for. */
const topicCodes = (c: DatedClass): Counted => ({
	codes: [c.halfYear, c.region, c.legalDomain, c.gapType, c.phase, c.organisationId],
	count: c.contributions
});
/** A municipality tells its region, where the class does not. */
const placeCodes = (c: DatedClass): Counted => ({
	codes: [c.halfYear, c.region ?? regionOf(c.municipality), c.municipality],
	count: c.contributions
});
const any = (code: string): string | null => code || null;

/** What a filter asks of each view: topics by region, places by municipality. */
function asking(classes: readonly DatedClass[], f: Filter) {
	const town = regionOf(f.place) ? f.place : '';
	const region = town ? regionOf(town)! : f.place;
	const topicAsked = [f.halfYear, region, f.legalDomain, f.gapType, f.phase, f.organisation].map(any);
	const townAsked = [f.halfYear, region, town].map(any);
	const topics = classes.filter((c) => c.view === 'topic').map(topicCodes);
	const towns = classes.filter((c) => c.view === 'place').map(placeCodes);
	return { town, region, topics, towns, topicAsked, townAsked, byTown: Boolean(town) && !asksTopic(f) };
}

/** All that answer the filter; with a municipality and a topic, those of its region. */
export function totalOf(classes: readonly DatedClass[], f: Filter): Figure {
	const { topics, towns, topicAsked, townAsked, byTown } = asking(classes, f);
	return byTown ? figureOf(towns, townAsked) : figureOf(topics, topicAsked);
}

export function pictureOf(classes: readonly DatedClass[], f: Filter, labels: Labels, halfYears: string[]): Picture {
	const { town, region, topics, towns, topicAsked, townAsked, byTown } = asking(classes, f);
	const regional = asksTopic(f);
	/** Only what something can be told of: the rest is in the row of what is hidden. */
	const heads = (list: keyof Labels, attribute: number) =>
		labels[list].filter(
			(h) =>
				(topicAsked[attribute] ?? h.code) === h.code && figureOf(topics, topicAsked.with(attribute, h.code)).least > 0
		);
	const periods = halfYears.map((code) => ({ code, label: code }));
	const shownRegions = labels.region.filter((h) => !region || h.code === region);
	const shownTowns = region ? municipalitiesOf(region) : null;
	return {
		total: totalOf(classes, f),
		topicsOfRegion: town ? region : null,
		placesAreRegions: regional,
		tables: [
			tableOf('topics', topics, topicAsked, [2, heads('legalDomain', 2)], [3, heads('gapType', 3)]),
			tableOf('chain', topics, topicAsked, [4, labels.phase.filter((h) => !f.phase || h.code === f.phase)]),
			regional
				? tableOf('places', topics, topicAsked, [1, shownRegions])
				: tableOf('places', towns, townAsked.with(2, any(town)), [
						2,
						labels.municipality.filter((h) => (town ? h.code === town : (shownTowns?.includes(h.code!) ?? true)))
					]),
			byTown
				? tableOf('half_years', towns, townAsked.with(0, null), [0, periods])
				: tableOf('half_years', topics, topicAsked.with(0, null), [0, periods])
		]
	};
}

type Axis = [attribute: number, heads: Head[]];
/** What is hidden is a row of its own, so that rows add up to the total; it is a sum of whole classes like any other. */
function tableOf(
	key: FigureTable['key'],
	classes: readonly Counted[],
	asked: readonly (string | null)[],
	[rowAttribute, rowHeads]: Axis,
	columnAxis?: Axis
): FigureTable {
	const hidden: Head = { code: null, label: '' };
	const rows = [...rowHeads, ...(isHidden(classes, asked, rowAttribute) ? [hidden] : [])];
	const [columnAttribute, columnHeads] = columnAxis ?? [-1, []];
	const columns = columnAxis ? [...columnHeads, ...(isHidden(classes, asked, columnAttribute) ? [hidden] : [])] : [];
	const at = (row: Head | null, column: Head | null) =>
		figureAt(
			classes,
			asked,
			[
				[rowAttribute, row],
				[columnAttribute, column]
			].filter((pair): pair is [number, Head] => pair[1] !== null)
		);
	return {
		key,
		rows,
		columns,
		cells: rows.map((r) => columns.map((c) => at(r, c))),
		rowTotals: rows.map((r) => at(r, null)),
		columnTotals: columns.map((c) => at(null, c)),
		total: at(null, null)
	};
}

const isHidden = (classes: readonly Counted[], asked: readonly (string | null)[], attribute: number): boolean =>
	asked[attribute] === null && unsaid(classes, asked, [attribute]) > 0;

/** How many are known to answer the filter, but not said to have any code of these attributes. */
function unsaid(classes: readonly Counted[], asked: readonly (string | null)[], attributes: readonly number[]): number {
	return figureOf(
		classes.filter((c) => attributes.every((a) => c.codes[a] === null)),
		asked
	).least;
}

function figureAt(
	classes: readonly Counted[],
	asked: readonly (string | null)[],
	heads: readonly [number, Head][]
): Figure {
	const hidden = heads.filter(([, head]) => head.code === null).map(([attribute]) => attribute);
	const wanted = heads.reduce(
		(codes, [attribute, { code }]) => (code ? codes.with(attribute, code) : codes),
		[...asked]
	);
	if (!hidden.length) return figureOf(classes, wanted);
	const sum = unsaid(classes, wanted, hidden);
	return { least: sum, most: sum };
}
