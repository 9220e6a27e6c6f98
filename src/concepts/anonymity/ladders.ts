/** The six attributes that can single a person out, and the ladder each is shown on: from a code up to no statement. */
import { filingLevels } from './filing.ts';
import origins from '#concepts/people/data/regions.json' with { type: 'json' };
import places from '#concepts/people/data/municipalities.json' with { type: 'json' };
import vocabulary from '#concepts/people/data/vocabulary.json' with { type: 'json' };

/** In this order a node lists its levels. */
export const attributes = ['place', 'ageBand', 'origin', 'residenceGroup', 'household', 'gender'] as const;
export type Attribute = (typeof attributes)[number];

/** What each level is called; level 0 is the finest. */
export const levelNames = {
	place: ['municipality', 'region', 'county'],
	ageBand: ['band', 'group', 'majority', 'any'],
	origin: ['country', 'subregion', 'world_region', 'any'],
	residenceGroup: ['status', 'group', 'any'],
	household: ['form', 'children', 'any'],
	gender: ['gender', 'any'],
	filing: filingLevels
} as const satisfies Record<Attribute | 'filing', readonly string[]>;
export type LevelName = (typeof levelNames)[Attribute | 'filing'][number];

/** What is known of a case: for each attribute the code of a form on any level of its ladder; none is no statement. */
export type CaseCell = { [A in Attribute]?: string };
/** attribute → code on any level → its forms from level 0 up; below its own level a code stands for itself */
export type Ladders = Record<Attribute, ReadonlyMap<string, readonly string[]>>;

/** No statement. The county plays this part for places. */
export const untold = '*';
const notRecorded = 'NICHT_ERHOBEN';

type Grouped = { code: string; group?: string };
type Delivered = {
	county: { ags: string };
	municipalities: readonly { code: string; reportingRegion: string }[];
	origins: {
		countries: readonly { iso2: string; parent: string }[];
		subregions: readonly { code: string; parent: string }[];
		special: readonly { code: string }[];
	};
	lists: readonly { id: string; items: readonly Grouped[]; groups?: readonly Grouped[] }[];
};

/** The ladders of a county from its catalogues. What was not recorded says nothing on any level. */
export function laddersFrom({ county, municipalities, origins, lists }: Delivered): Ladders {
	const grouped = (id: string, height: number) => {
		const { items, groups = [] } = lists.find((list) => list.id === id)!;
		const groupOf = new Map([...items, ...groups].map((item) => [item.code, item.group]));
		return ladder(
			items.map(({ code, group }) => {
				if (group === notRecorded) return Array.from({ length: height }, () => untold);
				const forms = [code];
				while (forms.length < height - 1) forms.push(groupOf.get(forms.at(-1)!) ?? forms.at(-1)!);
				return [...forms, untold];
			}),
			items.flatMap(({ code, group }) => (group === notRecorded ? [code] : []))
		);
	};
	const worldOf = new Map(origins.subregions.map((s) => [s.code, s.parent]));
	return {
		place: ladder(municipalities.map((m) => [m.code, m.reportingRegion, county.ags])),
		ageBand: grouped('ageBand', 4),
		origin: ladder(
			[
				...origins.countries.map((c) => [c.iso2, c.parent, worldOf.get(c.parent) ?? c.parent, untold]),
				...origins.subregions.map((s) => [s.code, s.code, s.parent, untold]),
				// stateless, unclarified: no place in the world, so there is nothing between the code and no statement
				...origins.special.flatMap(({ code }) => (code === 'NOTREC' ? [] : [[code, code, code, untold]]))
			],
			['NOTREC']
		),
		residenceGroup: grouped('residenceGroup', 3),
		household: grouped('household', 3),
		gender: grouped('gender', 2)
	};
}

/** Adds the codes of higher levels, and those that say nothing. */
function ladder(chains: readonly string[][], silent: readonly string[] = []): Map<string, readonly string[]> {
	const top = chains[0]!.at(-1)!;
	const known = new Map<string, readonly string[]>();
	for (const chain of chains)
		chain.forEach((code, level) => {
			if (!known.has(code))
				known.set(
					code,
					chain.map((form, l) => (l < level ? code : form))
				);
		});
	for (const code of [...silent, top, untold])
		known.set(
			code,
			chains[0]!.map(() => top)
		);
	return known;
}

export const ladders: Ladders = laddersFrom({ ...places, origins, lists: vocabulary.lists });

export const topLevel = (attribute: Attribute): number => levelNames[attribute].length - 1;

/** The form of a code on a level or, where the code is coarser, itself. What no ladder knows becomes no statement. */
export function formOf(attribute: Attribute, code: string | undefined, level: number, on: Ladders = ladders): string {
	const forms = on[attribute].get(code ?? untold) ?? on[attribute].get(untold)!;
	return forms[Math.min(level, forms.length - 1)]!;
}

/** The finest level on which a code can stand; that of no statement for what no ladder knows. */
export function levelOf(attribute: Attribute, code: string | undefined, on: Ladders = ladders): number {
	const forms = on[attribute].get(code ?? untold);
	// a code that says nothing is not among its own forms; any other stands for itself up to its level
	return forms?.includes(code!) ? forms.lastIndexOf(code!) : topLevel(attribute);
}

/**
 * Each attribute on its level of the node or coarser. Origin is shown as a country only where that country is among
 * `countries` (those frequent enough among newcomers, see `shownCountries`), else as its sub-region.
 */
export function generaliseAttributes(
	cell: CaseCell,
	node: readonly number[],
	{ countries = new Set(), on = ladders }: { countries?: ReadonlySet<string>; on?: Ladders } = {}
): Required<CaseCell> {
	const forms = attributes.map((attribute, i) => {
		const shown = attribute !== 'origin' || countries.has(cell.origin ?? untold);
		return [attribute, formOf(attribute, cell[attribute], Math.max(node[i] ?? 0, shown ? 0 : 1), on)];
	});
	return Object.fromEntries(forms) as Required<CaseCell>;
}

/** Two cases are of the same cell when this is equal. */
export const keyOf = (cell: CaseCell, on: Ladders = ladders): string =>
	attributes.map((attribute) => formOf(attribute, cell[attribute], 0, on)).join('|');

/** The labels of groups on higher levels; those of codes on level 0 are in the catalogues. */
export const groupLabels = [
	...vocabulary.lists.flatMap((list) => ('groups' in list && list.groups ? list.groups : [])),
	...origins.regions,
	{ code: places.county.ags, labelDe: places.county.name, labelEn: places.county.name }
];
